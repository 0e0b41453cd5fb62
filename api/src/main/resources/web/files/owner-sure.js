// "Are you sure", where something is done that cannot be taken back, without a box that covers the page.

import { html } from './frame.js';
import { t } from './i18n.js';
import { useDeed, Wrong } from './owner-parts.js';

export function Sure({ text, yes, run, onCancel, children }) {
  const deed = useDeed((_, once) => run(once));
  return html`<div class="sure measure"><p>${text}</p>${children}<${Wrong} deed=${deed} />
    <div class="steps plain"><button type="button" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined} onClick=${() => deed.run()}>${yes}</button>
      <button type="button" class="secondary outline" onClick=${onCancel}>${t('owner.cancel')}</button></div></div>`;
}
