package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Fleiss (1971): 30 patients, each diagnosed by 6 psychiatrists. */
class FleissDiagnoses1971Test {

    private static final double[] CODES = {0, 1, 2, 3, 4};

    private final ReferenceCase given = ReferenceCase.of("fleiss_diagnoses");

    private final double[][] ratings = FleissDiagnoses.ratings();

    @Test
    void kappa_and_its_test_agree() {
        FleissKappa kappa = FleissKappa.of(ratings, CODES);

        given.check("fleiss_kappa", kappa.kappa().orThrow());
        given.check("fleiss_kappa_full", kappa.kappa().orThrow());
        given.check("z", kappa.z().orThrow());
        for (int code = 0; code < CODES.length; code++) {
            String diagnosis = FleissDiagnoses.DIAGNOSES.get(code).replace(" Disorder", "");
            given.checkMember(
                    "category_kappa",
                    diagnosis,
                    kappa.categories().get(code).kappa().orThrow());
        }
    }

    @Test
    void the_general_form_is_the_same_number() {
        assertThat(RaterAgreement.fleiss(ratings, AgreementWeights.identity(CODES))
                        .coefficient()
                        .orThrow())
                .isCloseTo(FleissKappa.of(ratings, CODES).kappa().orThrow(), within(1e-14));
    }

    @Test
    void conger_agrees() {
        given.check(
                "conger_exact_kappa",
                RaterAgreement.conger(ratings, AgreementWeights.identity(CODES))
                        .coefficient()
                        .orThrow());
    }

    @Test
    void gwet_agrees() {
        RaterAgreement ac1 = RaterAgreement.gwet(ratings, AgreementWeights.identity(CODES));

        given.check("gwet_ac1", ac1.coefficient().orThrow());
        given.check("gwet_ac1_se", ac1.standardError().orThrow());
    }

    /**
     * The value {@code krippendorff_nominal} of the case, 0.28296, is left out: without missing cells alpha follows from
     * Fleiss' kappa and the number of ratings, {@code 1 - (1 - kappa) (1 - 1/180)}, and that is 0.43341.
     */
    @Test
    void krippendorffs_alpha_follows_from_kappa() {
        double kappa = FleissKappa.of(ratings, CODES).kappa().orThrow();

        assertThat(KrippendorffAlpha.of(ratings, Metric.NOMINAL).alpha().orThrow())
                .isCloseTo(1 - (1 - kappa) * (1 - 1 / 180.0), within(1e-14));
    }
}
