// Two tabs or devices answered the same question differently: both answers side by side, to choose one or keep both.

import { html } from './frame.js';
import { t, say } from './i18n.js';
import { inWords } from './item.js';
import { withParts } from './answer.js';

export function Conflicts({ seat }) {
  const all = seat.sheets.flatMap((sheet) => sheet.queue.conflicts.map((conflict) => ({ sheet, conflict })));
  return html`
    <h1>${t('respond.compareTitle')}</h1>
    ${all.length === 0
      ? html`<p>${t('respond.compareNone')}</p><p><a role="button" href="#">${t('respond.compareDone')}</a></p>`
      : html`<p class="measure">${t('respond.compareText')}</p>${all.map((one) => html`<${Conflict} key=${one.conflict.id} ...${one} />`)}`}`;
}

function Conflict({ sheet, conflict }) {
  const item = itemOf(sheet, conflict);
  const answer = (value) => (conflict.kind === 'vignettes' && value !== undefined ? { value } : value);
  const lines = (value) => inWords(item, sheet.document.scales, answer(value));
  const settle = (value) => sheet.queue.settle(conflict, value);
  const both = conflict.kind === 'answers' && conflict.mine;
  const noted = () => t('respond.other', { answer: lines(conflict.theirs).join('; ') });
  return html`
    <section class="conflict" aria-label=${say(item.text)}>
      <h2>${say(item.text)}</h2>
      <div class="sides">
        <div><h3>${t('respond.mine')}</h3>${lines(conflict.mine).map((line) => html`<p>${line}</p>`)}
          <button type="button" onClick=${() => settle(conflict.mine)}>${t('respond.keepMine')}</button></div>
        <div><h3>${t('respond.theirs')}</h3>${lines(conflict.theirs).map((line) => html`<p>${line}</p>`)}
          <button type="button" class="secondary" onClick=${() => settle(conflict.theirs)}>${t('respond.keepTheirs')}</button></div>
      </div>
      ${both && html`<button type="button" class="plain-button"
        onClick=${() => settle(withParts(conflict.mine, { note: [conflict.mine.note, noted()].filter(Boolean).join('\n') }))}>${t('respond.keepBoth')}</button>`}
    </section>`;
}

/** The question of a conflict; of an invented company, its text with the anchors it is rated on. */
function itemOf(sheet, { kind, key }) {
  const items = (node) => node.items ?? (node.nodes ?? []).flatMap(items);
  const all = sheet.document.tree.flatMap(items);
  if (kind === 'answers') {
    return all.find((item) => item.key === key);
  }
  const vignette = sheet.document.vignettes.find((one) => one.key === key);
  return { ...all.find((item) => item.key === vignette.item), text: vignette.text };
}
