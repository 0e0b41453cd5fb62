// Saves answers as they are given and never loses one: what the server has not confirmed lies in this browser's storage, is
// sent again when there is a connection, and is compared where somebody else was quicker.

import { ask, Offline, Problem } from './api.js';
import { patchOf, isWhole, same } from './answer.js';

const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const OWN_PAGE = { 'X-Moatmark-Seat': '1' };

/** The answers of a seat to one questionnaire, and its ratings of invented companies, on their way to the server. */
export class SaveQueue {
  #waiting = new Map();
  #known = new Set();
  #timer = 0;
  #failures = 0;
  #sending = false;
  #opened;

  /**
   * @param path of the answers
   * @param store under which name this browser keeps what is not saved
   * @param sheet the answers as the server has them
   * @param etag their tag
   * @param changed told whenever there is something new to show
   */
  constructor(path, store, sheet, etag, changed) {
    Object.assign(this, { path, store, etag, changed, state: 'idle', savedAt: null, conflicts: [], faults: new Map(), wrong: new Map(), problem: null });
    this.#take(sheet, etag);
    this.#opened = sheet;
    for (const [id, entry] of Object.entries(this.#stored())) {
      this.#waiting.set(id, entry);
      this.#known.add(id);
    }
    this.#compare();
    addEventListener('online', () => this.flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
  }

  /** What is answered, saved or not. */
  get(kind, key) {
    const entry = this.#waiting.get(`${kind}/${key}`);
    return entry ? (entry.value ?? undefined) : this.#saved(kind, key);
  }

  /** Answers something, or takes an answer back. */
  put(kind, key, value) {
    const id = `${kind}/${key}`;
    const before = this.#waiting.get(id);
    this.#waiting.set(id, { kind, key, value: value ?? null, base: before ? before.base : (this.#saved(kind, key) ?? null) });
    this.#known.add(id);
    this.faults.delete(id);
    this.wrong.delete(id);
    this.#keep();
    this.#later(PAUSE_MS);
    this.changed();
  }

  /** Remembers what was written that is no answer, and so cannot be sent: {text, fault}, or nothing once it is mended. */
  putWrong(kind, key, wrong) {
    if (wrong) {
      this.wrong.set(`${kind}/${key}`, wrong);
    } else {
      this.wrong.delete(`${kind}/${key}`);
    }
    this.changed();
  }

  /** What is wrong with an answer, as the server or the field says it. */
  fault(kind, key) {
    return this.faults.get(`${kind}/${key}`) ?? this.wrong.get(`${kind}/${key}`)?.fault;
  }

  /** What the server had when the page was opened. */
  whenOpened(key) {
    return this.#opened.answers?.[key];
  }

  /** Whether an answer that was there then is another one now, or none. */
  changedSinceOpened(key) {
    const before = this.whenOpened(key);
    return before !== undefined && !same(before, this.get('answers', key));
  }

  /** How many answers the server does not have yet. */
  get unsaved() {
    return this.#waiting.size;
  }

  /** Sends what waits and can be sent. */
  async flush() {
    clearTimeout(this.#timer);
    const batch = [...this.#waiting].filter(([id, entry]) => this.#sendable(id, entry));
    if (this.#sending || this.conflicts.length > 0 || batch.length === 0 || this.state === 'ended' || this.state === 'closed') {
      return;
    }
    this.#sending = true;
    this.state = 'saving';
    this.changed();
    try {
      const headers = { 'If-Match': this.etag, ...OWN_PAGE };
      const reply = await ask('PATCH', this.path, { body: bodyOf(batch), type: 'application/merge-patch+json', headers });
      this.#confirm(batch, reply);
    } catch (thrown) {
      await this.#failed(thrown);
    }
    this.#sending = false;
    this.#keep();
    this.changed();
    if (this.state === 'saved' && this.#waiting.size > 0) {
      this.#later(PAUSE_MS);
    }
  }

  /** Settles where two answers differ; a merged answer may be given instead of one of them. */
  settle(conflict, answer) {
    const entry = this.#waiting.get(conflict.id);
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    if (same(answer, conflict.theirs)) {
      this.#waiting.delete(conflict.id);
    } else {
      this.#waiting.set(conflict.id, { ...entry, value: answer ?? null, base: conflict.theirs ?? null });
    }
    this.state = 'saved';
    this.#keep();
    this.changed();
    if (this.conflicts.length === 0) {
      this.flush();
    }
  }

  #sendable(id, entry) {
    return !this.faults.has(id) && (entry.kind === 'vignettes' || entry.value === null || isWhole(entry.value));
  }

  #saved(kind, key) {
    return this.sheet[kind]?.[key];
  }

  #take(sheet, etag) {
    this.sheet = sheet;
    this.etag = etag;
  }

  #confirm(batch, { document, etag }) {
    this.#take(document, etag);
    this.#failures = 0;
    this.state = 'saved';
    this.savedAt = Date.now();
    for (const [id, sent] of batch) {
      const now = this.#waiting.get(id);
      if (now === sent) {
        this.#waiting.delete(id);
      } else {
        now.base = sent.value;
      }
    }
  }

  async #failed(thrown) {
    if (thrown instanceof Problem && thrown.status === 412) {
      await this.#readAgain();
    } else if (thrown instanceof Problem && thrown.status === 401) {
      this.state = 'ended';
    } else if (thrown instanceof Problem && [403, 404, 409].includes(thrown.status)) {
      this.state = 'closed';
      this.problem = thrown;
    } else if (thrown instanceof Problem && thrown.status === 422) {
      this.#mark(thrown);
    } else if (thrown instanceof Problem || thrown instanceof Offline) {
      this.state = 'offline';
      this.#failures += 1;
      this.#later(Math.max(thrown.retryAfter * 1000 || 0, Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.#failures)));
    } else {
      throw thrown;
    }
  }

  /** Somebody else changed something: their answers are read, and ours are put on top unless both changed the same. */
  async #readAgain() {
    try {
      const { document, etag } = await ask('GET', this.path);
      this.#take(document, etag);
      this.#compare();
      this.state = this.conflicts.length > 0 ? 'conflict' : 'saved';
    } catch (thrown) {
      await this.#failed(thrown);
    }
  }

  #compare() {
    for (const [id, { kind, key, value, base }] of this.#waiting) {
      const theirs = this.#saved(kind, key);
      if (equal(kind, value, theirs)) {
        this.#waiting.delete(id);
      } else if (!equal(kind, base, theirs) && !this.conflicts.some((one) => one.id === id)) {
        this.conflicts.push({ id, kind, key, mine: value ?? undefined, theirs });
      }
    }
    this.#keep();
    if (this.conflicts.length > 0) {
      this.state = 'conflict';
    } else if (this.#waiting.size > 0) {
      this.#later(PAUSE_MS);
    }
  }

  /** What the server finds wrong is not sent again before it is changed. */
  #mark(problem) {
    for (const error of problem.errors) {
      const [, kind, key] = error.pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      this.faults.set(`${kind}/${key}`, [error.detail, error.hint].filter(Boolean).join(' '));
    }
    this.state = 'saved';
  }

  #later(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.store)) ?? {};
    } catch {
      return {};
    }
  }

  /** Writes down what waits; another tab's answers under the same name stay. */
  #keep() {
    const stored = this.#stored();
    this.#known.forEach((id) => delete stored[id]);
    this.#waiting.forEach((entry, id) => { stored[id] = entry; });
    try {
      if (Object.keys(stored).length > 0) {
        localStorage.setItem(this.store, JSON.stringify(stored));
      } else {
        localStorage.removeItem(this.store);
      }
    } catch {
      // A browser without storage still sends; it only cannot survive being closed in between.
    }
  }
}

const equal = (kind, one, other) => (kind === 'vignettes' ? (one ?? null) === (other ?? null) : same(one ?? undefined, other));

function bodyOf(batch) {
  const body = {};
  for (const [, { kind, key, value }] of batch) {
    body[kind] ??= {};
    body[kind][key] = kind === 'vignettes' ? value : patchOf(value);
  }
  return body;
}
