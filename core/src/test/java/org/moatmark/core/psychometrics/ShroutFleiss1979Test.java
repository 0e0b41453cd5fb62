package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moatmark.core.reference.ReferenceCase;

/** Shrout and Fleiss (1979), Intraclass correlations, tables 2 to 4: six targets, four judges. */
class ShroutFleiss1979Test {

    private final ReferenceCase given = ReferenceCase.of("icc_shrout_fleiss");

    private final IntraclassCorrelation icc =
            IntraclassCorrelation.of(ReferenceCase.numbers("icc_shrout_fleiss.csv", "J1", "J2", "J3", "J4"));

    @Test
    void mean_squares_agree() {
        given.check("BMS", icc.betweenTargets().orThrow());
        given.check("WMS", icc.withinTargets().orThrow());
        given.check("JMS", icc.betweenRaters().orThrow());
        given.check("EMS", icc.error().orThrow());
    }

    @ParameterizedTest
    @EnumSource(IccForm.class)
    void every_form_agrees(IccForm form) {
        double coefficient = icc.coefficient(form).orThrow();

        given.check(form.shroutFleiss(), coefficient);
        given.check(form.shroutFleiss() + "_full", coefficient);
        given.check(form.shroutFleiss() + "_F", icc.f(form).orThrow());
    }

    @ParameterizedTest
    @EnumSource(value = IccForm.class, mode = EnumSource.Mode.EXCLUDE, names = "AGREEMENT_AVERAGE")
    void every_interval_agrees(IccForm form) {
        given.check(form.shroutFleiss() + "_ci95", limits(icc.interval(form, 0.95)));
    }

    @Test
    void intervals_of_the_mean_under_agreement_agree_by_either_convention() {
        given.check(
                "ICC(2,k)_ci95_shrout_fleiss",
                limits(icc.interval(IccForm.AGREEMENT_AVERAGE, 0.95, IccConvention.SHROUT_FLEISS)));
        given.check(
                "ICC(2,k)_ci95_mcgraw_wong",
                limits(icc.interval(IccForm.AGREEMENT_AVERAGE, 0.95, IccConvention.MCGRAW_WONG)));
        given.check("ICC(2,1)_ci95_psych", limits(icc.interval(IccForm.AGREEMENT_SINGLE, 0.95)));
    }

    static double[] limits(IntervalEstimate interval) {
        return new double[] {interval.orThrow().low(), interval.orThrow().high()};
    }
}
