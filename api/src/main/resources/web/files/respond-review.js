// Before answers are final: what is wrong, what was changed since the person came back and what is open, each with a link to its
// question, and one button to submit.

import { html, focusOn, useState, useEffect, useRef } from './frame.js';
import { t, say } from './i18n.js';
import { ask } from './api.js';
import { isWhole } from './answer.js';
import { inWords } from './item.js';
import { Failure, Progress } from './parts.js';
import { SaveState } from './respond-fill.js';

/** From how many on a list waits to be opened. */
const MANY = 12;

/** The key under which this seat submits: made once, so that a second click or a second try submits nothing twice. */
function submitKey(seat) {
  const name = `moatmark:submit:${seat.place.seat.id}:${seat.place.seat.version}`;
  const kept = localStorage.getItem(name);
  if (kept) {
    return kept;
  }
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  localStorage.setItem(name, key);
  return key;
}

export function Review({ seat, pages, onSubmitted }) {
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState(null);
  const [stuck, setStuck] = useState(false);
  const failure = useRef();
  useEffect(() => { if (thrown || stuck) { focusOn(failure.current); } }, [thrown, stuck]);
  const submit = async () => {
    setBusy(true);
    setThrown(null);
    setStuck(false);
    try {
      await Promise.all(seat.sheets.map((sheet) => sheet.queue.flush()));
      if (seat.sheets.some((sheet) => sheet.queue.conflicts.length > 0 || sheet.queue.faults.size > 0 || sheet.queue.wrong.size > 0) || unsent(seat) > 0) {
        setStuck(true);
      } else {
        const headers = { 'Idempotency-Key': submitKey(seat), 'X-Moatmark-Seat': '1' };
        const { document } = await ask('POST', '/v1/seat/submit', { headers });
        onSubmitted(document);
      }
    } catch (caught) {
      setThrown(caught);
    }
    setBusy(false);
  };
  const items = pages.flatMap((page, i) => (page.items ?? []).map((item) => ({ queue: page.sheet.queue, page, i, item })));
  const open = items.filter(({ queue, item }) => !isWhole(queue.get('answers', item.key)) && !queue.fault('answers', item.key));
  const wrong = items.filter(({ queue, item }) => queue.fault('answers', item.key));
  const changed = items.filter(({ queue, item }) => queue.changedSinceOpened(item.key));
  const { done, all } = seat.count(pages);
  return html`
    <h1>${t('respond.review')}</h1>
    <div ref=${failure}>
      ${thrown && html`<${Failure} thrown=${thrown} />`}
      ${(stuck || wrong.length > 0) && html`<${Stuck} seat=${seat} wrong=${wrong} />`}
    </div>
    <${Progress} done=${done} all=${all} />
    <${SaveState} seat=${seat} />
    ${changed.length > 0 && html`
      <details class="measure" open=${changed.length <= MANY || undefined}><summary>${t('respond.changed', { n: changed.length })}</summary>
        <ul>${changed.map((one) => html`<li key=${one.item.key}><${To} ...${one} /><br />
          <span class="hint">${t('respond.before', { answer: inWords(one.item, one.page.sheet.document.scales, one.queue.whenOpened(one.item.key))[0] })}</span></li>`)}</ul></details>`}
    ${open.length === 0 && wrong.length > 0 ? '' : open.length === 0
      ? html`<p class="notice">${t('respond.allAnswered')}</p>`
      : html`<details class="measure" open=${open.length <= MANY || undefined}><summary>${t('respond.stillOpen', { n: open.length })}</summary>
        <ul>${open.map((one) => html`<li key=${one.item.key}><${To} ...${one} /></li>`)}</ul></details>
        <p class="measure">${t('respond.mayStayOpen')}</p>`}
    <p class="measure">${t('respond.final')}</p>
    <div class="steps">
      <a role="button" class="secondary outline" href="#fill-1">${t('form.back')}</a>
      <button type="button" disabled=${busy || done === 0} aria-busy=${busy ? 'true' : undefined} onClick=${submit}>${t('respond.submit')}</button>
    </div>`;
}

/** The way to a question. */
const To = ({ i, item }) => html`<a href=${`#fill-${i + 1}/item-${item.key}`}>${say(item.text)}</a>`;

/** Why nothing was submitted: every answer that is not saved, with the way to it. */
function Stuck({ seat, wrong }) {
  const unlike = seat.sheets.some((sheet) => sheet.queue.conflicts.length > 0);
  return html`
    <div class="notice bad" role="alert">
      <h2>${t('respond.stuck')}</h2>
      <ul>
        ${unlike && html`<li><a href="#compare">${t('respond.conflict')}</a></li>`}
        ${wrong.map((one) => html`<li key=${one.item.key}><${To} ...${one} /> <span>${one.queue.fault('answers', one.item.key)}</span></li>`)}
        ${unsent(seat) > 0 && html`<li>${t('respond.unsent', { n: unsent(seat) })}</li>`}
      </ul>
    </div>`;
}

/** How many answers wait that could be sent; a reason that is still missing keeps nobody from submitting the rest. */
function unsent(seat) {
  return seat.sheets.reduce((sum, { queue }) => sum + (['offline', 'ended', 'closed'].includes(queue.state) ? queue.unsaved : 0), 0);
}
