// What was done in the tenant, and by whom; of one assessment, or of all.

import { html } from './frame.js';
import { t } from './i18n.js';
import { Fetched, More, useList, When } from './owner-parts.js';

export const AuditTrail = ({ desk }) => html`<h1>${t('owner.audit')}</h1><p class="measure">${t('owner.auditText')}</p><${Trail} desk=${desk} />`;

export function Trail({ desk, subject }) {
  const list = useList(desk, `/v1/audit?limit=50${subject ? `&subject=${subject}` : ''}`);
  return html`<${Fetched} from=${list}>${({ items }) => html`<div class="scroll" tabindex="0" role="region" aria-label=${t('owner.audit')}><table>
      <thead><tr>${['at', 'actor', 'deed', 'times', 'reason'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${items.map((one) => html`<tr key=${one.id}><td><${When} at=${one.at} /></td><td class="small">${one.actor}</td><td lang="en">${one.deed}</td><td>${one.times}</td><td>${one.reason ?? ''}</td></tr>`)}</tbody></table></div>`}<//>
    <${More} list=${list} />`;
}
