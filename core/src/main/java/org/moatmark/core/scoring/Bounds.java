package org.moatmark.core.scoring;

import java.io.Serializable;

/**
 * Between which numbers the evidenced score would lie, whatever the missing answers are (rule S8).
 *
 * @param low the lowest possible score
 * @param high the highest possible score
 */
public record Bounds(double low, double high) implements Serializable {
    /** Refuses bounds outside 0-100 or crossed, NaN among them. */
    public Bounds {
        if (!(low >= 0 && low <= high && high <= 100)) {
            throw new IllegalArgumentException("Bounds " + low + " to " + high + " do not lie in 0-100.");
        }
    }
}
