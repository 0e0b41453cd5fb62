// What is known of a company: it chooses the questions and the peers. Said when the company is added, and mended later.

import { html, useState } from './frame.js';
import { lang, t, say } from './i18n.js';
import { Fetched, useDeed, useFetched, Wrong } from './owner-parts.js';

const FACTS = ['size', 'market', 'sector'];
const SIZES = ['micro', 'small', 'medium', 'large'];

/** What a form says of a company besides its name. */
export const facts = (given) => Object.fromEntries(FACTS.filter((fact) => given[fact]).map((fact) => [fact, given[fact]]));

/** The fields, in the words of the case library. Nothing of it has to be said. A word that no case has stays as it is. */
export function CompanyFacts({ desk, known = {} }) {
  const cases = useFetched(() => desk.all('/v1/cases'), []);
  const words = (fact) => {
    const all = new Map((cases.value ?? []).map((one) => [one[fact], say(one.labels[fact])]));
    if (known[fact] && !all.has(known[fact])) {
      all.set(known[fact], known[fact]);
    }
    return [...all].sort(([, one], [, other]) => one.localeCompare(other, lang));
  };
  const choices = {
    size: words('size').sort(([one], [other]) => SIZES.indexOf(one) - SIZES.indexOf(other)),
    market: words('market'),
    sector: words('sector'),
  };
  return html`<fieldset><legend>${t('owner.companyFacts')}</legend><p class="hint small">${t('owner.companyFactsHint')}</p>
    <div class="fields">${FACTS.map((fact) => html`<label key=${fact}>${t(`owner.fact-${fact}`)}<select name=${fact}>
      <option value="">${t('owner.notSaid')}</option>${choices[fact].map(([word, text]) => html`<option key=${word} value=${word}
        selected=${word === known[fact]}>${text}</option>`)}</select></label>`)}</div></fieldset>`;
}

/** Mends what is known of a company that is there already. */
export function Company({ desk, id }) {
  const company = useFetched(() => desk.get(`/v1/companies/${id}`), [id]);
  return html`<${Fetched} from=${company}>${(one) => html`<${Form} desk=${desk} company=${one} onChange=${company.change} />`}<//>`;
}

function Form({ desk, company, onChange }) {
  const [saved, setSaved] = useState(false);
  const deed = useDeed(async (given) => {
    setSaved(false);
    onChange(await desk.patch(`/v1/companies/${company.id}`, company.version, {
      name: given.get('name').trim(),
      ...Object.fromEntries(FACTS.map((fact) => [fact, given.get(fact) || null])),
    }));
    setSaved(true);
  });
  const submit = (event) => {
    event.preventDefault();
    deed.run(new FormData(event.currentTarget));
  };
  return html`<form class="measure" onSubmit=${submit}>
    <label>${t('owner.companyName')}<input name="name" required maxlength="200" autocomplete="organization" defaultValue=${company.name} /></label>
    <${CompanyFacts} desk=${desk} known=${company} />
    <p class="hint small">${t('owner.companyChanges')}</p>
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.save')}</button> <span role="status">${saved && t('owner.saved')}</span></form>`;
}
