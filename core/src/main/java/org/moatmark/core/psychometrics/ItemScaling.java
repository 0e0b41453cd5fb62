package org.moatmark.core.psychometrics;

/** Whether items enter a sum as they are or all with the same spread. */
public enum ItemScaling {
    /** As answered: covariances. */
    RAW,
    /** Each divided by its standard deviation: correlations. */
    STANDARDIZED
}
