// What an owner, a consultant or a reader asks the server for. Their key was traded for a cookie that no script can read; the
// header says that a page of this program asks.

import { ask, fetchDocument, fetchFile, Problem } from './api.js';
import { lang } from './i18n.js';

const PAGE = 50;
const PATH = '/v1/session';
const OURS = { 'X-Moatmark-Key': '1' };

export class Desk {
  #place;
  #onEnded = () => {};
  #loose = false;
  #titles = null;
  #known = new Map();

  /** A desk for who is signed in, as the server says who that is. */
  constructor(place) {
    this.#place = place;
    this.links = new Map();
  }

  /** Trades a key for the cookie. */
  static async signIn(key) {
    return (await ask('POST', PATH, { body: { key } })).document;
  }

  /** Who is signed in already; throws a Problem with status 401 where nobody is. */
  static async place() {
    return (await ask('GET', PATH, { headers: OURS })).document;
  }

  get key() {
    return this.#place.key;
  }

  get tenant() {
    return this.#place.tenant;
  }

  /** Whether keys of this scope may do something, such as `set-up`. */
  may(right) {
    return this.#place.may.includes(right);
  }

  /** Says whom to tell when the cookie has ended. */
  whenEnded(use) {
    this.#onEnded = use;
  }

  async #ask(method, path, { headers, ...more } = {}) {
    return this.#told(ask(method, path, { ...more, headers: { ...OURS, ...headers } }));
  }

  async #told(answer) {
    try {
      return await answer;
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 401) {
        this.#onEnded();
      }
      throw thrown;
    }
  }

  /** A document. */
  async get(path) {
    return (await this.#ask('GET', path)).document;
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

  /** What a company is called; nothing to a reader, who is told no names of companies. */
  async companyName(id) {
    return this.may('keep-companies') ? (await this.get(`/v1/companies/${id}`)).name : '';
  }

  /** The titles of questionnaires by their id, asked for until they have come once. */
  titles() {
    this.#titles ??= this.all('/v1/questionnaires').then((all) => {
      this.#known = new Map(all.map((one) => [one.id, one.title]));
      return this.#known;
    }, (thrown) => {
      this.#titles = null;
      throw thrown;
    });
    return this.#titles;
  }

  /** The title of a questionnaire, if titles have come. */
  title(id) {
    return this.#known.get(id);
  }

  /** Makes something or takes a step. The same `once` never does so twice, whatever becomes of the connection. */
  async post(path, body = {}, once = onceKey()) {
    return (await this.#ask('POST', path, { body, headers: { 'Idempotency-Key': once } })).document;
  }

  /** Sends a text that is JSON, or should be, as it is. */
  async send(path, text, once = onceKey()) {
    return (await this.#ask('POST', path, { text, headers: { 'Idempotency-Key': once } })).document;
  }

  /** Changes something that was seen in that version. */
  async patch(path, version, body) {
    return (await this.#ask('PATCH', path, { body, type: 'application/merge-patch+json', headers: seen(version) })).document;
  }

  /** Removes what was seen in that version. */
  async remove(path, version) {
    await this.#ask('DELETE', path, { headers: seen(version) });
  }

  /** A file, as bytes. */
  file(path) {
    return this.#told(fetchFile(path, OURS));
  }

  /** A page, as a document. */
  document(path) {
    return this.#told(fetchDocument(path, OURS));
  }

  /** Ends the cookie, here and everywhere. */
  async signOut() {
    await ask('DELETE', PATH, { headers: OURS });
  }

  /** Remembers the link of a seat, which the server shows once, for as long as this page is open. */
  keep(issued) {
    this.links.set(issued.id, issued.link);
    this.#loose = true;
  }

  /** The links were taken somewhere: leaving the page loses nothing any more. */
  taken() {
    this.#loose = false;
  }

  /** Whether links are known to this page and to nobody else. */
  get hasLoose() {
    return this.#loose;
  }
}

const seen = (version) => ({ 'If-Match': `"v${version}-${lang}"` });

/** A key under which something is done once. */
export const onceKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export { field } from './cells.js';
