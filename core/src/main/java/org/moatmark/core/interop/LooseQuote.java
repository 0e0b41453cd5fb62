package org.moatmark.core.interop;

/** Finds quotes in cells that do not begin with one, which RFC 4180 forbids. */
final class LooseQuote {

    private LooseQuote() {}

    /**
     * The first cell of a record that holds a quote and does not begin with one.
     *
     * @param text the file
     * @param start where the record begins; the record itself can be read
     * @return the number of the cell from 0, or -1 if there is none
     */
    static int find(String text, int start) {
        int cell = 0;
        int i = start;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                i = end(text, i);
            } else {
                while (i < text.length() && !isEnd(text.charAt(i))) {
                    if (text.charAt(i) == '"') {
                        return cell;
                    }
                    i++;
                }
            }
            if (i >= text.length() || text.charAt(i) != ',') {
                return -1;
            }
            cell++;
            i++;
        }
        return -1;
    }

    /** The place after a cell in quotes. */
    private static int end(String text, int open) {
        int i = open + 1;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
                    return i + 1;
                }
                i++;
            }
            i++;
        }
        return i;
    }

    private static boolean isEnd(char c) {
        return c == ',' || c == '\r' || c == '\n';
    }
}
