package org.moatmark.core.stats;

/** A number computed from all of the caller's cases, each with a weight, for the analytical forms of resampling. */
@FunctionalInterface
public interface WeightedStatistic {

    /**
     * Computes the statistic.
     *
     * @param weights {@code double[cases]}, adding up to 1 up to rounding; single ones may be a little below 0. A
     *     workspace that must not be kept
     * @return the number; smooth in the weights
     */
    double of(double[] weights);
}
