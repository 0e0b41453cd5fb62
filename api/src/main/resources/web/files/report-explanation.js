// What a number is made of, over the page: where it belongs, its lines, and below them everything that they are made of in turn.

import { html, useEffect, useRef, useState } from './frame.js';
import { t } from './i18n.js';

/**
 * @param of the content of an explanation in the report
 * @param onClose when it is closed
 */
export function Explanation({ of, onClose }) {
  const [shown, setShown] = useState(of);
  const dialog = useRef();
  const content = useRef();
  useEffect(() => {
    dialog.current.showModal();
  }, []);
  useEffect(() => {
    const copy = shown.cloneNode(true);
    copy.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
    content.current.replaceChildren(...copy.childNodes);
    dialog.current.querySelector('article').scrollTo(0, 0);
  }, [shown]);
  const above = ancestors(shown);
  const backdrop = (event) => event.target === dialog.current && dialog.current.close();
  return html`<dialog ref=${dialog} class="explanation" aria-labelledby="explained" onClose=${onClose} onClick=${backdrop}>
    <article>
      <header><p class="quiet small">${t('report.explained')}</p>
        <button type="button" class="plain-button" onClick=${() => dialog.current.close()}>${t('report.close')}</button></header>
      ${above.length > 0 && html`<nav aria-label=${t('report.above')}>${above.map((one) => html`<button key=${summary(one)} type="button"
        class="plain-button small" onClick=${() => setShown(one)}>${summary(one)}</button>`)}</nav>`}
      <h2 id="explained" lang=${document.documentElement.lang}>${summary(shown)}</h2>
      <div class="report" ref=${content}></div>
      <p class="quiet small">${t('report.deeper')}</p>
    </article></dialog>`;
}

const summary = (content) => (content.tagName === 'P' ? content : content.closest('details').querySelector('summary')).textContent;

/** The explanations that this one is a part of, the outermost first. */
function ancestors(content) {
  const found = [];
  let details = content.tagName === 'P' ? content.parentElement.closest('details') : content.closest('details').parentElement.closest('details');
  for (; details; details = details.parentElement.closest('details')) {
    found.unshift(details.querySelector(':scope > div'));
  }
  return found;
}
