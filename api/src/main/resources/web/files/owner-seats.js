// The seats of an assessment: who is asked for how long, their links, and what can be done with one.

import { html, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Copy, Fetched, filled, useDeed, useFetched, Wrong } from './owner-parts.js';
import { Sure } from './owner-sure.js';
import { load, minutesOf, sum } from './minutes.js';
import { Links } from './owner-links.js';
import { QrOf } from './owner-qr.js';
import { AddSeats } from './owner-seats-add.js';
import { KindChoice } from './owner-kind.js';

export function Seats({ desk, path, assessment, onAgain }) {
  const seats = useFetched(() => desk.all(`${path}/seats`), [path]);
  const asked = useFetched(() => Promise.all(assessment.questionnaires.map((one) => desk.get(`/v1/questionnaires/${one.id}/versions/${one.version}`))), [assessment.version]);
  const issued = (seat) => {
    desk.keep(seat);
    seats.again();
  };
  return html`<section><h2>${t('owner.seats')}</h2>
    ${(assessment.visibility.notes ?? []).map((note) => html`<p key=${note.en} class="notice warn measure">${say(note)}</p>`)}
    <${Fetched} from=${asked}>${(questionnaires) => html`<${Fetched} from=${seats}>${(all) => html`
      ${all.length === 0 ? html`<p class="notice measure">${t('owner.noSeats')}</p>` : html`<table class="scores">
        <thead><tr>${['seat', 'department', 'speaks', 'asked', 'status', 'link'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
        <tbody>${all.map((seat) => html`<${Row} key=${seat.id} desk=${desk} path=${path} seat=${seat} assessment=${assessment} questionnaires=${questionnaires}
          onIssued=${issued} onChange=${() => { seats.again(); onAgain(); }} />`)}</tbody></table>`}
      <${Links} desk=${desk} path=${path} assessment=${assessment} seats=${all} />
      ${assessment.status !== 'closed' && html`<${AddSeats} desk=${desk} path=${path} assessment=${assessment} questionnaires=${questionnaires} taken=${all.map((seat) => seat.key)}
        onIssued=${(added) => { added.forEach((seat) => desk.keep(seat)); seats.again(); onAgain(); }} />`}`}<//>`}<//></section>`;
}

const kindsOf = (seat, id) => [seat.informants[id] ?? []].flat();

/** What a seat is asked in all: an item that two of its kinds are asked is asked once. */
function effort(seat, questionnaires, form) {
  return sum(questionnaires.map((one) => load(one, kindsOf(seat, one.id), form)));
}

function Row({ desk, path, seat, assessment, questionnaires, onIssued, onChange }) {
  const [open, setOpen] = useState('');
  const { items, seconds } = effort(seat, questionnaires, assessment.form);
  const link = desk.links.get(seat.id);
  const kinds = questionnaires.flatMap((one) => kindsOf(seat, one.id).map((kind) => say(one.informants.find((known) => known.key === kind)?.name)));
  const choose = (what) => html`<button key=${what} type="button" class="plain-button" aria-expanded=${open === what ? 'true' : 'false'}
    aria-label=${t(`owner.${what}Of`, { seat: seat.key })} onClick=${() => setOpen(open === what ? '' : what)}>${t(`owner.${what}`)}</button>`;
  const deeds = assessment.status === 'closed' ? ['history', 'remove'] : ['change', 'handOver', ...(seat.status === 'open' ? [] : ['giveBack']), 'history', 'remove'];
  const done = () => setOpen('');
  return html`<tr>
      <th scope="row">${seat.key}${seat.role && html`<br /><span class="small quiet">${seat.role}</span>`}</th>
      <td data-label=${t('owner.department')}>${[seat.department, seat.unit].filter(Boolean).join(' / ')}</td>
      <td data-label=${t('owner.speaks')}>${[...new Set(kinds)].join(', ') || '–'}</td>
      <td class="effort" data-label=${t('owner.asked')}>${t('owner.effort', { items, minutes: minutesOf({ seconds }) })}</td>
      <td data-label=${t('owner.status')}>${t(`owner.seat-${seat.status}`)}</td>
      <td data-label=${t('owner.link')}>
        ${link && html`<span class="tools"><${Copy} text=${link} label=${t('owner.copyLink', { seat: seat.key })} /><${QrOf} link=${link} name=${seat.key} /></span>`}
        <span class="tools">${deeds.map(choose)}</span></td></tr>
    ${open && html`<tr class="more"><td colspan="6">
      ${open === 'change' && html`<${Change} desk=${desk} path=${path} seat=${seat} questionnaires=${questionnaires} onDone=${() => { done(); onChange(); }} onCancel=${done} />`}
      ${open === 'handOver' && html`<${Sure} text=${t('owner.handOverText')} yes=${t('owner.handOverSure')} onCancel=${done}
        run=${async (once) => { onIssued(await desk.post(`${path}/seats/${seat.id}/handover`, {}, once)); done(); }} />`}
      ${open === 'giveBack' && html`<${Sure} text=${t('owner.giveBackText')} yes=${t('owner.giveBack')} onCancel=${done}
        run=${async () => { await desk.patch(`${path}/seats/${seat.id}`, seat.version, { status: 'open' }); done(); onChange(); }} />`}
      ${open === 'remove' && html`<${Remove} desk=${desk} path=${path} seat=${seat} assessment=${assessment} onCancel=${done} onDone=${() => { done(); onChange(); }} />`}
      ${open === 'history' && html`<${History} desk=${desk} path=${path} seat=${seat} />`}</td></tr>`}`;
}

/** Erases a seat; of a confidential assessment with what was released of it, if somebody insists. */
function Remove({ desk, path, seat, assessment, onCancel, onDone }) {
  const [withdraw, setWithdraw] = useState(false);
  const insist = assessment.visibility.mode === 'confidential' && assessment.status !== 'draft' && desk.may('withdraw');
  return html`<${Sure} text=${t('owner.removeText')} yes=${t('owner.removeSure')} onCancel=${onCancel}
    run=${async () => { await desk.remove(`${path}/seats/${seat.id}${withdraw ? '?release=withdraw' : ''}`, seat.version); onDone(); }}>
    ${insist && html`<label><input type="checkbox" checked=${withdraw} onChange=${(event) => setWithdraw(event.target.checked)} />${' '}${t('owner.withdrawRelease')}</label>`}<//>`;
}

function Change({ desk, path, seat, questionnaires, onDone, onCancel }) {
  const deed = useDeed(async (given) => {
    // A seat of several kinds on a questionnaire keeps them; the page has no field for such.
    const informants = Object.fromEntries(questionnaires.map(({ id }) => [id, kindsOf(seat, id).length > 1 ? seat.informants[id] : given[`kind-${id}`]]).filter(([, kinds]) => kinds));
    const others = questionnaires.some(({ id }) => [informants[id] ?? []].flat().join() !== kindsOf(seat, id).join());
    await desk.patch(`${path}/seats/${seat.id}`, seat.version, {
      key: given.key, department: given.department, role: given.role ?? null, unit: given.unit ?? null,
      ...(others && { informants }),
    });
    onDone();
  });
  return html`<form onSubmit=${filled((given) => deed.run(given))}><div class="fields">
      <label>${t('owner.seat')}<input name="key" required maxlength="200" autocomplete="off" defaultValue=${seat.key} /></label>
      <label>${t('owner.department')}<input name="department" required maxlength="200" autocomplete="off" defaultValue=${seat.department} /></label>
      <label>${t('owner.role')}<input name="role" maxlength="200" autocomplete="off" defaultValue=${seat.role ?? ''} /></label>
      <label>${t('owner.unit')}<input name="unit" maxlength="200" autocomplete="off" defaultValue=${seat.unit ?? ''} /></label>
      ${questionnaires.filter(({ id }) => kindsOf(seat, id).length < 2).map((one) => html`<${KindChoice} key=${one.id} questionnaire=${one} kind=${kindsOf(seat, one.id)[0]} />`)}
    </div><${Wrong} deed=${deed} />
    <div class="steps plain"><button type="submit" disabled=${deed.busy}>${t('owner.save')}</button>
      <button type="button" class="secondary outline" onClick=${onCancel}>${t('owner.cancel')}</button></div></form>`;
}

function History({ desk, path, seat }) {
  const found = useFetched(() => desk.get(`${path}/seats/${seat.id}/history`), [seat.id, seat.version]);
  return html`<${Fetched} from=${found}>${({ items }) => html`<ul class="plain small">${items.map((one) => html`<li key=${one.from}>${t('owner.held', { from: one.from.slice(0, 10), until: one.until?.slice(0, 10) ?? t('owner.now') })}</li>`)}</ul>`}<//>`;
}
