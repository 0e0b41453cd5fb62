package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Three raters of the anxiety of 20 subjects, from the R package irr. */
class AnxietyTest {

    private final ReferenceCase given = ReferenceCase.of("icc_anxiety");

    private final double[][] ratings = ReferenceCase.numbers("icc_anxiety.csv", "rater1", "rater2", "rater3");

    private final IntraclassCorrelation icc = IntraclassCorrelation.of(ratings);

    @Test
    void agreement_agrees() {
        double coefficient = icc.coefficient(IccForm.AGREEMENT_SINGLE).orThrow();
        double[] limits = ShroutFleiss1979Test.limits(icc.interval(IccForm.AGREEMENT_SINGLE, 0.95));

        given.check("icc_twoway_agreement", coefficient);
        given.check("icc_agreement_full", coefficient);
        given.check("icc_twoway_agreement_ci95", limits);
        given.check("icc_agreement_ci95", limits);
    }

    @Test
    void consistency_agrees() {
        given.check(
                "icc_consistency", icc.coefficient(IccForm.CONSISTENCY_SINGLE).orThrow());
        given.check(
                "icc_consistency_ci95", ShroutFleiss1979Test.limits(icc.interval(IccForm.CONSISTENCY_SINGLE, 0.95)));
    }

    @Test
    void one_way_agrees() {
        given.check("icc_oneway", icc.coefficient(IccForm.ONE_WAY_SINGLE).orThrow());
        given.check("icc_oneway_ci95", ShroutFleiss1979Test.limits(icc.interval(IccForm.ONE_WAY_SINGLE, 0.95)));
    }

    @Test
    void kendalls_w_agrees_with_and_without_correction_for_ties() {
        KendallW w = KendallW.of(ratings);

        given.check("kendall_W_tie_corrected", w.w().orThrow());
        given.check("kendall_W_tie_corrected_full", w.w().orThrow());
        given.check("kendall_chisq", w.chiSquared().orThrow());
        given.check("kendall_p", w.p().orThrow());
        given.check("kendall_W_uncorrected", w.uncorrected().orThrow());
    }
}
