package org.moatmark.core.scoring;

import java.io.Serializable;

/**
 * Where a score lies over the joint runs of a resampling (rule S16): from the 5th to the 95th percentile (definition 7 of
 * Hyndman and Fan) of the evidenced scores of those runs that have one. It need not hold the score itself.
 *
 * @param low the 5th percentile, 0-100
 * @param high the 95th percentile, 0-100
 * @param seed seed of the draws
 * @param runs how many runs there were, at least 1
 * @param unscored in how many of them there was no score, fewer than all
 */
public record ScoreInterval(double low, double high, long seed, int runs, int unscored) implements Serializable {

    /** Refuses ends outside 0-100 or crossed, and counts that do not fit. */
    public ScoreInterval {
        if (!(low >= 0 && low <= high && high <= 100)) {
            throw new IllegalArgumentException("An interval from " + low + " to " + high + " does not lie in 0-100.");
        }
        if (runs < 1 || unscored < 0 || unscored >= runs) {
            throw new IllegalArgumentException("An interval rests on at least one run with a score, not on "
                    + (runs - unscored) + " of " + runs + ".");
        }
    }

    /**
     * The same as bounds.
     *
     * @return low and high
     */
    public Bounds band() {
        return new Bounds(low, high);
    }
}
