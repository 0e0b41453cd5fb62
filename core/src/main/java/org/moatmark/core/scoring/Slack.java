package org.moatmark.core.scoring;

/** Comparisons with thresholds, with the slack of the scoring rules: 1e-9 in favour of the company. */
public final class Slack {

    /** What a rounding error may cost nobody. */
    public static final double SLACK = 1e-9;

    private Slack() {}

    /**
     * Not under a bound.
     *
     * @param value a number
     * @param bound the threshold
     * @return true from the bound less the slack on; false for NaN
     */
    public static boolean atLeast(double value, double bound) {
        return value >= bound - SLACK;
    }

    /**
     * Not over a bound.
     *
     * @param value a number
     * @param bound the threshold
     * @return true up to the bound and the slack; false for NaN
     */
    public static boolean atMost(double value, double bound) {
        return value <= bound + SLACK;
    }

    /**
     * Under a bound by more than the slack.
     *
     * @param value a number
     * @param bound the threshold
     * @return true for values clearly under the bound; false for NaN
     */
    public static boolean below(double value, double bound) {
        return value < bound - SLACK;
    }
}
