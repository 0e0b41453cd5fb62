package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/** Two limits that hold a statistic with a stated confidence, or why there are none. */
public sealed interface IntervalEstimate extends Serializable {

    /**
     * The limits.
     *
     * @param low lower limit, finite
     * @param high upper limit, finite, not under the lower
     * @param level the confidence, a share between 0 and 1, such as 0.95
     */
    record Limits(double low, double high, double level) implements IntervalEstimate {
        /** Refuses NaN, infinities, limits in the wrong order and a level outside 0 to 1. */
        public Limits {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
                throw new IllegalArgumentException(
                        "The limits of an interval are two rising finite numbers, not " + low + " and " + high + ".");
            }
            requireLevel(level);
        }

        /**
         * Whether a number lies between the limits or on one of them.
         *
         * @param value any number
         * @return true if it does; false for NaN
         */
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }

    /**
     * No limits.
     *
     * @param why the reason as a whole sentence
     */
    record NotComputable(Words why) implements IntervalEstimate {
        /** Refuses null. */
        public NotComputable {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Whether there are limits.
     *
     * @return true for {@link Limits}
     */
    default boolean isComputable() {
        return this instanceof Limits;
    }

    /**
     * The limits, for callers who already know that there are some.
     *
     * @return the limits
     * @throws IllegalStateException if there are none; the message is the English reason
     */
    default Limits orThrow() {
        if (this instanceof Limits limits) {
            return limits;
        }
        throw new IllegalStateException(((NotComputable) this).why().en());
    }

    /**
     * Refuses what is no level of confidence.
     *
     * @param level should lie between 0 and 1, both excluded
     * @throws IllegalArgumentException if it does not
     */
    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "A level of confidence lies between 0 and 1, such as 0.95, and is not " + level + ".");
        }
    }
}
