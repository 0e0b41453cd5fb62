package org.moatmark.core.report;

import java.util.regex.Pattern;

/**
 * Words for the cells of a spreadsheet: the one rule by which everything that leaves as a table disarms what could be taken
 * for a formula. The pages follow it by the same pattern ({@code cells.js}).
 */
public final class CellWords {

    /**
     * What spreadsheets take for the beginning of a formula, in ASCII, in full width, as small forms, and the minus sign that
     * Japanese keyboards type; also behind what they pass over or take for the end of the field before: blanks and controls of
     * every kind, marks that turn the direction, quotes and separators. A tab or a line end in front is enough.
     */
    private static final Pattern FORMULA = Pattern.compile(
            "^(?:[\\t\\r\\n]|[\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u061C\\u1680\\u180E\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F"
                    + "\\u3000\\uFEFF\"';,|\\uFF02\\uFF07\\uFF0C\\uFF1B\\uFF5C]*[=+\\-@\\u2212\\uFE62\\uFE63\\uFE66\\uFE6B\\uFF0B\\uFF0D\\uFF1D\\uFF20])");

    private CellWords() {}

    /**
     * Words that a spreadsheet takes for words: an apostrophe goes before what it could take for a formula. Taking off one
     * apostrophe wherever the rest is such a text gives the words back.
     *
     * @param text any words
     * @return the words, behind an apostrophe where they need one
     */
    public static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }
}
