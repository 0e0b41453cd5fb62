package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** The attitude data of Chatterjee and Price (1977): 30 departments, 7 items. */
class ChatterjeePrice1977Test {

    private static final String[] ITEMS = {
        "rating", "complaints", "privileges", "learning", "raises", "critical", "advance"
    };

    private final ReferenceCase given = ReferenceCase.of("alpha_attitude");

    private final double[][] answers = ReferenceCase.numbers("alpha_attitude.csv", ITEMS);

    private final ScaleReliability reliability = ScaleReliability.of(answers);

    @Test
    void alpha_and_its_kin_agree() {
        given.check("raw_alpha", reliability.alpha().orThrow());
        given.check("raw_alpha_full", reliability.alpha().orThrow());
        given.check("std_alpha", reliability.standardizedAlpha().orThrow());
        given.check("std_alpha_full", reliability.standardizedAlpha().orThrow());
        given.check("average_r", reliability.averageCorrelation().orThrow());
        given.check("signal_to_noise", reliability.signalToNoise().orThrow());
        given.check("guttman_lambda6", reliability.standardizedLambda6().orThrow());
        given.check(
                "guttman_lambda6_std_full", reliability.standardizedLambda6().orThrow());
        given.check("guttman_lambda2_cov", reliability.lambda2().orThrow());
        given.check("guttman_lambda2_cor", reliability.standardizedLambda2().orThrow());
    }

    @Test
    void feldts_intervals_agree() {
        given.check("feldt_ci95", ShroutFleiss1979Test.limits(reliability.interval(0.95)));
        given.check("feldt_ci90", ShroutFleiss1979Test.limits(reliability.interval(0.90)));
    }

    @Test
    void item_statistics_agree() {
        each("corrected_item_total_r", ItemStatistics::correctedItemTotal);
        each("r_drop_psych", ItemStatistics::correctedItemTotal);
        each("r_cor_psych", ItemStatistics::attenuationCorrected);
        each("alpha_if_deleted", ItemStatistics::alphaIfDeleted);
        each("alpha_if_deleted_printed", ItemStatistics::alphaIfDeleted);
    }

    private void each(String expected, Function<ItemStatistics, Estimate> statistic) {
        for (int j = 0; j < ITEMS.length; j++) {
            given.checkMember(
                    expected,
                    ITEMS[j],
                    statistic.apply(reliability.itemStatistics().get(j)).orThrow());
        }
    }

    @Test
    void standard_errors_of_measurement_agree() {
        given.check("sem_sum_score", reliability.standardErrorOfSum().orThrow());
        given.check("sem_mean_score", reliability.standardErrorOfMean().orThrow());
    }

    @Test
    void odd_and_even_halves_agree() {
        SplitHalf halves = SplitHalf.oddEven(answers);

        given.check("odd_even_r", halves.correlation().orThrow());
        given.check("odd_even_spearman_brown", halves.spearmanBrown().orThrow());
        given.check("odd_even_flanagan_rulon", halves.flanaganRulon().orThrow());
    }

    /**
     * {@code split_half_min_beta_cor}, 0.74334, is left out: psych 2.2.9 looks at the first 18 of the 35 ways to split
     * seven items into three and four. The least of all is that of privileges, critical and advance against the rest.
     */
    @Test
    void the_best_half_agrees_and_the_worst_is_the_worst_of_all() {
        SplitHalves halves = SplitHalves.of(answers, ItemScaling.STANDARDIZED);

        given.check("split_half_max_lambda4_cor", halves.greatest().orThrow());
        assertThat(halves.splits()).isEqualTo(35);
        assertThat(halves.least().orThrow()).isCloseTo(0.6750174551167114, within(1e-12));
    }

    @Test
    void omega_and_loadings_by_maximum_likelihood_agree() {
        Omega omega = Omega.of(answers, Extraction.MAXIMUM_LIKELIHOOD);

        given.check("omega_total_1f_ml_raw", omega.modelImplied().orThrow());
        given.check(
                "omega_total_1f_ml_std_model", omega.standardizedModelImplied().orThrow());
        given.check(
                "omega_total_1f_ml_std_observed", omega.standardizedObserved().orThrow());
        for (int j = 0; j < ITEMS.length; j++) {
            given.checkMember(
                    "loadings_1f_ml_std",
                    ITEMS[j],
                    omega.factor().orThrow().loadings().get(j));
        }
    }
}
