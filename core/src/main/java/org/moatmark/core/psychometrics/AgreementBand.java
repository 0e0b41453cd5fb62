package org.moatmark.core.psychometrics;

/**
 * Words for r_wg and its kin.
 *
 * <p>Source: J. M. LeBreton and J. L. Senter (2008), Organizational Research Methods 11(4), 815-852, table 3. The bands
 * are conventions, no tests.
 */
public enum AgreementBand {
    /** Up to .30: lack of agreement. */
    LACKING,
    /** Above .30, up to .50: weak agreement. */
    WEAK,
    /** Above .50, up to .70: moderate agreement. */
    MODERATE,
    /** Above .70, up to .90: strong agreement. */
    STRONG,
    /** Above .90: very strong agreement. */
    VERY_STRONG;

    /**
     * The band of a value.
     *
     * @param agreement r_wg, r_wg(J) or r*_wg, at most 1
     * @return its band
     * @throws IllegalArgumentException if the value is above 1 or NaN
     */
    public static AgreementBand of(double agreement) {
        if (!(agreement <= 1)) {
            throw new IllegalArgumentException("Agreement is at most 1, not " + agreement + ".");
        }
        if (agreement > 0.9) {
            return VERY_STRONG;
        }
        if (agreement > 0.7) {
            return STRONG;
        }
        if (agreement > 0.5) {
            return MODERATE;
        }
        return agreement > 0.3 ? WEAK : LACKING;
    }
}
