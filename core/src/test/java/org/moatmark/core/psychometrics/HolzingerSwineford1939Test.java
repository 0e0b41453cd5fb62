package org.moatmark.core.psychometrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.reference.ReferenceCase;
import org.moatmark.core.stats.SymmetricEigen;

/** Holzinger and Swineford (1939): 301 pupils, nine tests of three abilities. */
class HolzingerSwineford1939Test {

    private static final String[] ALL = {"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"};

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
}
