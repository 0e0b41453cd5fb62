// A field for words that loses none of them: what is being typed stays while the page is drawn anew around it, and is told when
// the person pauses, leaves the field or the page; never in the middle of choosing a character.

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
  told.current = onText;
  const tell = () => {
    clearTimeout(timer.current);
    const news = untold.current;
    untold.current = null;
    if (news !== null) {
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
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      tell();
    };
  }, []);
  return html`<${tag} ...${rest} value=${typed ?? text} onInput=${write} oncompositionend=${later}
    onChange=${(event) => { untold.current = event.target.value; tell(); setTyped(null); }} />`;
}
