// The first screen of a seat: what is asked, how long it takes, who will see what, until when it can be changed, how it is
// deleted. Nothing is stored before somebody answers.

import { html } from './frame.js';
import { t, say, saidIn, dateTime } from './i18n.js';
import { itemsOf, loadOf, minutesOf } from './minutes.js';
import { Shown } from './respond-shown.js';

export function Welcome({ seat, pages, short, onShort }) {
  const { assessment, company, seat: self, visibility } = seat.place;
  const { done, all } = seat.count(pages);
  const asked = seat.sheets.flatMap((sheet) => itemsOf(sheet.document).filter(seat.asks(sheet)));
  const core = asked.filter((item) => item.core);
  const first = pages.findIndex((page) => page.items?.some((item) => !page.sheet.queue.get('answers', item.key)));
  const closes = assessment.closesAt;
  return html`
    <h1>${t('respond.welcome', { company: company.name })}</h1>
    <p class="lead">${t('respond.purpose', { name: assessment.name })}</p>
    <dl class="facts">
      <div><dt>${t('respond.asked')}</dt><dd>${seat.sheets.map((sheet) => html`<span key=${sheet.id} lang=${saidIn(sheet.title)}>${say(sheet.title)}</span>`)}</dd></div>
      <div><dt>${t('respond.time')}</dt><dd>${t('respond.timeText', { items: all, minutes: minutesOf(loadOf(asked)) })}</dd></div>
      <div><dt>${t('respond.youAre')}</dt><dd>${[self.department, self.role, self.unit].filter(Boolean).join(' / ')}</dd></div>
      <div><dt>${t('respond.who')}</dt><dd><p lang=${saidIn(visibility.explanation)}>${say(visibility.explanation)}</p>
        <p>${t(`respond.before-${visibility.mode}`)}</p></dd></div>
      <div><dt>${t('respond.until')}</dt><dd>${closes ? t('respond.untilDate', { date: dateTime(closes) }) : t('respond.untilText')}</dd></div>
      <div><dt>${t('respond.delete')}</dt><dd>${t('respond.deleteText')} <a href="#data">${t('respond.dataLink')}</a></dd></div>
    </dl>
    <${Shown} />
    ${!seat.open ? html`<p class="notice warn">${t(`respond.${assessment.status === 'draft' ? 'notYet' : 'over'}`)}</p>` : html`
      ${assessment.form !== 'core' && core.length > 0 && core.length < all && html`
        <fieldset class="measure">
          <legend>${t('respond.order')}</legend>
          <label><input type="radio" name="order" checked=${short} onChange=${() => onShort(true)} />${' '}
            ${t('respond.shortFirst', { n: core.length, minutes: minutesOf(loadOf(core)) })}</label>
          <label><input type="radio" name="order" checked=${!short} onChange=${() => onShort(false)} />${' '}
            ${t('respond.inOrder')}</label>
        </fieldset>`}
      <p class="hint measure">${t('respond.resume')}</p>
      <p><a role="button" href=${first < 0 ? '#review' : `#fill-${first + 1}`}>
        ${done === 0 ? t('respond.start') : first < 0 ? t('respond.toReview') : t('respond.goOn', { done, all })}</a></p>`}`;
}
