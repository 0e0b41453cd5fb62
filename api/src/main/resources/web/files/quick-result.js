// What the quick check found: the score with its bounds, each dimension down to the answers, and the place among known
// companies. The same part is shown, printed and saved as a page.

import { html, render, download, useState, useEffect } from './frame.js';
import { t, lang, say, score, date, link } from './i18n.js';
import { ask } from './api.js';
import { Failure, Band, between } from './parts.js';
import { inWords } from './item.js';

const MOST = 3;
const SETTLED = ['answered', 'dontKnow', 'notApplicable'];

export function Result({ headingRef, questionnaire, answers, company, result, children }) {
  const [position, setPosition] = useState({});
  const scored = typeof result?.index.evidenced === 'number';
  useEffect(() => {
    let wanted = true;
    setPosition({});
    if (scored) {
      const body = { questionnaire: questionnaire.id, answers };
      ask('POST', '/v1/score?position=true', { body }).then(
        ({ document }) => wanted && setPosition({ found: document.position }),
        (thrown) => wanted && setPosition({ thrown }),
      );
    }
    return () => { wanted = false; };
  }, [answers, scored]);
  const parts = { questionnaire, answers, company, result, position };
  return html`
    <section class="result">
      <h2 ref=${headingRef}>${company ? t('quick.resultOf', { company }) : t('quick.result')}</h2>
      <${Findings} ...${parts} />
      ${children}
      ${result && html`
        <fieldset class="steps no-print" aria-label=${t('quick.download')}>
          <button type="button" class="secondary outline" onClick=${() => saveData(parts)}>${t('quick.json')}</button>
          <button type="button" class="secondary outline" onClick=${() => savePage(parts)}>${t('quick.page')}</button>
          <button type="button" class="secondary outline" onClick=${() => print()}>${t('quick.print')}</button>
        </fieldset>
        <p class="notice measure no-print">${t('quick.inside')} <a href=${link('/assessments')}>${t('quick.insideLink')}</a></p>`}
    </section>`;
}

/** All that can be said; without buttons, as it is also saved as a page. */
function Findings({ questionnaire, answers, result, position }) {
  if (!result) {
    return html`<p>${t('quick.nothing')}</p>`;
  }
  const { index } = result;
  return html`
    <p class="headline">${index.evidenced === null ? t('quick.headlineNone') : t('quick.headline', { score: score(index.evidenced) })}</p>
    <${Band} value=${index.evidenced} low=${index.bounds?.low} high=${index.bounds?.high} />
    <p>${stillBetween(result)}${' '}
      ${index.status === 'provisional' ? t('quick.provisional') : ''} ${index.evidenced === null ? t('quick.needs') : ''}</p>
    <${OpenFirst} questionnaire=${questionnaire} result=${result} />
    <${Dimensions} questionnaire=${questionnaire} result=${result} />
    <${Gains} questionnaire=${questionnaire} result=${result} />
    <${Place} index=${index} position=${position} />
    <${Why} questionnaire=${questionnaire} answers=${answers} result=${result} />
    <p class="hint small">${t('quick.made', { date: date(Date.now()), questionnaire: say(questionnaire.title), version: questionnaire.version })}</p>`;
}

/** Whether what has no step can still move a score by a point. */
const isOpen = ({ low, high }) => Math.round(low) !== Math.round(high);

/** Between which scores the result could still lie, and because of which questions: open ones, or those with "I do not know". */
export function stillBetween({ index: { bounds }, items }) {
  if (!bounds || !isOpen(bounds)) {
    return '';
  }
  const unknown = items.filter((one) => one.state === 'dontKnow').length;
  const open = items.filter((one) => !SETTLED.includes(one.state)).length;
  const why = unknown === 0 ? 'Open' : open === 0 ? 'Unknown' : 'OpenAndUnknown';
  return t(`quick.still${why}`, { n: unknown, low: score(bounds.low), high: score(bounds.high) });
}

const leaves = (questionnaire) => questionnaire.tree.flatMap((top) => top.nodes);

function Dimensions({ questionnaire, result }) {
  const node = (key) => result.nodes.find((one) => one.key === key);
  const answered = (leaf) => leaf.items.filter((item) => result.items.find((one) => one.key === item.key).state === 'answered').length;
  return html`
    <h3>${t('quick.byDimension')}</h3>
    <table class="scores">
      <thead><tr><th scope="col">${t('quick.dimension')}</th><th scope="col">${t('quick.scoreColumn')}</th>
        <th scope="col">${t('quick.range')}</th><th scope="col">${t('quick.answers')}</th></tr></thead>
      <tbody>${leaves(questionnaire).map((leaf) => {
        const { evidenced, bounds } = node(leaf.key);
        return html`
          <tr key=${leaf.key}><th scope="row">${say(leaf.title)}</th>
            <td data-label=${t('quick.scoreColumn')}>${evidenced === null ? t('quick.noScore') : score(evidenced)}</td>
            <td data-label=${t('quick.range')}>${bounds && isOpen(bounds) ? between(bounds) : evidenced === null ? '' : score(evidenced)}
              <${Band} value=${evidenced} low=${bounds?.low} high=${bounds?.high} /></td>
            <td data-label=${t('quick.answers')}>${answered(leaf)}/${leaf.items.length}</td></tr>`;
      })}</tbody>
    </table>`;
}

/** The open questions that leave most open: those of the dimensions with the widest ranges. */
function OpenFirst({ questionnaire, result }) {
  const width = (leaf) => {
    const { bounds } = result.nodes.find((one) => one.key === leaf.key);
    return bounds ? bounds.high - bounds.low : 0;
  };
  const open = leaves(questionnaire)
    .sort((one, other) => width(other) - width(one))
    .flatMap((leaf) => leaf.items)
    .filter((item) => !SETTLED.includes(result.items.find((one) => one.key === item.key).state))
    .slice(0, MOST);
  return open.length > 0 && html`
    <h3>${t('quick.openFirst')}</h3>
    <p>${t('quick.openFirstText')}</p>
    <ul>${open.map((item) => html`<li key=${item.key}>${say(item.text)}</li>`)}</ul>`;
}

function Gains({ questionnaire, result }) {
  const items = leaves(questionnaire).flatMap((leaf) => leaf.items);
  const most = result.items
    .filter((one) => one.gainOfNextStep > 0)
    .sort((one, other) => other.gainOfNextStep - one.gainOfNextStep)
    .slice(0, MOST);
  return most.length > 0 && html`
    <h3>${t('quick.most')}</h3>
    <p>${t('quick.mostText')}</p>
    <ol>${most.map((one) => html`
      <li key=${one.key}>${say(items.find((item) => item.key === one.key).text)}${' '}
        <span class="hint">${t('quick.gainShort', { n: one.gainOfNextStep })}</span></li>`)}</ol>`;
}

function Place({ index, position }) {
  const { found, thrown } = position;
  const name = (id) => found.companies.find((one) => one.id === id).name;
  const links = (ids) => ids.map((id, i) => html`${i > 0 && ', '}<a key=${id} href=${link(`/cases/${id}`)} lang=${lang === 'en' ? undefined : 'en'}>${name(id)}</a>`);
  return html`
    <h3>${t('quick.place')}</h3>
    ${index.evidenced === null ? html`<p>${t('quick.noPlace')}</p>`
      : thrown ? html`<${Failure} thrown=${thrown} />`
      : !found ? html`<p role="status" aria-busy="true">${t('quick.placing')}</p>`
      : html`
        <${Standing} of=${found.index} />
        <p>${t('quick.distance')}${t('frame.colon')}${links(found.similar.map((one) => one.id))}</p>
        ${found.weak.length > 0 && html`<p>${t('quick.learnText')}</p>
          <ul>${found.weak.map((weak) => html`
            <li key=${weak.key}>${say(found.nodes.find((one) => one.key === weak.key).title)}${' '}
              <span class="hint">${t(`quick.below-${weak.against}`, { own: score(weak.own), reference: score(weak.reference) })}</span>${t('frame.colon')}${links(weak.examples.map((one) => one.id))}</li>`)}</ul>`}
        <p class="hint small">${t('quick.honesty')}</p>`}`;
}

/** The percentile and the ranks, as far as there are companies enough for them, and why the ranks are a range. */
function Standing({ of: { n, standing } }) {
  const { percent, low, high, rank } = standing ?? {};
  const isRange = rank && rank.best !== rank.worst;
  return html`
    <p>${percent !== undefined && `${t('quick.percent', { n: score(percent), all: n, low: score(low), high: score(high) })} `}
      ${!rank ? t('quick.tooFew', { n })
        : isRange ? t('quick.ranks', { best: rank.best, worst: rank.worst, all: rank.of })
        : t('quick.rank', { rank: rank.best, all: rank.of })}</p>
    ${isRange && html`<p class="hint small measure">${t('quick.ranksText')}</p>`}`;
}

function Why({ questionnaire, answers, result }) {
  return html`
    <h3>${t('quick.why')}</h3>
    <p class="measure">${t('quick.whyText')}</p>
    ${leaves(questionnaire).map((leaf) => html`
      <details key=${leaf.key}><summary>${say(leaf.title)}</summary>
        <ul>${leaf.items.map((item) => {
          const gain = result.items.find((one) => one.key === item.key).gainOfNextStep;
          return html`<li key=${item.key}>${say(item.text)}<br /><strong>${inWords(item, [], answers[item.key])[0]}</strong>
            ${gain > 0 && html` <span class="hint">${t('quick.gain', { n: gain })}</span>`}</li>`;
        })}</ul></details>`)}`;
}

const fileName = (company, kind) => `moatmark-${(company || 'quick-check').replace(/[^\p{L}\p{N}]+/gu, '-')}.${kind}`;

function saveData({ company, answers, result, position }) {
  const text = JSON.stringify({ company: company || null, answers, result, position: position.found ?? null }, null, 2);
  download(fileName(company, 'json'), 'application/json', `${text}\n`);
}

const PRINT_STYLE = 'body{font:16px/1.6 sans-serif;margin:2rem auto;max-width:48rem;padding:0 1rem}table{border-collapse:collapse}'
  + 'td,th{border-bottom:1px solid #999;padding:.3rem .8rem .3rem 0;text-align:left}.headline{font-size:1.6rem}'
  + '.band{display:none}.hint{color:#555}';

/** A page of its own: texts, tables and every answer, opened to be read. */
function savePage(parts) {
  const page = document.implementation.createHTMLDocument('');
  page.documentElement.lang = lang;
  page.title = parts.company ? t('quick.resultOf', { company: parts.company }) : t('quick.result');
  page.head.append(Object.assign(page.createElement('meta'), { name: 'viewport', content: 'width=device-width, initial-scale=1' }));
  const heading = Object.assign(page.createElement('h1'), { textContent: page.title });
  const main = page.createElement('main');
  render(html`<${Findings} ...${parts} />`, main);
  main.querySelectorAll('details').forEach((one) => { one.open = true; });
  main.querySelectorAll('a').forEach((one) => { one.href = new URL(one.getAttribute('href'), location.origin); });
  page.body.append(heading, main);
  // The style is written as text: as an element it would fall under the policy of this page.
  const text = new XMLSerializer().serializeToString(page).replace('</head>', `<style>${PRINT_STYLE}</style></head>`);
  render(null, main);
  download(fileName(parts.company, 'html'), 'text/html', text);
}
