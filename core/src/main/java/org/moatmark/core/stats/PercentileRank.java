package org.moatmark.core.stats;

/**
 * What share of a group lies below a score, in percent: the four definitions in use, which differ in what they make of
 * values that equal the score. With {@code below} of the {@code n} values under the score and {@code equal} of them at it:
 *
 * <table>
 * <caption>The definitions</caption>
 * <tr><th>definition</th><th>percent</th><th>for 3 among 1, 2, 3, 3, 4</th></tr>
 * <tr><td>{@link #MID}</td><td>100 (below + equal / 2) / n</td><td>60</td></tr>
 * <tr><td>{@link #WEAK}</td><td>100 (below + equal) / n</td><td>80</td></tr>
 * <tr><td>{@link #STRICT}</td><td>100 below / n</td><td>40</td></tr>
 * <tr><td>{@link #RANK}</td><td>100 (below + (equal + 1) / 2) / n, or as STRICT if none is equal</td><td>70</td></tr>
 * </table>
 *
 * <p>The mid-rank definition is the one of test norms; it is 50 for the middle of symmetric data whatever the ties, and
 * the percentile ranks of all n values have the mean 50.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.percentileofscore.html">the function
 *     percentileofscore of SciPy, whose kinds mean, weak, strict and rank these are; for norms L. Crocker and J. Algina
 *     (1986), Introduction to Classical and Modern Test Theory, chapter 19</a>
 */
public enum PercentileRank {

    /** Half of the values that equal the score count as below it; the mean of WEAK and STRICT. */
    MID,

    /** Values that equal the score count as below it: the distribution function. */
    WEAK,

    /** Only values under the score count. */
    STRICT,

    /** The mid-rank of the score among its equals, in percent of n. */
    RANK;

    private static final String WHAT = "A percentile rank";

    /**
     * The percentile rank from counts.
     *
     * @param below how many values lie under the score, at least 0
     * @param equal how many values equal it, at least 0
     * @param n how many values there are, at least 1
     * @return percent, 0 to 100
     * @throws IllegalArgumentException if n is below 1 or the counts do not fit into it
     */
    public double percent(int below, int equal, int n) {
        if (n < 1 || below < 0 || equal < 0 || equal > n - below) {
            throw new IllegalArgumentException("A percentile rank cannot be computed of " + below + " values below and "
                    + equal + " equal out of " + n + ": give counts from 0 that fit into at least 1.");
        }
        double counted = switch (this) {
            case MID -> below + 0.5 * equal;
            case WEAK -> (double) below + equal;
            case STRICT -> below;
            case RANK -> equal == 0 ? below : below + 0.5 * (equal + 1);
        };
        return 100 * counted / n;
    }

    /**
     * The percentile rank of a score in a group; the score need not be in it.
     *
     * @param values {@code double[n]}, the group, finite, at least one, in any order, not modified
     * @param score finite
     * @return percent, 0 to 100
     * @throws IllegalArgumentException if there is no value, or a value or the score is not finite
     */
    public double of(double[] values, double score) {
        Numbers.some(WHAT, values);
        Numbers.finite(WHAT, values);
        if (!(Math.abs(score) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    WHAT + " cannot be computed: the score is " + score + ". Give a finite number.");
        }
        int below = 0;
        int equal = 0;
        for (double value : values) {
            if (value < score) {
                below++;
            } else if (value == score) {
                equal++;
            }
        }
        return percent(below, equal, values.length);
    }

    /**
     * The percentile rank of every value among all of them, itself included.
     *
     * @param values {@code double[n]}, finite, in any order, not modified
     * @return {@code double[n]}, percent, 0 to 100
     * @throws IllegalArgumentException if a value is not finite
     */
    public double[] ofEach(double[] values) {
        TieRule rule = switch (this) {
            case MID, RANK -> TieRule.MEAN;
            case WEAK -> TieRule.MAX;
            case STRICT -> TieRule.MIN;
        };
        double shift = switch (this) {
            case MID -> -0.5;
            case STRICT -> -1;
            case WEAK, RANK -> 0;
        };
        double[] percents = Ranks.of(values, rule);
        for (int i = 0; i < percents.length; i++) {
            percents[i] = 100 * (percents[i] + shift) / percents.length;
        }
        return percents;
    }
}
