// What is stored of the tenant, to be taken away, removed when it is old, or erased whole.

import { html, useState } from './frame.js';
import { t, link } from './i18n.js';
import { Fetched, filled, useDeed, useFetched, Wrong } from './owner-parts.js';
import { Exports } from './owner-exports.js';

const REMOVED = ['drafts', 'links', 'answers', 'snapshots', 'auditLines'];

export function Data({ desk, onOut }) {
  const tenant = useFetched(() => (desk.may('keep-tenant') ? desk.get('/v1/tenant') : Promise.resolve(null)), []);
  return html`<h1>${t('owner.data')}</h1>
    <p class="lead">${t('owner.dataLead')}</p>
    <ul class="measure">${[1, 2, 3, 4, 5].map((i) => html`<li key=${i}>${t(`owner.stored-${i}`)}</li>`)}</ul>
    <p><a href=${link('/privacy')}>${t('owner.privacyPage')}</a></p>
    <section><h2>${t('owner.exportTenant')}</h2><p class="measure">${t('owner.exportTenantText')}</p><${Exports} desk=${desk} /></section>
    ${desk.may('keep-tenant') && html`<${Fetched} from=${tenant}>${(one) => html`
      <section><h2>${t('owner.retention')}</h2><p class="measure">${t('owner.retentionText', one.retention)} <a href="#settings">${t('owner.settings')}</a></p><${Old} desk=${desk} /></section>
      <section><h2>${t('owner.eraseSeat')}</h2><p class="measure">${t('owner.eraseSeatText')}</p></section>
      <section><h2>${t('owner.eraseTenant')}</h2><${Erase} desk=${desk} tenant=${one} onOut=${onOut} /></section>`}<//>`}`;
}

/** What is older than it is to be: counted first, then removed. */
function Old({ desk }) {
  const [counted, setCounted] = useState(null);
  const deed = useDeed(async (dryRun, once) => setCounted(await desk.post('/v1/retention', { dryRun }, once)));
  const any = counted && REMOVED.some((one) => counted[one] > 0);
  return html`<${Wrong} deed=${deed} />
    <div role="status">${counted && html`<p>${t(counted.dryRun ? (any ? 'owner.wouldGo' : 'owner.nothingOld') : 'owner.gone')}</p>
      ${any && html`<ul class="plain">${REMOVED.filter((one) => counted[one] > 0).map((one) => html`<li key=${one}>${t(`owner.old-${one}`, { n: counted[one] })}</li>`)}</ul>`}`}</div>
    <div class="steps plain"><button type="button" class="secondary outline" disabled=${deed.busy} onClick=${() => deed.run(true)}>${t('owner.countOld')}</button>
      ${any && counted.dryRun && html`<button type="button" disabled=${deed.busy} onClick=${() => deed.run(false)}>${t('owner.removeOld')}</button>`}</div>`;
}

/** Everything, for good; who does it writes the name of the tenant. */
function Erase({ desk, tenant, onOut }) {
  const [name, setName] = useState('');
  const deed = useDeed(async () => {
    await desk.remove('/v1/tenant', tenant.version);
    onOut();
  });
  return html`<form class="measure" onSubmit=${filled(() => name.trim() === tenant.name && deed.run())}><p>${t('owner.eraseTenantText')}</p>
    <label>${t('owner.writeName', { name: tenant.name })}<input value=${name} autocomplete="off" spellcheck="false" onInput=${(event) => setName(event.target.value)} /></label>
    <${Wrong} deed=${deed} /><button type="submit" class="danger" disabled=${deed.busy || name.trim() !== tenant.name}>${t('owner.eraseTenant')}</button></form>`;
}
