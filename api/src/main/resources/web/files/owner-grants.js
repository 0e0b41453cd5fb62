// Who acts on an assessment beside the owners: consultants and readers to whom it is granted, by the holder of a key.

import { html } from './frame.js';
import { t } from './i18n.js';
import { Fetched, filled, useDeed, useFetched, When, Wrong } from './owner-parts.js';

const GRANTED = ['analyst', 'reader'];

export function Grants({ desk, path }) {
  const grants = useFetched(() => desk.all(`${path}/grants`), [path]);
  const keys = useFetched(() => desk.all('/v1/keys'), []);
  const deed = useDeed(async ({ key }, once) => {
    await desk.post(`${path}/grants`, { key }, once);
    grants.again();
  });
  return html`<section><h2>${t('owner.grants')}</h2><p class="measure">${t('owner.grantsText')}</p>
    <${Fetched} from=${grants}>${(all) => html`${all.length === 0 ? html`<p>${t('owner.noGrants')}</p>` : html`<table class="scores narrow">
        <thead><tr>${['label', 'scope', 'grantedAt', 'actions'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
        <tbody>${all.map((one) => html`<${Row} key=${one.holder} desk=${desk} path=${path} grant=${one} onGone=${grants.again} />`)}</tbody></table>`}
      <${Fetched} from=${keys}>${(known) => {
        const free = known.filter((key) => GRANTED.includes(key.scope) && !all.some((one) => one.holder === key.holder));
        return free.length === 0 ? html`<p class="hint small">${t('owner.nobodyToGrant')} <a href="#keys">${t('owner.keys')}</a></p>`
          : html`<form class="measure" onSubmit=${filled((given) => deed.run(given))}><label>${t('owner.grantTo')}<select name="key">
              ${free.map((key) => html`<option key=${key.id} value=${key.id}>${key.label} (${t(`owner.role-${key.scope}`)})</option>`)}</select></label>
            <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.grant')}</button></form>`;
      }}<//>`}<//></section>`;
}

function Row({ desk, path, grant, onGone }) {
  const deed = useDeed(async () => {
    await desk.remove(`${path}/grants/${grant.holder}`, grant.version);
    onGone();
  });
  return html`<tr><th scope="row">${grant.label}</th><td data-label=${t('owner.scope')}>${t(`owner.role-${grant.scope}`)}</td>
    <td data-label=${t('owner.grantedAt')}><${When} at=${grant.grantedAt} short /></td>
    <td data-label=${t('owner.actions')}><button type="button" class="plain-button" disabled=${deed.busy} aria-label=${t('owner.ungrantOf', { label: grant.label })} onClick=${() => deed.run()}>${t('owner.ungrant')}</button><${Wrong} deed=${deed} /></td></tr>`;
}
