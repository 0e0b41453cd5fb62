// What every page with a script needs: the front of Preact, and a screen put into the page in place of what was there.

import { html, render } from './preact.js';

export { html, render };
export { useState, useEffect, useLayoutEffect, useRef, useMemo, useCallback, useReducer } from './preact.js';

/** Shows a screen where the page says that it loads. */
export function show(screen) {
  const root = document.getElementById('screen');
  root.removeAttribute('aria-busy');
  root.replaceChildren();
  render(screen, root);
}

/** Moves the focus to a heading that has just come, so that a keyboard and a screen reader go on from there. */
export function focusOn(element) {
  if (element) {
    element.setAttribute('tabindex', '-1');
    element.focus();
  }
}

/** Saves a text as a file of the reader. */
export function download(name, type, text) {
  saveBlob(name, new Blob([text], { type }));
}

/** Saves bytes as a file of the reader. */
export function saveBlob(name, blob) {
  const url = URL.createObjectURL(blob);
  const anchor = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
