// What was done in the tenant, and by whom; of one assessment, or of all.

import { html } from './frame.js';
import { t } from './i18n.js';
import { Fetched, More, useFetched, useList, When } from './owner-parts.js';

export const AuditTrail = ({ desk }) => html`<h1>${t('owner.audit')}</h1><p class="measure">${t('owner.auditText')}</p><${Trail} desk=${desk} />`;

export function Trail({ desk, subject }) {
  const list = useList(desk, `/v1/audit?limit=50${subject ? `&subject=${subject}` : ''}`);
  const keys = useFetched(() => (desk.may('manage-keys') ? desk.all('/v1/keys') : Promise.resolve(null)), []);
  return html`<${Fetched} from=${list}>${({ items }) => html`<div class="scroll" tabindex="0" role="region" aria-label=${t('owner.audit')}><table>
      <thead><tr>${['at', 'actor', 'deed', 'times', 'reason'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${items.map((one) => html`<tr key=${one.id}><td><${When} at=${one.at} /></td><td class="small">${actorOf(one.actor, keys.value)}</td><td lang="en">${one.deed}</td><td>${one.times}</td><td>${one.reason ?? ''}</td></tr>`)}</tbody></table></div>`}<//>
    <${More} list=${list} />`;
}

/** Who did something: a key by its label and scope where it is known, else by the end of its id. */
function actorOf(actor, keys) {
  if (actor === 'seat') {
    return t('owner.actorSeat');
  } else if (!actor.startsWith('key:')) {
    return actor;
  }
  const key = keys?.find((one) => actor === `key:${one.id}`);
  return key
    ? t('owner.signedInAs', { label: key.label, scope: t(`owner.role-${key.scope}`) })
    : t(keys ? 'owner.actorGone' : 'owner.actorOther', { end: actor.slice(-4) });
}
