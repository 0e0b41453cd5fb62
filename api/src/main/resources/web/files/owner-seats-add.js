// Adds seats: many at once from lines such as those of a spreadsheet, each for the same kind of respondent, with what that asks
// of each before anybody is invited.

import { html, useState } from './frame.js';
import { t } from './i18n.js';
import { useDeed, Wrong } from './owner-parts.js';
import { load, minutesOf, sum } from './minutes.js';
import { KindChoice } from './owner-kind.js';

/** What a line says: name, department, role; by tabs as spreadsheets copy them, else by commas. */
export function read(line) {
  const [key, department, role] = line.split(line.includes('\t') ? '\t' : /[,、，]/).map((part) => part.trim());
  return { key, department, role };
}

export function AddSeats({ desk, path, assessment, questionnaires, taken, onIssued }) {
  const [kinds, setKinds] = useState({});
  const [text, setText] = useState('');
  const [department, setDepartment] = useState('');
  const [done, setDone] = useState(0);
  const lines = text.split('\n').filter((line) => line.trim()).map(read).map((one) => ({ ...one, department: one.department || department.trim() }));
  const effort = sum(questionnaires.filter(({ id }) => kinds[id]).map((one) => load(one, [kinds[one.id]], assessment.form)));
  const faults = [
    lines.length === 0 && t('owner.noLines'),
    lines.some((one) => !one.department) && t('owner.lineNoDepartment'),
    !Object.values(kinds).some(Boolean) && t('owner.noKind'),
    lines.filter((one) => taken.includes(one.key)).map((one) => t('owner.lineTaken', { seat: one.key })),
  ].flat().filter(Boolean);
  const deed = useDeed(async (_, once) => {
    const informants = Object.fromEntries(Object.entries(kinds).filter(([, kind]) => kind));
    const issued = [];
    try {
      for (const [i, { key, department: of, role }] of lines.entries()) {
        issued.push(await desk.post(`${path}/seats`, { key, department: of, ...(role && { role }), informants }, `${once}${i}`));
        setDone(issued.length);
      }
      setText('');
    } finally {
      setDone(0);
      onIssued(issued);
    }
  });
  const submit = (event) => {
    event.preventDefault();
    deed.run();
  };
  return html`<details class="measure add" open=${taken.length === 0}><summary><h3 class="in-summary">${t('owner.addSeats')}</h3></summary>
    <form onSubmit=${submit}>
      <div class="fields">${questionnaires.map((one) => html`<${KindChoice} key=${one.id} questionnaire=${one} kind=${kinds[one.id]} onChoose=${(kind) => setKinds({ ...kinds, [one.id]: kind })} />`)}</div>
      <label>${t('owner.department')}<input value=${department} maxlength="200" autocomplete="off" onInput=${(event) => setDepartment(event.target.value)} /></label>
      <label>${t('owner.lines')}<textarea required rows="4" value=${text} aria-describedby="lines-hint" placeholder=${t('owner.linesExample')} onInput=${(event) => setText(event.target.value)}></textarea></label>
      <p id="lines-hint" class="hint small">${t('owner.linesHint')}</p>
      <p role="status">${effort.items > 0 && t('owner.addEffort', { n: lines.length, items: effort.items, minutes: minutesOf(effort) })}</p>
      ${faults.length > 0 && html`<ul id="seats-missing" class=${lines.length > 0 ? 'problem' : 'hint small'}>${faults.map((fault) => html`<li key=${fault}>${fault}</li>`)}</ul>`}
      <${Wrong} deed=${deed} />
      <button type="submit" disabled=${deed.busy || faults.length > 0} aria-describedby=${faults.length > 0 ? 'seats-missing' : undefined} aria-busy=${deed.busy ? 'true' : undefined}>
        ${deed.busy ? t('owner.adding', { done, all: lines.length }) : t('owner.addSeats')}</button>
    </form></details>`;
}
