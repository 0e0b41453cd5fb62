package org.moatmark.core.interop;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/** One row of a file; its cells are read by the names of their columns, and faults are noted with their place. */
final class CsvRow {

    /** Longest id, key, word or name. */
    static final int LONGEST_ID = 64;

    /** Kebab-case. */
    static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Words ID_EXPECTED = new Words(
            "an id of small letters, digits and single hyphens with at most " + LONGEST_ID + " characters",
            "小文字・数字・単独のハイフンからなる" + LONGEST_ID + "文字以内のID");

    private static final Words ID_HINT =
            new Words("Write an id such as jp-toyota or toyota-1.", "jp-toyota や toyota-1 のようなIDを書いてください。");

    private final CsvPlace file;
    private final CsvHeader header;
    private final int number;
    private final String[] cells;
    private final CsvFaults faults;

    CsvRow(CsvPlace file, CsvHeader header, int number, String[] cells, CsvFaults faults) {
        this.file = file;
        this.header = header;
        this.number = number;
        this.cells = cells;
        this.faults = faults;
    }

    /** The number of the row; that of the header is 1. */
    int number() {
        return number;
    }

    /** The place of a cell. */
    CsvPlace at(String column) {
        return file.cell(number, header.columns().indexOf(column), column);
    }

    /** A cell as it is, empty or not. */
    String cell(String column) {
        return cells[header.columns().indexOf(column)];
    }

    /** A cell that may be empty; null if it is. */
    @Nullable
    String optional(String column) {
        String cell = cell(column);
        return cell.isEmpty() ? null : cell;
    }

    /** A cell that may not be empty; null after a fault. */
    @Nullable
    String required(String column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            CsvMessages.empty(at(column), faults);
            return null;
        }
        return cell;
    }

    /** An id in kebab-case; null after a fault. */
    @Nullable
    String id(String column) {
        return matching(column, "invalid-id", ID, LONGEST_ID, ID_EXPECTED, ID_HINT);
    }

    /** One of some words; null after a fault. */
    @Nullable
    String word(String column, Collection<String> words) {
        String cell = required(column);
        if (cell != null && !words.contains(cell)) {
            CsvMessages.unknownWord(cell, words, at(column), faults);
            return null;
        }
        return cell;
    }

    /** A cell of a certain form; null after a fault. */
    @Nullable
    String matching(String column, String code, Pattern form, int longest, Words expected, Words hint) {
        String cell = required(column);
        if (cell != null && (cell.length() > longest || !form.matcher(cell).matches())) {
            CsvMessages.form(code, cell, expected, hint, at(column), faults);
            return null;
        }
        return cell;
    }
}
