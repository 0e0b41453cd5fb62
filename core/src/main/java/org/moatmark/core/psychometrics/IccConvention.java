package org.moatmark.core.psychometrics;

/** How to come by the limits of ICC(2,k), on which the two classical papers differ; all other forms have one way only. */
public enum IccConvention {
    /** The Spearman-Brown formula applied to the limits of ICC(2,1): Shrout and Fleiss (1979). */
    SHROUT_FLEISS,
    /** Degrees of freedom from ICC(2,k) itself, which makes wider limits: McGraw and Wong (1996), table 7. */
    MCGRAW_WONG
}
