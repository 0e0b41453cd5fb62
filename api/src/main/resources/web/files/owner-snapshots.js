// Snapshots of an assessment: taken, shown to its seats, compared, withdrawn; and the links that show one to somebody else.

import { html, useState } from './frame.js';
import { t } from './i18n.js';
import { Fetched, filled, useDeed, useFetched, When, Wrong } from './owner-parts.js';
import { Sure } from './owner-sure.js';
import { Shares } from './owner-shares.js';

export function Snapshots({ desk, path, assessment }) {
  const snapshots = useFetched(() => desk.all(`${path}/snapshots`), [path]);
  return html`<section><h2>${t('owner.snapshots')}</h2><p class="measure">${t('owner.snapshotsText')}</p>
    <${Fetched} from=${snapshots}>${(all) => html`
      ${all.length > 0 && html`<table class="scores"><thead><tr>${['snapshotOf', 'taken', 'seen', 'actions'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
        <tbody>${all.map((one) => html`<${Row} key=${one.name} desk=${desk} path=${path} snapshot=${one} onChange=${snapshots.again} />`)}</tbody></table>`}
      ${desk.may('set-up') && (assessment.status === 'draft' ? html`<p class="hint">${t('owner.noSnapshotYet')}</p>`
        : html`<${Take} desk=${desk} path=${path} open=${all.length === 0} onTaken=${snapshots.again} />`)}
      ${desk.may('set-up') && all.some((one) => !one.withdrawnAt) && html`<${Shares} desk=${desk} path=${path} snapshots=${all.filter((one) => !one.withdrawnAt)} />`}`}<//></section>`;
}

function Row({ desk, path, snapshot, onChange }) {
  const [sure, setSure] = useState(false);
  const at = `${path}/snapshots/${snapshot.name}`;
  const show = useDeed(async () => {
    await desk.patch(at, snapshot.version, { shownToSeats: !snapshot.shownToSeats });
    onChange();
  });
  return html`<tr><th scope="row">${snapshot.title ?? snapshot.name}${snapshot.title && html`<br /><span class="small quiet">${snapshot.name}</span>`}</th>
      <td data-label=${t('owner.taken')}><${When} at=${snapshot.createdAt} short />${snapshot.erasedSeats > 0 && html`<br /><span class="small">${t('owner.erasedSeats', { n: snapshot.erasedSeats })}</span>`}</td>
      <td data-label=${t('owner.seen')}>${snapshot.withdrawnAt ? t('owner.withdrawn') : t(snapshot.shownToSeats ? 'owner.seenBySeats' : 'owner.seenByOwners')}</td>
      <td data-label=${t('owner.actions')}>${snapshot.withdrawnAt ? '–' : html`<span class="tools">
        ${desk.may('set-up') && html`<button type="button" class="plain-button" disabled=${show.busy} aria-label=${`${t(snapshot.shownToSeats ? 'owner.hideFromSeats' : 'owner.showToSeats')}: ${snapshot.name}`} onClick=${() => show.run()}>${t(snapshot.shownToSeats ? 'owner.hideFromSeats' : 'owner.showToSeats')}</button>`}
        ${desk.may('withdraw') && html`<button type="button" class="plain-button" aria-label=${`${t('owner.withdraw')}: ${snapshot.name}`} aria-expanded=${sure ? 'true' : 'false'} onClick=${() => setSure(!sure)}>${t('owner.withdraw')}</button>`}</span>`}
        <${Wrong} deed=${show} /></td></tr>
    ${sure && html`<tr class="more"><td colspan="4"><${Sure} text=${t('owner.withdrawText')} yes=${t('owner.withdraw')} onCancel=${() => setSure(false)}
      run=${async () => { await desk.remove(at, snapshot.version); setSure(false); onChange(); }} /></td></tr>`}`;
}

function Take({ desk, path, open, onTaken }) {
  const deed = useDeed(async ({ form, name, title }, once) => {
    await desk.post(`${path}/snapshots`, { name, ...(title && { title }) }, once);
    form.reset();
    onTaken();
  });
  return html`<details class="measure" open=${open}><summary>${t('owner.take')}</summary><form onSubmit=${filled((given, form) => deed.run({ ...given, form }))}>
    <label>${t('owner.snapshotTitle')}<input name="title" maxlength="200" autocomplete="off" /></label>
    <label>${t('owner.snapshot')}<input name="name" required maxlength="64" autocomplete="off" aria-describedby="snapshot-hint" /></label>
    <p id="snapshot-hint" class="hint small">${t('owner.snapshotHint')}</p>
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}>${t('owner.take')}</button></form></details>`;
}
