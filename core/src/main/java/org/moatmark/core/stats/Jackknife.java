package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What becomes of a statistic when each case in turn is left out. With t(i) the statistic without case i and m their
 * mean:
 *
 * <ul>
 *   <li>standard error {@code sqrt((n - 1) / n * sum((m - t(i))^2))};
 *   <li>bias {@code (n - 1) (m - t)};
 *   <li>acceleration {@code sum((m - t(i))^3) / (6 sum((m - t(i))^2)^1.5)}, the skewness that BCa intervals need.
 * </ul>
 *
 * <p>The standard error and the acceleration of a median or another quantile are poor (they jump); the bootstrap's are
 * to be preferred there.
 *
 * @see <a href="https://doi.org/10.1201/9780429246593">B. Efron and R. J. Tibshirani (1993), An Introduction to the
 *     Bootstrap, chapter 11, and formula 14.15 on page 186 for the acceleration</a>
 */
public final class Jackknife implements Serializable {

    private static final long serialVersionUID = 1;

    private final double observed;
    private final double[] values;
    private final double mean;

    private Jackknife(double observed, double[] values) {
        this.observed = observed;
        this.values = values;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        this.mean = sum / values.length;
    }

    /**
     * Leaves out each value in turn.
     *
     * @param values {@code double[n]}, finite, not modified
     * @param statistic what to compute
     * @return the jackknife, or why there is none: fewer than two values, or a statistic without a value
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Computed<Jackknife> of(double[] values, Statistic statistic) {
        Numbers.finite("A jackknife", values);
        return ofIndices(values.length, Chosen.of(values, statistic));
    }

    /**
     * Leaves out each case in turn.
     *
     * @param n how many cases there are
     * @param statistic what to compute from the cases that are left
     * @return the jackknife, or why there is none: fewer than two cases, or a statistic without a value
     */
    public static Computed<Jackknife> ofIndices(int n, IndexStatistic statistic) {
        if (n < 2) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double observed = statistic.of(Chosen.all(n));
        if (!Double.isFinite(observed)) {
            return Computed.not(Reason.STATISTIC_UNDEFINED);
        }
        double[] values = new double[n];
        int[] kept = new int[n - 1];
        for (int out = 0; out < n; out++) {
            for (int i = 0; i < kept.length; i++) {
                kept[i] = i < out ? i : i + 1;
            }
            values[out] = statistic.of(kept);
            if (!Double.isFinite(values[out])) {
                return Computed.not(Reason.OFTEN_UNDEFINED);
            }
        }
        return Computed.of(new Jackknife(observed, values));
    }

    /**
     * The statistic on all cases.
     *
     * @return a finite number
     */
    public double observed() {
        return observed;
    }

    /**
     * How many cases there are.
     *
     * @return at least 2
     */
    public int n() {
        return values.length;
    }

    /**
     * The statistic without each case.
     *
     * @return {@code double[n]}, a copy
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The standard error of the statistic.
     *
     * @return at least 0, in the unit of the statistic
     */
    public double standardError() {
        return Math.sqrt((n() - 1.0) / n() * power(2));
    }

    /**
     * How much greater the statistic is on average than what it estimates.
     *
     * @return the bias, in the unit of the statistic
     */
    public double bias() {
        return (n() - 1) * (mean - observed);
    }

    /**
     * The acceleration of BCa intervals: how the standard error changes with the statistic, on a normal scale.
     *
     * @return a number without unit, mostly within -0.3 to 0.3, or why there is none: no case has an influence
     */
    public Computed<Double> acceleration() {
        double squares = power(2);
        // Equal values leave rounding errors of their mean behind.
        double noise = 4 * StrictMath.ulp(mean);
        boolean none = Arrays.stream(values).allMatch(value -> Math.abs(value - mean) <= noise);
        return none || !(squares > 0)
                ? Computed.not(Reason.NO_INFLUENCE)
                : Computed.of(power(3) / (6 * squares * Math.sqrt(squares)));
    }

    private double power(int exponent) {
        double sum = 0;
        for (double value : values) {
            double off = mean - value;
            sum += exponent == 2 ? off * off : off * off * off;
        }
        return sum;
    }
}
