package org.moatmark.core.psychometrics;

import java.util.Arrays;

/**
 * The units that at least two raters rated, each value as the rank of its distinct value. Disagreements are worked out
 * from how often each value occurs, in time that grows with the number of ratings and not of pairs; only the ratio
 * metric has to look at pairs of distinct values.
 */
final class PairableUnits {

    private final Metric metric;
    private final double[] values;
    private final int[] start;
    private final int[] codes;

    private PairableUnits(Metric metric, double[] values, int[] start, int[] codes) {
        this.metric = metric;
        this.values = values;
        this.start = start;
        this.codes = codes;
    }

    static PairableUnits of(double[][] ratings, Metric metric) {
        int raters = Cells.columns(ratings, "unit", "rater");
        int[] start = new int[ratings.length + 1];
        double[] pairable = new double[ratings.length * raters];
        int units = 0;
        int n = 0;
        for (double[] unit : ratings) {
            int first = n;
            for (double rating : unit) {
                if (!Double.isNaN(rating)) {
                    pairable[n++] = rating + 0.0;
                }
            }
            if (n - first < 2) {
                n = first;
            } else {
                start[++units] = n;
            }
        }
        pairable = Arrays.copyOf(pairable, n);
        double[] values = distinct(pairable);
        if (metric == Metric.RATIO && n > 0 && values[0] < 0) {
            throw new IllegalArgumentException("The ratio metric needs ratings from a true zero upwards, but one is "
                    + values[0] + ". Use the interval metric for scales that go below zero.");
        }
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            codes[i] = Arrays.binarySearch(values, pairable[i]);
        }
        return new PairableUnits(metric, values, Arrays.copyOf(start, units + 1), codes);
    }

    private static double[] distinct(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    int size() {
        return start.length - 1;
    }

    int ratings() {
        return codes.length;
    }

    /**
     * Disagreements of a choice of units, in which a unit may stand more than once.
     *
     * @param chosen indices of units; not modified
     */
    Disagreement among(int[] chosen) {
        int[] uses = new int[values.length];
        int n = 0;
        for (int unit : chosen) {
            for (int i = start[unit]; i < start[unit + 1]; i++) {
                uses[codes[i]]++;
            }
            n += start[unit + 1] - start[unit];
        }
        double[] positions = metric == Metric.ORDINAL ? middles(uses) : values;
        int[] count = new int[metric == Metric.NOMINAL ? values.length : 0];
        double observed = 0;
        for (int unit : chosen) {
            observed += within(start[unit], start[unit + 1], positions, count);
        }
        boolean varies = Arrays.stream(uses).filter(use -> use > 0).count() > 1;
        double expected = varies ? between(uses, n, positions) / ((double) n * (n - 1)) : 0;
        return new Disagreement(observed / n, expected);
    }

    /** How many ratings lie below the middle of each value's block. */
    private static double[] middles(int[] uses) {
        double[] middles = new double[uses.length];
        double below = 0;
        for (int value = 0; value < uses.length; value++) {
            middles[value] = below + uses[value] / 2.0;
            below += uses[value];
        }
        return middles;
    }

    /** The differences of all ordered pairs of one unit's ratings, divided by its number of ratings less one. */
    private double within(int from, int to, double[] positions, int[] count) {
        int m = to - from;
        double sum = 0;
        switch (metric) {
            case NOMINAL -> {
                long equal = 0;
                for (int i = from; i < to; i++) {
                    equal += 2L * count[codes[i]] + 1;
                    count[codes[i]]++;
                }
                for (int i = from; i < to; i++) {
                    count[codes[i]] = 0;
                }
                sum = (double) m * m - equal;
            }
            case ORDINAL, INTERVAL -> {
                double total = 0;
                for (int i = from; i < to; i++) {
                    total += positions[codes[i]];
                }
                double mean = total / m;
                for (int i = from; i < to; i++) {
                    double deviation = positions[codes[i]] - mean;
                    sum += deviation * deviation;
                }
                sum *= 2.0 * m;
            }
            case RATIO -> {
                for (int i = from; i < to; i++) {
                    for (int j = from; j < i; j++) {
                        sum += 2 * ratio(positions[codes[i]], positions[codes[j]]);
                    }
                }
            }
        }
        return sum / (m - 1);
    }

    /** The differences of all ordered pairs of all ratings. */
    private double between(int[] uses, int n, double[] positions) {
        double sum = 0;
        switch (metric) {
            case NOMINAL -> {
                sum = (double) n * n;
                for (int use : uses) {
                    sum -= (double) use * use;
                }
            }
            case ORDINAL, INTERVAL -> {
                double total = 0;
                for (int value = 0; value < uses.length; value++) {
                    total += uses[value] * positions[value];
                }
                double mean = total / n;
                for (int value = 0; value < uses.length; value++) {
                    double deviation = positions[value] - mean;
                    sum += uses[value] * deviation * deviation;
                }
                sum *= 2.0 * n;
            }
            case RATIO -> {
                for (int value = 0; value < uses.length; value++) {
                    for (int other = 0; other < value; other++) {
                        sum += 2.0 * uses[value] * uses[other] * ratio(positions[value], positions[other]);
                    }
                }
            }
        }
        return sum;
    }

    private static double ratio(double one, double other) {
        if (one == other) {
            return 0;
        }
        double share = (one - other) / (one + other);
        return share * share;
    }

    /**
     * Disagreement within units and in all.
     *
     * @param observed mean difference of two ratings of one unit
     * @param expected mean difference of any two ratings; 0 if and only if all are equal
     */
    record Disagreement(double observed, double expected) {}
}
