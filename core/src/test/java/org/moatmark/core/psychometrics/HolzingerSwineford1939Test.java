package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.reference.ReferenceCase;
import org.moatmark.core.stats.SymmetricEigen;

/** Holzinger and Swineford (1939): 301 pupils, nine tests of three abilities. */
class HolzingerSwineford1939Test {

    private static final String[] ALL = {"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"};

    /** Visual, textual and speed. */
    private static final List<List<Integer>> ABILITIES = List.of(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7, 8));

    private final ReferenceCase given = ReferenceCase.of("holzinger_swineford");

    private static double[][] answers(String... items) {
        return ReferenceCase.numbers("holzinger_swineford.csv", items);
    }

    @ParameterizedTest
    @CsvSource({"visual, x1, x2, x3", "textual, x4, x5, x6", "speed, x7, x8, x9"})
    void alpha_and_omega_of_each_ability_agree(String ability, String a, String b, String c) {
        double[][] three = answers(a, b, c);

        given.check("alpha_" + ability, ScaleReliability.of(three).alpha().orThrow());
        given.check(
                "omega_1f_" + ability,
                Omega.of(three, Extraction.MAXIMUM_LIKELIHOOD).modelImplied().orThrow());
    }

    @Test
    void the_textual_factor_agrees() {
        OneFactor.Fitted fit = OneFactor.of(answers("x4", "x5", "x6"), Extraction.MAXIMUM_LIKELIHOOD)
                .orThrow();

        given.check(
                "loadings_1f_textual",
                fit.rawLoadings().stream().mapToDouble(x -> x).toArray());
        given.check(
                "theta_1f_textual",
                fit.rawUniquenesses().stream().mapToDouble(x -> x).toArray());
    }

    @Test
    void alpha_over_all_nine_and_their_eigenvalues_agree() {
        double[][] nine = answers(ALL);

        given.check("mean_alpha9", ScaleReliability.of(nine).alpha().orThrow());
        given.check(
                "eigenvalues_cor",
                SymmetricEigen.of(ItemMoments.of(nine).correlation()).values());
    }

    @Test
    void the_three_confirmed_abilities_agree() {
        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.of(answers(ALL), ABILITIES).orThrow();
        FitIndices indices = fit.indices();

        given.check("cfa_chisq", indices.chiSquare());
        given.check("cfa_df", indices.df());
        given.check("cfa_cfi", indices.cfi());
        given.check("cfa_tli", indices.tli().orThrow());
        given.check("cfa_rmsea", indices.rmsea().orThrow());
        given.check("cfa_srmr", indices.srmr());
        for (ConfirmatoryFactors.Loading loading : fit.loadings()) {
            given.checkMember("std_loadings", ALL[loading.item()], loading.standardised());
        }
        given.check("omega_3f_visual", fit.factors().get(0).omega());
        given.check("omega_3f_textual", fit.factors().get(1).omega());
        given.check("omega_3f_speed", fit.factors().get(2).omega());
        given.check("ave_textual", fit.factors().get(1).averageVariance());
    }

    /** What the tutorial of lavaan prints beside those: Rosseel (2012), Journal of Statistical Software 48(2). */
    @Test
    void likelihood_interval_and_errors_are_those_that_lavaan_prints() {
        ConfirmatoryFactors.Fitted fit =
                ConfirmatoryFactors.of(answers(ALL), ABILITIES).orThrow();
        FitIndices indices = fit.indices();

        assertThat(indices.baselineChiSquare()).isCloseTo(918.852, within(6e-4));
        assertThat(indices.baselineDf()).isEqualTo(36);
        assertThat(indices.logLikelihood()).isCloseTo(-3737.745, within(6e-4));
        assertThat(indices.aic()).isCloseTo(7517.490, within(6e-4));
        assertThat(indices.bic()).isCloseTo(7595.339, within(6e-4));
        assertThat(indices.rmseaInterval().orThrow().low()).isCloseTo(0.071, within(6e-4));
        assertThat(indices.rmseaInterval().orThrow().high()).isCloseTo(0.114, within(6e-4));
        double[] own = {0.549, 1.134, 0.844, 0.371, 0.446, 0.356, 0.799, 0.488, 0.566};
        double[] errors = {0.114, 0.102, 0.091, 0.048, 0.058, 0.043, 0.081, 0.074, 0.071};
        for (int j = 0; j < own.length; j++) {
            assertThat(fit.loadings().get(j).rawUniqueness()).isCloseTo(own[j], within(6e-4));
            assertThat(fit.loadings().get(j).rawUniquenessError()).isCloseTo(errors[j], within(6e-4));
        }
        assertThat(fit.correlations().get(1).get(0)).isCloseTo(0.459, within(6e-4));
        assertThat(fit.correlations().get(2).get(0)).isCloseTo(0.471, within(6e-4));
        assertThat(fit.correlations().get(2).get(1)).isCloseTo(0.283, within(6e-4));
    }
}
