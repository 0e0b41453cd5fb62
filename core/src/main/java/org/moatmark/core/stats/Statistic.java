package org.moatmark.core.stats;

/** A number computed from a sample, for resampling: the mean, a quantile, or whatever a caller makes of the values. */
@FunctionalInterface
public interface Statistic {

    /**
     * Computes the statistic.
     *
     * @param sample {@code double[n]}, a workspace that belongs to the resampling: it may be reordered, and must not be
     *     kept
     * @return the number; NaN or an infinity where the statistic has no value on this sample
     */
    double of(double[] sample);

    /**
     * The mean.
     *
     * @return sum over n, summed in the order of the sample
     */
    static Statistic mean() {
        return sample -> {
            double sum = 0;
            for (double value : sample) {
                sum += value;
            }
            return sum / sample.length;
        };
    }

    /**
     * A quantile.
     *
     * @param type which definition
     * @param probability from 0 to 1
     * @return the quantile of the sample
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     */
    static Statistic quantile(QuantileType type, double probability) {
        return new SampleQuantile(type, probability);
    }
}
