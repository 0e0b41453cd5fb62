// What the owner shows to the seats: a list on the first and on the last screen, and each report on a screen of its own. The report
// comes as a module when it is wanted: who fills in a questionnaire does not load it.

import { html, useEffect, useState } from './frame.js';
import { date, say, saidIn, t } from './i18n.js';
import { ask } from './api.js';
import { Failure } from './parts.js';

const SHOWN = '/v1/seat/shared';
const FILES = ['report.pdf', 'report.html'];

/** The snapshots that are shown, each with its results; nothing where there are none. */
export function Shown() {
  const [shown, setShown] = useState([]);
  useEffect(() => {
    const fetched = async () => {
      const { items } = (await ask('GET', SHOWN)).document;
      setShown(await Promise.all(items.map(async (snapshot) => ({ ...snapshot, reports: (await ask('GET', snapshot.results)).document.items }))));
    };
    // Without the list everything else on the screen works: it is told about when it is there.
    fetched().catch(() => {});
  }, []);
  return shown.length > 0 && html`<section class="notice measure no-print"><h2>${t('report.shown')}</h2><p>${t('report.shownText')}</p>
    <ul>${shown.map((snapshot) => snapshot.reports.map(({ questionnaire: { id }, title }) => html`<li key=${`${snapshot.name} ${id}`}>
      <a href=${`#report/${snapshot.name}/${id}`} lang=${saidIn(title)}>${say(title)}</a> (${snapshot.title ?? snapshot.name}, ${date(snapshot.createdAt)})</li>`))}</ul></section>`;
}

export function ShownReport({ snapshot, questionnaire }) {
  const [state, setState] = useState({});
  useEffect(() => {
    import('./report.js').then(({ Report }) => setState({ Report }), (thrown) => setState({ thrown }));
  }, []);
  return html`<p class="no-print"><a href="#">${t('report.backToStart')}</a></p>
    ${state.thrown && html`<${Failure} thrown=${state.thrown} />`}
    ${state.Report && html`<${state.Report} base=${`${SHOWN}/${snapshot}/results/${questionnaire}`} files=${FILES} />`}`;
}
