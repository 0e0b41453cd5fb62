package org.moatmark.core.stats;

import java.util.Arrays;

/** Weights drawn at random: around given ones, or anywhere. */
public final class RandomWeights {

    private final double[] concentrations;

    private RandomWeights(double[] concentrations) {
        this.concentrations = concentrations;
    }

    /**
     * Weights around given ones: a Dirichlet distribution whose mean they are. Its concentration A is chosen such that
     * the weights spread by the given part of themselves: weight w (as a share of 1) has the relative variance {@code (1
     * - w) / (w * (A + 1))}, whose mean, weighted by w, is {@code (k - 1) / (A + 1)} for k weights; with {@code A = (k -
     * 1) / spread^2 - 1} that is the square of the spread. Small weights spread more, large ones less.
     *
     * @param weights {@code double[k]}, finite and above 0; not modified
     * @param spread the relative standard deviation, above 0 and below the root of {@code k - 1}; 0.3 is about +-30 %. Of
     *     no effect for a single weight
     * @return the distribution
     * @throws IllegalArgumentException if there are no weights, one is not finite and above 0, or the spread is out of
     *     range
     */
    public static RandomWeights around(double[] weights, double spread) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight is finite and above 0, not " + weight + ".");
            }
            sum += weight;
        }
        int others = weights.length - 1;
        if (weights.length == 0 || !(spread > 0) || (others > 0 && !(spread * spread < others))) {
            throw new IllegalArgumentException("The spread of " + weights.length
                    + " weights is above 0 and below the root of one weight less, not " + spread + ".");
        }
        double concentration = others == 0 ? 1 : others / (spread * spread) - 1;
        double total = sum;
        return new RandomWeights(Arrays.stream(weights)
                .map(weight -> concentration * weight / total)
                .toArray());
    }

    /**
     * Any weights at all: uniform over those that are at least 0 and sum to 1.
     *
     * @param k how many weights, at least 1
     * @return the distribution
     * @throws IllegalArgumentException if k is below 1
     */
    public static RandomWeights anywhere(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("Weights are drawn for at least 1 thing, not for " + k + ".");
        }
        double[] ones = new double[k];
        Arrays.fill(ones, 1);
        return new RandomWeights(ones);
    }

    /**
     * Draws weights.
     *
     * @param random where from; moves on
     * @return {@code double[k]}, each from 0 to 1, their sum 1 up to rounding
     */
    public double[] draw(SeededRandom random) {
        return random.nextDirichlet(concentrations);
    }
}
