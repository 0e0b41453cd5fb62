// A note to an answer, and the evidence for it.

import { html } from './frame.js';
import { t } from './i18n.js';
import { GRADES, withParts } from './answer.js';
import { Typed } from './typed.js';

export function Remarks({ item, answer, onAnswer }) {
  const evidence = answer.evidence ?? [];
  const mayProve = !answer.state && (item.evidence || evidence.length > 0);
  const id = `item-${item.key}-note`;
  const change = (place, parts) => {
    const next = evidence.map((one, i) => (i === place ? bare({ ...one, ...parts }) : one));
    onAnswer(withParts(answer, { evidence: next }));
  };
  const add = () => onAnswer(withParts(answer, { evidence: [...evidence, { grade: 'E1' }] }));
  const remove = (place) => onAnswer(withParts(answer, { evidence: evidence.filter((_, i) => i !== place) }));
  return html`
    <details class="remarks" open=${Boolean(answer.note || evidence.length) || undefined}>
      <summary>${mayProve ? t('form.noteAndEvidence') : t('form.note')}</summary>
      <label for=${id}>${t('form.noteLabel')}</label>
      <${Typed} tag="textarea" id=${id} rows="2" maxlength="2000" text=${answer.note ?? ''}
        onText=${(note) => onAnswer(withParts(answer, { note }))} />
      ${mayProve && html`
        <p class="hint small">${t('form.evidenceHint')}</p>
        ${evidence.map((one, place) => html`
          <${Proof} key=${place} id=${`item-${item.key}-e${place}`} one=${one} no=${place + 1}
            onChange=${(parts) => change(place, parts)} onRemove=${() => remove(place)} />`)}
        <button type="button" class="plain-button" onClick=${add}>${t('form.evidenceAdd')}</button>`}
    </details>`;
}

function Proof({ id, one, no, onChange, onRemove }) {
  return html`
    <fieldset class="proof" aria-label=${t('form.evidenceNo', { n: no })}>
      <label for=${`${id}-grade`}>${t('form.grade')}</label>
      <select id=${`${id}-grade`} value=${one.grade} onChange=${(event) => onChange({ grade: event.target.value })}>
        ${GRADES.map((grade) => html`<option key=${grade} value=${grade} selected=${grade === one.grade}>${t(`form.${grade}`)}</option>`)}
      </select>
      <label for=${`${id}-note`}>${t('form.evidenceNote')}</label>
      <${Typed} id=${`${id}-note`} type="text" maxlength="1000" text=${one.note ?? ''} onText=${(note) => onChange({ note })} />
      <label for=${`${id}-link`}>${t('form.evidenceLink')}</label>
      <${Typed} id=${`${id}-link`} type="url" maxlength="1000" text=${one.link ?? ''} onText=${(link) => onChange({ link })} />
      <button type="button" class="plain-button" aria-label=${t('form.evidenceRemoveNo', { n: no })} onClick=${onRemove}>${t('form.evidenceRemove')}</button>
    </fieldset>`;
}

/** Evidence without empty parts. */
function bare(one) {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== ''));
}
