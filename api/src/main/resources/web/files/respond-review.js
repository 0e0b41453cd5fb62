// Before answers are final: what is open, with a link to each question, and one button to submit.

import { html, focusOn, useState, useEffect, useRef } from './frame.js';
import { t, say } from './i18n.js';
import { ask } from './api.js';
import { isWhole } from './answer.js';
import { Failure, Progress } from './parts.js';
import { SaveState } from './respond-fill.js';

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
      if (seat.sheets.some((sheet) => sheet.queue.conflicts.length > 0 || sheet.queue.faults.size > 0) || unsent(seat) > 0) {
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
  const open = pages.flatMap((page, i) => (page.items ?? []).map((item) => ({ page, i, item })))
    .filter(({ page, item }) => !isWhole(page.sheet.queue.get('answers', item.key)));
  const { done, all } = seat.count(pages);
  return html`
    <h1>${t('respond.review')}</h1>
    <div ref=${failure}>
      ${thrown && html`<${Failure} thrown=${thrown} />`}
      ${stuck && html`<div class="notice bad" role="alert"><p>${t('respond.stuck')}</p></div>`}
    </div>
    <${Progress} done=${done} all=${all} />
    <${SaveState} seat=${seat} />
    ${open.length === 0
      ? html`<p class="notice">${t('respond.allAnswered')}</p>`
      : html`<details class="measure" open=${open.length <= 12 || undefined}><summary>${t('respond.stillOpen', { n: open.length })}</summary>
        <ul>${open.map(({ i, item }) => html`<li key=${item.key}><a href=${`#fill-${i + 1}/item-${item.key}`}>${say(item.text)}</a></li>`)}</ul></details>
        <p class="measure">${t('respond.mayStayOpen')}</p>`}
    <p class="measure">${t('respond.final')}</p>
    <div class="steps">
      <a role="button" class="secondary outline" href="#fill-1">${t('form.back')}</a>
      <button type="button" disabled=${busy || done === 0} aria-busy=${busy ? 'true' : undefined} onClick=${submit}>${t('respond.submit')}</button>
    </div>`;
}

/** How many answers wait that could be sent; a reason that is still missing keeps nobody from submitting the rest. */
function unsent(seat) {
  return seat.sheets.reduce((sum, { queue }) => sum + (['offline', 'ended', 'closed'].includes(queue.state) ? queue.unsaved : 0), 0);
}
