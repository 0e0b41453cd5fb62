// A running assessment goes on with a newer version of a questionnaire: first only what would happen, question by question and with
// both scores; then the deed, which keeps what was as a snapshot.

import { html, focusOn, useEffect, useRef, useState } from './frame.js';
import { t, say, score } from './i18n.js';
import { Fetched, filled, TitleOf, useDeed, useFetched, Wrong } from './owner-parts.js';
import { Changes } from './owner-changes.js';

const VERDICTS = ['unchanged', 'rescored', 'reworded', 'replaced', 'added', 'removed'];
const FATES = ['kept', 'reworded', 'replaced', 'removed', 'notAsked'];
const newer = (one, other) => one.localeCompare(other, 'en', { numeric: true }) > 0;

export function Upgrade({ desk, path, assessment, onAgain }) {
  const [done, setDone] = useState(null);
  const versions = useFetched(() => Promise.all([
    desk.titles(), ...assessment.questionnaires.map((one) => desk.get(`/v1/questionnaires/${one.id}`)),
  ]), [path]);
  const finished = (report) => {
    setDone(report);
    onAgain();
  };
  return html`<section><h2>${t('owner.part-upgrade')}</h2><p class="measure">${t('owner.upgradeText')}</p>
    ${done && html`<${Report} desk=${desk} report=${done} />`}
    ${assessment.status !== 'open' ? html`<p class="notice measure">${t('owner.upgradeOpenOnly')}</p>`
      : html`<${Fetched} from=${versions}>${([, ...known]) => assessment.questionnaires.map((asked) => html`<${Asked} key=${`${asked.id} ${asked.version}`} desk=${desk} path=${path}
        asked=${asked} versions=${known.find((one) => one.id === asked.id)?.versions ?? []} onDone=${finished} />`)}<//>`}</section>`;
}

/** One questionnaire, and what may follow its version. */
function Asked({ desk, path, asked, versions, onDone }) {
  const [plan, setPlan] = useState(null);
  const later = versions.map((one) => one.version).filter((one) => newer(one, asked.version)).sort((one, other) => (newer(one, other) ? -1 : 1));
  const look = useDeed(async ({ version, reworded }, once) => {
    const wanted = { questionnaire: asked.id, version, reworded };
    setPlan({ wanted, report: await desk.post(`${path}/upgrade`, { ...wanted, dryRun: true }, once) });
  });
  return html`<section class="next"><h3><${TitleOf} desk=${desk} id=${asked.id} /> <span class="quiet small">${asked.version}</span></h3>
    ${later.length === 0 ? html`<p>${t('owner.newest')}</p>` : html`
      <form class="measure" onSubmit=${filled((given) => look.run(given))} onChange=${() => setPlan(null)}>
        <label>${t('owner.newerVersion')}<select name="version">${later.map((one) => html`<option key=${one} value=${one}>${one}</option>`)}</select></label>
        <fieldset><legend>${t('owner.rewordedText')}</legend>${['keep', 'askAgain'].map((one) => html`<label key=${one}><input type="radio" name="reworded" value=${one} defaultChecked=${one === 'keep'} />${' '}${t(`owner.reworded-${one}`)}</label>`)}</fieldset>
        <${Wrong} deed=${look} /><button type="submit" class="secondary outline narrow" disabled=${look.busy} aria-busy=${look.busy ? 'true' : undefined}>${t('owner.dryRun')}</button></form>
      ${plan && html`<${Report} desk=${desk} report=${plan.report} /><${Go} desk=${desk} path=${path} plan=${plan} onDone=${onDone} />`}`}</section>`;
}

/** The deed, once somebody has read what it does. */
function Go({ desk, path, plan, onDone }) {
  const deed = useDeed(async (given, once) => onDone(await desk.post(`${path}/upgrade`, { ...plan.wanted, ...given }, once)));
  return html`<form class="measure" onSubmit=${filled((given) => deed.run(given))}><p>${t('owner.upgradeKeeps')}</p>
    <label>${t('owner.snapshotTitle')}<input name="title" maxlength="200" autocomplete="off" /></label>
    <label>${t('owner.snapshot')}<input name="snapshot" required maxlength="64" autocomplete="off" aria-describedby="upgrade-hint" /></label>
    <p id="upgrade-hint" class="hint small">${t('owner.snapshotHint')}</p>
    <${Wrong} deed=${deed} /><button type="submit" class="narrow" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}>${t('owner.upgradeNow', { to: plan.report.to })}</button></form>`;
}

/** What would happen, or has happened: to the questions, to the answers, to the scores. */
function Report({ desk, report: { questionnaire, from, to, dryRun, snapshot, items, answers, diff, comparison } }) {
  const heading = useRef();
  useEffect(() => focusOn(heading.current), []);
  const of = (verdict) => items.filter((one) => one.verdict === verdict);
  return html`<section class="upgrade-report"><h3 ref=${heading}>${t(dryRun ? 'owner.wouldUpgrade' : 'owner.upgraded', { from, to })}</h3>
    ${!dryRun && html`<p class="notice measure" role="status"><${TitleOf} desk=${desk} id=${questionnaire} />: ${t('owner.upgradedText', { snapshot })}</p>`}
    <table class="scores narrow"><caption>${t('owner.fateOfQuestions')}</caption><thead><tr>${['fate', 'itemCount', 'which'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${VERDICTS.filter((verdict) => of(verdict).length > 0).map((verdict) => html`<tr key=${verdict}><th scope="row">${t(`owner.verdict-${verdict}`)}</th>
        <td data-label=${t('owner.itemCount')}>${of(verdict).length}</td>
        <td data-label=${t('owner.which')}>${verdict === 'unchanged' ? '–' : of(verdict).map((one) => one.key).join(', ')}</td></tr>`)}</tbody></table>
    <p class="measure">${answers ? FATES.filter((fate) => fate === 'kept' || answers[fate] > 0).map((fate) => t(`owner.fate-${fate}`, { n: answers[fate] })).join(' ') : t('owner.fateHidden')}</p>
    <${BothScores} comparison=${comparison} from=${from} to=${to} />
    <details class="measure"><summary>${t('owner.difference', { from, to })}</summary><${Changes} of=${diff} /></details></section>`;
}

/** The answers so far, by the old version and by the new one. */
function BothScores({ comparison, from, to }) {
  if (!comparison || comparison.suppressed) {
    return html`<p class="measure">${t(comparison ? 'owner.suppressed' : 'owner.noBothScores')}</p>`;
  }
  const told = (side) => (Number.isFinite(side?.evidenced) ? score(side.evidenced) : '–');
  return html`<table class="scores narrow"><caption>${t('owner.bothScores')}</caption>
    <thead><tr><th scope="col">${t('owner.theme')}</th><th scope="col">${t('owner.by', { version: from })}</th><th scope="col">${t('owner.by', { version: to })}</th></tr></thead>
    <tbody>${[comparison.index, ...comparison.nodes].map((one, i) => html`<tr key=${one.key}><th scope="row">${i === 0 ? html`<strong>${t('owner.index')}</strong>` : say(one.title) || one.key}</th>
      <td data-label=${t('owner.by', { version: from })}>${told(one.before)}</td><td data-label=${t('owner.by', { version: to })}>${told(one.after)}</td></tr>`)}</tbody></table>`;
}
