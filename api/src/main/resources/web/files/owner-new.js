// A new assessment: of which company, with which questionnaires, and who will see what. It begins as a draft.

import { html, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Fetched, useDeed, useFetched, Wrong } from './owner-parts.js';

const MODES = ['attributed', 'confidential', 'classroom'];

export function NewAssessment({ desk }) {
  const choices = useFetched(async () => {
    const [companies, questionnaires] = await Promise.all([desk.all('/v1/companies'), desk.all('/v1/questionnaires')]);
    return { companies, questionnaires };
  }, []);
  return html`<h1>${t('owner.newAssessment')}</h1><${Fetched} from=${choices}>${(all) => html`<${Form} desk=${desk} ...${all} />`}<//>`;
}

function Form({ desk, companies, questionnaires }) {
  const [mode, setMode] = useState(MODES[0]);
  const [company, setCompany] = useState(companies[0]?.id ?? '');
  const [createdCompany, setCreatedCompany] = useState(null);
  const deed = useDeed(async (form, once) => {
    const given = new FormData(form);
    let id = company || createdCompany;
    if (!id) {
      ({ id } = await desk.post('/v1/companies', { name: given.get('companyName').trim() }, `${once}c`));
      setCreatedCompany(id);
    }
    const made = await desk.post('/v1/assessments', {
      company: id,
      name: given.get('name').trim(),
      form: given.get('form'),
      questionnaires: given.getAll('questionnaire'),
      visibility: { mode },
    }, once);
    location.hash = `assessment/${made.id}`;
  });
  const submit = (event) => {
    event.preventDefault();
    deed.run(event.currentTarget);
  };
  return html`<form class="measure" onSubmit=${submit}>
    <label>${t('owner.company')}<select value=${company} onChange=${(event) => setCompany(event.target.value)}>
      ${companies.map((one) => html`<option key=${one.id} value=${one.id}>${one.name}</option>`)}<option value="">${t('owner.newCompany')}</option></select></label>
    ${!company && html`<label>${t('owner.companyName')}<input name="companyName" required maxlength="200" autocomplete="organization" /></label>`}
    <label>${t('owner.assessmentName')}<input name="name" required maxlength="200" autocomplete="off" /></label>
    <fieldset><legend>${t('owner.questionnaires')}</legend>
      ${questionnaires.map((one) => html`<label key=${one.id}><input type="checkbox" name="questionnaire" value=${one.id} />${' '}${say(one.title) || one.id}</label>`)}</fieldset>
    <fieldset><legend>${t('owner.form')}</legend>
      ${['full', 'core'].map((form, i) => html`<label key=${form}><input type="radio" name="form" value=${form} defaultChecked=${i === 0} />${' '}${t(`owner.form-${form}`)}</label>`)}</fieldset>
    <fieldset><legend>${t('owner.visibility')}</legend>
      ${MODES.map((one) => html`<label key=${one}><input type="radio" name="mode" value=${one} checked=${mode === one} onChange=${() => setMode(one)} />${' '}${t(`owner.mode-${one}`, { k: 5 })}</label>`)}</fieldset>
    <p class="hint">${t('owner.draftHint')}</p>
    <${Wrong} deed=${deed} />
    <button type="submit" disabled=${deed.busy}>${t('owner.create')}</button></form>`;
}
