// A new assessment: of which company, what is asked, who will see what, until when. It begins as a draft; seats come next.

import { html, useState } from './frame.js';
import { t, say } from './i18n.js';
import { Fetched, useDeed, useFetched, Wrong } from './owner-parts.js';
import { CompanyFacts, facts } from './owner-company.js';
import { fromZone } from './owner-dates.js';
import { load, minutesOf } from './minutes.js';
import { USUAL, VisibilityChoice, wanted } from './owner-visibility.js';

export function NewAssessment({ desk }) {
  const choices = useFetched(async () => {
    const [companies, questionnaires] = await Promise.all([desk.all('/v1/companies'), desk.all('/v1/questionnaires')]);
    return { companies, questionnaires };
  }, []);
  return html`<h1>${t('owner.newAssessment')}</h1><p class="lead">${t('owner.newLead')}</p>
    <${Fetched} from=${choices}>${(all) => html`<${Form} desk=${desk} ...${all} />`}<//>`;
}

function Form({ desk, companies, questionnaires }) {
  const [company, setCompany] = useState(companies[0]?.id ?? '');
  const [createdCompany, setCreatedCompany] = useState(null);
  const [asked, setAsked] = useState({});
  const [form, setForm] = useState('core');
  const [visibility, setVisibility] = useState(USUAL);
  const [missing, setMissing] = useState(false);
  const deed = useDeed(async (given, once) => {
    let id = company || createdCompany;
    if (!id) {
      ({ id } = await desk.post('/v1/companies', { name: given.companyName, ...facts(given) }, `${once}c`));
      setCreatedCompany(id);
    }
    const made = await desk.post('/v1/assessments', {
      company: id,
      name: given.name,
      form,
      questionnaires: Object.entries(asked).map(([questionnaire, version]) => ({ id: questionnaire, version })),
      visibility: wanted(visibility),
      ...(given.closesAt && { closesAt: fromZone(given.closesAt, desk.tenant.timeZone) }),
    }, once);
    location.hash = `assessment/${made.id}/seats`;
  });
  const submit = (event) => {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, text]) => [name, text.trim()]));
    setMissing(Object.keys(asked).length === 0);
    if (Object.keys(asked).length > 0) {
      deed.run(given);
    }
  };
  return html`<form class="measure" onSubmit=${submit}>
    <section><h2>${t('owner.step-1')}</h2>
      <label>${t('owner.company')}<select value=${company} onChange=${(event) => setCompany(event.target.value)}>
        ${companies.map((one) => html`<option key=${one.id} value=${one.id}>${one.name}</option>`)}<option value="">${t('owner.newCompany')}</option></select></label>
      ${!company && html`<label>${t('owner.companyName')}<input name="companyName" required maxlength="200" autocomplete="organization" /></label><${CompanyFacts} desk=${desk} />`}
      <label>${t('owner.assessmentName')}<input name="name" required maxlength="200" autocomplete="off" placeholder=${t('owner.assessmentExample')} /></label></section>
    <section><h2>${t('owner.step-2')}</h2>
      <fieldset><legend>${t('owner.form')}</legend><div class="options">
        ${['core', 'full'].map((one) => html`<label key=${one} class="option"><input type="radio" name="form" value=${one} checked=${form === one} onChange=${() => setForm(one)} />
          <span><strong>${t(`owner.form-${one}`)}</strong><br />${t(`owner.form-${one}-text`)}</span></label>`)}</div></fieldset>
      <fieldset aria-describedby=${missing ? 'asked-missing' : undefined}><legend>${t('owner.questionnaires')}</legend>
        ${missing && html`<p id="asked-missing" class="problem" role="alert">${t('owner.askSomething')}</p>`}
        ${questionnaires.map((one) => html`<${Asked} key=${one.id} desk=${desk} one=${one} form=${form} version=${asked[one.id]}
          onVersion=${(version) => { setMissing(false); setAsked(({ [one.id]: _, ...others }) => (version ? { ...others, [one.id]: version } : others)); }} />`)}</fieldset></section>
    <section><h2>${t('owner.step-3')}</h2><${VisibilityChoice} value=${visibility} onChange=${setVisibility} /></section>
    <section><h2>${t('owner.step-4')}</h2>
      <label>${t('owner.closesAtIn', { zone: desk.tenant.timeZone })}<input type="datetime-local" name="closesAt" aria-describedby="closes-hint" /></label>
      <p id="closes-hint" class="hint small">${t('owner.closesHint')}</p></section>
    <p class="hint">${t('owner.draftHint')}</p>
    <${Wrong} deed=${deed} />
    <button type="submit" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}>${t('owner.create')}</button></form>`;
}

/** A questionnaire to ask, in one of its versions, with what that asks of whom. */
function Asked({ desk, one, form, version, onVersion }) {
  return html`<div class="asked">
    <label><input type="checkbox" checked=${Boolean(version)} onChange=${(event) => onVersion(event.target.checked ? one.version : null)} />${' '}${say(one.title) || one.id}
      ${' '}<span class="quiet small">${t('owner.itemsOf', { core: one.coreItems, items: one.items })}</span></label>
    ${version && html`<div class="asked-more">
      ${one.versions.length > 1 && html`<label>${t('owner.version')}<select value=${version} aria-describedby=${`version-${one.id}`} onChange=${(event) => onVersion(event.target.value)}>
        ${one.versions.map((each) => html`<option key=${each.version} value=${each.version}>${each.version}</option>`)}</select></label>
        <p id=${`version-${one.id}`} class="hint small">${t('owner.versionHint')}</p>`}
      <${Effort} desk=${desk} id=${one.id} version=${version} form=${form} /></div>`}</div>`;
}

/** How many items and minutes each kind of respondent is asked for. */
function Effort({ desk, id, version, form }) {
  const document = useFetched(() => desk.get(`/v1/questionnaires/${id}/versions/${version}`), [id, version]);
  return html`<${Fetched} from=${document}>${(questionnaire) => html`<ul class="plain small">${questionnaire.informants.map((kind) => {
    const asked = load(questionnaire, [kind.key], form);
    return html`<li key=${kind.key}>${say(kind.name)}: ${asked.items === 0 ? t('owner.notAsked') : t('owner.effort', { items: asked.items, minutes: minutesOf(asked) })}</li>`;
  })}</ul>`}<//>`;
}
