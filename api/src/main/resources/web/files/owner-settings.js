// What can be changed of an assessment: its name and closing date, what is asked while it is a draft, who sees what until somebody
// has answered, what is known of its company, and who else acts on it.

import { html, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Fetched, useDeed, useFetched, Wrong } from './owner-parts.js';
import { fromZone, inZone } from './owner-dates.js';
import { USUAL, VisibilityChoice, wanted } from './owner-visibility.js';
import { Company } from './owner-company.js';
import { Grants } from './owner-grants.js';

export function Settings({ desk, path, assessment, onChange }) {
  return html`
    <section><h2>${t('owner.part-settings')}</h2><${General} key=${`g${assessment.version}`} desk=${desk} path=${path} assessment=${assessment} onChange=${onChange} /></section>
    <section><h2>${t('owner.visibility')}</h2><${Terms} key=${`v${assessment.version}`} desk=${desk} path=${path} assessment=${assessment} onChange=${onChange} /></section>
    ${desk.may('keep-companies') && html`<section><h2>${t('owner.company')}</h2><${Company} desk=${desk} id=${assessment.company} /></section>`}
    ${desk.may('grant') && html`<${Grants} desk=${desk} path=${path} />`}`;
}

function General({ desk, path, assessment, onChange }) {
  const zone = desk.tenant.timeZone;
  const draft = assessment.status === 'draft';
  const questionnaires = useFetched(() => (draft ? desk.all('/v1/questionnaires') : Promise.resolve([])), [draft]);
  const [saved, setSaved] = useState(false);
  const deed = useDeed(async (given) => {
    const asked = given.getAll('questionnaire').map((id) => assessment.questionnaires.find((one) => one.id === id)).map((known, i) =>
      known ? { id: known.id, version: known.version } : { id: given.getAll('questionnaire')[i] });
    const closesAt = given.get('closesAt');
    onChange(await desk.patch(path, assessment.version, {
      name: given.get('name').trim(),
      closesAt: closesAt ? fromZone(closesAt, zone) : null,
      ...(draft && { form: given.get('form'), questionnaires: asked }),
    }));
    setSaved(true);
  });
  const submit = (event) => {
    event.preventDefault();
    deed.run(new FormData(event.currentTarget));
  };
  return html`<form class="measure" onSubmit=${submit}>
    <label>${t('owner.assessmentName')}<input name="name" required maxlength="200" autocomplete="off" defaultValue=${assessment.name} /></label>
    <label>${t('owner.closesAtIn', { zone })}<input type="datetime-local" name="closesAt" aria-describedby="closes-hint" defaultValue=${assessment.closesAt ? inZone(assessment.closesAt, zone) : ''} /></label>
    <p id="closes-hint" class="hint small">${t('owner.closesHint')}</p>
    ${draft ? html`<fieldset><legend>${t('owner.form')}</legend>${['core', 'full'].map((one) => html`<label key=${one}><input type="radio" name="form" value=${one} defaultChecked=${assessment.form === one} />${' '}${t(`owner.form-${one}`)}</label>`)}</fieldset>
      <${Fetched} from=${questionnaires}>${(all) => html`<fieldset><legend>${t('owner.questionnaires')}</legend>${all.map((one) => html`<label key=${one.id}>
        <input type="checkbox" name="questionnaire" value=${one.id} defaultChecked=${assessment.questionnaires.some((asked) => asked.id === one.id)} />${' '}${say(one.title) || one.id}</label>`)}</fieldset>`}<//>`
      : html`<p class="hint">${t('owner.askedFixed')}</p>`}
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.save')}</button> <span role="status">${saved && t('owner.saved')}</span></form>`;
}

function Terms({ desk, path, assessment, onChange }) {
  const { mode, k, departments, successorSeesAnswers } = assessment.visibility;
  const [value, setValue] = useState({ ...USUAL, mode, ...(k && { k }), departments: departments ?? false, successorSeesAnswers });
  const deed = useDeed(async () => onChange(await desk.patch(path, assessment.version, { visibility: wanted(value) })));
  const submit = (event) => {
    event.preventDefault();
    deed.run();
  };
  return html`<form class="measure" onSubmit=${submit}><p>${t('owner.termsText')}</p>
    <${VisibilityChoice} value=${value} onChange=${setValue} /><${Wrong} deed=${deed} />
    <button type="submit" disabled=${deed.busy}>${t('owner.saveTerms')}</button></form>`;
}
