package org.moatmark.core.stats;

/** What rank equal values get; the least value of all has rank 1. */
public enum TieRule {

    /** The mean of the ranks that they take up together: the mid-rank. For 10, 20, 20, 30: 1, 2.5, 2.5, 4. */
    MEAN,

    /** The lowest of those ranks, as in a sport. For 10, 20, 20, 30: 1, 2, 2, 4. */
    MIN,

    /** The highest of those ranks. For 10, 20, 20, 30: 1, 3, 3, 4. */
    MAX,

    /** The number of different values up to them. For 10, 20, 20, 30: 1, 2, 2, 3. */
    DENSE,

    /** Ranks of their own, in the order of the array. For 10, 20, 20, 30: 1, 2, 3, 4. */
    ORDINAL
}
