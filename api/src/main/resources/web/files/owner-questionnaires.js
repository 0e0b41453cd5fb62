// The questionnaires that can be asked: those that come with the program and those of the tenant; one to read, in both languages,
// with what differs between its versions; and a new one.

import { html, useState } from './frame.js';
import { t, say, saidIn } from './i18n.js';
import { Fetched, SaveFile, useFetched } from './owner-parts.js';
import { Changes } from './owner-changes.js';
import { Both } from './owner-preview.js';
import { Publish } from './owner-publish.js';

/** What of a questionnaire goes to other programs. */
const TAKEN = { asSurvey: 'survey.json', asTexts: 'texts.csv?bom=true' };

export function Questionnaires({ desk, id }) {
  return id === 'new' && desk.may('publish') ? html`<${Publish} desk=${desk} />` : id ? html`<${One} desk=${desk} id=${id} />` : html`<${List} desk=${desk} />`;
}

function List({ desk }) {
  const list = useFetched(() => desk.all('/v1/questionnaires'), []);
  return html`<div class="title-row"><h1>${t('owner.questionnaires')}</h1>${desk.may('publish') && html`<a role="button" href="#questionnaires/new">${t('owner.newQuestionnaire')}</a>`}</div>
    <${Fetched} from=${list}>${(all) => html`<table class="scores"><thead><tr>${['questionnaire', 'version', 'languagesOf', 'itemCount'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${all.map((one) => html`<tr key=${one.id}><th scope="row"><a href=${`#questionnaires/${one.id}`} lang=${saidIn(one.title)}>${say(one.title) || one.id}</a><br /><code class="small">${one.id}</code></th>
        <td data-label=${t('owner.version')}>${one.versions.map((each) => each.version).join(', ')}</td>
        <td data-label=${t('owner.languagesOf')}>${one.languages.join(', ')}</td>
        <td data-label=${t('owner.itemCount')}>${t('owner.itemsOf', { core: one.coreItems, items: one.items })}</td></tr>`)}</tbody></table>`}<//>`;
}

function One({ desk, id }) {
  const found = useFetched(() => desk.get(`/v1/questionnaires/${id}`), [id]);
  return html`<p class="no-print crumb"><a href="#questionnaires">${t('owner.questionnaires')}</a></p>
    <${Fetched} from=${found}>${(one) => html`<h1 lang=${saidIn(one.title)}>${say(one.title) || one.id}</h1><${Versions} desk=${desk} one=${one} />`}<//>`;
}

function Versions({ desk, one }) {
  const [version, setVersion] = useState(one.version);
  const [from, setFrom] = useState('');
  const whole = useFetched(() => desk.get(`/v1/questionnaires/${one.id}/versions/${version}`), [one.id, version]);
  const others = one.versions.map((each) => each.version).filter((each) => each !== version);
  return html`<div class="fields"><label>${t('owner.version')}<select value=${version} onChange=${(event) => { setVersion(event.target.value); setFrom(''); }}>
      ${one.versions.map((each) => html`<option key=${each.version} value=${each.version}>${each.version}</option>`)}</select></label>
      ${others.length > 0 && html`<label>${t('owner.compareWith')}<select value=${from} onChange=${(event) => setFrom(event.target.value)}><option value="">–</option>
        ${others.map((each) => html`<option key=${each} value=${each}>${each}</option>`)}</select></label>`}</div>
    <ul class="report-files no-print" aria-label=${t('owner.takeAlong')}>${Object.entries(TAKEN).map(([word, file]) => html`<li key=${word}>
      <${SaveFile} desk=${desk} path=${`/v1/questionnaires/${one.id}/versions/${version}/${file}`}>${t(`owner.${word}`)}<//></li>`)}</ul>
    ${from && html`<${Difference} desk=${desk} id=${one.id} from=${from} to=${version} />`}
    <${Fetched} from=${whole}>${(questionnaire) => html`<${Both} questionnaire=${questionnaire} />`}<//>`;
}

function Difference({ desk, id, from, to }) {
  const found = useFetched(() => desk.get(`/v1/questionnaires/${id}/versions/${from}/diff?to=${to}`), [id, from, to]);
  return html`<section><h2>${t('owner.difference', { from, to })}</h2><${Fetched} from=${found}>${(diff) => html`<${Changes} of=${diff} />`}<//></section>`;
}
