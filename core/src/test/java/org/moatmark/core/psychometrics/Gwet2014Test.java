package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Gwet (2014), Handbook of Inter-Rater Reliability: four raters, twelve units, cells missing. */
class Gwet2014Test {

    private static final double[] SCALE = {1, 2, 3, 4, 5};

    private final ReferenceCase given = ReferenceCase.of("krippendorff_2011");

    private final double[][] ratings = ReferenceCase.numbers("krippendorff_2011.csv", "A", "B", "C", "D");

    private final AgreementWeights names = AgreementWeights.identity(SCALE);

    @Test
    void ac1_agrees_with_its_standard_error() {
        RaterAgreement ac1 = RaterAgreement.gwet(ratings, names);

        given.check("gwet_ac1", ac1.coefficient().orThrow());
        given.check("gwet_ac1_se", ac1.standardError().orThrow());
    }

    @Test
    void ac2_agrees_with_its_standard_errors() {
        RaterAgreement quadratic = RaterAgreement.gwet(ratings, AgreementWeights.quadratic(SCALE));
        RaterAgreement linear = RaterAgreement.gwet(ratings, AgreementWeights.linear(SCALE));
        RaterAgreement ordinal = RaterAgreement.gwet(ratings, AgreementWeights.ordinal(SCALE));

        given.check("gwet_ac2_quadratic", quadratic.coefficient().orThrow());
        given.check("gwet_ac2_linear", linear.coefficient().orThrow());
        given.check("gwet_ac2_ordinal", ordinal.coefficient().orThrow());
        given.check("gwet_ac2_se_quadratic_linear_ordinal", new double[] {
            quadratic.standardError().orThrow(),
            linear.standardError().orThrow(),
            ordinal.standardError().orThrow()
        });
    }

    @Test
    void the_other_coefficients_agree() {
        given.check(
                "percent_agreement",
                RaterAgreement.percent(ratings, names).coefficient().orThrow());
        given.check(
                "brennan_prediger",
                RaterAgreement.brennanPrediger(ratings, names).coefficient().orThrow());
        given.check(
                "fleiss_kappa_missing",
                RaterAgreement.fleiss(ratings, names).coefficient().orThrow());
        given.check(
                "conger_kappa",
                RaterAgreement.conger(ratings, names).coefficient().orThrow());
    }

    @Test
    void krippendorffs_alpha_agrees_with_its_standard_error() {
        RaterAgreement nominal = RaterAgreement.krippendorff(ratings, names);
        RaterAgreement interval = RaterAgreement.krippendorff(ratings, AgreementWeights.quadratic(SCALE));

        given.check("alpha_nominal_full", nominal.coefficient().orThrow());
        given.check("alpha_interval_full", interval.coefficient().orThrow());
        given.check("krippendorff_nominal_se", nominal.standardError().orThrow());
    }
}
