// One assessment: its screens side by side, each behind its own address, and the overview among them.

import { html, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Fetched, filled, later, TitleOf, useDeed, useFetched, When, Wrong } from './owner-parts.js';
import { rateText } from './owner-assessments.js';
import { Trail } from './owner-audit.js';

/** The screens of an assessment, and the right that each needs. */
const PARTS = [
  { name: '', right: 'see-assessment', part: Overview },
  { name: 'seats', right: 'set-up', part: later(() => import('./owner-seats.js'), 'Seats') },
  { name: 'invitations', right: 'set-up', part: later(() => import('./owner-invitations.js'), 'Invitations') },
  { name: 'results', right: 'read-results', part: later(() => import('./owner-results.js'), 'Results') },
  { name: 'snapshots', right: 'read-results', part: later(() => import('./owner-snapshots.js'), 'Snapshots') },
  { name: 'benchmark', right: 'contribute', part: later(() => import('./owner-contribution.js'), 'Contribution') },
  { name: 'upgrade', right: 'set-up', part: later(() => import('./owner-upgrade.js'), 'Upgrade') },
  { name: 'settings', right: 'set-up', part: later(() => import('./owner-settings.js'), 'Settings') },
  { name: 'audit', right: 'read-audit', part: ({ desk, assessment }) => html`<h2>${t('owner.audit')}</h2><${Trail} desk=${desk} subject=${assessment.id} />` },
];

export function Assessment({ desk, id, name = '' }) {
  const path = `/v1/assessments/${id}`;
  const found = useFetched(() => desk.get(path), [id]);
  const parts = PARTS.filter(({ right }) => desk.may(right));
  const shown = parts.find((one) => one.name === name) ?? parts[0];
  return html`
    <p class="no-print crumb"><a href="#">${t('owner.assessments')}</a></p>
    <${Fetched} from=${found}>${(assessment) => html`
      <h1>${assessment.name} ${' '}<span class=${`state state-${assessment.status}`}>${t(`owner.status-${assessment.status}`)}</span></h1>
      <nav class="desk-nav" aria-label=${t('owner.parts')}>${parts.map((one) => html`<a key=${one.name} href=${`#assessment/${id}${one.name && `/${one.name}`}`}
        aria-current=${one === shown ? 'page' : undefined}>${t(`owner.part-${one.name || 'overview'}`)}</a>`)}</nav>
      <${shown.part} desk=${desk} path=${path} assessment=${assessment} onChange=${found.change} onAgain=${found.again} />`}<//>`;
}

function Overview({ desk, path, assessment, onChange }) {
  const told = useFetched(() => Promise.all([desk.get(`${path}/response-rates`), desk.titles()]), [path, assessment]);
  return html`
    ${desk.may('set-up') && html`<${Step} key=${assessment.status} desk=${desk} path=${path} assessment=${assessment} seats=${told.value?.[0].whole.seats} onStep=${onChange} />`}
    <section><h2>${t('owner.answered')}</h2><${Fetched} from=${told}>${([rates]) => html`<${Rates} of=${rates} />`}<//></section>
    ${told.value && html`<section><h2>${t('owner.agreed')}</h2><${Facts} desk=${desk} assessment=${assessment} /></section>`}`;
}

function Facts({ desk, assessment }) {
  const { visibility } = assessment;
  return html`<dl class="facts">
    <div><dt>${t('owner.questionnaires')}</dt><dd>${assessment.questionnaires.map((one) => html`<span key=${one.id}><${TitleOf} desk=${desk} id=${one.id} /> <span class="quiet small">${one.version}</span></span>`)}</dd></div>
    <div><dt>${t('owner.form')}</dt><dd>${t(`owner.form-${assessment.form}`)}</dd></div>
    <div><dt>${t('owner.visibility')}</dt><dd><p><strong>${t(`owner.word-${visibility.mode}`)}</strong>: ${t(`owner.mode-${visibility.mode}`, { k: visibility.k ?? 0 })}</p>
      ${(visibility.notes ?? []).map((note) => html`<p key=${note.en} class="small">${say(note)}</p>`)}</dd></div>
    <div><dt>${t('owner.closesAt')}</dt><dd><${When} at=${assessment.closesAt} zone=${desk.tenant.timeZone} /></dd></div>
    ${['openedAt', 'closedAt'].filter((one) => assessment[one]).map((one) => html`<div key=${one}><dt>${t(`owner.${one}`)}</dt><dd><${When} at=${assessment[one]} zone=${desk.tenant.timeZone} /></dd></div>`)}
  </dl>`;
}

/** What comes next: open, remind or close, or read; and, with a reason, open again. */
function Step({ desk, path, assessment, seats, onStep }) {
  const { id, status, visibility: { k } } = assessment;
  const tooFew = k !== undefined && seats < k;
  const [sure, setSure] = useState(false);
  const deed = useDeed(async ({ step, ...body }, once) => onStep(await desk.post(`${path}/${step}`, body, once)));
  const run = (step) => () => deed.run({ step });
  const to = (part) => html`<a role="button" class="secondary outline" href=${`#assessment/${id}/${part}`}>${t(`owner.go-${part}`)}</a>`;
  return html`<section class="next"><h2>${t('owner.next')}</h2><p class="measure">${t(`owner.next-${status}`)}</p><${Wrong} deed=${deed} />
    <div class="steps plain">
      ${status === 'draft' && html`${to('seats')}${sure ? ''
        : html`<button type="button" disabled=${deed.busy || seats === undefined} onClick=${tooFew ? () => setSure(true) : run('open')}>${t('owner.open')}</button>`}`}
      ${status === 'draft' && sure && html`<p role="alert">${t('owner.tooFewSeats', { n: seats, k })}</p><button type="button" disabled=${deed.busy} onClick=${run('open')}>${t('owner.openSure')}</button>
        <button type="button" class="secondary outline" onClick=${() => setSure(false)}>${t('owner.cancel')}</button>`}
      ${status === 'open' && !sure && html`${to('invitations')}<button type="button" class="secondary outline" onClick=${() => setSure(true)}>${t('owner.close')}</button>`}
      ${status === 'open' && sure && html`<p>${t('owner.closeText')}</p><button type="button" disabled=${deed.busy} onClick=${run('close')}>${t('owner.closeSure')}</button>
        <button type="button" class="secondary outline" onClick=${() => setSure(false)}>${t('owner.cancel')}</button>`}
      ${status === 'closed' && html`${to('results')}${to('snapshots')}`}
    </div>
    ${status === 'closed' && html`<details class="measure"><summary>${t('owner.reopen')}</summary>
      <form onSubmit=${filled(({ reason }) => reason && deed.run({ step: 'reopen', reason }))}>
        <label>${t('owner.reason')}<textarea name="reason" required maxlength="2000" rows="2"></textarea></label>
        <button type="submit" disabled=${deed.busy}>${t('owner.reopen')}</button>
      </form></details>`}</section>`;
}

const Rates = ({ of: { whole, departments, note } }) => html`
  <div class="rates"><${Rate} name=${t('owner.whole')} group=${whole} />
    ${departments.map((one) => html`<${Rate} key=${one.department} name=${one.department} group=${one} />`)}</div>
  <p class="hint small measure">${say(note)}</p>`;

/** How many of a group have answered, as far as that is told: a text, and a bar beside it. */
function Rate({ name, group }) {
  const done = group.submitted ?? group.submittedAtLeast;
  return html`<p class="rate"><span>${name}</span><span>${rateText(group)}</span>
    ${!group.suppressed && group.seats > 0 && html`<progress max=${group.seats} value=${done} aria-hidden="true"></progress>`}</p>`;
}
