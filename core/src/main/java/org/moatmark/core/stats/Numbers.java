package org.moatmark.core.stats;

/** Guards on what callers hand in. */
final class Numbers {

    private Numbers() {}

    /** Refuses NaN and infinities; {@code what} names the statistic at the beginning of the sentence. */
    static void finite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(what + " cannot be computed: value " + i + " is " + values[i]
                        + ". Leave out what is missing and give finite numbers.");
            }
        }
    }

    /** Refuses infinities; NaN is a missing cell. */
    static void finiteOrMissing(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(what + " cannot be computed: value " + i + " is " + values[i]
                        + ". Give finite numbers, and NaN for what is missing.");
            }
        }
    }

    /** Refuses an empty array. */
    static void some(String what, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(what + " cannot be computed of no values: give at least one.");
        }
    }
}
