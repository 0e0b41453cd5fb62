// A questionnaire in English and Japanese side by side, with every text that lacks one of them marked.

import { html } from './frame.js';
import { t } from './i18n.js';

const LANGUAGES = ['en', 'ja'];

/** Every text map in a document: an object whose keys are languages and whose values are texts. */
function texts(value) {
  if (!value || typeof value !== 'object') {
    return [];
  }
  const entries = Object.entries(value);
  const isText = !Array.isArray(value) && entries.length > 0 && entries.every(([key, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(key) && typeof text === 'string') && LANGUAGES.some((one) => one in value);
  return isText ? [value] : entries.flatMap(([, inner]) => texts(inner));
}

/** How many texts of a document lack a language. */
export const lacking = (questionnaire, language) => texts(questionnaire).filter((one) => !(language in one)).length;

/** Shows a document that may have faults: what is not there is passed over. */
export function Both({ questionnaire }) {
  const missing = LANGUAGES.map((language) => [language, lacking(questionnaire, language)]).filter(([, n]) => n > 0);
  return html`<section class="both"><h2>${t('owner.preview')}</h2>
    ${missing.length === 0 ? html`<p class="hint">${t('owner.noneMissing')}</p>` : missing.map(([language, n]) => html`<p key=${language} class="notice warn measure">${t('owner.missingIn', { n, language: t(`owner.language-${language}`) })}</p>`)}
    <${Pair} map=${questionnaire.title} strong /><${Pair} map=${questionnaire.purpose} />
    ${(questionnaire.tree ?? []).map((node) => html`<${Branch} key=${node.key} node=${node} />`)}</section>`;
}

function Branch({ node }) {
  return html`<details><summary><strong>${node.key}</strong> <${Pair} map=${node.title} /></summary>
    ${(node.nodes ?? []).map((one) => html`<${Branch} key=${one.key} node=${one} />`)}
    ${(node.items ?? []).map((item) => html`<${Item} key=${item.key} item=${item} />`)}</details>`;
}

function Item({ item }) {
  const answers = item.anchors ?? item.options?.map((one) => one.label ?? one.text) ?? [];
  return html`<article class="both-item"><p class="small quiet"><code>${item.key}</code> ${item.type}${item.core ? ` · ${t('owner.form-core')}` : ''} · ${(item.informants ?? []).join(', ')}</p>
    <${Pair} map=${item.text} strong />${item.help && html`<${Pair} map=${item.help} />`}
    ${answers.length > 0 && html`<ol>${answers.map((one, i) => html`<li key=${i}><${Pair} map=${one} /></li>`)}</ol>`}</article>`;
}

/** A text in both languages. */
function Pair({ map, strong }) {
  return map && html`<span class=${strong ? 'pair strong' : 'pair'}>${LANGUAGES.map((language) => (typeof map[language] === 'string'
    ? html`<span key=${language} lang=${language}>${map[language]}</span>`
    : html`<span key=${language} class="missing">${t('owner.missing', { language: t(`owner.language-${language}`) })}</span>`))}</span>`;
}
