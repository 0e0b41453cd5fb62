// Cuts what is asked into pages of four to eight questions, in the order of the questionnaire. Nothing here knows of the page.

const MOST = 8;
const FEWEST = 4;

/** The leaves of a tree with the path of nodes that leads to each. */
function leaves(nodes, path = []) {
  return nodes.flatMap((node) => {
    const here = [...path, node];
    return node.items ? [{ path: here, items: node.items }] : leaves(node.nodes ?? [], here);
  });
}

/**
 * The sections of a questionnaire.
 *
 * @param questionnaire its document
 * @param asks whether an item is asked
 * @returns a list of {titles, dimension, items}: text maps of the nodes, and items of the document
 */
export function sections(questionnaire, asks) {
  const all = [];
  for (const { path, items } of leaves(questionnaire.tree)) {
    const asked = items.filter(asks);
    const pages = Math.ceil(asked.length / MOST);
    for (let page = 0; page < pages; page++) {
      const from = Math.round((page * asked.length) / pages);
      const to = Math.round(((page + 1) * asked.length) / pages);
      add(all, path, asked.slice(from, to));
    }
  }
  return all;
}

/** Joins what is too short to the section before it, if that is of the same dimension and has room. */
function add(all, path, items) {
  const dimension = path[0];
  const title = path.at(-1).title;
  const last = all.at(-1);
  const fits = last && last.dimension === dimension.title && last.items.length + items.length <= MOST;
  if (fits && (last.items.length < FEWEST || items.length < FEWEST)) {
    last.items.push(...items);
    if (!last.titles.includes(title)) {
      last.titles.push(title);
    }
  } else {
    all.push({ titles: [title], dimension: dimension.title, items: [...items] });
  }
}

/** The short form first, then what it leaves out: two lists of sections, the first empty where nothing is marked. */
export function shortFirst(questionnaire, asks) {
  return {
    short: sections(questionnaire, (item) => item.core && asks(item)),
    rest: sections(questionnaire, (item) => !item.core && asks(item)),
  };
}
