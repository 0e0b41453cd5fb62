// What came of the answers, now or as a snapshot froze it: in short, as a report, as data; and taking a snapshot.

import { html, useState } from './frame.js';
import { lang, t, score } from './i18n.js';
import { Fetched, filled, SaveFile, useDeed, useFetched, When, Wrong } from './owner-parts.js';
import { reportScreen } from './owner-report.js';

const FILES = ['report.html', 'report.pdf', 'scores.csv', 'data.xlsx'];
const ANSWERS = ['responses.csv', 'spss.zip', 'r.zip'];

export function Results({ desk, path }) {
  const [snapshot, setSnapshot] = useState('');
  const snapshots = useFetched(() => desk.all(`${path}/snapshots`), [path]);
  const results = useFetched(() => desk.get(`${path}/results${snapshot && `?snapshot=${snapshot}`}`), [path, snapshot]);
  return html`<section><h2>${t('owner.results')}</h2>
    ${snapshots.value?.length > 0 && html`<label class="measure">${t('owner.asOf')}<select value=${snapshot} onChange=${(event) => setSnapshot(event.target.value)}>
      <option value="">${t('owner.now')}</option>
      ${snapshots.value.filter((one) => !one.withdrawnAt).map((one) => html`<option key=${one.name} value=${one.name}>${one.title ?? one.name}</option>`)}</select></label>`}
    <${Fetched} from=${results}>${({ items }) => html`<div class="cards wide">${items.map((one) => html`<${Result} key=${`${one.questionnaire.id} ${snapshot}`} desk=${desk} one=${one} snapshot=${snapshot} />`)}</div>`}<//>
    </section>
    <section><h2>${t('owner.snapshots')}</h2>
    <${Fetched} from=${snapshots}>${(all) => html`
      ${all.length === 0 ? html`<p class="measure">${t('owner.noSnapshots')}</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('owner.snapshots')}><table><thead><tr>${['snapshot', 'snapshotTitle', 'taken'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
        <tbody>${all.map((one) => html`<tr key=${one.name}><th scope="row">${one.name}</th><td>${one.title ?? '–'}${one.withdrawnAt && ` (${t('owner.withdrawn')})`}</td><td><${When} at=${one.createdAt} /></td></tr>`)}</tbody></table></div>`}
      <${Take} desk=${desk} path=${path} onTaken=${snapshots.again} />`}<//></section>`;
}

function Result({ desk, one, snapshot }) {
  const { id } = one.questionnaire;
  const [base, query] = one.result.split('?');
  const file = (name) => html`<li key=${name}><${SaveFile} desk=${desk} path=${`${base}/${name}?lang=${lang}${query ? `&${query}` : ''}`}
    name=${[id, snapshot, name].filter(Boolean).join('-')}>${t(`owner.file-${name.replace('.', '-')}`)}<//></li>`;
  return html`<article><h3>${id}</h3>
    ${one.suppressed ? html`<p>${t('owner.suppressed')}</p>` : html`
      <p><strong>${t('owner.score', { score: Number.isFinite(one.evidenced) ? score(one.evidenced) : '–' })}</strong>
        ${Number.isFinite(one.claimed) && html`<br />${t('owner.claimed', { score: score(one.claimed) })}`}
        <br />${one.level === null || one.level === undefined ? t('owner.noLevel') : t('owner.level', { level: one.level })}</p>`}
    <p><a role="button" href=${reportScreen(base.split('/')[3], id, snapshot)}>${t('report.read')}</a></p>
    <ul class="plain">${FILES.map(file)}</ul>
    <p class="small quiet">${t('owner.singleAnswers')}</p>
    <ul class="plain">${ANSWERS.map(file)}</ul></article>`;
}

function Take({ desk, path, onTaken }) {
  const deed = useDeed(async ({ name, title }, once) => {
    await desk.post(`${path}/snapshots`, { name, title }, once);
    onTaken();
  });
  return html`<details class="measure"><summary>${t('owner.take')}</summary><form onSubmit=${filled((given) => deed.run(given))}>
    <label>${t('owner.snapshot')}<input name="name" required maxlength="64" autocomplete="off" aria-describedby="snapshot-hint" /></label>
    <p id="snapshot-hint" class="hint small">${t('owner.snapshotHint')}</p>
    <label>${t('owner.snapshotTitle')}<input name="title" maxlength="200" autocomplete="off" /></label>
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}>${t('owner.take')}</button></form></details>`;
}
