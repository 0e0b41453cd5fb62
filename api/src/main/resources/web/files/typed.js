// A field for words that loses none of them: what is being typed stays while the page is drawn anew around it, and is told when
// the person pauses, leaves the field or the page; never in the middle of choosing a character. Whatever is chosen elsewhere comes
// after it and stands: a tap does not take the focus away everywhere, and a field that is taken away says once more that it changed.

import { html, useEffect, useRef, useState } from './frame.js';

const PAUSE_MS = 700;

/**
 * A text field.
 *
 * @param tag 'input' or 'textarea'
 * @param text what is kept
 * @param onText told the text as it becomes
 * @param rest other attributes of the element
 */
export function Typed({ tag = 'input', text, onText, ...rest }) {
  const [typed, setTyped] = useState(null);
  const untold = useRef(null);
  const timer = useRef(0);
  const told = useRef();
  const field = useRef();
  const last = useRef(null);
  told.current = onText;
  const tell = () => {
    clearTimeout(timer.current);
    const news = untold.current;
    untold.current = null;
    if (news !== null) {
      last.current = news;
      told.current(news);
    }
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(tell, PAUSE_MS);
  };
  const write = (event) => {
    untold.current = event.target.value;
    setTyped(event.target.value);
    clearTimeout(timer.current);
    if (!event.isComposing) {
      later();
    }
  };
  useEffect(() => {
    const leaving = () => document.visibilityState === 'hidden' && tell();
    const elsewhere = (event) => {
      if (untold.current !== null && event.target !== field.current) {
        tell();
        setTyped(null);
      }
    };
    document.addEventListener('visibilitychange', leaving);
    document.addEventListener('pointerdown', elsewhere, true);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      document.removeEventListener('pointerdown', elsewhere, true);
      tell();
    };
  }, []);
  return html`<${tag} ...${rest} ref=${field} value=${typed ?? text} onInput=${write} oncompositionend=${later}
    onChange=${(event) => { untold.current = event.target.value === last.current ? null : event.target.value; tell(); setTyped(null); }} />`;
}
