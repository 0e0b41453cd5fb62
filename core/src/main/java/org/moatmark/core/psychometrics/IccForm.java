package org.moatmark.core.psychometrics;

/**
 * The six intraclass correlations of Shrout and Fleiss (1979), with their names there and in McGraw and Wong (1996).
 *
 * <p>Three questions choose one. Did other raters rate each target (one-way), or the same ones all of them (two-way)? Is
 * a rater who is stricter than the others in error (absolute agreement), or only one who orders the targets otherwise
 * (consistency)? Will one rating be used, or the mean of all k? ICC(2,1) and ICC(3,1) also differ in whether the
 * raters stand for others like them; the numbers for consistency are the same either way.
 */
public enum IccForm {
    /** One-way, a single rating: every target was rated by other raters. */
    ONE_WAY_SINGLE("ICC(1,1)", "ICC(1)"),
    /** One-way, the mean of k ratings. */
    ONE_WAY_AVERAGE("ICC(1,k)", "ICC(k)"),
    /** Two-way, absolute agreement, a single rating. */
    AGREEMENT_SINGLE("ICC(2,1)", "ICC(A,1)"),
    /** Two-way, absolute agreement, the mean of k ratings. */
    AGREEMENT_AVERAGE("ICC(2,k)", "ICC(A,k)"),
    /** Two-way, consistency, a single rating. */
    CONSISTENCY_SINGLE("ICC(3,1)", "ICC(C,1)"),
    /** Two-way, consistency, the mean of k ratings; equal to Cronbach's alpha with raters as items. */
    CONSISTENCY_AVERAGE("ICC(3,k)", "ICC(C,k)");

    private final String shroutFleiss;
    private final String mcGrawWong;

    IccForm(String shroutFleiss, String mcGrawWong) {
        this.shroutFleiss = shroutFleiss;
        this.mcGrawWong = mcGrawWong;
    }

    /**
     * The name in Shrout and Fleiss (1979).
     *
     * @return such as "ICC(2,1)"
     */
    public String shroutFleiss() {
        return shroutFleiss;
    }

    /**
     * The name in McGraw and Wong (1996).
     *
     * @return such as "ICC(A,1)"
     */
    public String mcGrawWong() {
        return mcGrawWong;
    }

    /** Whether the form is about the mean of all raters. */
    boolean isAverage() {
        return this == ONE_WAY_AVERAGE || this == AGREEMENT_AVERAGE || this == CONSISTENCY_AVERAGE;
    }
}
