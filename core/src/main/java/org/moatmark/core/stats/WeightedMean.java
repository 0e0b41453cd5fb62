package org.moatmark.core.stats;

import java.util.Arrays;

/**
 * Means with weights, for data in which NaN is a missing cell: the weights of the cells that are there are taken in
 * proportion. A cell with weight 0 counts as missing.
 *
 * <p>For the same numbers above 0 the harmonic mean is at most the geometric, and that at most the arithmetic: the less a
 * mean is, the less one good value makes up for a bad one.
 *
 * @see Means
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD and JRC (2008), Handbook on Constructing Composite
 *     Indicators, step 6, pages 31-34 and 102-105</a>
 */
public enum WeightedMean {

    /** {@code sum(w x) / sum(w)}. A low value is made up for in full. */
    ARITHMETIC,

    /** {@code exp(sum(w ln x) / sum(w))}; 0 if a value is 0. */
    GEOMETRIC,

    /** {@code sum(w) / sum(w / x)}; 0 if a value is 0. */
    HARMONIC;

    /**
     * The mean with weights.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param weights {@code double[n]}, finite and at least 0, on any scale, not modified
     * @return the mean, between the least and the greatest value that counts; or why there is none: no value, no weight,
     *     or a value below 0 where that has no mean of this kind
     * @throws IllegalArgumentException if the arrays differ in length, a value is infinite, or a weight is not finite or
     *     below 0
     */
    public Computed<Double> of(double[] values, double[] weights) {
        check(values, weights);
        double total = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            any |= !Double.isNaN(values[i]);
            if (!Double.isNaN(values[i]) && weights[i] > 0) {
                total += weights[i];
                sum += weights[i] * term(values[i]);
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
        }
        if (total == 0) {
            return Computed.not(any ? Reason.NO_WEIGHT : Reason.NO_VALUES);
        }
        if (this != ARITHMETIC && least <= 0) {
            return least < 0 ? Computed.not(Reason.NEGATIVE_VALUE) : Computed.of(0.0);
        }
        double mean = switch (this) {
            case ARITHMETIC -> sum / total;
            case GEOMETRIC -> StrictMath.exp(sum / total);
            case HARMONIC -> total / sum;
        };
        return Computed.of(Means.clamp(mean, least, greatest));
    }

    /**
     * The mean with equal weights.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @return the mean, or why there is none: no value, or one below 0 where that has no mean of this kind
     * @throws IllegalArgumentException if a value is infinite
     */
    public Computed<Double> of(double... values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return of(values, ones);
    }

    private double term(double value) {
        return switch (this) {
            case ARITHMETIC -> value;
            case GEOMETRIC -> StrictMath.log(value);
            case HARMONIC -> 1 / value;
        };
    }

    private static void check(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException("A weighted mean cannot be computed of " + values.length
                    + " values with " + weights.length + " weights: give one weight for each value.");
        }
        Numbers.finiteOrMissing("A weighted mean", values);
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weighted mean cannot be computed: weight " + i + " is "
                        + weights[i] + ". Give finite weights from 0.");
            }
        }
    }
}
