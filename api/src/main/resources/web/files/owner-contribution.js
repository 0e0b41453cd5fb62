// Whether the results of an assessment are given to the yearly benchmark across organisations: what enters of each questionnaire,
// what everybody then reads, and the deed itself, which can be taken back.

import { html, useState } from './frame.js';
import { t, date, say } from './i18n.js';
import { Fetched, TitleOf, useDeed, useFetched, When, Wrong } from './owner-parts.js';

export function Contribution({ desk, path }) {
  const told = useFetched(() => Promise.all([desk.get(`${path}/contribution`), desk.titles()]), [path]);
  const deed = useDeed(async (contributed) => {
    const [before, titles] = told.value;
    told.change([await desk.patch(`${path}/contribution`, before.version, { contributed }), titles]);
  });
  return html`<section><h2>${t('owner.benchmark')}</h2><${Fetched} from=${told}>${([state]) => html`
    <p class="measure">${say(state.explanation)}</p>
    <table class="scores"><thead><tr>${['questionnaire', 'version', 'enters'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${state.questionnaires.map((one) => html`<tr key=${one.id}><th scope="row"><${TitleOf} desk=${desk} id=${one.id} /></th>
        <td data-label=${t('owner.version')}>${one.version}</td><td data-label=${t('owner.enters')}>${say(one.what)}</td></tr>`)}</tbody></table>
    <p role="status" class="notice measure">${state.contributed ? t('owner.contributed', { since: date(state.since) }) : t(state.closed ? 'owner.notContributed' : 'owner.contributeLater')}</p>
    <${Wrong} deed=${deed} />
    ${state.contributed
      ? html`<button type="button" class="secondary outline narrow" disabled=${deed.busy} onClick=${() => deed.run(false)}>${t('owner.takeBack')}</button>`
      : state.closed && state.questionnaires.some((one) => one.enters) && html`<button type="button" class="narrow" disabled=${deed.busy} onClick=${() => deed.run(true)}>${t('owner.contribute')}</button>`}
    ${state.questionnaires.filter((one) => one.enters).map((one) => html`<${Released} key=${one.id} desk=${desk} id=${one.id} />`)}`}<//></section>`;
}

/** The newest release of a questionnaire, asked for when somebody wants to see it. */
function Released({ desk, id }) {
  const [wanted, setWanted] = useState(false);
  return html`<details class="measure" onToggle=${(event) => setWanted(event.currentTarget.open)}><summary>${t('owner.released')} <${TitleOf} desk=${desk} id=${id} /></summary>
    ${wanted && html`<${Release} desk=${desk} id=${id} />`}</details>`;
}

function Release({ desk, id }) {
  const found = useFetched(async () => {
    try {
      return await desk.get(`/v1/benchmarks/${id}?source=contributed`);
    } catch (thrown) {
      if (thrown.status === 404) {
        return { year: null };
      }
      throw thrown;
    }
  }, [id]);
  return html`<${Fetched} from=${found}>${({ year, made, k, groups }) => (year === null ? html`<p>${t('owner.notReleased')}</p>` : html`
    <p>${t('owner.releaseOf', { year: String(year), k })} <${When} at=${made} short /></p>
    <table class="scores"><thead><tr>${['theme', 'companies', 'quartiles'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${(groups.find((one) => one.by === 'all')?.places ?? []).map((one) => html`<tr key=${one.key}><th scope="row">${say(one.title)}</th>
        <td data-label=${t('owner.companies')}>${one.suppressed ? t('owner.tooFew', { k }) : one.n}</td>
        <td data-label=${t('owner.quartiles')}>${one.quartiles ? t('owner.quartilesOf', one.quartiles) : '–'}</td></tr>`)}</tbody></table>`)}<//>`;
}
