// One assessment: how far it is and the next step, who has answered, its seats, invitations, results and audit trail.

import { html, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Fetched, filled, useDeed, useFetched, When, Wrong } from './owner-parts.js';
import { rateText } from './owner-assessments.js';
import { Seats } from './owner-seats.js';
import { Invitations } from './owner-invitations.js';
import { Results } from './owner-results.js';
import { Trail } from './owner-audit.js';

export function Assessment({ desk, id }) {
  const path = `/v1/assessments/${id}`;
  const found = useFetched(() => desk.get(path), [id]);
  return html`
    <p class="no-print"><a href="#">${t('owner.assessments')}</a></p>
    <${Fetched} from=${found}>${(assessment) => html`
      <h1>${assessment.name}</h1>
      <${Facts} assessment=${assessment} />
      <${Step} key=${assessment.status} desk=${desk} path=${path} status=${assessment.status} onStep=${found.change} />
      <${Rates} desk=${desk} path=${path} assessment=${assessment} />
      <${Seats} desk=${desk} path=${path} assessment=${assessment} onSeats=${found.again} />
      <${Folded} title=${t('owner.invitations')}>${() => html`<${Invitations} desk=${desk} path=${path} assessment=${assessment} />`}<//>
      <${Results} desk=${desk} path=${path} />
      <${Folded} title=${t('owner.audit')}>${() => html`<${Trail} desk=${desk} subject=${id} />`}<//>`}<//>`;
}

/** A part that is asked for only when somebody opens it. */
function Folded({ title, children }) {
  const [open, setOpen] = useState(false);
  return html`<section><details open=${open} onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary><h2 class="in-summary">${title}</h2></summary>${open && children()}</details></section>`;
}

function Facts({ assessment }) {
  const { visibility } = assessment;
  return html`<dl class="facts">
    <div><dt>${t('owner.status')}</dt><dd>${t(`owner.status-${assessment.status}`)}</dd></div>
    <div><dt>${t('owner.questionnaires')}</dt><dd>${assessment.questionnaires.map((one) => html`<span key=${one.id}>${one.id} ${one.version}</span>`)}</dd></div>
    <div><dt>${t('owner.form')}</dt><dd>${t(`owner.form-${assessment.form}`)}</dd></div>
    <div><dt>${t('owner.visibility')}</dt><dd><p>${t(`owner.mode-${visibility.mode}`, { k: visibility.k ?? 0 })}</p>
      ${(visibility.notes ?? []).map((note) => html`<p key=${note.en} class="small">${say(note)}</p>`)}</dd></div>
    <div><dt>${t('owner.closesAt')}</dt><dd><${When} at=${assessment.closesAt} /></dd></div>
  </dl>`;
}

/** The step that can be taken next: open, close, or, with a reason, open again. */
function Step({ desk, path, status, onStep }) {
  const [sure, setSure] = useState(false);
  const deed = useDeed(async ({ step, ...body }, once) => onStep(await desk.post(`${path}/${step}`, body, once)));
  const run = (step) => () => deed.run({ step });
  if (status === 'closed') {
    return html`<details class="measure"><summary>${t('owner.reopen')}</summary>
      <form onSubmit=${filled(({ reason }) => reason && deed.run({ step: 'reopen', reason }))}>
        <label>${t('owner.reason')}<textarea name="reason" required maxlength="2000" rows="2"></textarea></label>
        <${Wrong} deed=${deed} />
        <button type="submit" disabled=${deed.busy}>${t('owner.reopen')}</button>
      </form></details>`;
  }
  const draft = status === 'draft';
  return html`<div class="measure"><${Wrong} deed=${deed} />
    <p>${t(draft ? 'owner.openText' : 'owner.closeText')}</p>
    ${draft ? html`<button type="button" class="narrow" disabled=${deed.busy} onClick=${run('open')}>${t('owner.open')}</button>`
      : sure ? html`<div class="steps"><button type="button" disabled=${deed.busy} onClick=${run('close')}>${t('owner.closeSure')}</button>
        <button type="button" class="secondary outline" onClick=${() => setSure(false)}>${t('owner.cancel')}</button></div>`
      : html`<button type="button" class="narrow secondary" onClick=${() => setSure(true)}>${t('owner.close')}</button>`}</div>`;
}

function Rates({ desk, path, assessment }) {
  const rates = useFetched(() => desk.get(`${path}/response-rates`), [path, assessment]);
  return html`<section><h2>${t('owner.answered')}</h2><${Fetched} from=${rates}>${({ whole, departments, note }) => html`
    <p>${t('owner.whole')}: <strong>${rateText(whole)}</strong></p>
    ${departments.length > 0 && html`<table class="narrow"><thead><tr><th scope="col">${t('owner.department')}</th><th scope="col">${t('owner.answered')}</th></tr></thead>
      <tbody>${departments.map((one) => html`<tr key=${one.department}><th scope="row">${one.department}</th><td>${rateText(one)}</td></tr>`)}</tbody></table>`}
    <p class="hint small measure">${say(note)}</p>`}<//></section>`;
}
