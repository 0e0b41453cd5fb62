package org.moatmark.core.stats;

import java.io.Serializable;

/**
 * From one number to another; both ends belong to it.
 *
 * @param low lower end
 * @param high upper end, not below the lower
 */
public record Interval(double low, double high) implements Serializable {

    /** Refuses NaN and ends in the wrong order. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval goes from a number to the same or a greater one, not from "
                    + low + " to " + high + ".");
        }
    }

    /**
     * How wide it is.
     *
     * @return upper minus lower end
     */
    public double width() {
        return high - low;
    }

    /**
     * Whether a number lies in it; its ends do.
     *
     * @param number any number
     * @return true from the lower to the upper end
     */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /**
     * Checks a level of confidence.
     *
     * @throws IllegalArgumentException unless it lies between 0 and 1, both excluded
     */
    static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("An interval was asked at level " + level
                    + ": give a share above 0 and below 1, such as 0.95 for 95 %.");
        }
    }
}
