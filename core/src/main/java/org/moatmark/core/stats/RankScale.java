package org.moatmark.core.stats;

/**
 * Normalisation by rank, for columns of data in which NaN is a missing cell: it has no rank, does not count, and stays NaN.
 * All methods are pure and refuse infinities.
 *
 * @see Ranks
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD and JRC (2008), Handbook on Constructing Composite
 *     Indicators, pages 27-28 and 83, ranking</a>
 */
public final class RankScale {

    private RankScale() {}

    /**
     * Ranks, the least value having rank 1.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param rule what equal values get
     * @return {@code double[n]}, 1 to the number of values that are there
     * @throws IllegalArgumentException if a value is infinite
     */
    public static double[] ranks(double[] values, TieRule rule) {
        Present present = Present.of("A rank", values);
        return present.putBack(Ranks.of(present.values(), rule));
    }

    /**
     * Borda points: how many of the values that are there are smaller.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @return {@code double[n]}, from 0
     * @throws IllegalArgumentException if a value is infinite
     */
    public static double[] borda(double[] values) {
        double[] points = ranks(values, TieRule.MIN);
        for (int i = 0; i < points.length; i++) {
            points[i] -= 1;
        }
        return points;
    }

    /**
     * The share of the other values that are smaller: Borda points over the number of values less one, 0 to 1. (For the
     * percentile ranks of norms see {@link PercentileRank}.)
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @return {@code double[n]}, new, 0 for the least value; or why there is none: fewer than two values
     * @throws IllegalArgumentException if a value is infinite
     */
    public static Computed<double[]> shareBelow(double[] values) {
        int n = Present.of("A share below", values).values().length;
        if (n < 2) {
            return Computed.not(n == 0 ? Reason.NO_VALUES : Reason.TOO_FEW_VALUES);
        }
        double[] shares = borda(values);
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= n - 1;
        }
        return Computed.of(shares);
    }
}
