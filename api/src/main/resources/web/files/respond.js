// The page of a seat: from its link to the welcome, through the questions, to the receipt. Which screen is shown stands behind
// the # of the address, so that the browser's Back goes back.

import { html, show, focusOn, useState, useEffect, useRef } from './frame.js';
import { t } from './i18n.js';
import { Problem } from './api.js';
import { Failure } from './parts.js';
import { enter, load } from './seat.js';
import { Welcome } from './respond-welcome.js';
import { Fill } from './respond-fill.js';
import { Conflicts } from './respond-conflict.js';
import { Review } from './respond-review.js';
import { Receipt, OwnData } from './respond-data.js';
import { ShownReport } from './respond-shown.js';

const SHORT_FIRST = 'moatmark:short-first';

let redraw = () => {};

function Respond({ seat }) {
  const [, draw] = useState(0);
  const [screen, setScreen] = useState(location.hash.slice(1));
  const [short, setShort] = useState(localStorage.getItem(SHORT_FIRST) !== 'no');
  const root = useRef();
  const first = useRef(true);
  useEffect(() => {
    redraw = () => draw((n) => n + 1);
    const moved = () => setScreen(location.hash.slice(1));
    addEventListener('hashchange', moved);
    moved(); // whoever went on before anybody listened
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    if (!first.current) {
      const [, item] = screen.split('/');
      const target = item && document.getElementById(item);
      focusOn(target ?? root.current.querySelector('h1, h2'));
      if (!target) {
        scrollTo(0, 0);
      }
    }
    first.current = false;
  }, [screen]);
  const chooseShort = (chosen) => {
    localStorage.setItem(SHORT_FIRST, chosen ? 'yes' : 'no');
    setShort(chosen);
  };
  const pages = seat.pages(short && seat.place.assessment.form !== 'core');
  return html`<div ref=${root}><${Screen} screen=${screen.split('/')[0]} parts=${screen.split('/')} seat=${seat} pages=${pages} short=${short} onShort=${chooseShort} /></div>`;
}

function Screen({ screen, parts, seat, pages, short, onShort }) {
  const fill = /^fill-(\d+)$/.exec(screen);
  if (screen === 'report') {
    return html`<${ShownReport} snapshot=${parts[1]} questionnaire=${parts[2]} />`;
  } else if (screen === 'data') {
    return html`<${OwnData} seat=${seat} />`;
  } else if (seat.submitted) {
    return html`<${Receipt} seat=${seat} pages=${pages} />`;
  } else if (screen === 'compare') {
    return html`<${Conflicts} seat=${seat} />`;
  } else if (screen === 'review') {
    return html`<${Review} seat=${seat} pages=${pages} onSubmitted=${(place) => { seat.place = place; location.hash = 'receipt'; redraw(); }} />`;
  } else if (fill && pages[fill[1] - 1]) {
    return html`<${Fill} key=${screen} seat=${seat} pages=${pages} place=${fill[1] - 1} />`;
  }
  return html`<${Welcome} seat=${seat} pages=${pages} short=${short} onShort=${onShort} />`;
}

/** Without a link there is nothing to show but where to find it. */
function NoLink() {
  return html`<h1>${t('respond.noLink')}</h1><p class="measure">${t('respond.noLinkText')}</p>`;
}

async function start() {
  try {
    await enter();
    show(html`<${Respond} seat=${await load(() => redraw())} />`);
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) {
      show(html`<${NoLink} />`);
    } else {
      show(html`<h1>${t('respond.title')}</h1><${Failure} thrown=${thrown} again=${start} />`);
    }
  }
}

/** Another link opened in this tab is another seat. */
addEventListener('hashchange', () => location.hash.startsWith('#t=') && location.reload());
start();
