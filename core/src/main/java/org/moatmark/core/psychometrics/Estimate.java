package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import org.moatmark.core.issue.Words;

/** A statistic, or why there is none. Too little data is a result and no exception. */
public sealed interface Estimate extends Serializable {

    /**
     * The statistic.
     *
     * @param value finite
     * @param n how many cases it rests on; which, the method says that made it
     */
    record Point(double value, int n) implements Estimate {
        /** Refuses NaN, infinities and a negative n. */
        public Point {
            if (!Double.isFinite(value) || n < 0) {
                throw new IllegalArgumentException(
                        "An estimate is a finite number from at least 0 cases, not " + value + " from " + n + ".");
            }
        }
    }

    /**
     * No statistic.
     *
     * @param why the reason as a whole sentence
     */
    record NotComputable(Words why) implements Estimate {
        /** Refuses null. */
        public NotComputable {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A statistic.
     *
     * @param value finite
     * @param n how many cases it rests on
     * @return the point
     */
    static Estimate of(double value, int n) {
        return new Point(value, n);
    }

    /**
     * No statistic.
     *
     * @param en why, as a whole English sentence
     * @param ja the same in Japanese
     * @return the reason
     */
    static Estimate notComputable(String en, String ja) {
        return new NotComputable(new Words(en, ja));
    }

    /**
     * The number alone.
     *
     * @return the value of a {@link Point}, or empty
     */
    default OptionalDouble number() {
        return this instanceof Point point ? OptionalDouble.of(point.value()) : OptionalDouble.empty();
    }

    /**
     * The number, for callers who already know that there is one.
     *
     * @return the value of a {@link Point}
     * @throws IllegalStateException if there is none; the message is the English reason
     */
    default double orThrow() {
        if (this instanceof Point point) {
            return point.value();
        }
        throw new IllegalStateException(((NotComputable) this).why().en());
    }
}
