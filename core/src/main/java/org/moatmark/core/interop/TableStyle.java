package org.moatmark.core.interop;

import java.util.Objects;
import org.moatmark.core.report.CellWords;

/**
 * How a table is written.
 *
 * @param language of headings that are words, and of labels: {@code en} or {@code ja}
 * @param labels whether numbers that stand for words are written as the words
 * @param byteOrderMark whether a CSV file begins with a byte order mark, which Excel needs to see UTF-8
 * @param raw whether texts stay exactly as they were given, also those that a spreadsheet would run as formulas: unsafe
 */
public record TableStyle(String language, boolean labels, boolean byteOrderMark, boolean raw) {

    /** Codes, English, no byte order mark, formulas disarmed. */
    public static final TableStyle CODES = new TableStyle("en", false, false, false);

    /** Refuses null. */
    public TableStyle {
        Objects.requireNonNull(language, "language");
    }

    /** What stands in a cell of words. */
    String words(String text) {
        return raw ? text : CellWords.harmless(text);
    }
}
