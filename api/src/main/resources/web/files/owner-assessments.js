// All assessments of the tenant that the key may see, with how many have answered.

import { html } from './frame.js';
import { t } from './i18n.js';
import { Fetched, More, useFetched, useList, When } from './owner-parts.js';

export function Assessments({ desk }) {
  const list = useList(desk, '/v1/assessments?limit=20');
  const companies = useFetched(() => companyNames(desk), []);
  return html`
    <h1>${t('owner.assessments')}</h1>
    <p><a role="button" href="#new">${t('owner.newAssessment')}</a></p>
    <${Fetched} from=${list}>${({ items }) => (items.length === 0 ? html`<p class="notice measure">${t('owner.noAssessments')}</p>` : html`
      <table class="scores">
        <thead><tr>${['name', 'company', 'status', 'answered', 'changed'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
        <tbody>${items.map((one) => html`<tr key=${one.id}>
          <th scope="row"><a href=${`#assessment/${one.id}`}>${one.name}</a></th>
          <td data-label=${t('owner.company')}>${companies.value?.get(one.company) ?? '–'}</td>
          <td data-label=${t('owner.status')}>${t(`owner.status-${one.status}`)}</td>
          <td data-label=${t('owner.answered')}><${Rate} desk=${desk} assessment=${one} /></td>
          <td data-label=${t('owner.changed')}><${When} at=${one.changedAt} /></td></tr>`)}</tbody>
      </table>`)}<//>
    <${More} list=${list} />`;
}

/** Names of companies by id; a reader is told none. */
async function companyNames(desk) {
  return new Map((await desk.all('/v1/companies')).map((one) => [one.id, one.name]));
}

function Rate({ desk, assessment }) {
  const rates = useFetched(() => desk.get(`/v1/assessments/${assessment.id}/response-rates`), [assessment.id]);
  return rates.value ? rateText(rates.value.whole) : rates.thrown ? '–' : '…';
}

/** "9 of 14", "at least 10 of 14", or that it is not told. */
export function rateText(group) {
  if (group.suppressed) {
    return t('owner.rateHidden', { all: group.seats });
  }
  return group.submitted === undefined
    ? t('owner.rateAtLeast', { n: group.submittedAtLeast, all: group.seats })
    : t('owner.rate', { done: group.submitted, all: group.seats });
}
