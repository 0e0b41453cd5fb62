// Everything that is kept, of an assessment or of the tenant, as one file: asked for, waited for, saved within an hour.

import { html, useEffect, useState } from './frame.js';
import { t, number } from './i18n.js';
import { Fetched, SaveFile, useDeed, useFetched, When, Wrong } from './owner-parts.js';

const WAIT_MS = 1_500;
const MEBI = 1_048_576;

export function Exports({ desk, assessment }) {
  const [mine, setMine] = useState([]);
  const list = useFetched(async () => {
    const all = await desk.all('/v1/exports');
    setMine(all.filter((one) => (one.assessment ?? '') === (assessment ?? '')).reverse());
    return true;
  }, [assessment]);
  const ask = useDeed(async (_, once) => {
    const asked = await desk.post('/v1/exports', assessment ? { assessment } : {}, once);
    setMine((all) => [asked, ...all]);
  });
  const change = (changed) => setMine((all) => all.map((one) => (one.id === changed.id ? changed : one)));
  return html`<p><button type="button" class="narrow" disabled=${ask.busy} onClick=${() => ask.run()}>${t('owner.askExport')}</button></p><${Wrong} deed=${ask} />
    <${Fetched} from=${list}>${() => mine.length > 0 && html`<table class="scores narrow"><thead><tr>${['askedAt', 'status', 'actions'].map((column) => html`<th key=${column} scope="col">${t(`owner.${column}`)}</th>`)}</tr></thead>
      <tbody>${mine.map((one) => html`<${Row} key=${one.id} desk=${desk} one=${one} onChange=${change} onGone=${list.again} />`)}</tbody></table>`}<//>`;
}

function Row({ desk, one, onChange, onGone }) {
  const waiting = one.status === 'queued' || one.status === 'running';
  useEffect(() => {
    const timer = waiting && setTimeout(() => desk.get(`/v1/exports/${one.id}`).then(onChange, onGone), WAIT_MS);
    return () => clearTimeout(timer);
  }, [one]);
  return html`<tr><th scope="row"><${When} at=${one.createdAt} /></th>
    <td data-label=${t('owner.status')}><span role="status">${t(`owner.export-${one.status}`)}${one.size ? ` (${t('owner.mebibytes', { n: Math.max(0.1, one.size / MEBI) })})` : ''}</span></td>
    <td data-label=${t('owner.actions')}>${one.status === 'done' ? html`<${SaveFile} desk=${desk} path=${`/v1/exports/${one.id}/file`}>${t('owner.saveFile')}<//>
      <br /><span class="small quiet">${t('owner.until')} <${When} at=${one.expiresAt} /></span>` : '–'}</td></tr>`;
}
