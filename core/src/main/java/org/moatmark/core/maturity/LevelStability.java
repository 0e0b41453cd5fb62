package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a level stays what it is over the joint runs of a resampling (rule S16).
 *
 * @param level the level in the wave itself
 * @param runs how many runs, at least 1
 * @param distribution in how many runs which level was reached, by level; levels that none reached are left out
 */
public record LevelStability(int level, int runs, Map<Integer, Integer> distribution) implements Serializable {

    /** Copies the map; refuses more levels than runs. */
    public LevelStability {
        distribution = Collections.unmodifiableMap(new TreeMap<>(distribution));
        if (runs < 1 || reached(distribution) > runs) {
            throw new IllegalArgumentException(
                    "A level was reached in " + reached(distribution) + " of " + runs + " runs.");
        }
    }

    /**
     * The share of all runs in which the level stays.
     *
     * @return 0-1
     */
    public double share() {
        return (double) distribution.getOrDefault(level, 0) / runs;
    }

    /**
     * In how many runs there was no level, since there was no score.
     *
     * @return 0 to the number of runs
     */
    public int unscored() {
        return runs - reached(distribution);
    }

    private static int reached(Map<Integer, Integer> distribution) {
        return distribution.values().stream().mapToInt(Integer::intValue).sum();
    }
}
