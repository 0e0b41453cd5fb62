// What somebody has handed in, to keep; and what is stored of them, to take away or to erase.

import { html, download, useState } from './frame.js';
import { t, say, saidIn, dateTime } from './i18n.js';
import { ask } from './api.js';
import { inWords } from './item.js';
import { Failure } from './parts.js';
import { titleOf } from './seat.js';
import { Shown } from './respond-shown.js';

export function Receipt({ seat, pages }) {
  const { seat: self, assessment, company } = seat.place;
  return html`
    <h1>${t('respond.receipt')}</h1>
    <p class="lead">${t('respond.thanks', { company: company.name })}</p>
    <dl class="facts">
      <div><dt>${t('respond.receiptNo')}</dt><dd><code>${self.id}</code></dd></div>
      <div><dt>${t('respond.submittedAt')}</dt><dd>${dateTime(self.submittedAt)}</dd></div>
      <div><dt>${t('respond.assessment')}</dt><dd>${assessment.name}</dd></div>
      ${seat.sheets.map((sheet) => html`<div key=${sheet.id}><dt lang=${saidIn(sheet.title)}>${say(sheet.title)}</dt>
        <dd>${t('respond.version', { version: sheet.questionnaire.version })}</dd></div>`)}
    </dl>
    <${Shown} />
    <${Copies} />
    <p class="no-print"><a href="#data">${t('respond.dataLink')}</a></p>
    <${Answers} seat=${seat} pages=${pages} />`;
}

function Copies() {
  const [thrown, setThrown] = useState(null);
  const save = async () => {
    try {
      const { document } = await ask('GET', '/v1/seat/data');
      download('moatmark-answers.json', 'application/json', `${JSON.stringify(document, null, 2)}\n`);
      setThrown(null);
    } catch (caught) {
      setThrown(caught);
    }
  };
  return html`
    ${thrown && html`<${Failure} thrown=${thrown} />`}
    <fieldset class="steps no-print" aria-label=${t('respond.copy')}>
      <button type="button" class="secondary outline" onClick=${save}>${t('respond.copyData')}</button>
      <button type="button" class="secondary outline" onClick=${() => print()}>${t('respond.copyPrint')}</button>
    </fieldset>`;
}

/** The own answers, to be read and printed. */
function Answers({ seat, pages }) {
  const read = pages.filter((page) => page.items);
  return html`
    <h2>${t('respond.ownAnswers')}</h2>
    ${read.map((page, i) => html`
      <section key=${i}><h3>${titleOf(page)}</h3>
        <dl class="answers">${page.items.map((item) => html`
          <div key=${item.key}><dt lang=${saidIn(item.text)}>${say(item.text)}</dt>
            ${inWords(item, page.sheet.document.scales, page.sheet.queue.get('answers', item.key)).map((line) => html`<dd>${line}</dd>`)}</div>`)}</dl>
      </section>`)}`;
}

export function OwnData({ seat }) {
  const [state, setState] = useState({});
  const [withdraw, setWithdraw] = useState(false);
  const erase = async () => {
    if (!confirm(t('respond.eraseSure'))) {
      return;
    }
    try {
      await ask('DELETE', `/v1/seat${withdraw ? '?release=withdraw' : ''}`, { headers: { 'X-Moatmark-Seat': '1' } });
      seat.sheets.forEach((sheet) => localStorage.removeItem(sheet.queue.store));
      setState({ erased: true });
    } catch (thrown) {
      setState({ thrown });
    }
  };
  if (state.erased) {
    return html`<h1>${t('respond.erased')}</h1><p class="measure" role="status">${t('respond.erasedText')}</p>`;
  }
  return html`
    <h1>${t('respond.dataLink')}</h1>
    <ul class="measure">
      <li>${t('respond.storedSeat')}</li>
      <li>${t('respond.storedAnswers')}</li>
      <li>${t('respond.storedDevice')}</li>
      <li>${t('respond.storedNot')}</li>
    </ul>
    <p class="measure" lang=${saidIn(seat.place.visibility.explanation)}>${say(seat.place.visibility.explanation)}</p>
    <h2>${t('respond.take')}</h2>
    <${Copies} />
    <h2>${t('respond.erase')}</h2>
    <p class="measure">${t('respond.eraseText')}</p>
    ${state.thrown && html`<${Failure} thrown=${state.thrown} />`}
    ${seat.place.visibility.mode === 'confidential' && html`
      <label><input type="checkbox" checked=${withdraw} onChange=${(event) => setWithdraw(event.target.checked)} /> ${t('respond.withdraw')}</label>`}
    <p><button type="button" class="secondary outline" onClick=${erase}>${t('respond.eraseButton')}</button></p>
    <p><a href="#">${t('respond.backToStart')}</a></p>`;
}
