// One question with everything that can be said to it: a fieldset whose options are native radios, checkboxes or a number.

import { html, useEffect, useRef, useState } from './frame.js';
import { t, say, saidIn, has, number } from './i18n.js';
import { withValue, withState, withParts, numberOf } from './answer.js';
import { Remarks } from './remarks.js';
import { Typed } from './typed.js';

/**
 * A question.
 *
 * @param item of the questionnaire's document
 * @param scales agreement scales of the document
 * @param no its number on the page
 * @param answer the answer so far, or undefined
 * @param onAnswer told the answer as it becomes, or undefined once it is cleared
 * @param states which states can be chosen
 * @param remarks whether notes and evidence can be given
 * @param problem a sentence on what is wrong with the answer
 * @param wrong {text, fault}: what was written instead of a number, and what is wrong with it
 * @param onWrong told what is wrong as it becomes, or undefined once nothing is
 * @param badge a word beside the question
 */
export function Item({ item, scales = [], no, answer, onAnswer, states = [], remarks = false, problem, wrong, onWrong, badge }) {
  const id = `item-${item.key}`;
  const described = [item.help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const Options = KINDS[item.type] ?? Radios;
  return html`
    <fieldset class="item" id=${id} aria-describedby=${described || undefined} data-answered=${answer ? '' : undefined}>
      <legend lang=${saidIn(item.text)}><span class="item-no">${no}.</span> ${say(item.text)}${badge && html` <small class="badge">${badge}</small>`}</legend>
      ${item.help && html`<p class="hint small" id=${`${id}-help`} lang=${saidIn(item.help)}>${say(item.help)}</p>`}
      ${problem && html`<p class="problem" id=${`${id}-problem`}>${problem}</p>`}
      <${Options} item=${item} scales=${scales} answer=${answer} onAnswer=${onAnswer} wrong=${wrong} onWrong=${onWrong} />
      <${States} item=${item} states=${states} answer=${answer} onAnswer=${onAnswer} />
      ${answer && html`<p class="item-foot no-print"><button type="button" class="plain-button" aria-label=${t('form.clearNamed', { question: say(item.text) })}
        onClick=${() => { onAnswer(undefined); document.querySelector(`#${CSS.escape(id)} input`)?.focus(); }}>${t('form.clear')}</button></p>`}
      ${remarks && answer && html`<${Remarks} item=${item} answer=${answer} onAnswer=${onAnswer} />`}
    </fieldset>`;
}

/** What stands to choose from, as a list of {value, text}. */
export function choicesOf(item, scales) {
  switch (item.type) {
    case 'rubric':
      return item.anchors.map((text, i) => ({ value: i + 1, text, point: i + 1 }));
    case 'agreement':
      return scales.find((scale) => scale.key === item.scale).labels.map((text, i) => ({ value: i + 1, text, point: i + 1 }));
    case 'yesNo':
      return [{ value: true, words: t('form.yes') }, { value: false, words: t('form.no') }];
    default:
      return (item.options ?? []).map((option) => ({ value: option.key, text: option.text }));
  }
}

function Option({ kind, name, choice, checked, onChange }) {
  return html`
    <label class="option">
      <input type=${kind} name=${name} value=${String(choice.value)} checked=${checked} onChange=${onChange} />
      ${choice.point && html`<span class="point">${choice.point}</span>`}
      <span lang=${choice.text && saidIn(choice.text)}>${choice.words ?? say(choice.text)}</span>
    </label>`;
}

function Radios({ item, scales, answer, onAnswer }) {
  return html`<div class="options">${choicesOf(item, scales).map((choice) => html`
    <${Option} key=${choice.value} kind="radio" name=${item.key} choice=${choice} checked=${answer?.value === choice.value}
      onChange=${() => onAnswer(withValue(answer, choice.value))} />`)}</div>`;
}

function Checkboxes({ item, scales, answer, onAnswer }) {
  const chosen = answer?.value ?? [];
  const toggle = (value) => {
    const next = choicesOf(item, scales).map((one) => one.value).filter((one) => (one === value) !== chosen.includes(one));
    onAnswer(next.length > 0 ? withValue(answer, next) : undefined);
  };
  return html`<div class="options">${choicesOf(item, scales).map((choice) => html`
    <${Option} key=${choice.value} kind="checkbox" name=${item.key} choice=${choice} checked=${chosen.includes(choice.value)}
      onChange=${() => toggle(choice.value)} />`)}</div>`;
}

function NumberField({ item, answer, onAnswer, wrong, onWrong }) {
  const kept = answer?.value === undefined ? '' : String(answer.value);
  const [typed, setTyped] = useState(null);
  const [own, setOwn] = useState(undefined);
  const [bad, tell] = onWrong ? [wrong, onWrong] : [own, setOwn];
  const uncommitted = useRef(null);
  const id = `item-${item.key}-number`;
  const range = t('form.range', { min: item.min, max: item.max });
  const commit = (text) => {
    uncommitted.current = null;
    setTyped(null);
    const value = numberOf(text);
    const empty = text.trim() === '';
    const isWrong = !empty && (value === undefined || value < item.min || value > item.max);
    tell(isWrong ? { text, fault: t('form.notInRange', { min: item.min, max: item.max }) } : undefined);
    if (!isWrong && !(empty && answer?.value === undefined)) {
      onAnswer(empty ? undefined : withValue(answer, value));
    }
  };
  // A link that is tapped does not always take the focus from the field before it takes the field away.
  const leave = useRef();
  leave.current = () => uncommitted.current !== null && commit(uncommitted.current);
  useEffect(() => () => leave.current(), []);
  return html`
    <div class="number">
      <label for=${id}><span lang=${saidIn(item.unit)}>${say(item.unit)}</span> <span class="hint">(${range})</span></label>
      <input id=${id} type="text" inputmode="decimal" autocomplete="off" value=${typed ?? bad?.text ?? kept}
        aria-invalid=${bad ? 'true' : undefined} aria-describedby=${bad ? `${id}-fault` : undefined}
        onInput=${(event) => { uncommitted.current = event.target.value; setTyped(event.target.value); }} onChange=${(event) => commit(event.target.value)} />
      ${bad && html`<p class="problem" id=${`${id}-fault`} role="alert">${bad.fault}</p>`}
    </div>`;
}

function TextField({ item, answer, onAnswer }) {
  return html`<${Typed} tag="textarea" rows="3" maxlength="2000" aria-label=${say(item.text)} text=${answer?.value ?? ''}
    onText=${(text) => onAnswer(text.trim() ? withValue(answer, text) : undefined)} />`;
}

const KINDS = { choices: Checkboxes, number: NumberField, text: TextField };

/** "I do not know" and "does not apply", apart from the scale; beside radios they are radios of the same group. */
function States({ item, states, answer, onAnswer }) {
  const radios = !KINDS[item.type];
  const id = `item-${item.key}-reason`;
  const choose = (state, checked) => onAnswer(checked ? withState(answer, state) : undefined);
  return states.length > 0 && html`
    <div class="states">
      ${states.map((state) => html`
        <label class="option" key=${state}>
          <input type=${radios ? 'radio' : 'checkbox'} name=${item.key} value=${state} checked=${answer?.state === state}
            onChange=${(event) => choose(state, event.target.checked)} />
          <span>${t(`form.${state}`)}</span>
        </label>`)}
    </div>
    ${answer?.state === 'notApplicable' && html`
      <div class="reason">
        <label for=${id}>${t('form.reason')}</label>
        <${Typed} id=${id} type="text" maxlength="500" autocomplete="off" text=${answer.reason ?? ''}
          aria-invalid=${answer.reason?.trim() ? undefined : 'true'} aria-describedby=${`${id}-hint`}
          onText=${(reason) => onAnswer(withParts(answer, { reason }))} />
        <small id=${`${id}-hint`} class="hint">${t('form.reasonHint')}</small>
      </div>`}`;
}

/** An answer in words, as a list of lines. */
export function inWords(item, scales, answer) {
  if (!answer) {
    return [t('form.open')];
  }
  const lines = [];
  if (answer.state) {
    lines.push(t(`form.${answer.state}`) + (answer.reason ? t('form.because', { reason: answer.reason }) : ''));
  } else if (item.type === 'number') {
    lines.push(`${number(answer.value)} ${say(item.unit)}`);
  } else if (item.type === 'text') {
    lines.push(answer.value);
  } else {
    const chosen = [answer.value].flat();
    choicesOf(item, scales)
      .filter((choice) => chosen.includes(choice.value))
      .forEach((choice) => lines.push((choice.point ? `${choice.point}: ` : '') + (choice.words ?? say(choice.text))));
  }
  for (const one of answer.evidence ?? []) {
    lines.push([has(`form.${one.grade}`) ? t(`form.${one.grade}`) : one.grade, one.note, one.link].filter(Boolean).join(' / '));
  }
  if (answer.note) {
    lines.push(t('form.noted', { note: answer.note }));
  }
  return lines;
}
