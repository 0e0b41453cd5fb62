package org.moatmark.core.psychometrics;

import java.util.Arrays;

/** Checks of tables that callers hand in: rows of equal length, every cell a finite number or NaN where one is missing. */
final class Cells {

    private Cells() {}

    /**
     * The number of columns.
     *
     * @param table {@code double[rows][columns]}; not modified
     * @param row what a row is called in messages, such as "unit"
     * @param column what a column is called, such as "rater"
     * @return the length that all rows share; 0 without rows
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    static int columns(double[][] table, String row, String column) {
        int columns = table.length == 0 ? 0 : table[0].length;
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != columns) {
                throw new IllegalArgumentException("Row " + i + " (" + row + ") has " + table[i].length + " cells, not "
                        + columns + " as the first: every " + row + " needs one cell for each " + column
                        + ", NaN where it is missing.");
            }
            for (int j = 0; j < columns; j++) {
                if (Double.isInfinite(table[i][j])) {
                    throw new IllegalArgumentException("The cell of " + row + " " + i + " and " + column + " " + j
                            + " is " + table[i][j] + ": a cell is a finite number, or NaN where it is missing.");
                }
            }
        }
        return columns;
    }

    /**
     * The rows without a missing cell, in their order; rows are shared, not copied.
     *
     * @param table {@code double[rows][columns]}; not modified
     * @return those rows
     */
    static double[][] complete(double[][] table) {
        int n = 0;
        double[][] kept = new double[table.length][];
        for (double[] row : table) {
            if (isComplete(row)) {
                kept[n++] = row;
            }
        }
        return n == table.length ? kept : Arrays.copyOf(kept, n);
    }

    private static boolean isComplete(double[] row) {
        for (double cell : row) {
            if (Double.isNaN(cell)) {
                return false;
            }
        }
        return true;
    }
}
