// Links that show one snapshot to whoever has them, until they end or are revoked. A link is shown this once.

import { html, useState } from './frame.js';
import { t } from './i18n.js';
import { Fetched, filled, ToCopy, useDeed, useFetched, When, Wrong } from './owner-parts.js';
import { fromZone } from './owner-dates.js';
import { QrOf } from './owner-qr.js';

export function Shares({ desk, path, snapshots }) {
  const shares = useFetched(() => desk.all(`${path}/shares`), [path]);
  const [made, setMade] = useState(null);
  const deed = useDeed(async ({ form, snapshot, label, expiresAt }, once) => {
    setMade(await desk.post(`${path}/shares`, { snapshot, label, ...(expiresAt && { expiresAt: fromZone(expiresAt, desk.tenant.timeZone) }) }, once));
    form.reset();
    shares.again();
  });
  return html`<h3>${t('owner.shares')}</h3><p class="measure">${t('owner.sharesText')}</p>
    ${made && html`<div class="notice measure" role="status"><p>${t('owner.shareOnce', { label: made.label })}</p><${ToCopy} rows="2" label=${t('owner.link')} text=${made.link} /><${QrOf} link=${made.link} name=${made.label} /></div>`}
    <${Fetched} from=${shares}>${(all) => all.length > 0 && html`<table class="scores"><thead><tr>${['shareFor', 'snapshotOf', 'ending', 'expiresAt', 'actions'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${all.map((one) => html`<${Row} key=${one.id} desk=${desk} path=${path} share=${one} onGone=${shares.again} />`)}</tbody></table>`}<//>
    <details class="measure"><summary>${t('owner.newShare')}</summary><form onSubmit=${filled((given, form) => deed.run({ ...given, form }))}>
      <label>${t('owner.snapshotOf')}<select name="snapshot">${snapshots.map((one) => html`<option key=${one.name} value=${one.name}>${one.title ?? one.name}</option>`)}</select></label>
      <label>${t('owner.shareFor')}<input name="label" required maxlength="200" autocomplete="off" placeholder=${t('owner.shareExample')} /></label>
      <label>${t('owner.shareUntil', { zone: desk.tenant.timeZone })}<input type="datetime-local" name="expiresAt" /></label>
      <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.newShare')}</button></form></details>`;
}

function Row({ desk, path, share, onGone }) {
  const deed = useDeed(async () => {
    await desk.remove(`${path}/shares/${share.id}`, share.version);
    onGone();
  });
  const over = share.revokedAt || Date.parse(share.expiresAt) <= Date.now();
  return html`<tr><th scope="row">${share.label}</th>
    <td data-label=${t('owner.snapshotOf')}>${share.snapshot}</td>
    <td data-label=${t('owner.ending')}><code>…${share.lastFour}</code></td>
    <td data-label=${t('owner.expiresAt')}>${share.revokedAt ? t('owner.revoked') : html`<${When} at=${share.expiresAt} zone=${desk.tenant.timeZone} />`}</td>
    <td data-label=${t('owner.actions')}>${over ? '–' : html`<button type="button" class="plain-button" disabled=${deed.busy} aria-label=${t('owner.revokeShareOf', { label: share.label })} onClick=${() => deed.run()}>${t('owner.revoke')}</button>`}
      <${Wrong} deed=${deed} /></td></tr>`;
}
