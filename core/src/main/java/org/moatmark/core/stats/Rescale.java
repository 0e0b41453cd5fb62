package org.moatmark.core.stats;

import java.io.Serializable;

/**
 * A straight line from one scale to another: {@code from} becomes {@code low}, {@code to} becomes {@code high}, and what
 * lies between or beyond follows, {@code low + (x - from) / (to - from) * (high - low)}. With {@code capped} what lies
 * beyond becomes the nearer end. Where a smaller number is better, {@code from} is above {@code to}.
 *
 * <p>The factories learn the line from data, once; it can then be applied to other data too, such as one company against a
 * library. In data NaN is a missing cell: it is left out of the learning, and stays NaN when the line is applied.
 *
 * @param from finite, the number that becomes {@code low}
 * @param to finite, another number, which becomes {@code high}
 * @param low finite
 * @param high finite
 * @param capped whether results stay between {@code low} and {@code high}
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD and JRC (2008), Handbook on Constructing Composite
 *     Indicators, step 5, normalisation of data, pages 27-31 and 83-88</a>
 */
public record Rescale(double from, double to, double low, double high, boolean capped) implements Serializable {

    /** Refuses what gives no line. */
    public Rescale {
        double differences = (to - from) * (high - low);
        if (!(Math.abs(differences) < Double.POSITIVE_INFINITY) || from == to) {
            throw new IllegalArgumentException("A line cannot map " + from + " to " + low + " and " + to + " to " + high
                    + ": give finite numbers, the first and the third of them different.");
        }
    }

    /**
     * Least and greatest value to the ends of a range (min-max).
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param low what the worst value becomes
     * @param high what the best value becomes
     * @param direction which way is up in the values
     * @return the line, or why there is none: no value, or all equal
     * @throws IllegalArgumentException if a value is infinite or an end of the range is not finite
     */
    public static Computed<Rescale> minMax(double[] values, double low, double high, Direction direction) {
        return Present.of("A min-max scale", values).range().flatMap(range -> {
            boolean up = direction == Direction.HIGHER_IS_BETTER;
            return range.width() == 0
                    ? Computed.not(Reason.ALL_EQUAL)
                    : Computed.of(new Rescale(
                            up ? range.low() : range.high(), up ? range.high() : range.low(), low, high, false));
        });
    }

    /**
     * Standard scores: the mean of the values becomes a given mean, and their standard deviation (n - 1) a given one.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param mean the mean after it, such as 0 or 50
     * @param deviation the standard deviation after it, such as 1 or 10
     * @param direction which way is up in the values
     * @return the line, or why there is none: no value, a single one, or all equal
     * @throws IllegalArgumentException if a value is infinite, or mean or deviation is not finite
     */
    public static Computed<Rescale> zScore(double[] values, double mean, double deviation, Direction direction) {
        return Present.of("A standard score", values)
                .moments()
                .flatMap(moments -> moments.standardDeviation().flatMap(spread -> {
                    double step = direction == Direction.HIGHER_IS_BETTER ? spread : -spread;
                    return spread == 0
                            ? Computed.not(Reason.ALL_EQUAL)
                            : Computed.of(
                                    new Rescale(moments.mean(), moments.mean() + step, mean, mean + deviation, false));
                }));
    }

    /**
     * Two given numbers to 0 and 1, capped there: the goalposts of the Human Development Index.
     *
     * @param worst finite, becomes 0, as does all that is worse
     * @param best finite, another number, becomes 1, as does all that is better; below {@code worst} where lower is better
     * @return the line
     * @throws IllegalArgumentException if the goalposts are equal or not finite
     */
    public static Rescale goalposts(double worst, double best) {
        return new Rescale(worst, best, 0, 1, true);
    }

    /**
     * Least value to 0, a reference to 1: the distance to a reference unit or value. Beyond the reference is above 1.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param reference finite, often one of the values
     * @return the line, or why there is none: no value, or the reference is the least value
     * @throws IllegalArgumentException if a value is infinite or the reference is not finite
     */
    public static Computed<Rescale> distanceToReference(double[] values, double reference) {
        return distanceToTarget(values, reference, Direction.HIGHER_IS_BETTER);
    }

    /**
     * Worst value to 0, a target to 1. Beyond the target is above 1; {@link #asCapped} ends it there.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @param target finite
     * @param direction which way is up in the values
     * @return the line, or why there is none: no value, or the target is the worst value
     * @throws IllegalArgumentException if a value is infinite or the target is not finite
     */
    public static Computed<Rescale> distanceToTarget(double[] values, double target, Direction direction) {
        return Present.of("A distance to a target", values).range().flatMap(range -> {
            double worst = direction == Direction.HIGHER_IS_BETTER ? range.low() : range.high();
            return worst == target
                    ? Computed.not(Reason.REFERENCE_OUT_OF_PLACE)
                    : Computed.of(new Rescale(worst, target, 0, 1, false));
        });
    }

    /**
     * Shares of the greatest value: 0 stays 0, the greatest value becomes 1.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @return the line, or why there is none: no value, or none above 0
     * @throws IllegalArgumentException if a value is infinite
     */
    public static Computed<Rescale> shareOfGreatest(double[] values) {
        return Present.of("A share of the greatest value", values)
                .range()
                .flatMap(range -> range.high() > 0
                        ? Computed.of(new Rescale(0, range.high(), 0, 1, false))
                        : Computed.not(Reason.MAXIMUM_NOT_POSITIVE));
    }

    /**
     * The same line, ended where its ends are.
     *
     * @return the line with {@link #capped}
     */
    public Rescale asCapped() {
        return new Rescale(from, to, low, high, true);
    }

    /**
     * Brings one number to the new scale.
     *
     * @param value finite, or NaN for missing
     * @return the number there, or NaN
     */
    public double apply(double value) {
        double moved = low + (value - from) / (to - from) * (high - low);
        return capped ? Means.clamp(moved, Math.min(low, high), Math.max(low, high)) : moved;
    }

    /**
     * Brings numbers to the new scale.
     *
     * @param values {@code double[n]}, finite or NaN, not modified
     * @return {@code double[n]}, NaN where it was
     */
    public double[] apply(double[] values) {
        double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = apply(values[i]);
        }
        return moved;
    }
}
