// All assessments of the tenant that the key may see: found, filtered and sorted here, so many to a page, with how many have
// answered.

import { html, useState } from './frame.js';
import { lang, t } from './i18n.js';
import { Fetched, useFetched, When } from './owner-parts.js';

const PAGE = 20;
const STATES = ['open', 'draft', 'closed'];
const collator = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });

const SORTS = {
  changed: (one, other) => other.changedAt.localeCompare(one.changedAt),
  name: (one, other) => collator.compare(one.name, other.name),
  company: (one, other) => collator.compare(one.companyName, other.companyName),
  closesAt: (one, other) => (one.closesAt ?? '9').localeCompare(other.closesAt ?? '9'),
};

export function Assessments({ desk }) {
  const all = useFetched(() => everything(desk), []);
  return html`
    <div class="title-row"><h1>${t('owner.assessments')}</h1>
      ${desk.may('start-assessment') && html`<a role="button" href="#new">${t('owner.newAssessment')}</a>`}</div>
    <${Fetched} from=${all}>${(items) => (items.length === 0
      ? html`<p class="notice measure">${t(desk.may('grant') ? 'owner.noAssessments' : 'owner.noneGranted')}</p>`
      : html`<${Found} desk=${desk} items=${items} />`)}<//>`;
}

/** Assessments with the names of their companies; a reader is told none. */
async function everything(desk) {
  const [assessments, companies] = await Promise.all([
    desk.all('/v1/assessments'), desk.may('keep-companies') ? desk.all('/v1/companies') : [],
  ]);
  const names = new Map(companies.map((one) => [one.id, one.name]));
  return assessments.map((one) => ({ ...one, companyName: names.get(one.company) ?? '' }));
}

function Found({ desk, items }) {
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const [sort, setSort] = useState('changed');
  const [page, setPage] = useState(0);
  const first = (set) => (event) => {
    set(event.target.value);
    setPage(0);
  };
  const wanted = text.normalize('NFKC').trim().toLocaleLowerCase(lang);
  const found = items
    .filter((one) => (!status || one.status === status) && `${one.name}\n${one.companyName}`.normalize('NFKC').toLocaleLowerCase(lang).includes(wanted))
    .sort(SORTS[sort]);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  return html`
    <form class="fields filter" onSubmit=${(event) => event.preventDefault()}>
      <label>${t('owner.search')}<input type="search" value=${text} onInput=${first(setText)} autocomplete="off" /></label>
      <label>${t('owner.status')}<select value=${status} onChange=${first(setStatus)}><option value="">${t('owner.everyStatus')}</option>
        ${STATES.map((one) => html`<option key=${one} value=${one}>${t(`owner.status-${one}`)}</option>`)}</select></label>
      <label>${t('owner.sort')}<select value=${sort} onChange=${first(setSort)}>
        ${Object.keys(SORTS).map((one) => html`<option key=${one} value=${one}>${t(`owner.sort-${one}`)}</option>`)}</select></label>
    </form>
    <p class="small quiet" role="status">${t('owner.found', { n: found.length })}</p>
    ${found.length > 0 && html`<${Rows} desk=${desk} rows=${found.slice(page * PAGE, (page + 1) * PAGE)} />`}
    ${pages > 1 && html`<nav class="steps" aria-label=${t('owner.pages')}>
      <button type="button" class="secondary outline" disabled=${page === 0} onClick=${() => setPage(page - 1)}>${t('owner.before')}</button>
      <span>${t('owner.page', { page: page + 1, pages })}</span>
      <button type="button" class="secondary outline" disabled=${page === pages - 1} onClick=${() => setPage(page + 1)}>${t('owner.after')}</button></nav>`}`;
}

const Rows = ({ desk, rows }) => html`<table class="scores">
  <thead><tr>${['name', 'company', 'status', 'answered', 'closesAt', 'changed'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
  <tbody>${rows.map((one) => html`<tr key=${one.id}>
    <th scope="row"><a href=${`#assessment/${one.id}`}>${one.name}</a></th>
    <td data-label=${t('owner.company')}>${one.companyName || '–'}</td>
    <td data-label=${t('owner.status')}><span class=${`state state-${one.status}`}>${t(`owner.status-${one.status}`)}</span></td>
    <td data-label=${t('owner.answered')}><${Rate} desk=${desk} assessment=${one} /></td>
    <td data-label=${t('owner.closesAt')}><${When} at=${one.closesAt} zone=${desk.tenant.timeZone} /></td>
    <td data-label=${t('owner.changed')}><${When} at=${one.changedAt} short /></td></tr>`)}</tbody></table>`;

function Rate({ desk, assessment }) {
  const rates = useFetched(() => desk.get(`/v1/assessments/${assessment.id}/response-rates`), [assessment.id]);
  return rates.value ? rateText(rates.value.whole) : rates.thrown ? '–' : '…';
}

/** "9 of 14", "at least 10 of 14", or that it is not told. */
export function rateText(group) {
  if (group.suppressed) {
    return t('owner.rateHidden', { n: group.seats });
  }
  return group.submitted === undefined
    ? t('owner.rateAtLeast', { n: group.submittedAtLeast, all: group.seats })
    : t('owner.rate', { done: group.submitted, n: group.seats });
}
