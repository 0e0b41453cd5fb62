// Small parts that several pages show.

import { html, useLayoutEffect, useRef } from './frame.js';
import { t, score } from './i18n.js';
import { sentences } from './api.js';

/** Something went wrong: said at once by a screen reader too. */
export function Failure({ thrown, again }) {
  return html`
    <div class="notice bad" role="alert">
      ${sentences(thrown).map((sentence) => html`<p key=${sentence}>${sentence}</p>`)}
      ${again && html`<button type="button" class="secondary" onClick=${again}>${t('frame.again')}</button>`}
    </div>`;
}

/**
 * The head that stays above the questions. The page is told how high it is, so that nothing is scrolled to under it; and what was
 * gone to comes out again when the head grows over it, as when a score comes late.
 */
export function FillHead({ children }) {
  const head = useRef();
  useLayoutEffect(() => {
    const root = document.documentElement;
    let before = 0;
    const seen = new ResizeObserver(() => {
      if (head.current.querySelector('details[open]')) {
        return;
      }
      const height = head.current.offsetHeight;
      root.style.setProperty('--head', `${height}px`);
      const gone = document.activeElement;
      const { top } = gone.getBoundingClientRect();
      if (before > 0 && gone.tabIndex === -1 && top >= before && top < height) {
        gone.scrollIntoView();
      }
      before = height;
    });
    seen.observe(head.current);
    return () => {
      seen.disconnect();
      root.style.removeProperty('--head');
    };
  }, []);
  return html`<div ref=${head} class="fill-head no-print">${children}</div>`;
}

/** How much is answered, as a text and a bar. */
export function Progress({ done, all }) {
  const text = t('form.progress', { done, all });
  return html`<span class="progress"><span>${text}</span><progress max=${all} value=${done} aria-label=${text}></progress></span>`;
}

/** Where a score lies on 0 to 100, and between which scores it could still lie. A picture of what stands beside it. */
export function Band({ value, low, high }) {
  const at = (percent) => `${Math.max(0, Math.min(100, percent))}%`;
  return html`
    <span class="band" aria-hidden="true">
      ${low !== undefined && html`<i class="band-range" style=${{ left: at(low), width: at(high - low) }}></i>`}
      ${value !== null && value !== undefined && html`<i class="band-dot" style=${{ left: at(value) }}></i>`}
    </span>`;
}

/** "48 to 70" */
export const between = (bounds) => t('form.between', { low: score(bounds.low), high: score(bounds.high) });
