// A seat as its page knows it: where it belongs, what it is asked, and what it has answered so far.

import { ask } from './api.js';
import { lang, say } from './i18n.js';
import { isWhole } from './answer.js';
import { SaveQueue } from './queue.js';
import { sections, shortFirst } from './sections.js';

/** Trades the token behind the # for a cookie; the address forgets it at once. */
export async function enter() {
  const token = new URLSearchParams(location.hash.slice(1)).get('t');
  if (token) {
    history.replaceState(null, '', location.pathname + location.search);
    await ask('POST', '/v1/seat/session', { body: { token } });
  }
}

/** Everything of the seat, or a Problem with status 401 where nobody is in. */
export async function load(changed) {
  const { document: place } = await ask('GET', '/v1/seat');
  const sheets = await Promise.all(place.questionnaires.map((asked) => sheet(place, asked, changed)));
  return new Seat(place, sheets);
}

async function sheet(place, asked, changed) {
  const { id } = asked.questionnaire;
  const [questionnaire, answers] = await Promise.all([
    ask('GET', `/v1/seat/questionnaires/${id}${lang in asked.title ? `?lang=${lang}` : ''}`),
    ask('GET', `/v1/seat/answers/${id}`),
  ]);
  const queue = new SaveQueue(`/v1/seat/answers/${id}`, `moatmark:${place.seat.id}:${id}`, answers.document, answers.etag, changed);
  return { ...asked, id, document: questionnaire.document, queue };
}

class Seat {
  constructor(place, sheets) {
    this.place = place;
    this.sheets = sheets;
  }

  get open() {
    return this.sheets.some((sheet) => sheet.open) && !this.submitted;
  }

  get submitted() {
    return this.place.seat.status === 'submitted';
  }

  /** Whether the items of a sheet are asked of this seat in this form. */
  asks(sheet) {
    const asked = new Set(sheet.queue.sheet.asked);
    const core = this.place.assessment.form === 'core';
    return (item) => asked.has(item.key) && (!core || item.core);
  }

  /** The pages to fill in, in order: of each questionnaire its sections, then its invented companies. */
  pages(shortestFirst) {
    const parts = this.sheets.map((sheet) => {
      const { short, rest } = shortestFirst ? shortFirst(sheet.document, this.asks(sheet)) : { short: [], rest: sections(sheet.document, this.asks(sheet)) };
      return { sheet, short, rest };
    });
    const page = (sheet, part) => (section) => ({ sheet, part, ...section });
    return [
      ...parts.flatMap(({ sheet, short }) => short.map(page(sheet, 'short'))),
      ...parts.flatMap(({ sheet, rest }) => [...rest.map(page(sheet, 'rest')), ...vignettePages(sheet, this.asks(sheet))]),
    ];
  }

  /** How many questions there are, and how many have an answer of whatever kind. */
  count(pages) {
    const items = pages.filter((page) => page.items).flatMap((page) => page.items.map((item) => page.sheet.queue.get('answers', item.key)));
    return { all: items.length, done: items.filter(isWhole).length };
  }

  get unsaved() {
    return this.sheets.reduce((sum, sheet) => sum + sheet.queue.unsaved, 0);
  }
}

/** What a page is called: its themes, or where they are many, their dimension. */
export const titleOf = (page) => (page.titles.length > 2 ? say(page.dimension) : page.titles.map(say).join(' / '));

/** Invented companies to rate, four to a page, in an order that does not give away the expected one. */
function vignettePages(sheet, asks) {
  const items = new Map(sheet.document.tree.flatMap(leafItems).filter(asks).map((item) => [item.key, item]));
  const asked = (sheet.document.vignettes ?? []).filter((one) => items.has(one.item)).sort((one, other) => order(one) - order(other));
  const pages = [];
  for (let from = 0; from < asked.length; from += 4) {
    pages.push({ sheet, part: 'vignettes', vignettes: asked.slice(from, from + 4).map((one) => ({ ...one, anchors: items.get(one.item) })) });
  }
  return pages;
}

const leafItems = (node) => node.items ?? (node.nodes ?? []).flatMap(leafItems);

/** A number that follows from the key and from nothing else. */
const order = ({ key }) => [...key].reduce((sum, c) => (sum * 31 + c.codePointAt(0) * 7919) % 10007, 7);
