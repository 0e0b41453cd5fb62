package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Values in groups, which may differ in size: the analysis of variance in one direction. With k groups of n(i) values,
 * N in all, group means m(i) and the mean m of all values:
 *
 * <ul>
 *   <li>mean square between {@code sum(n(i) (m(i) - m)^2) / (k - 1)};
 *   <li>mean square within: the squared distances of all values from their group's mean, over N - k;
 *   <li>F their ratio, on k - 1 and N - k degrees of freedom.
 * </ul>
 *
 * <p>{@link #randomEffects} goes on from here to variances and shrunk group means.
 *
 * @see <a href="https://doi.org/10.1002/9780470316856">S. R. Searle, G. Casella and C. E. McCulloch (1992), Variance
 *     Components, chapter 3</a>
 */
public final class OneWay implements Serializable {

    private static final long serialVersionUID = 1;

    private final int[] sizes;
    private final double[] means;
    private final int n;
    private final double between;
    private final double within;

    private OneWay(int[] sizes, double[] means, int n, double between, double within) {
        this.sizes = sizes;
        this.means = means;
        this.n = n;
        this.between = between;
        this.within = within;
    }

    /**
     * Sums up values in groups.
     *
     * @param groups {@code double[groups][values of each]}, finite, every group with at least one; not modified
     * @return the analysis, or why there is none: fewer than two groups, or a single value in every group
     * @throws IllegalArgumentException if a group is empty or a value is not finite
     */
    public static Computed<OneWay> of(double[][] groups) {
        int k = groups.length;
        int[] sizes = new int[k];
        double[] means = new double[k];
        int n = 0;
        double weighted = 0;
        double within = 0;
        for (int i = 0; i < k; i++) {
            if (groups[i].length == 0) {
                throw new IllegalArgumentException("An analysis of groups cannot be computed: group " + i
                        + " has no value. Leave out empty groups.");
            }
            Numbers.finite("An analysis of group " + i, groups[i]);
            sizes[i] = groups[i].length;
            means[i] = within(groups[i], Statistic.mean().of(groups[i]));
            n += sizes[i];
            weighted += sizes[i] * means[i];
            for (double value : groups[i]) {
                within += (value - means[i]) * (value - means[i]);
            }
        }
        if (k < 2) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        if (n == k) {
            return Computed.not(Reason.NO_REPLICATION);
        }
        double mean = within(means, weighted / n);
        double between = 0;
        for (int i = 0; i < k; i++) {
            between += sizes[i] * (means[i] - mean) * (means[i] - mean);
        }
        return Computed.of(new OneWay(sizes, means, n, between, within));
    }

    /** A mean kept within what it is the mean of, so that equal numbers have no spread by rounding. */
    private static double within(double[] values, double mean) {
        double least = Arrays.stream(values).min().orElseThrow();
        double greatest = Arrays.stream(values).max().orElseThrow();
        return Means.clamp(mean, least, greatest);
    }

    /**
     * How many groups there are.
     *
     * @return at least 2
     */
    public int groups() {
        return sizes.length;
    }

    /**
     * How many values there are in all groups together.
     *
     * @return more than there are groups
     */
    public int n() {
        return n;
    }

    /**
     * How many values each group has.
     *
     * @return {@code int[groups]}, a copy
     */
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * The mean of each group.
     *
     * @return {@code double[groups]}, a copy
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * The mean square between groups.
     *
     * @return at least 0, in squares of the unit of the values
     */
    public double meanSquareBetween() {
        return between / (groups() - 1);
    }

    /**
     * The mean square within groups.
     *
     * @return at least 0, in squares of the unit of the values
     */
    public double meanSquareWithin() {
        return within / (n - groups());
    }

    /**
     * The F statistic for no difference between groups.
     *
     * @return at least 0, or why there is none: no spread within any group
     */
    public Computed<Double> f() {
        return within == 0
                ? Computed.not(Reason.NO_SPREAD_WITHIN)
                : Computed.of(meanSquareBetween() / meanSquareWithin());
    }

    /**
     * The probability of an F at least as great if there were no difference between groups.
     *
     * @return 0 to 1, or why there is none: no spread within any group
     */
    public Computed<Double> p() {
        return f().map(f -> Distributions.fUpper(f, groups() - 1.0, (double) n - groups()));
    }

    /**
     * ICC(1): the share of the variance of single values that lies between groups,
     * {@code (MSB - MSW) / (MSB + (n - 1) MSW)} with the plain mean of the group sizes as n.
     *
     * @return at most 1, below 0 where groups differ less than chance makes them; or why there is none: all values equal
     * @see <a href="https://doi.org/10.1037/0033-2909.83.5.762">J. J. Bartko (1976), On various intraclass correlation
     *     reliability coefficients, Psychological Bulletin 83, 762-765</a>
     */
    public Computed<Double> icc1() {
        double size = (double) n / groups();
        double all = meanSquareBetween() + (size - 1) * meanSquareWithin();
        return all == 0
                ? Computed.not(Reason.ALL_EQUAL)
                : Computed.of((meanSquareBetween() - meanSquareWithin()) / all);
    }

    /**
     * ICC(2): the reliability of group means, {@code (MSB - MSW) / MSB}.
     *
     * @return at most 1, below 0 where groups differ less than chance makes them; or why there is none: all group means
     *     are equal
     */
    public Computed<Double> icc2() {
        return between == 0
                ? Computed.not(Reason.ALL_EQUAL)
                : Computed.of((meanSquareBetween() - meanSquareWithin()) / meanSquareBetween());
    }

    /**
     * The groups as draws from a population of groups: variances, and group means shrunk accordingly.
     *
     * @param method how to estimate the variances
     * @return the estimates, or why there are none: all values equal, or no convergence
     */
    public Computed<RandomEffects> randomEffects(RandomEffects.Method method) {
        return VarianceFit.of(this, method);
    }

    /** The sum of squares within groups. */
    double within() {
        return within;
    }

    /** The sum of squares between groups. */
    double between() {
        return between;
    }
}
