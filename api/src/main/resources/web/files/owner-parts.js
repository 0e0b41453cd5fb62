// Parts that the owner's screens share: what is being fetched, what is done by a button, texts to copy, files to save.

import { html, saveBlob, useEffect, useRef, useState } from './frame.js';
import { t, date, dateTime, say, saidIn } from './i18n.js';
import { Failure } from './parts.js';
import { onceKey } from './owner-desk.js';

/** Fetches something as soon as it is shown, and again by `again`. */
export function useFetched(fetch, inputs) {
  const [state, setState] = useState({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    fetch().then((value) => !gone && setState({ value }), (thrown) => !gone && setState({ thrown }));
    return () => { gone = true; };
  }, [...inputs, turn]);
  return { ...state, again: () => setTurn((n) => n + 1), change: (value) => setState({ value }) };
}

/** Shows what was fetched, or that it is coming, or why it does not come. */
export function Fetched({ from, children }) {
  if (from.thrown) {
    return html`<${Failure} thrown=${from.thrown} again=${from.again} />`;
  }
  return from.value === undefined ? html`<p role="status" aria-busy="true">${t('frame.loading')}</p>` : children(from.value);
}

/** A screen that comes as a module of its own when somebody goes there. */
export const later = (load, name) => (given) => html`<${Fetched} from=${useFetched(load, [])}>${(module) => html`<${module[name]} ...${given} />`}<//>`;

/** A deed that a button does: busy meanwhile, done once however often it is tried, and what went wrong. */
export function useDeed(deed) {
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState(null);
  const once = useRef(onceKey());
  const run = async (given) => {
    setBusy(true);
    setThrown(null);
    try {
      await deed(given, once.current);
      once.current = onceKey();
    } catch (caught) {
      if (caught.status) {
        once.current = onceKey();
      }
      setThrown(caught);
    }
    setBusy(false);
  };
  return { busy, thrown, run };
}

/** What went wrong with a deed, if it did. */
export const Wrong = ({ deed }) => deed.thrown && html`<${Failure} thrown=${deed.thrown} />`;

/** Takes the fields of a form as texts, without empty ones, and leaves the page where it is. */
export const filled = (use) => (event) => {
  event.preventDefault();
  use(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, text]) => [name, text.trim()]).filter(([, text]) => text)), event.currentTarget);
};

/** Copies a text; says so. Where the browser does not let us, the text can be selected. */
export function Copy({ text, label }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('owner.copied'));
    } catch {
      setSaid(t('owner.notCopied'));
    }
  };
  return html`<span class="copy"><button type="button" class="plain-button" aria-label=${label} onClick=${copy}>${t('owner.copy')}</button>
    ${' '}<span role="status" class="small quiet">${said}</span></span>`;
}

/** A text to be copied whole, with its button. */
export function ToCopy({ text, label, rows = 2 }) {
  return html`<div class="to-copy"><textarea readonly rows=${rows} aria-label=${label} onFocus=${(event) => event.target.select()}>${text}</textarea>
    <${Copy} text=${text} label=${`${t('owner.copy')}: ${label}`} /></div>`;
}

/** Fetches a file with the key and saves it under the name that the server gives it. */
export function SaveFile({ desk, path, children }) {
  const deed = useDeed(async () => {
    const file = await desk.file(path);
    saveBlob(file.name, file);
  });
  return html`<span class="save-file"><button type="button" class="plain-button" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}
    onClick=${() => deed.run()}>${children}</button><${Wrong} deed=${deed} /></span>`;
}

/** The title of a questionnaire; its id until that is known, and where it is not. */
export function TitleOf({ desk, id }) {
  const titles = useFetched(() => desk.titles(), []);
  const title = titles.value?.get(id) ?? desk.title(id);
  return title ? html`<span lang=${saidIn(title)}>${say(title)}</span>` : id;
}

/** A time, or that there was none: with its zone where it binds, and short where it does not. */
export const When = ({ at, zone, short }) => (at ? html`<time datetime=${at}>${short ? date(at) : dateTime(at, zone)}</time>` : '–');

/** A list page by page. */
export function useList(desk, path) {
  const list = useFetched(() => desk.page(path), [path]);
  const more = useDeed(async () => {
    const page = await desk.page(list.value.next);
    list.change({ ...page, items: [...list.value.items, ...page.items] });
  });
  return { ...list, more };
}

/** The button for the rest of a list. */
export const More = ({ list }) => html`<${Wrong} deed=${list.more} />
  ${list.value?.next && html`<p><button type="button" class="secondary outline" disabled=${list.more.busy} onClick=${() => list.more.run()}>${t('owner.more')}</button></p>`}`;
