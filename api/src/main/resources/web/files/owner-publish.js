// A questionnaire of one's own: a file is checked, every fault is shown with its place, it is read in both languages, and published.

import { html, useRef, useState } from './frame.js';
import { t } from './i18n.js';
import { Problem } from './api.js';
import { useDeed, Wrong } from './owner-parts.js';
import { Both } from './owner-preview.js';

const MOST = 5 * 1024 * 1024;

export function Publish({ desk }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState(null);
  const file = useRef();
  const check = useDeed(async (given) => {
    setFound(null);
    try {
      const { text: own, warnings } = isSurvey(given) ? await drafted(given) : { text: given, warnings: [] };
      setText(own);
      const verdict = await desk.send('/v1/questionnaires/validate', own);
      setFound({ ...verdict, warnings: [...warnings, ...verdict.warnings], faults: [] });
    } catch (thrown) {
      if (!(thrown instanceof Problem && (thrown.status === 422 || thrown.status === 400))) {
        throw thrown;
      }
      setFound({ faults: thrown.errors.length > 0 ? thrown.errors : [{ detail: thrown.message }], warnings: [] });
    }
  });
  /** A survey of SurveyJS becomes the draft of a questionnaire, which stands in its place from then on. */
  const drafted = async (survey) => {
    const { questionnaire, warnings } = await desk.send('/v1/questionnaires/from-survey', survey);
    return { text: JSON.stringify(questionnaire, null, 2), warnings };
  };
  const publish = useDeed(async (_, once) => {
    const published = await desk.send('/v1/questionnaires', text, once);
    location.hash = `questionnaires/${published.id}`;
  });
  const take = async (chosen) => {
    if (chosen && chosen.size <= MOST) {
      const read = await chosen.text();
      setText(read);
      check.run(read);
    } else if (chosen) {
      setFound({ faults: [{ detail: t('owner.fileTooLarge') }], warnings: [] });
    }
  };
  return html`<p class="no-print crumb"><a href="#questionnaires">${t('owner.questionnaires')}</a></p>
    <h1>${t('owner.newQuestionnaire')}</h1><p class="measure">${t('owner.publishText')} <a href="/schemas/questionnaire.json">${t('owner.schema')}</a></p>
    <form class="measure" onSubmit=${(event) => { event.preventDefault(); check.run(text); }}>
      <label>${t('owner.file')}<input type="file" ref=${file} accept=".json,application/json" onChange=${(event) => take(event.target.files[0])} /></label>
      <label>${t('owner.orPaste')}<textarea rows="8" spellcheck="false" class="code" value=${text} onInput=${(event) => { setText(event.target.value); setFound(null); }}></textarea></label>
      <${Wrong} deed=${check} />
      <button type="submit" class="secondary" disabled=${check.busy || !text.trim()} aria-busy=${check.busy ? 'true' : undefined}>${t('owner.check')}</button>
    </form>
    <div role="status">${found && html`<${Verdict} found=${found} />`}</div>
    ${found?.valid && html`<${Wrong} deed=${publish} /><p><button type="button" disabled=${publish.busy} onClick=${() => publish.run()}>${t('owner.publish', { id: found.id, version: found.version })}</button></p>
      <p class="hint small measure">${t('owner.publishHint')}</p>`}
    <${Preview} text=${text} />`;
}

/** Whether a text is a survey and not a questionnaire. */
function isSurvey(text) {
  try {
    const { format, pages, elements } = JSON.parse(text);
    return format === undefined && (Array.isArray(pages) || Array.isArray(elements));
  } catch {
    return false;
  }
}

function Verdict({ found }) {
  const { faults, warnings } = found;
  return html`${faults.length === 0 ? html`<p class="notice measure">${t('owner.valid', { id: found.id, version: found.version })}</p>` : html`<p class="notice bad measure">${t('owner.faults', { n: faults.length })}</p>`}
    ${[...faults, ...warnings].length > 0 && html`<table class="scores faults"><thead><tr>${['place', 'fault', 'hint'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${[...faults.map((one) => [one, '']), ...warnings.map((one) => [one, t('owner.warning')])].map(([one, kind], i) => html`<tr key=${i}>
        <th scope="row"><code>${one.pointer ?? '–'}</code></th><td data-label=${t('owner.fault')}>${kind && html`<strong>${kind}</strong> `}${one.detail}</td><td data-label=${t('owner.hint')}>${one.hint ?? '–'}</td></tr>`)}</tbody></table>`}`;
}

/** The document as far as it can be read, faults or not. */
function Preview({ text }) {
  let document = null;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  return document && typeof document === 'object' && Array.isArray(document.tree) && html`<${Both} questionnaire=${document} />`;
}
