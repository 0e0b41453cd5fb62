package org.moatmark.core.stats;

/**
 * Fills missing cells with the mean of their group. The result is for indices of countries and the like, where a cell has
 * to be filled; it makes groups look more alike than they are and knows no uncertainty.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD and JRC (2008), Handbook on Constructing Composite
 *     Indicators, step 3, pages 24-25 and 55-57, unconditional mean imputation</a>
 */
public final class GroupImputation {

    private GroupImputation() {}

    /**
     * Fills a column.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param groups {@code int[n]}, the group of each cell, 0 to n - 1, not modified
     * @return {@code double[n]}, new; NaN only where a whole group is missing
     * @throws IllegalArgumentException if the arrays differ in length, a value is infinite, or a group is not 0 to n - 1
     */
    public static double[] byMean(double[] values, int[] groups) {
        if (values.length != groups.length) {
            throw new IllegalArgumentException("Missing cells cannot be filled: there are " + values.length
                    + " cells and groups for " + groups.length + ". Give one group for each cell.");
        }
        Numbers.finiteOrMissing("A mean of a group", values);
        double[] sums = new double[values.length];
        int[] counts = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (groups[i] < 0 || groups[i] >= values.length) {
                throw new IllegalArgumentException("Missing cells cannot be filled: cell " + i + " is in group "
                        + groups[i] + ". Number the groups from 0, below the number of cells.");
            }
            if (!Double.isNaN(values[i])) {
                sums[groups[i]] += values[i];
                counts[groups[i]]++;
            }
        }
        double[] filled = values.clone();
        for (int i = 0; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = sums[groups[i]] / counts[groups[i]];
            }
        }
        return filled;
    }
}
