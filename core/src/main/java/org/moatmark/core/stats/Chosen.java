package org.moatmark.core.stats;

/** A statistic of values, told which of them to take. */
final class Chosen implements IndexStatistic {

    private final double[] values;
    private final Statistic statistic;
    private double[] sample;

    private Chosen(double[] values, Statistic statistic) {
        this.values = values;
        this.statistic = statistic;
        this.sample = new double[values.length];
    }

    /** The statistic of those of the values that are drawn. */
    static IndexStatistic of(double[] values, Statistic statistic) {
        return statistic instanceof SampleQuantile quantile ? quantile.among(values) : new Chosen(values, statistic);
    }

    @Override
    public double of(int[] drawn) {
        if (sample.length != drawn.length) {
            sample = new double[drawn.length];
        }
        for (int i = 0; i < drawn.length; i++) {
            sample[i] = values[drawn[i]];
        }
        return statistic.of(sample);
    }

    /** The indices of all cases. */
    static int[] all(int n) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        return all;
    }
}
