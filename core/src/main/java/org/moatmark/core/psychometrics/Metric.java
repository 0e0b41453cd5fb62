package org.moatmark.core.psychometrics;

/**
 * What the numbers of a scale mean, and so how far apart two ratings are: the squared difference functions of
 * Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C, for two values c and k.
 */
public enum Metric {
    /** Names only: 0 if the values are equal, else 1. */
    NOMINAL,
    /**
     * Ranks: the square of how many of all pairable ratings lie from c to k, those at c and at k counted half. It
     * depends on how often each value was used.
     */
    ORDINAL,
    /** Equal steps: {@code (c - k)^2}. */
    INTERVAL,
    /** Equal ratios from a true zero: {@code ((c - k) / (c + k))^2}, 0 if both are 0; no value may be negative. */
    RATIO
}
