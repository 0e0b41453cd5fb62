// What came of the answers, now or as a snapshot froze it: in short, as files of each questionnaire, and everything as one file.

import { html, useState } from './frame.js';
import { lang, t, score } from './i18n.js';
import { Fetched, SaveFile, TitleOf, useFetched } from './owner-parts.js';
import { Exports } from './owner-exports.js';
import { reportScreen } from './owner-report.js';

const FILES = ['report.html', 'report.pdf', 'report.pptx', 'scores.csv', 'data.xlsx'];
const ANSWERS = ['responses.csv', 'spss.zip', 'r.zip'];

export function Results({ desk, path, assessment }) {
  const [snapshot, setSnapshot] = useState('');
  const told = useFetched(() => Promise.all([
    desk.all(`${path}/snapshots`), desk.get(`${path}/results${snapshot && `?snapshot=${snapshot}`}`), desk.titles(),
  ]), [path, snapshot]);
  return html`<section><h2>${t('owner.results')}</h2>
    <${Fetched} from=${told}>${([snapshots, { items }]) => html`
    ${snapshots.length > 0 && html`<label class="measure">${t('owner.asOf')}<select value=${snapshot} onChange=${(event) => setSnapshot(event.target.value)}>
      <option value="">${t('owner.now')}</option>
      ${snapshots.filter((one) => !one.withdrawnAt).map((one) => html`<option key=${one.name} value=${one.name}>${one.title ?? one.name}</option>`)}</select></label>`}
    <div class="cards wide">${items.map((one) => html`<${Result} key=${`${one.questionnaire.id} ${snapshot}`} desk=${desk} one=${one} snapshot=${snapshot}
      k=${assessment.visibility.k} single=${desk.may('export-answers') && assessment.visibility.mode === 'attributed'} />`)}</div>`}<//>
    </section>
    ${told.value && desk.may('export') && html`<section><h2>${t('owner.everything')}</h2><p class="measure">${t('owner.everythingText')}</p><${Exports} desk=${desk} assessment=${assessment.id} /></section>`}`;
}

function Result({ desk, one, snapshot, k, single }) {
  const { id } = one.questionnaire;
  const [base, query] = one.result.split('?');
  const file = (name) => html`<li key=${name}><${SaveFile} desk=${desk} path=${`${base}/${name}?lang=${lang}${query ? `&${query}` : ''}`}>${t(`owner.file-${name.replace('.', '-')}`)}<//></li>`;
  return html`<article><h3><${TitleOf} desk=${desk} id=${id} /></h3>
    ${one.suppressed ? html`<p>${t('owner.suppressed', { k })}</p>` : html`
      <p><strong>${t('owner.score', { score: Number.isFinite(one.evidenced) ? score(one.evidenced) : '–' })}</strong>
        ${Number.isFinite(one.claimed) && html`<br />${t('owner.claimed', { score: score(one.claimed) })}`}
        <br />${one.level === null || one.level === undefined ? t('owner.noLevel') : t('owner.level', { level: one.level })}</p>
    <p><a role="button" href=${reportScreen(base.split('/')[3], id, snapshot)}>${t('report.read')}</a></p>
    <ul class="plain">${FILES.map(file)}</ul>
    ${single && html`<p class="small quiet">${t('owner.singleAnswers')}</p><ul class="plain">${ANSWERS.map(file)}</ul>`}`}</article>`;
}
