// The report of a result, now or as a snapshot froze it, down to the single answers where the owner is shown them.

import { html } from './frame.js';
import { t } from './i18n.js';
import { Report } from './report.js';

const FILES = ['report.pdf', 'data.xlsx', 'report.html', 'report.md'];

/** The address of the screen. */
export const reportScreen = (assessment, questionnaire, snapshot) => `#${['report', assessment, questionnaire, snapshot].filter(Boolean).join('/')}`;

export function OwnerReport({ desk, assessment, questionnaire, snapshot }) {
  return html`<p class="no-print crumb"><a href=${`#assessment/${assessment}/results`}>${t('report.back')}</a></p>
    <${Report} source=${{ file: (path) => desk.file(path), page: (path) => desk.document(path) }} files=${FILES}
      base=${`/v1/assessments/${assessment}/results/${questionnaire}`} query=${snapshot && `snapshot=${snapshot}`}
      name=${[questionnaire, snapshot].filter(Boolean).join('-')} />`;
}
