// What a link shows: the reports of one snapshot, to be read and taken along, and nothing else. The token behind the # is traded
// for a cookie and forgotten; a link that has ended says so in both languages.

import { html, show, useState } from './frame.js';
import { ask, Problem } from './api.js';
import { date, dateTime, lang, say, saidIn, t } from './i18n.js';
import { Failure } from './parts.js';
import { Report } from './report.js';

const RESULTS = '/v1/shared/results';
const FILES = ['report.pdf', 'report.pptx', 'data.xlsx', 'report.html', 'report.md'];

/** Trades the token for a cookie; the address forgets it at once. */
async function enter() {
  const token = new URLSearchParams(location.hash.slice(1)).get('t');
  if (token) {
    history.replaceState(null, '', location.pathname + location.search);
    await ask('POST', '/v1/shared/session', { body: { token } });
  }
}

function Shared({ shared, results }) {
  const [shown, setShown] = useState(results[0]?.questionnaire.id);
  const { snapshot } = shared;
  return html`
    <aside class="shared-head no-print">
      <p><strong>${t('shared.about', shared)}</strong></p>
      <p class="small">${t('shared.asOf', { snapshot: snapshot.title ?? snapshot.name, date: date(snapshot.createdAt) })}
        ${' '}${t(`shared.${shared.confidential ? 'confidential' : 'nameless'}`)}
        ${' '}${t('shared.until', { date: dateTime(shared.expiresAt) })}</p>
      ${results.length > 1 && html`<ul class="choices" aria-label=${t('report.others')}>
        ${results.map(({ questionnaire: { id }, title }) => html`<li key=${id}><button type="button" class="secondary outline" lang=${saidIn(title)}
          aria-pressed=${shown === id} onClick=${() => setShown(id)}>${say(title)}</button></li>`)}</ul>`}
    </aside>
    ${shown && html`<${Report} key=${shown} base=${`${RESULTS}/${shown}`} files=${FILES} />`}`;
}

function NoLink() {
  return html`<h1>${t('shared.noLink')}</h1><p class="measure">${t('shared.noLinkText')}</p>`;
}

/** Who opens a link that has ended may read either language. */
function Gone({ other, words }) {
  return html`<h1>${t('shared.gone')}</h1><p class="measure">${t('shared.goneText')}</p>
    <section lang=${other}><h2>${words.gone}</h2><p class="measure">${words.goneText}</p></section>`;
}

async function start() {
  try {
    await enter();
    const [shared, results] = await Promise.all([ask('GET', '/v1/shared'), ask('GET', RESULTS)]);
    show(html`<${Shared} shared=${shared.document} results=${results.document.items} />`);
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) {
      show(html`<${NoLink} />`);
    } else if (thrown instanceof Problem && thrown.status === 410) {
      const other = lang === 'ja' ? 'en' : 'ja';
      show(html`<${Gone} other=${other} words=${(await import(`./words-shared.${other}.js`)).default} />`);
    } else {
      show(html`<h1>${t('shared.title')}</h1><${Failure} thrown=${thrown} again=${start} />`);
    }
  }
}

/** Another link opened in this tab shows something else. */
addEventListener('hashchange', () => location.hash.startsWith('#t=') && location.reload());
start();
