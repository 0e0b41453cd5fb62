package org.moatmark.core.stats;

/** Which way is up on a scale. */
public enum Direction {
    /** A greater number is a better one. */
    HIGHER_IS_BETTER,

    /** A smaller number is a better one. */
    LOWER_IS_BETTER
}
