// How reports and slides look: a title and a subtitle in the place of the questionnaire's, and the accent colour.

import { html, useState } from './frame.js';
import { t } from './i18n.js';
import { filled, useDeed, Wrong } from './owner-parts.js';

const USUAL = '#17517e';

export function Look({ desk, tenant, onChange }) {
  const { title, subtitle, accent } = tenant.brand;
  const [own, setOwn] = useState(Boolean(accent));
  const [colour, setColour] = useState(accent ?? USUAL);
  const [saved, setSaved] = useState(false);
  const deed = useDeed(async (given) => {
    setSaved(false);
    const brand = { title: given.title ?? null, subtitle: given.subtitle ?? null, accent: own ? colour : null };
    onChange(await desk.patch('/v1/tenant', tenant.version, { brand }));
    setSaved(true);
  });
  return html`<form class="measure" onSubmit=${filled((given) => deed.run(given))}><p>${t('owner.lookText')}</p>
    <label>${t('owner.reportTitle')}<input name="title" maxlength="120" autocomplete="off" defaultValue=${title ?? ''} /></label>
    <label>${t('owner.reportSubtitle')}<input name="subtitle" maxlength="200" autocomplete="off" defaultValue=${subtitle ?? ''} /></label>
    <label><input type="checkbox" checked=${own} onChange=${(event) => setOwn(event.target.checked)} />${' '}${t('owner.ownAccent')}</label>
    ${own && html`<label>${t('owner.accent')}<input type="color" value=${colour} aria-describedby="accent-hint" onInput=${(event) => setColour(event.target.value)} /></label>
      <p id="accent-hint" class="hint small">${t('owner.accentHint')}</p>`}
    <${Wrong} deed=${deed} /><button type="submit" disabled=${deed.busy}>${t('owner.save')}</button> <span role="status">${saved && t('owner.saved')}</span></form>`;
}
