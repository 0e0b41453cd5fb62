// A link as a QR code, drawn in this page: no server, ours or another, is told of it.

import { html, download, useEffect, useRef, useState } from './frame.js';
import { t } from './i18n.js';
import { generate, correction } from './qr.js';

const QUIET = 4;

/** The dark modules as one path, and how many modules wide the picture is with its quiet zone. */
export function drawn(text) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      path += code.get(x, y) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '';
    }
  }
  return { path, size: code.size + 2 * QUIET };
}

/** A button that shows the code of a link over the page, to be scanned or saved. */
export function QrOf({ link, name }) {
  const [open, setOpen] = useState(false);
  const dialog = useRef();
  const picture = useRef();
  useEffect(() => {
    if (open) {
      dialog.current.showModal();
    }
  }, [open]);
  const code = open && drawn(link);
  return html`<button type="button" class="plain-button" aria-label=${t('owner.qrOf', { seat: name })} onClick=${() => setOpen(true)}>${t('owner.qr')}</button>
    ${open && html`<dialog ref=${dialog} class="qr" aria-label=${t('owner.qrOf', { seat: name })} onClose=${() => setOpen(false)}><article>
      <h2>${name}</h2>
      <svg ref=${picture} viewBox=${`0 0 ${code.size} ${code.size}`} role="img" aria-label=${t('owner.qrOf', { seat: name })} shape-rendering="crispEdges"><rect width=${code.size} height=${code.size} fill="#fff" /><path d=${code.path} fill="#000" /></svg>
      <p class="small">${t('owner.qrText')}</p>
      <div class="steps plain"><button type="button" onClick=${() => download(`moatmark-${fileName(name)}.svg`, 'image/svg+xml', new XMLSerializer().serializeToString(picture.current))}>${t('owner.qrSave')}</button>
        <button type="button" class="secondary outline" onClick=${() => dialog.current.close()}>${t('owner.done')}</button></div></article></dialog>`}`;
}

/** A name as a part of the name of a file. */
const fileName = (name) => name.normalize('NFKC').replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60);
