package org.moatmark.core.stats;

import java.util.Arrays;

/**
 * Sample quantiles by all nine usual definitions, many at a time and without sorting.
 *
 * <p>All methods are pure, take finite numbers in any order ({@code double[n]}, n at least 1, not modified), and return
 * numbers between the least and the greatest of them, in their unit. NaN and infinities are refused with an
 * {@link IllegalArgumentException}: leave out what is missing first.
 *
 * @see QuantileType
 */
public final class Quantiles {

    private static final String WHAT = "A quantile";

    private Quantiles() {}

    /**
     * Quantiles by one definition.
     *
     * @param values {@code double[n]}, finite, at least one, in any order
     * @param type which definition
     * @param probabilities {@code double[k]}, each from 0 (the least value) to 1 (the greatest), in any order
     * @return {@code double[k]}, the quantile of each probability, in the order of the probabilities
     * @throws IllegalArgumentException if there is no value, a value is not finite, or a probability is not from 0 to 1
     */
    public static double[] of(double[] values, QuantileType type, double... probabilities) {
        Numbers.some(WHAT, values);
        Numbers.finite(WHAT, values);
        double[] positions = new double[probabilities.length];
        int[] places = new int[2 * probabilities.length];
        for (int i = 0; i < positions.length; i++) {
            double p = probabilities[i];
            checkProbability(p);
            positions[i] = type.position(values.length, p);
            places[2 * i] = (int) positions[i];
            places[2 * i + 1] = (int) StrictMath.ceil(positions[i]);
        }
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        double[] found = OrderStatistics.at(values, sorted);
        double[] quantiles = new double[positions.length];
        for (int i = 0; i < quantiles.length; i++) {
            double low = found[Arrays.binarySearch(sorted, places[2 * i])];
            double high = found[Arrays.binarySearch(sorted, places[2 * i + 1])];
            quantiles[i] = between(low, high, positions[i] - places[2 * i]);
        }
        return quantiles;
    }

    /**
     * One quantile by one definition.
     *
     * @param values {@code double[n]}, finite, at least one, in any order
     * @param type which definition
     * @param probability from 0 (the least value) to 1 (the greatest)
     * @return the quantile
     * @throws IllegalArgumentException if there is no value, a value is not finite, or the probability is not from 0 to 1
     */
    public static double one(double[] values, QuantileType type, double probability) {
        return of(values, type, probability)[0];
    }

    /**
     * The median: the value in the middle, or the mean of the two in the middle.
     *
     * @param values {@code double[n]}, finite, at least one, in any order
     * @return the median
     * @throws IllegalArgumentException if there is no value or a value is not finite
     */
    public static double median(double[] values) {
        return one(values, QuantileType.LINEAR, 0.5);
    }

    /**
     * Checks a probability.
     *
     * @throws IllegalArgumentException unless it is from 0 to 1
     */
    static void checkProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile was asked at probability " + p + ": give one from 0 to 1.");
        }
    }

    /** The quantile of numbers that are already in ascending order, finite and at least one. */
    static double ofSorted(double[] sorted, QuantileType type, double probability) {
        double position = type.position(sorted.length, probability);
        int place = (int) position;
        return between(sorted[place], sorted[(int) StrictMath.ceil(position)], position - place);
    }

    /** Between two numbers next to each other in the order; the part is from 0, the lower, to 1. */
    static double between(double low, double high, double part) {
        return low == high || part == 0 ? low : Means.clamp((1 - part) * low + part * high, low, high);
    }
}
