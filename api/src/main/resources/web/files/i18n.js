// Texts of the page, in the language of the page. The words come as modules that the server writes, one for each area.

export const lang = document.documentElement.lang;

const words = {};
await Promise.all(
  document.body.dataset.words.split(' ').map(async (area) => {
    const module = await import(`./words-${area}.${lang}.js`);
    for (const [key, text] of Object.entries(module.default)) {
      words[`${area}.${key}`] = text;
    }
  }),
);

/** The text of a key, with what is given in place of {name}. With {n} of 1, the text of `key#one` where there is one. */
export function t(key, given = {}) {
  const text = (given.n === 1 && words[`${key}#one`]) || words[key];
  if (text === undefined) {
    throw new Error(`There is no text '${key}'.`);
  }
  return text.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = given[name];
    return value === undefined ? hole : typeof value === 'number' ? number(value) : value;
  });
}

/** Whether there is such a text. */
export const has = (key) => key in words;

/** A text map of a document in the language of the page, else in whatever language it has. */
export function say(map) {
  return map ? (map[lang] ?? map.en ?? Object.values(map)[0]) : '';
}

/** The language of what `say` says, where it is not that of the page. */
export function saidIn(map) {
  return !map || map[lang] !== undefined ? undefined : map.en !== undefined ? 'en' : Object.keys(map)[0];
}

const plain = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });

export const number = (value) => plain.format(value);

/** A whole number from 0 to 100, as every score is shown. */
export const score = (value) => String(Math.round(value));

const minute = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long' });
const moment = (timeZone) => new Intl.DateTimeFormat(lang, {
  year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit',
  hourCycle: 'h23', timeZoneName: 'short', timeZone,
});

/** 14:03 */
export const clock = (time) => minute.format(new Date(time));

export const date = (time) => day.format(new Date(time));

/** A date with its time and zone, for a date that binds; in the zone of the reader if no other is given. */
export const dateTime = (time, zone) => moment(zone).format(new Date(time));

/** An address of ours that keeps the language that the reader chose by a link. */
export function link(path) {
  const chosen = new URLSearchParams(location.search).get('lang');
  if (!chosen) {
    return path;
  }
  const url = new URL(path, location.origin);
  url.searchParams.set('lang', chosen);
  return url.pathname + url.search + url.hash;
}
