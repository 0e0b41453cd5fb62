// Words for the cells of a spreadsheet, by the rule that the server follows (CellWords).

const FORMULA =
  /^(?:[\t\r\n]|[\u0000-\u0020\u007F-\u00A0\u00AD\u061C\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF"';,|\uFF02\uFF07\uFF0C\uFF1B\uFF5C]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/;

/** Words that a spreadsheet takes for words: an apostrophe goes before what it could take for a formula. */
export const harmless = (text) => (FORMULA.test(text) ? `'${text}` : text);

/** A field of a CSV file. */
export const field = (text) => `"${harmless(text).replaceAll('"', '""')}"`;
