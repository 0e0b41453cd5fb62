package org.moatmark.core.stats;

import java.util.Arrays;

/** The numbers of a column of data in which NaN is a missing cell, with the way back to their places. */
final class Present {

    private final double[] column;
    private final double[] values;

    private Present(double[] column, double[] values) {
        this.column = column;
        this.values = values;
    }

    /** Takes out the numbers; refuses infinities, in a sentence that {@code what} begins. */
    static Present of(String what, double[] column) {
        Numbers.finiteOrMissing(what, column);
        return new Present(
                column,
                Arrays.stream(column).filter(value -> !Double.isNaN(value)).toArray());
    }

    double[] values() {
        return values;
    }

    Computed<Moments> moments() {
        return Moments.of(values);
    }

    /** From the least to the greatest number. */
    Computed<Interval> range() {
        if (values.length == 0) {
            return Computed.not(Reason.NO_VALUES);
        }
        double least = values[0];
        double greatest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return Computed.of(new Interval(least, greatest));
    }

    /** Puts a result for each number into its place in the column; NaN stays where it was. */
    double[] putBack(double[] results) {
        double[] full = column.clone();
        int next = 0;
        for (int i = 0; i < full.length; i++) {
            if (!Double.isNaN(full[i])) {
                full[i] = results[next++];
            }
        }
        return full;
    }
}
