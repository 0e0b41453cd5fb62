// What an owner, a consultant or a reader asks the server for. Their key lives in this object and nowhere else: it is sent as
// Bearer, never written to storage, to a cookie or to an address, and gone when the page is closed or loaded anew.

import { ask, fetchFile } from './api.js';
import { lang } from './i18n.js';

const PAGE = 50;

export class Desk {
  #key;

  constructor(key) {
    this.#key = key;
    this.links = new Map();
  }

  #headers(more) {
    return { Authorization: `Bearer ${this.#key}`, ...more };
  }

  /** A document. */
  async get(path) {
    return (await ask('GET', path, { headers: this.#headers() })).document;
  }

  /** One page of a list, and the address of the next. */
  async page(path) {
    const document = await this.get(path);
    return { ...document, next: document.links.next };
  }

  /** A list to its end. */
  async all(path) {
    const items = [];
    for (let next = `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE}`; next; ) {
      const page = await this.page(next);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  }

  /** Makes something or takes a step. The same `once` never does so twice, whatever becomes of the connection. */
  async post(path, body = {}, once = onceKey()) {
    return (await ask('POST', path, { body, headers: this.#headers({ 'Idempotency-Key': once }) })).document;
  }

  /** Removes what was seen in that version. */
  async remove(path, version) {
    await ask('DELETE', path, { headers: this.#headers({ 'If-Match': `"v${version}-${lang}"` }) });
  }

  /** A file, as bytes: no link can carry the key. */
  file(path) {
    return fetchFile(path, this.#headers());
  }

  /** Remembers the link of a seat, which the server shows once, for as long as this page is open. */
  keep(issued) {
    this.links.set(issued.id, issued.link);
  }
}

/** A key under which something is done once. */
export const onceKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A field of a CSV file; what a spreadsheet would take for a formula is not one. */
export function field(text) {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
