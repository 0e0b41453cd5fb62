// The quick check: the questionnaire outside-view on one company, scored as it is answered. Nothing is kept on the server: the
// answers live as long as this tab does, and longer on this device only if the person says so.

import { html, show, focusOn, useState, useEffect, useLayoutEffect, useMemo, useRef } from './frame.js';
import { t, lang, say, score } from './i18n.js';
import { ask } from './api.js';
import { sections } from './sections.js';
import { Item } from './item.js';
import { isWhole } from './answer.js';
import { Failure, FillHead, Progress, Band } from './parts.js';
import { Typed } from './typed.js';
import { Result, stillBetween } from './quick-result.js';

const ID = 'outside-view';
const KEPT = 'moatmark:quick';
const PAUSE_MS = 400;
const STATES = ['dontKnow', 'notApplicable'];

/** What a storage has of an earlier visit: nothing if it has none, or what is no check. */
function kept(storage) {
  try {
    return JSON.parse(storage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

/** What this tab had before it was loaded anew or changed its language, else what the device was asked to keep. */
function before() {
  const ofTab = kept(sessionStorage);
  return ofTab.answers ? ofTab : kept(localStorage);
}

/** The answers that can be scored: what does not apply needs its reason. */
const whole = (answers) => Object.fromEntries(Object.entries(answers).filter(([, answer]) => isWhole(answer)));

/** What the server makes of the answers, asked a moment after the last of them. */
function useScore(answers) {
  const [state, setState] = useState({ result: null, thrown: null, busy: false });
  const [tries, setTries] = useState(0);
  const latest = useRef(0);
  useEffect(() => {
    const mine = ++latest.current;
    if (Object.keys(answers).length === 0) {
      setState({ result: null, thrown: null, busy: false });
      return undefined;
    }
    const timer = setTimeout(async () => {
      setState((before) => ({ ...before, busy: true }));
      let next;
      try {
        const { document } = await ask('POST', '/v1/score', { body: { questionnaire: ID, answers } });
        next = { result: document, thrown: null, busy: false };
      } catch (thrown) {
        next = { result: null, thrown, busy: false };
      }
      if (mine === latest.current) {
        setState(next);
      }
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [answers, tries]);
  return [state, () => setTries(tries + 1)];
}

function SoFar({ state, again }) {
  const index = state.result?.index;
  let text = t('quick.nothing');
  if (index) {
    const bounds = index.bounds && { low: score(index.bounds.low), high: score(index.bounds.high) };
    const scored = index.evidenced === null ? '' : t('quick.scored', { score: score(index.evidenced) });
    text = scored ? `${scored} ${stillBetween(state.result)}` : t('quick.none', bounds);
  }
  return html`
    <section class="so-far" aria-label=${t('quick.soFar')}>
      ${state.thrown
        ? html`<${Failure} thrown=${state.thrown} again=${again} />`
        : html`${index && html`<${Band} value=${index?.evidenced} low=${index?.bounds?.low ?? 0} high=${index?.bounds?.high ?? 100} />`}
          <p role="status">${text}</p>`}
    </section>`;
}

function Quick({ questionnaire }) {
  const pages = sections(questionnaire, () => true);
  const items = pages.flatMap((page) => page.items);
  const [{ answers: given = {}, company: named = '', place: reached = 0 }] = useState(before);
  const [answers, setAnswers] = useState(given);
  const [company, setCompany] = useState(named);
  const [keep, setKeep] = useState(Boolean(kept(localStorage).answers));
  const [place, setPlace] = useState(reached);
  const scored = useMemo(() => whole(answers), [answers]);
  const [state, again] = useScore(scored);
  const heading = useRef();
  const moved = useRef(false);

  // At once, and not after the next picture: who says no finds nothing left.
  useLayoutEffect(() => {
    const text = JSON.stringify({ answers, company, place });
    sessionStorage.setItem(KEPT, text);
    if (keep) {
      localStorage.setItem(KEPT, text);
    } else {
      localStorage.removeItem(KEPT);
    }
  }, [keep, answers, company, place]);
  useEffect(() => {
    if (moved.current) {
      focusOn(heading.current);
      heading.current?.scrollIntoView();
    }
    moved.current = true;
  }, [place]);

  const answer = (item, given) => setAnswers((before) => {
    const { [item.key]: old, ...others } = before;
    return given ? { ...others, [item.key]: given } : others;
  });
  const startOver = () => {
    if (confirm(t('quick.startOverSure'))) {
      setAnswers({});
      setCompany('');
      setPlace(0);
    }
  };
  const page = pages[place];
  const name = html`
    <label for="company">${t('quick.company')}</label>
    <${Typed} id="company" type="text" maxlength="200" autocomplete="organization" text=${company} onText=${setCompany} />`;
  const done = items.filter((item) => scored[item.key]).length;
  return html`
    <${FillHead}>
      <${Progress} done=${done} all=${items.length} />
      <${SoFar} state=${state} again=${again} />
    <//>
    ${page ? html`
      <section class="fill">
        <h2 ref=${heading}><span class="eyebrow">${t('quick.section', { n: place + 1, all: pages.length })} · ${say(page.dimension)}</span>
          ${page.titles.map(say).join(' / ')}</h2>
        ${page.items.map((item) => html`
          <${Item} key=${item.key} item=${item} no=${items.indexOf(item) + 1} answer=${answers[item.key]} states=${STATES}
            onAnswer=${(given) => answer(item, given)} />`)}
      </section>` : html`
      <${Result} headingRef=${heading} questionnaire=${questionnaire} answers=${scored} company=${company} result=${state.result}><div class="quick-options no-print">${name}</div><//>`}
    <nav class="steps no-print" aria-label=${t('form.steps')}>
      ${place > 0 && html`<button type="button" class="secondary outline" onClick=${() => setPlace(place - 1)}>${page ? t('form.back') : t('quick.toQuestions')}</button>`}
      ${place < pages.length - 1 && html`<button type="button" onClick=${() => setPlace(place + 1)}>${t('form.next')}</button>`}
      ${page && html`<button type="button" class=${place < pages.length - 1 ? 'secondary outline' : ''} onClick=${() => setPlace(pages.length)}>${t('quick.toResult')}</button>`}
    </nav>
    <div class="quick-options no-print">
      ${page && name}
      <label><input type="checkbox" checked=${keep} onChange=${(event) => setKeep(event.target.checked)} />
        ${t('quick.keep')} <span class="hint">${t('quick.keepHint')}</span></label>
      ${Object.keys(answers).length > 0 && html`<p><button type="button" class="plain-button" onClick=${startOver}>${t('quick.startOver')}</button></p>`}
    </div>`;
}

async function start() {
  try {
    const { document: about } = await ask('GET', `/v1/questionnaires/${ID}`);
    const { document } = await ask('GET', `/v1/questionnaires/${ID}/versions/${about.version}?lang=${lang}`);
    show(html`<${Quick} questionnaire=${document} />`);
  } catch (thrown) {
    show(html`<${Failure} thrown=${thrown} again=${start} />`);
  }
}

start();
