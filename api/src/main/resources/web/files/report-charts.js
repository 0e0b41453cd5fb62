// Takes a chart out of a report: as a picture for a slide, as a drawing, as its numbers.

import { html, saveBlob, useState } from './frame.js';
import { t } from './i18n.js';
import { Failure } from './parts.js';

/** Dots for each pixel: sharp on a projector. */
const DENSITY = 2;

/**
 * @param fetchAs fetches the chart, by the end of its name
 * @param title what the chart is called
 */
export function ChartTools({ fetchAs, title }) {
  const [state, setState] = useState({});
  const copy = (deed) => async () => {
    try {
      await deed();
      setState({ said: t('report.copied') });
    } catch (thrown) {
      setState(thrown.name === 'NotAllowedError' || thrown instanceof TypeError ? { said: t('report.notCopied') } : { thrown });
    }
  };
  const save = (make) => async () => {
    try {
      const file = await make();
      saveBlob(file.name, file);
      setState({});
    } catch (thrown) {
      setState({ thrown });
    }
  };
  const svg = () => fetchAs('svg');
  const png = async () => {
    const drawing = await svg();
    const dots = await draw(await drawing.text());
    return new File([dots], drawing.name.replace(/svg$/, 'png'), { type: dots.type });
  };
  const deeds = {
    copyPng: copy(() => navigator.clipboard.write([new ClipboardItem({ 'image/png': png() })])),
    copySvg: copy(async () => navigator.clipboard.writeText(await (await svg()).text())),
    savePng: save(png),
    saveSvg: save(svg),
    saveCsv: save(() => fetchAs('csv')),
  };
  return html`<details class="chart-tools no-print"><summary>${t('report.tools')}</summary>
    <ul aria-label=${title}>${Object.entries(deeds).map(([word, deed]) => html`<li key=${word}><button type="button" class="plain-button"
      onClick=${deed}>${t(`report.${word}`)}</button></li>`)}</ul>
    <p role="status" class="small quiet">${state.said}</p>
    ${state.thrown && html`<${Failure} thrown=${state.thrown} />`}</details>`;
}

/** A drawing as dots. */
async function draw(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * DENSITY;
  canvas.height = image.naturalHeight * DENSITY;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
