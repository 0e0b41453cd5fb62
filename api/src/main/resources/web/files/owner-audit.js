// What was done in the tenant, and by whom; of one assessment, or of all.

import { html } from './frame.js';
import { has, t } from './i18n.js';
import { Fetched, More, useFetched, useList, When } from './owner-parts.js';

export const AuditTrail = ({ desk }) => html`<h1>${t('owner.audit')}</h1><p class="measure">${t('owner.auditText')}</p><${Trail} desk=${desk} />`;

export function Trail({ desk, subject }) {
  const list = useList(desk, `/v1/audit?limit=50${subject ? `&subject=${subject}` : ''}`);
  const keys = useFetched(() => (desk.may('manage-keys') ? desk.all('/v1/keys') : Promise.resolve(null)), []);
  return html`<${Fetched} from=${list}>${({ items }) => html`<div class="scroll" tabindex="0" role="region" aria-label=${t('owner.audit')}><table>
      <thead><tr>${['at', 'actor', 'deed', 'times', 'reason'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${items.map((one) => html`<tr key=${one.id}><td><${When} at=${one.at} /></td><td class="small">${actorOf(one.actor, keys.value)}</td><${Deed} of=${one.deed} /><td>${one.times}</td><td>${one.reason ?? ''}</td></tr>`)}</tbody></table></div>`}<//>
    <${More} list=${list} />`;
}

/** Deeds that end in what they were done to, such as the name of a snapshot. */
const NAMED = [
  [/^read snapshot (.+) shown to seats$/, 'read-snapshot-shown-to-seats'],
  [/^read shared snapshot (.+)$/, 'read-shared-snapshot'],
  [/^read snapshot (.+)$/, 'read-snapshot'],
  [/^compare snapshots (.+)$/, 'compare-snapshots'],
  [/^refused ([A-Z]+ .+)$/, 'refused'],
];

/** What was done, in the language of the page; a deed that it has no words for as the program calls it. */
function Deed({ of }) {
  const key = `owner.deed-${of.replaceAll(' ', '-')}`;
  const named = NAMED.find(([pattern]) => pattern.test(of));
  if (has(key)) {
    return html`<td>${t(key)}</td>`;
  }
  return named
    ? html`<td>${t(`owner.deed-${named[1]}`, { name: named[0].exec(of)[1] })}</td>`
    : html`<td lang="en">${of}</td>`;
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
