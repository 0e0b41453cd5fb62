package org.moatmark.core.stats;

/**
 * Some numbers counted into buckets of equal width between the least and the greatest of them, so that ranks and order
 * statistics need no sorting of the whole: a greater number is never in a lower bucket, because subtracting and
 * multiplying by a positive number keep the order in floating point too.
 */
final class Buckets {

    private final double least;
    private final double scale;

    private final int[] counts;
    private final double[] first;
    private final boolean[] mixed;

    private Buckets(double least, double scale, int size) {
        this.least = least;
        this.scale = scale;
        this.counts = new int[size];
        this.first = new double[size];
        this.mixed = new boolean[size];
    }

    /**
     * Counts numbers.
     *
     * @param values finite, at least one
     * @param wanted how many buckets
     * @return buckets; a single one if all numbers are equal or the width of a bucket cannot be told in a double
     */
    static Buckets of(double[] values, int wanted) {
        double least = values[0];
        double greatest = values[0];
        for (double value : values) {
            if (value < least) {
                least = value;
            } else if (value > greatest) {
                greatest = value;
            }
        }
        double scale = wanted / (greatest - least);
        boolean tellable = scale > 0 && scale < Double.POSITIVE_INFINITY;
        Buckets buckets = new Buckets(least, tellable ? scale : 0, tellable ? wanted : 1);
        buckets.count(values);
        return buckets;
    }

    private void count(double[] values) {
        for (double value : values) {
            int bucket = at(value);
            if (counts[bucket]++ == 0) {
                first[bucket] = value;
            } else if (first[bucket] != value) {
                mixed[bucket] = true;
            }
        }
    }

    /** How many buckets there are. */
    int size() {
        return counts.length;
    }

    /** The bucket of one of the numbers, from 0. */
    int at(double value) {
        return Math.min((int) ((value - least) * scale), counts.length - 1);
    }

    /** How many numbers are in a bucket. */
    int count(int bucket) {
        return counts[bucket];
    }

    /** Whether a bucket holds different numbers. */
    boolean mixed(int bucket) {
        return mixed[bucket];
    }

    /** One of the numbers in a bucket; the only one if they are not different. */
    double first(int bucket) {
        return first[bucket];
    }
}
