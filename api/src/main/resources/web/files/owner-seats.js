// The seats of an assessment: add one, hand one over, and the links that were made while this page is open.

import { html, download, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Copy, Fetched, filled, useDeed, useFetched, Wrong } from './owner-parts.js';
import { field } from './owner-desk.js';

export function Seats({ desk, path, assessment, onSeats }) {
  const seats = useFetched(() => desk.all(`${path}/seats`), [path]);
  const issued = (seat) => {
    desk.keep(seat);
    seats.again();
  };
  return html`<section><h2>${t('owner.seats')}</h2>
    <${Fetched} from=${seats}>${(all) => html`
      ${all.length === 0 && html`<p>${t('owner.noSeats')}</p>`}
      ${all.length > 0 && html`<table class="scores"><thead><tr>${['seat', 'department', 'role', 'status', 'link'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
        <tbody>${all.map((seat) => html`<${Row} key=${seat.id} desk=${desk} path=${path} seat=${seat} onIssued=${issued} />`)}</tbody></table>`}
      <p class="hint measure">${t('owner.linksOnce')}</p>
      <${Links} desk=${desk} path=${path} seats=${all} />
      <${Add} desk=${desk} path=${path} assessment=${assessment} onIssued=${(seat) => { issued(seat); onSeats(); }} />`}<//></section>`;
}

function Row({ desk, path, seat, onIssued }) {
  const [sure, setSure] = useState(false);
  const deed = useDeed(async (_, once) => {
    onIssued(await desk.post(`${path}/seats/${seat.id}/handover`, {}, once));
    setSure(false);
  });
  const link = desk.links.get(seat.id);
  return html`<tr>
    <th scope="row">${seat.key}</th>
    <td data-label=${t('owner.department')}>${[seat.department, seat.unit].filter(Boolean).join(' / ')}</td>
    <td data-label=${t('owner.role')}>${seat.role ?? '–'}</td>
    <td data-label=${t('owner.status')}>${t(`owner.seat-${seat.status}`)}</td>
    <td data-label=${t('owner.link')}>
      ${link && html`<${Copy} text=${link} label=${t('owner.copyLink', { seat: seat.key })} />`}
      ${sure ? html`<p class="small">${t('owner.handOverText')}</p>
          <button type="button" class="plain-button" disabled=${deed.busy} onClick=${() => deed.run()}>${t('owner.handOverSure')}</button>${' '}
          <button type="button" class="plain-button" onClick=${() => setSure(false)}>${t('owner.cancel')}</button>`
        : html`<button type="button" class="plain-button" aria-label=${t('owner.handOverOf', { seat: seat.key })} onClick=${() => setSure(true)}>${t('owner.handOver')}</button>`}
      <${Wrong} deed=${deed} /></td></tr>`;
}

/** The links that this page knows, as a file; and a word to the server that they were handed out. */
function Links({ desk, path, seats }) {
  const known = seats.filter((seat) => desk.links.has(seat.id));
  const [sent, setSent] = useState(false);
  const deed = useDeed(async (_, once) => {
    await desk.post(`${path}/invitations`, { seats: known.map((seat) => seat.id) }, once);
    setSent(true);
  });
  if (known.length === 0) {
    return null;
  }
  const save = () => {
    const rows = [['seat', 'department', 'role', 'link'], ...known.map((seat) => [seat.key, seat.department, seat.role ?? '', desk.links.get(seat.id)])];
    download('moatmark-links.csv', 'text/csv;charset=utf-8', `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`);
  };
  return html`<div class="steps">
    <button type="button" onClick=${save}>${t('owner.linksCsv', { n: known.length })}</button>
    <button type="button" class="secondary outline" disabled=${deed.busy} onClick=${() => deed.run()}>${t('owner.handedOut')}</button>
    <span role="status">${sent && t('owner.handedOutDone')}</span><${Wrong} deed=${deed} /></div>`;
}

function Add({ desk, path, assessment, onIssued }) {
  const kinds = useFetched(() => Promise.all(assessment.questionnaires.map((one) => desk.get(`/v1/questionnaires/${one.id}/versions/${one.version}`))), [assessment.version]);
  const deed = useDeed(async ({ form, ...given }, once) => {
    const informants = Object.fromEntries(assessment.questionnaires.map(({ id }) => [id, given[`kind-${id}`]]).filter(([, kind]) => kind));
    const { seat: key, department, role, unit } = given;
    onIssued(await desk.post(`${path}/seats`, { key, department, role, unit, informants }, once));
    form.reset();
  });
  if (assessment.status === 'closed') {
    return null;
  }
  return html`<details class="measure"><summary>${t('owner.addSeat')}</summary><${Fetched} from=${kinds}>${(asked) => html`
    <form onSubmit=${filled((given, form) => deed.run({ ...given, form }))}>
      <div class="fields">
        <label>${t('owner.seat')}<input name="seat" required maxlength="200" autocomplete="off" /></label>
        <label>${t('owner.department')}<input name="department" required maxlength="200" autocomplete="off" /></label>
        <label>${t('owner.role')}<input name="role" maxlength="200" autocomplete="off" /></label>
        <label>${t('owner.unit')}<input name="unit" maxlength="200" autocomplete="off" /></label>
        ${asked.map((one) => html`<label key=${one.id}>${t('owner.speaksFor', { questionnaire: say(one.title) })}
          <select name=${`kind-${one.id}`}><option value="">${t('owner.notAsked')}</option>
            ${one.informants.map((kind) => html`<option key=${kind.key} value=${kind.key}>${say(kind.name)}</option>`)}</select></label>`)}
      </div>
      <${Wrong} deed=${deed} />
      <button type="submit" disabled=${deed.busy}>${t('owner.addSeat')}</button>
    </form>`}<//></details>`;
}
