// How much somebody is asked, and about how long it takes: counted as the server counts it for reminders. Nothing here knows of
// the page.

/** A rubric is five sentences to read and weigh, a number has to be looked up, the rest is a click. */
const SECONDS = { rubric: 30, number: 45 };
const A_CLICK = 10;

const leaves = (node) => node.items ?? (node.nodes ?? []).flatMap(leaves);

/** The items of a questionnaire, in its order. */
export const itemsOf = (questionnaire) => questionnaire.tree.flatMap(leaves);

/** What informant kinds are asked together in a form: how many items, and how many seconds they take. */
export function load(questionnaire, kinds, form) {
  return loadOf(itemsOf(questionnaire).filter((item) => (form === 'full' || item.core) && item.informants.some((kind) => kinds.includes(kind))));
}

/** What some items are, as a load. */
export const loadOf = (items) => ({ items: items.length, seconds: items.reduce((sum, item) => sum + (SECONDS[item.type] ?? A_CLICK), 0) });

/** Several loads together. */
export const sum = (loads) => loads.reduce((all, one) => ({ items: all.items + one.items, seconds: all.seconds + one.seconds }), { items: 0, seconds: 0 });

export const minutesOf = ({ seconds }) => Math.max(1, Math.ceil(seconds / 60));
