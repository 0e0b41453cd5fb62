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

    /** What stands at the head of a column for people: its name, or where words are wanted and no item gives it one, its label. */
    String heading(DataColumn column) {
        return isWorded(column) ? column.label().in(language) : column.name();
    }

    /** What a reader of the heading may ask for besides: its other name. */
    String remark(DataColumn column) {
        return isWorded(column) ? column.name() : column.label().in(language);
    }

    private boolean isWorded(DataColumn column) {
        return labels && column.about() == DataColumn.About.NO_ITEM;
    }

    /** What stands in a cell that is no plain number: words, the code of words, or nothing. */
    String text(DataCell cell) {
        if (cell instanceof DataCell.Text given) {
            return words(given.text());
        } else if (cell instanceof DataCell.Said said) {
            return words(said.text().in(language));
        } else if (cell instanceof DataCell.Coded coded) {
            return labels ? words(coded.label().in(language)) : Integer.toString(coded.code());
        } else if (cell instanceof DataCell.Keyed keyed) {
            return words(labels ? keyed.label().in(language) : keyed.key());
        }
        return "";
    }

    private String words(String text) {
        return raw ? text : CellWords.harmless(text);
    }
}
