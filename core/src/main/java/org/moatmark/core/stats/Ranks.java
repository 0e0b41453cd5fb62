package org.moatmark.core.stats;

/**
 * Ranks of all values of an array; the least has rank 1. All methods are pure and leave their arguments as they are.
 *
 * <p>NaN and infinities are refused with an {@link IllegalArgumentException}: leave out what is missing first. Minus zero
 * equals zero. No value at all gives no rank.
 *
 * @see <a href="https://doi.org/10.2307/2280779">W. H. Kruskal and W. A. Wallis (1952), Use of ranks in one-criterion
 *     variance analysis, Journal of the American Statistical Association 47, 583-621, pages 586-587, for mid-ranks</a>
 */
public final class Ranks {

    private static final String WHAT = "A rank";

    private Ranks() {}

    /**
     * Ranks with ties by a rule.
     *
     * @param values {@code double[n]}, finite, in any order, not modified
     * @param rule what equal values get
     * @return {@code double[n]}, the rank of each value, 1 to n
     * @throws IllegalArgumentException if a value is not finite
     */
    public static double[] of(double[] values, TieRule rule) {
        Numbers.finite(WHAT, values);
        return TieGroups.of(values).ranks(rule);
    }

    /**
     * Mid-ranks: equal values get the mean of the ranks that they take up together.
     *
     * @param values {@code double[n]}, finite, in any order, not modified
     * @return {@code double[n]}, the rank of each value, 1 to n in halves; their sum is n (n + 1) / 2
     * @throws IllegalArgumentException if a value is not finite
     */
    public static double[] midRanks(double[] values) {
        return of(values, TieRule.MEAN);
    }

    /**
     * How often each different value occurs, in ascending order of the values: the t of the usual corrections for ties.
     *
     * @param values {@code double[n]}, finite, in any order, not modified
     * @return {@code int[different values]}, each at least 1; their sum is n
     * @throws IllegalArgumentException if a value is not finite
     */
    public static int[] tieSizes(double[] values) {
        Numbers.finite(WHAT, values);
        return TieGroups.of(values).sizes();
    }
}
