// What the tenant set for itself: its name, the time zone in which its dates are told, and how long things are kept.

import { html, useState } from './frame.js';
import { t } from './i18n.js';
import { Fetched, filled, useDeed, useFetched, Wrong } from './owner-parts.js';
import { Look } from './owner-look.js';

const DAYS = { draftDays: [1, 3650], linkDays: [0, 3650], answerDays: [0, 36500], auditDays: [90, 36500] };

export function TenantSettings({ desk }) {
  const tenant = useFetched(() => desk.get('/v1/tenant'), []);
  return html`<h1>${t('owner.settings')}</h1><${Fetched} from=${tenant}>${(one) => html`
    <section><${Form} desk=${desk} tenant=${one} onChange=${tenant.change} /></section>
    ${one.brand && html`<section><h2>${t('owner.look')}</h2><${Look} desk=${desk} tenant=${one} onChange=${tenant.change} /></section>`}`}<//>`;
}

function Form({ desk, tenant, onChange }) {
  const [saved, setSaved] = useState(false);
  const deed = useDeed(async ({ name, timeZone, ...days }) => {
    setSaved(false);
    const retention = Object.fromEntries(Object.entries(days).map(([key, text]) => [key, Number(text)]));
    onChange(await desk.patch('/v1/tenant', tenant.version, { name, timeZone, retention }));
    setSaved(true);
  });
  return html`<form class="measure" onSubmit=${filled((given) => deed.run(given))}>
    <label>${t('owner.tenantName')}<input name="name" required maxlength="200" autocomplete="organization" defaultValue=${tenant.name} /></label>
    <label>${t('owner.timeZone')}<input name="timeZone" required maxlength="100" list="zones" autocomplete="off" spellcheck="false" defaultValue=${tenant.timeZone} /></label>
    <datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option key=${zone} value=${zone}></option>`)}</datalist>
    <fieldset><legend>${t('owner.retention')}</legend><div class="fields">
      ${Object.entries(DAYS).map(([name, [min, max]]) => html`<label key=${name}>${t(`owner.${name}`)}<input type="number" name=${name} inputmode="numeric" required min=${min} max=${max} defaultValue=${tenant.retention[name]} /></label>`)}</div></fieldset>
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.save')}</button> <span role="status">${saved && t('owner.saved')}</span></form>`;
}
