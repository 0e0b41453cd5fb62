// A report as a page: the same as in its file, which the browser parses as it comes, so that no text ever becomes markup here.
// Around it are files to take along; every number that points to its explanation opens it on the spot; charts can be taken out.

import { focusOn, html, render, useEffect, useRef, useState } from './frame.js';
import { fetchDocument, fetchFile, Offline } from './api.js';
import { lang, t } from './i18n.js';
import { Failure } from './parts.js';
import { SaveFile } from './owner-parts.js';
import { ChartTools } from './report-charts.js';
import { Explanation } from './report-explanation.js';

/** Asks for whoever has a cookie that the browser sends by itself. */
const OURSELVES = { file: fetchFile, page: fetchDocument };

/** What can be taken along: its word, its address below the result, and what is asked of it. */
const TAKEN = {
  'report.pdf': [['pdf', 'report.pdf', 'paper=a4'], ['letter', 'report.pdf', 'paper=letter']],
  'report.pptx': [['pptx', 'report.pptx', '']],
  'report.html': [['html', 'report.html', '']],
  'report.md': [['md', 'report.md', '']],
  'data.xlsx': [['xlsx', 'data.xlsx', 'values=labels']],
};

/**
 * @param source fetches files and pages
 * @param base address of the result
 * @param query what else stands in addresses below it, such as `snapshot=first`
 * @param since name of a snapshot; the report tells what changed since then
 * @param files what can be taken along
 */
export function Report({ source = OURSELVES, base, query = '', since = '', files }) {
  const place = useRef();
  const [state, setState] = useState({ busy: true });
  const [opened, setOpened] = useState(null);
  const at = (part, more = '') => `${base}/${part}?${[`lang=${lang}`, more, query, since && !part.startsWith('data.') && `since=${since}`].filter(Boolean).join('&')}`;
  const load = async () => {
    setState({ busy: true });
    try {
      const [report] = await Promise.all([source.page(at('report.html', 'part=body')), dressed()]);
      place.current.replaceChildren(enter(report, (chart, variant) => source.file(at(`charts/${chart}`, variant))));
      setState({});
    } catch (thrown) {
      setState({ thrown });
    }
  };
  useEffect(() => { load(); }, [base, query, since]);
  const click = (event) => {
    const anchor = event.target.closest('a[href^="#"]');
    const target = anchor && place.current.querySelector(`[id="${CSS.escape(anchor.hash.slice(1))}"]`);
    if (!target) {
      return;
    }
    event.preventDefault();
    if (target.closest('details')) {
      setOpened(target);
    } else {
      const heading = target.querySelector('h2') ?? target;
      place.current.querySelector('.here')?.classList.remove('here');
      heading.classList.add('here');
      target.scrollIntoView();
      focusOn(heading);
    }
  };
  return html`
    ${state.busy && html`<p role="status" aria-busy="true">${t('report.loading')}</p>`}
    ${state.thrown && html`<${Failure} thrown=${state.thrown} again=${load} />`}
    ${!state.busy && !state.thrown && html`<ul class="report-files no-print" aria-label=${t('report.files')}>
      ${files.flatMap((file) => TAKEN[file]).map(([word, file, more]) => html`<li key=${word}><${SaveFile} desk=${source} path=${at(file, more)}>${t(`report.${word}`)}<//></li>`)}
      <li><button type="button" class="plain-button" onClick=${() => print()}>${t('report.print')}</button></li></ul>`}
    <div ref=${place} onClick=${click}></div>
    ${opened && html`<${Explanation} of=${opened} onClose=${() => setOpened(null)} />`}`;
}

let style;

/** The style of reports, once and before the first one is shown. */
function dressed() {
  style ??= new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('./report.css', import.meta.url).href });
    link.onload = resolve;
    link.onerror = () => reject(new Offline());
    document.head.append(link);
  });
  return style;
}

/** Takes the report into this page, in the colour of the company, with tools beside its charts. */
function enter(fetched, fetchChart) {
  const report = document.importNode(fetched.querySelector('.report'), true);
  for (const theme of ['light', 'dark']) {
    const colour = report.getAttribute(`data-us-${theme}`);
    if (colour) {
      report.style.setProperty(`--us-${theme}`, colour);
    }
  }
  for (const figure of report.querySelectorAll('figure[id^="f-"]')) {
    const chart = figure.id.slice(2);
    const tools = document.createElement('div');
    figure.append(tools);
    render(html`<${ChartTools} fetchAs=${(end) => fetchChart(`${chart}.${end}`, figure.querySelector('.parted[open]') ? 'variant=diverging' : '')} title=${figure.querySelector('h3').textContent} />`, tools);
  }
  return report;
}
