// Who will see what: the choice, and what follows from it in plain words, before anybody is invited.

import { html } from './frame.js';
import { t } from './i18n.js';

const MODES = { attributed: 3, confidential: 5, classroom: 3 };

export const USUAL = { mode: 'attributed', k: 5, departments: false, successorSeesAnswers: true };

/** What the server takes of the choice. */
export function wanted({ mode, k, departments, successorSeesAnswers }) {
  return mode === 'attributed' ? { mode, successorSeesAnswers }
    : mode === 'classroom' ? { mode, k, successorSeesAnswers }
    : { mode, k, departments, successorSeesAnswers: false };
}

export function VisibilityChoice({ value, onChange }) {
  const { mode, k } = value;
  const set = (part) => onChange({ ...value, ...part });
  const checkbox = (name) => html`<label><input type="checkbox" checked=${value[name]} onChange=${(event) => set({ [name]: event.target.checked })} />${' '}${t(`owner.${name}`)}</label>`;
  return html`<fieldset class="visibility"><legend>${t('owner.visibility')}</legend>
    <div class="options">${Object.keys(MODES).map((one) => html`<label key=${one} class="option">
      <input type="radio" name="mode" value=${one} checked=${mode === one} onChange=${() => set({ mode: one, successorSeesAnswers: one !== 'confidential' })} />
      <span><strong>${t(`owner.word-${one}`)}</strong><br />${t(`owner.mode-${one}`, { k })}</span></label>`)}</div>
    <div class="notice" role="status"><p><strong>${t('owner.consequences', { mode: t(`owner.word-${mode}`) })}</strong></p>
      <ul>${Array.from({ length: MODES[mode] }, (_, i) => html`<li key=${`${mode}${i}`}>${t(`owner.${mode}-${i + 1}`, { k })}</li>`)}</ul></div>
    ${mode !== 'attributed' && html`<label>${t('owner.k')}
      <input type="number" inputmode="numeric" min="3" max="1000" required value=${k} aria-describedby="k-hint" onInput=${(event) => set({ k: Number(event.target.value) })} /></label>
      <p id="k-hint" class="hint small">${t('owner.kHint')}</p>`}
    ${mode === 'confidential' ? checkbox('departments') : checkbox('successorSeesAnswers')}
  </fieldset>`;
}
