// The report of a result, now or as a snapshot froze it, down to the single answers where the owner is shown them.

import { html, useEffect, useState } from './frame.js';
import { t } from './i18n.js';
import { Report } from './report.js';

const FILES = ['report.pdf', 'report.pptx', 'data.xlsx', 'report.html', 'report.md'];

/** The address of the screen. */
export const reportScreen = (assessment, questionnaire, snapshot) => `#${['report', assessment, questionnaire, snapshot].filter(Boolean).join('/')}`;

export function OwnerReport({ desk, assessment, questionnaire, snapshot }) {
  const [since, setSince] = useState('');
  const [earlier, setEarlier] = useState([]);
  useEffect(() => {
    const fetched = async () => {
      const all = await desk.all(`/v1/assessments/${assessment}/snapshots`);
      const shown = all.find((one) => one.name === snapshot);
      setEarlier(all.filter((one) => !one.withdrawnAt && one !== shown && (!shown || one.createdAt < shown.createdAt)));
    };
    // Without snapshots there is nothing to compare with, and the report is there all the same.
    fetched().catch(() => {});
  }, [assessment, snapshot]);
  return html`<p class="no-print crumb"><a href=${`#assessment/${assessment}/results`}>${t('report.back')}</a></p>
    ${earlier.length > 0 && html`<label class="measure no-print">${t('report.since')}<select value=${since} onChange=${(event) => setSince(event.target.value)}>
      <option value="">${t('report.sinceNone')}</option>
      ${earlier.map((one) => html`<option key=${one.name} value=${one.name}>${one.title ?? one.name}</option>`)}</select></label>`}
    <${Report} source=${{ file: (path) => desk.file(path), page: (path) => desk.document(path) }} files=${FILES}
      base=${`/v1/assessments/${assessment}/results/${questionnaire}`} query=${snapshot && `snapshot=${snapshot}`} since=${since} />`;
}
