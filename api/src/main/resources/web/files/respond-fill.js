// A page of questions, under a head that always says how far one is and whether everything is saved.

import { html, useState, useLayoutEffect } from './frame.js';
import { t, say, saidIn, clock } from './i18n.js';
import { Item } from './item.js';
import { FillHead, Progress } from './parts.js';
import { sentences } from './api.js';
import { titleOf } from './seat.js';

const KEYS = 'moatmark:keys';
const STATES = ['dontKnow', 'notApplicable'];

export function Fill({ seat, pages, place }) {
  const page = pages[place];
  const before = pages.slice(0, place).reduce((sum, one) => sum + (one.items?.length ?? 0), 0);
  const [keys, setKeys] = useState(localStorage.getItem(KEYS) === 'yes');
  useLayoutEffect(() => {
    localStorage.setItem(KEYS, keys ? 'yes' : 'no');
    if (keys) {
      addEventListener('keydown', chooseByKey);
    }
    return () => removeEventListener('keydown', chooseByKey);
  }, [keys]);
  // The field tells what is written in it when it loses the focus, which a tap on a link does not always take.
  const stayIfWrong = (event) => {
    document.activeElement.blur();
    const wrong = page.items?.find((item) => page.sheet.queue.wrong.has(`answers/${item.key}`));
    if (wrong) {
      event.preventDefault();
      document.getElementById(`item-${wrong.key}-number`).focus();
    }
  };
  const eyebrow = [t('respond.page', { n: place + 1, all: pages.length }), page.part === 'short' ? t('respond.short') : '', page.titles?.length > 2 ? '' : say(page.dimension)];
  return html`
    <${FillHead}>
      <${Progress} ...${seat.count(pages)} />
      <${SaveState} seat=${seat} />
      <${Menu} seat=${seat} pages=${pages} place=${place} keys=${keys} onKeys=${setKeys} />
    <//>
    <section class="fill">
      <h2 lang=${page.titles && saidIn(page.titles[0])}><span class="eyebrow">${eyebrow.filter(Boolean).join(' · ')}</span>
        ${page.vignettes ? t('respond.vignettes') : titleOf(page)}</h2>
      ${page.vignettes ? html`<${Vignettes} page=${page} />` : page.items.map((item, i) => html`
        <${Item} key=${item.key} item=${item} scales=${page.sheet.document.scales} no=${before + i + 1} states=${STATES} remarks=${true}
          answer=${page.sheet.queue.get('answers', item.key)} problem=${page.sheet.queue.faults.get(`answers/${item.key}`)}
          wrong=${page.sheet.queue.wrong.get(`answers/${item.key}`)} onWrong=${(wrong) => page.sheet.queue.putWrong('answers', item.key, wrong)}
          badge=${page.sheet.protected?.includes(item.key) && t('respond.protectedBadge')}
          onAnswer=${(answer) => page.sheet.queue.put('answers', item.key, answer)} />`)}
    </section>
    <nav class="steps no-print" aria-label=${t('form.steps')}>
      <a role="button" class="secondary outline" href=${place > 0 ? `#fill-${place}` : '#'}>${t('form.back')}</a>
      ${place < pages.length - 1
        ? html`<a role="button" href=${`#fill-${place + 2}`} onClick=${stayIfWrong}>${t('form.next')}</a>`
        : html`<a role="button" href="#review" onClick=${stayIfWrong}>${t('respond.toReview')}</a>`}
    </nav>`;
}

/** "Saved 14:03", "Offline: 3 answers waiting", or what else there is to know. */
export function SaveState({ seat }) {
  const queues = seat.sheets.map((sheet) => sheet.queue);
  const worst = ['closed', 'ended', 'conflict', 'offline', 'saving', 'saved', 'idle'].find((state) => queues.some((one) => one.state === state));
  const saved = Math.max(...queues.map((one) => one.savedAt ?? 0));
  const n = seat.unsaved;
  const closed = queues.find((one) => one.problem);
  switch (worst) {
    case 'closed':
      return html`<p class="save bad" role="alert">${sentences(closed.problem).join(' ')}</p>`;
    case 'ended':
      return html`<p class="save bad" role="alert">${t('respond.ended', { n })}</p>`;
    case 'conflict':
      return html`<p class="save bad" role="alert">${t('respond.conflict')} <a href="#compare">${t('respond.compare')}</a></p>`;
    case 'offline':
      return html`<p class="save warn" role="status">${t('respond.offline', { n })}</p>`;
    default:
      return html`<p class="save" role="status">${worst === 'saving' ? t('respond.saving')
        : saved > 0 ? t('respond.saved', { time: clock(saved) }) : t('respond.savesItself')}</p>`;
  }
}

function Menu({ seat, pages, place, keys, onKeys }) {
  const close = (event) => { event.currentTarget.closest('details').open = false; };
  return html`
    <details class="menu">
      <summary>${t('respond.menu')}</summary>
      <ol>${pages.map((page, i) => {
        const { done, all } = seat.count([page]);
        return html`<li key=${i}><a href=${`#fill-${i + 1}`} aria-current=${i === place ? 'step' : undefined} onClick=${close}>
          ${page.vignettes ? t('respond.vignettes') : titleOf(page)}</a>${' '}
          ${all > 0 && html`<span class="hint">${t('respond.ofAll', { done, all })}</span>`}</li>`;
      })}</ol>
      <p><a href="#review" onClick=${close}>${t('respond.toReview')}</a></p>
      <p><a href="#data" onClick=${close}>${t('respond.dataLink')}</a></p>
      <label><input type="checkbox" role="switch" checked=${keys} onChange=${(event) => onKeys(event.target.checked)} /> ${t('respond.keys')}</label>
    </details>`;
}

function Vignettes({ page }) {
  return html`<p class="measure">${t('respond.vignettesText')}</p>
    ${page.vignettes.map((one, i) => html`
      <div key=${one.key}>
        <blockquote class="measure" lang=${saidIn(one.text)}>${say(one.text)}</blockquote>
        <${Item} item=${{ ...one.anchors, key: one.key, help: undefined }} no=${i + 1}
          answer=${given(page.sheet.queue.get('vignettes', one.key))} problem=${page.sheet.queue.faults.get(`vignettes/${one.key}`)}
          onAnswer=${(answer) => page.sheet.queue.put('vignettes', one.key, answer?.value)} />
      </div>`)}`;
}

const given = (point) => (point === undefined ? undefined : { value: point });

/** With number keys switched on, 1 to 9 choose in the question that has the focus; never while somebody writes. */
function chooseByKey(event) {
  const writes = event.target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
  if (writes || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) {
    return;
  }
  const option = event.target.closest('.item')?.querySelectorAll('.options input')[Number(event.key) - 1];
  if (option) {
    event.preventDefault();
    option.click();
    option.focus();
  }
}
