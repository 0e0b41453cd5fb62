// The links that this page knows: saved as a file, and a word to the server that they were handed out. Leaving the page with
// links that were taken nowhere is asked back.

import { html, download, useEffect, useState } from './frame.js';
import { t } from './i18n.js';
import { useDeed, Wrong } from './owner-parts.js';
import { field } from './owner-desk.js';

const HEAD = ['seat', 'department', 'role', 'link'];

export function Links({ desk, path, seats }) {
  const known = seats.filter((seat) => desk.links.has(seat.id));
  const [sent, setSent] = useState(false);
  const deed = useDeed(async (_, once) => {
    await desk.post(`${path}/invitations`, { seats: known.map((seat) => seat.id) }, once);
    desk.taken();
    setSent(true);
  });
  if (known.length === 0) {
    return html`<p class="hint small measure">${t('owner.linksOnce')}</p>`;
  }
  const save = () => {
    const rows = [HEAD, ...known.map((seat) => [seat.key, seat.department, seat.role ?? '', desk.links.get(seat.id)])];
    download('moatmark-links.csv', 'text/csv;charset=utf-8', `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`);
    desk.taken();
  };
  return html`<div class="notice measure"><p>${t('owner.linksHere', { n: known.length })}</p><p class="small">${t('owner.linksOnce')}</p>
    <div class="steps plain"><button type="button" onClick=${save}>${t('owner.linksCsv', { n: known.length })}</button>
      <button type="button" class="secondary outline" disabled=${deed.busy} onClick=${() => deed.run()}>${t('owner.handedOut')}</button>
      <span role="status">${sent && t('owner.handedOutDone')}</span></div><${Wrong} deed=${deed} /></div>`;
}

/** Asks back before the page is left while it knows links that were not taken anywhere. */
export function useLeaveWarning(desk) {
  useEffect(() => {
    const asked = (event) => desk.hasLoose && event.preventDefault();
    addEventListener('beforeunload', asked);
    return () => removeEventListener('beforeunload', asked);
  }, [desk]);
}
