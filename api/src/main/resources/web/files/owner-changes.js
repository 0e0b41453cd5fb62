// What differs between two versions of a questionnaire, and which scores can move by it.

import { html } from './frame.js';
import { t } from './i18n.js';

export function Changes({ of: { changes, moves } }) {
  const moved = [moves.index && t('owner.moves-index'), moves.levels && t('owner.moves-levels'), moves.findings && t('owner.moves-findings'),
    moves.nodes.length > 0 && t('owner.moves-nodes', { nodes: moves.nodes.join(', ') })].filter(Boolean);
  return html`<p class="notice measure">${moved.length === 0 ? t('owner.nothingMoves') : `${t('owner.canMove')} ${moved.join('; ')}`}</p>
    ${changes.length > 0 && html`<table class="scores"><thead><tr>${['what', 'change', 'parts', 'moves'].map((column) => html`<th key=${column} scope="col">${t(`owner.diff-${column}`)}</th>`)}</tr></thead>
      <tbody>${changes.map((one) => html`<tr key=${`${one.what} ${one.key}`}><th scope="row">${t(`owner.what-${one.what}`)} ${one.key}</th>
        <td data-label=${t('owner.diff-change')}>${t(`owner.change-${one.change}`)}</td><td data-label=${t('owner.diff-parts')} lang="en">${one.parts.join(', ') || '–'}</td>
        <td data-label=${t('owner.diff-moves')}>${t(one.moves ? 'owner.yes' : 'owner.no')}</td></tr>`)}</tbody></table>`}`;
}
