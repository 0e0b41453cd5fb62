// Asks the server, in the language of the page, and makes of every failure something that can be told.

import { lang, t } from './i18n.js';

const PATIENCE_MS = 20_000;

/** The server could not be reached, or did not answer in time. */
export class Offline extends Error {}

/** The server said no, and why (RFC 9457). */
export class Problem extends Error {
  constructor(response, document) {
    super(document?.detail ?? t('frame.failed'));
    this.status = response.status;
    this.code = document?.code ?? '';
    this.errors = document?.errors ?? [];
    this.retryAfter = Number(response.headers.get('Retry-After')) || 0;
  }

  /** Every sentence there is to say, most important first. */
  sentences() {
    const faults = this.errors.map((error) => [error.detail, error.hint].filter(Boolean).join(' '));
    return faults.length > 0 ? faults : [this.message];
  }
}

/** What can be told of whatever was thrown. */
export function sentences(thrown) {
  if (thrown instanceof Problem) {
    return thrown.sentences();
  }
  return [thrown instanceof Offline ? t('frame.offline') : t('frame.failed')];
}

/** Asks for a document; gives it with its tag, or throws Offline or Problem. What is sent is `body` as JSON, or `text` as it is. */
export async function ask(method, path, { body, text = body && JSON.stringify(body), type = 'application/json', headers = {} } = {}) {
  let response;
  let document = null;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', 'Accept-Language': lang, ...(text && { 'Content-Type': type }), ...headers },
      body: text,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    document = response.status === 204 ? null : await response.json();
  } catch {
    if (!response || response.ok) {
      throw new Offline();
    }
  }
  if (!response.ok) {
    throw new Problem(response, document);
  }
  return { document, etag: response.headers.get('ETag') };
}

const PATIENCE_FOR_FILES_MS = 120_000;

/** What the server calls a file (RFC 6266, RFC 8187): whoever saves it, on whichever day, has it under one name. */
function nameOf(response) {
  const said = response.headers.get('Content-Disposition') ?? '';
  const [, encoded] = said.match(/filename\*=UTF-8''([^;]+)/) ?? [];
  const [, plain] = said.match(/filename="([^"]+)"/) ?? [];
  return encoded ? decodeURIComponent(encoded) : plain ?? '';
}

/** Fetches a file as it is, with the name that the server gives it; throws as `ask` does. */
export async function fetchFile(path, headers) {
  let response;
  try {
    response = await fetch(path, { headers: { 'Accept-Language': lang, ...headers }, signal: AbortSignal.timeout(PATIENCE_FOR_FILES_MS) });
    if (response.ok) {
      const content = await response.blob();
      return new File([content], nameOf(response), { type: content.type });
    }
  } catch {
    throw new Offline();
  }
  throw new Problem(response, await response.json().catch(() => null));
}

/**
 * Fetches a page as a document, which the browser parses while it comes in; throws as `ask` does. Scripts in it never run, and no
 * text is made markup of.
 */
export function fetchDocument(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.timeout = PATIENCE_FOR_FILES_MS;
    Object.entries({ 'Accept-Language': lang, ...headers }).forEach((header) => request.setRequestHeader(...header));
    request.onerror = () => reject(new Offline());
    request.ontimeout = request.onerror;
    // What a refusal says is read by asking again: a request for a document gives no text.
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : fetchFile(path, headers).then(request.onerror, reject));
    request.send();
  });
}
