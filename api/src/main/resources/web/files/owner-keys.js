// The keys of the tenant: make one, replace one, end one. A new key is shown this once.

import { html, useState } from './frame.js';
import { t } from './i18n.js';
import { Fetched, filled, ToCopy, useDeed, useFetched, When, Wrong } from './owner-parts.js';

const SCOPES = ['owner', 'analyst', 'instructor', 'reader'];

export function Keys({ desk }) {
  const keys = useFetched(() => desk.all('/v1/keys'), []);
  const [made, setMade] = useState(null);
  const issued = (key) => {
    setMade(key);
    keys.again();
  };
  return html`<h1>${t('owner.keys')}</h1>
    ${made && html`<div class="notice" role="status"><p>${t('owner.keyOnce', { label: made.label })}</p><${ToCopy} rows="1" label=${t('owner.key')} text=${made.key} /></div>`}
    <${Fetched} from=${keys}>${(all) => html`<table class="scores">
      <thead><tr>${['label', 'scope', 'ending', 'lastUsed', 'expiresAt', 'actions'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${all.map((key) => html`<${Row} key=${key.id} desk=${desk} row=${key} onIssued=${issued} onGone=${keys.again} />`)}</tbody></table>
      <${Add} desk=${desk} onIssued=${issued} />`}<//>`;
}

function Row({ desk, row, onIssued, onGone }) {
  const [sure, setSure] = useState(false);
  const rotate = useDeed(async (_, once) => onIssued(await desk.post(`/v1/keys/${row.id}/rotate`, {}, once)));
  const revoke = useDeed(async () => {
    await desk.remove(`/v1/keys/${row.id}`, row.version);
    onGone();
  });
  return html`<tr><th scope="row">${row.label}</th>
    <td data-label=${t('owner.scope')}>${t(`owner.scope-${row.scope}`)}</td>
    <td data-label=${t('owner.ending')}><code>…${row.lastFour}</code></td>
    <td data-label=${t('owner.lastUsed')}><${When} at=${row.lastUsedAt} /></td>
    <td data-label=${t('owner.expiresAt')}><${When} at=${row.expiresAt} /></td>
    <td data-label=${t('owner.actions')}>${sure ? html`<p class="small">${t('owner.revokeText')}</p>
        <button type="button" class="plain-button" disabled=${revoke.busy} onClick=${() => revoke.run()}>${t('owner.revokeSure')}</button>${' '}
        <button type="button" class="plain-button" onClick=${() => setSure(false)}>${t('owner.cancel')}</button>`
      : html`<button type="button" class="plain-button" disabled=${rotate.busy} aria-label=${t('owner.rotateOf', { label: row.label })} onClick=${() => rotate.run()}>${t('owner.rotate')}</button>${' '}
        <button type="button" class="plain-button" aria-label=${t('owner.revokeOf', { label: row.label })} onClick=${() => setSure(true)}>${t('owner.revoke')}</button>`}
      <${Wrong} deed=${rotate} /><${Wrong} deed=${revoke} /></td></tr>`;
}

function Add({ desk, onIssued }) {
  const deed = useDeed(async ({ label, scope, form }, once) => {
    onIssued(await desk.post('/v1/keys', { label, scope }, once));
    form.reset();
  });
  return html`<details class="measure"><summary>${t('owner.newKey')}</summary><form onSubmit=${filled((given, form) => deed.run({ ...given, form }))}>
    <label>${t('owner.label')}<input name="label" required maxlength="200" autocomplete="off" /></label>
    <label>${t('owner.scope')}<select name="scope">${SCOPES.map((scope) => html`<option key=${scope} value=${scope}>${t(`owner.scope-${scope}`)}</option>`)}</select></label>
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.newKey')}</button></form></details>`;
}
