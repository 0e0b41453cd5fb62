// What to write to people: an invitation and, as the server words them, reminders. This program sends no mail.

import { html } from './frame.js';
import { lang, t, say, saidIn } from './i18n.js';
import { Fetched, More, ToCopy, useFetched, useList, When } from './owner-parts.js';

export function Invitations({ desk, path, assessment }) {
  const sent = useFetched(() => desk.all(`${path}/invitations`), [path]);
  const reminders = useList(desk, `${path}/reminders?limit=20`);
  return html`<section><h2>${t('owner.invitations')}</h2>
    <p class="measure">${t('owner.noMail')}</p>
    <${ToCopy} rows="12" label=${t('owner.invitationText')} text=${t('owner.invitationBody', { name: assessment.name, link: '{link}' })} />
    <${Fetched} from=${sent}>${(links) => links.length > 0 && html`<div class="scroll" tabindex="0" role="region" aria-label=${t('owner.invitations')}><table><thead><tr>${['seat', 'linkState', 'sentAt', 'expiresAt'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${links.map((one) => html`<tr key=${one.seat}><th scope="row">${one.key}</th><td>${t(`owner.link-${one.state}`)}</td>
        <td><${When} at=${one.sentAt} /></td><td><${When} at=${one.expiresAt} /></td></tr>`)}</tbody></table></div>`}<//>
    <h3>${t('owner.reminders')}</h3>
    <${Fetched} from=${reminders}>${({ items, placeholder }) => (items.length === 0 ? html`<p>${t('owner.noReminders')}</p>` : items.map((one) => html`
      <details key=${one.seat} class="measure"><summary>${one.key}</summary>
        <${ToCopy} rows="1" label=${t('owner.subject')} text=${say(one.subject)} />
        <div lang=${saidIn(one.text) ?? lang}><${ToCopy} rows="9" label=${t('owner.text')} text=${say(one.text).replace(placeholder, desk.links.get(one.seat) ?? placeholder)} /></div>
      </details>`))}<//>
    <${More} list=${reminders} /></section>`;
}
