// For whom a seat speaks: the kinds of respondents that a questionnaire knows, with their sides.

import { html } from './frame.js';
import { t, say } from './i18n.js';

export const KindChoice = ({ questionnaire, kind = '', onChoose }) => html`<label>${t('owner.speaksFor', { questionnaire: say(questionnaire.title) })}
  <select name=${`kind-${questionnaire.id}`} onChange=${(event) => onChoose?.(event.target.value)}><option value="" selected=${!kind}>${t('owner.notAsked')}</option>
    ${questionnaire.informants.map((one) => html`<option key=${one.key} value=${one.key} selected=${one.key === kind}>${say(one.name)} (${t(`owner.side-${one.side}`)})</option>`)}</select></label>`;
