package org.moatmark.core.interop;

import org.moatmark.core.issue.Words;

/**
 * A place in the files of a case library: all of them, one of them, a row, or a cell.
 *
 * <p>As a path: {@code /ratings.csv}, {@code /ratings.csv/12}, {@code /ratings.csv/12/rating}. Rows are counted as a
 * spreadsheet counts them: the header is row 1.
 *
 * @param order which file it is, for sorting; -1 for all of them
 * @param file name of the file
 * @param row number of the row from 1; 0 for the whole file
 * @param index which column it is, for sorting; -1 for the whole row
 * @param column name of the column
 */
record CsvPlace(int order, String file, int row, int index, String column) implements Comparable<CsvPlace> {

    static CsvPlace file(int order, String file) {
        return new CsvPlace(order, file, 0, -1, "");
    }

    CsvPlace row(int number) {
        return new CsvPlace(order, file, number, -1, "");
    }

    CsvPlace cell(int number, int columnIndex, String name) {
        return new CsvPlace(order, file, number, columnIndex, name);
    }

    String path() {
        StringBuilder path = new StringBuilder("/").append(escaped(file));
        if (row > 0) {
            path.append('/').append(row);
        }
        if (index >= 0) {
            path.append('/').append(escaped(column));
        }
        return path.toString();
    }

    /** How a message begins. */
    Words said() {
        return row == 0 ? new Words(file, file) : new Words("Row " + row + " of " + file, file + " の" + row + "行目");
    }

    @Override
    public int compareTo(CsvPlace other) {
        int byFile = Integer.compare(order, other.order);
        int byRow = byFile != 0 ? byFile : Integer.compare(row, other.row);
        return byRow != 0 ? byRow : Integer.compare(index, other.index);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
