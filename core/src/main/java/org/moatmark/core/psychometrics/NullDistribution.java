package org.moatmark.core.psychometrics;

import java.io.Serializable;

/**
 * What ratings would look like if nobody agreed: the variance that within-group agreement is measured against, for
 * options one step apart.
 *
 * <p>A uniform null says that without agreement every option is chosen as often. People lean toward the friendly end of
 * a scale also where they do not agree; the skewed nulls allow for that and make agreement harder to claim. Report at
 * least the uniform and one skewed null.
 *
 * <p>Source: J. M. LeBreton and J. L. Senter (2008), Answers to 20 questions about interrater reliability and interrater
 * agreement, Organizational Research Methods 11(4), 815-852, table 2; the five-option shares are those of L. R. James, R.
 * G. Demaree and G. Wolf (1984), Journal of Applied Psychology 69(1), 85-98.
 *
 * @param shape which kind
 * @param options how many options the scale has, A
 * @param variance of a rating under the null, in squared steps, above 0
 */
public record NullDistribution(Shape shape, int options, double variance) implements Serializable {

    private static final int FEWEST_TABLED = 5;

    /** Kinds of null distributions. */
    public enum Shape {
        /** All options alike: {@code (A^2 - 1) / 12}. */
        UNIFORM,
        /** Leaning a little to one end. */
        SLIGHTLY_SKEWED,
        /** Leaning to one end. */
        MODERATELY_SKEWED,
        /** Leaning strongly to one end. */
        HEAVILY_SKEWED,
        /** Given by the caller. */
        GIVEN
    }

    /** Refuses fewer than two options and a variance that no ratings on that many options could have. */
    public NullDistribution {
        double greatest = (options - 1.0) * (options - 1.0) / 4;
        if (options < 2 || !(variance > 0 && variance <= greatest)) {
            throw new IllegalArgumentException("The variance of ratings on " + options
                    + " options is above 0 and at most " + greatest + ", not " + variance
                    + "; a scale has at least 2 options.");
        }
    }

    /**
     * Every option equally likely, variance {@code (A^2 - 1) / 12}: 2 for five options.
     *
     * @param options how many, at least 2
     * @return the null
     * @throws IllegalArgumentException if there are fewer
     */
    public static NullDistribution uniform(int options) {
        return new NullDistribution(Shape.UNIFORM, options, ((double) options * options - 1) / 12);
    }

    /**
     * Slightly skewed: with five options .05, .15, .20, .35, .25, variance 1.34.
     *
     * @param options 5 to 11, for which the source has a variance
     * @return the null
     * @throws IllegalArgumentException for other numbers of options
     */
    public static NullDistribution slightlySkewed(int options) {
        return tabled(Shape.SLIGHTLY_SKEWED, options, 1.34, 1.85, 2.90, 3.47, 5.66, 6.30, 7.31);
    }

    /**
     * Moderately skewed: with five options 0, .10, .15, .40, .35, variance 0.90.
     *
     * @param options 5 to 11, for which the source has a variance
     * @return the null
     * @throws IllegalArgumentException for other numbers of options
     */
    public static NullDistribution moderatelySkewed(int options) {
        return tabled(Shape.MODERATELY_SKEWED, options, 0.90, 1.26, 2.14, 2.79, 4.73, 5.09, 6.32);
    }

    /**
     * Heavily skewed: with five options 0, 0, .10, .40, .50, variance 0.44.
     *
     * @param options 5 to 11, for which the source has a variance
     * @return the null
     * @throws IllegalArgumentException for other numbers of options
     */
    public static NullDistribution heavilySkewed(int options) {
        return tabled(Shape.HEAVILY_SKEWED, options, 0.44, 0.69, 1.39, 2.35, 3.16, 3.46, 4.02);
    }

    /**
     * A null of one's own by the share of each option, such as those found in a population.
     *
     * @param shares {@code double[options]}, from the lowest option up, at least 0, together 1 to within 1e-9; not
     *     modified
     * @return the null, its variance {@code sum s_a a^2 - (sum s_a a)^2}
     * @throws IllegalArgumentException if the shares are not such, or leave no variance
     */
    public static NullDistribution ofShares(double... shares) {
        double total = 0;
        double mean = 0;
        for (int option = 0; option < shares.length; option++) {
            if (!(shares[option] >= 0)) {
                throw new IllegalArgumentException("The share of an option is at least 0, not " + shares[option] + ".");
            }
            total += shares[option];
            mean += option * shares[option];
        }
        if (!(Math.abs(total - 1) <= 1e-9)) {
            throw new IllegalArgumentException("The shares of all options add up to 1, not " + total + ".");
        }
        double variance = 0;
        for (int option = 0; option < shares.length; option++) {
            variance += shares[option] * (option - mean) * (option - mean);
        }
        return ofVariance(shares.length, variance);
    }

    /**
     * A null of one's own by its variance.
     *
     * @param options how many options the scale has, at least 2
     * @param variance in squared steps, above 0
     * @return the null
     * @throws IllegalArgumentException if no ratings could have that variance
     */
    public static NullDistribution ofVariance(int options, double variance) {
        return new NullDistribution(Shape.GIVEN, options, variance);
    }

    private static NullDistribution tabled(Shape shape, int options, double... variances) {
        int place = options - FEWEST_TABLED;
        if (place < 0 || place >= variances.length) {
            throw new IllegalArgumentException("Skewed nulls are published for 5 to 11 options, not for " + options
                    + "; give the shares of the options instead.");
        }
        return new NullDistribution(shape, options, variances[place]);
    }
}
