package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** LSAT section 6: 1,000 people, five items right or wrong (Bock and Lieberman 1970; Bock and Aitkin 1981). */
class LsatBockLieberman1970Test {

    private static final ReferenceCase LSAT = ReferenceCase.of("irt_lsat6");
    private static final String SCORES = "irt_lsat6_expected_scores.csv";

    private static double[][] answers;

    @BeforeAll
    static void everybody_answers() {
        List<double[]> rows = new ArrayList<>();
        for (double[] pattern : ReferenceCase.numbers("irt_lsat6_patterns.csv")) {
            for (int i = 0; i < pattern[5]; i++) {
                rows.add(new double[] {pattern[0], pattern[1], pattern[2], pattern[3], pattern[4]});
            }
        }
        answers = rows.toArray(double[][]::new);
    }

    private static ItemResponseFit.Fitted rasch(Slopes slopes) {
        return ItemResponse.dichotomous(answers, slopes, FitSettings.DEFAULT).orThrow();
    }

    private static double[] difficulties(ItemResponseFit.Fitted fit) {
        return fit.model().items().stream()
                .mapToDouble(item -> item.thresholds().get(0))
                .toArray();
    }

    private static double[] slopes(ItemResponseFit.Fitted fit) {
        return fit.model().items().stream().mapToDouble(GradedItem::slope).toArray();
    }

    private static double[] intercepts(ItemResponseFit.Fitted fit) {
        return fit.model().items().stream()
                .mapToDouble(item -> item.intercepts().get(0))
                .toArray();
    }

    @Test
    void rasch_with_slope_one_by_marginal_likelihood() {
        ItemResponseFit.Fitted fit = rasch(Slopes.fixed(1));

        LSAT.check("rasch_a1_difficulty", difficulties(fit));
        LSAT.check("rasch_a1_loglik", fit.logLikelihood());
        assertThat(fit.parameters()).isEqualTo(5);
        assertThat(fit.errors().get(0).slope()).isInstanceOf(Estimate.NotComputable.class);
    }

    @Test
    void rasch_with_a_common_slope_by_marginal_likelihood() {
        ItemResponseFit.Fitted fit = rasch(Slopes.common());

        LSAT.check("rasch_common_a", slopes(fit)[0]);
        LSAT.check("rasch_common_difficulty", difficulties(fit));
        LSAT.check("rasch_common_loglik", fit.logLikelihood());
        LSAT.check("rasch_common_AIC", fit.aic());
        LSAT.checkMember("rasch_mml_var_form", "d", intercepts(fit));
        LSAT.checkMember("rasch_mml_var_form", "latent_variance", slopes(fit)[0] * slopes(fit)[0]);
    }

    @Test
    void two_parameter_model() {
        ItemResponseFit.Fitted fit = ItemResponse.twoParameter(answers).orThrow();

        LSAT.check("2pl_loglik", fit.logLikelihood());
        LSAT.check("2pl_loglik_full", fit.logLikelihood());
        LSAT.check("2pl_a", slopes(fit));
        LSAT.check("2pl_b", difficulties(fit));
        LSAT.check("2pl_a_full", slopes(fit));
        LSAT.check("2pl_b_full", difficulties(fit));
        LSAT.check("2pl_d_full", intercepts(fit));
        LSAT.check(
                "2pl_se_a_b",
                fit.errors().stream()
                        .map(error -> new double[] {
                            error.slope().orThrow(), error.thresholds().get(0).orThrow()
                        })
                        .toArray(double[][]::new));
        assertThat(fit.respondents()).isEqualTo(1000);
        assertThat(fit.convergence().iterations()).isLessThan(60);
    }

    @Test
    void scores_of_every_pattern() {
        GradedModel model = ItemResponse.twoParameter(answers).orThrow().model();
        double[][] patterns = ReferenceCase.numbers(SCORES, "Item1", "Item2", "Item3", "Item4", "Item5");
        double[][] ours = new double[patterns.length][];
        for (int p = 0; p < patterns.length; p++) {
            Ability.Placed eap = model.eap(patterns[p]).orThrow();
            Ability.Placed map = model.map(patterns[p]).orThrow();
            ours[p] = new double[] {eap.theta(), eap.error(), map.theta(), map.error()};
        }

        LSAT.check("eap_map_scores", ReferenceCase.numbers(SCORES, "eap", "eap_se", "map", "map_se"), ours);
    }

    @Test
    void rasch_by_conditional_likelihood() {
        RaschFit.Fitted fit = RaschConditional.dichotomous(answers).orThrow();

        LSAT.check(
                "rasch_cml_difficulty_sum0",
                fit.items().stream().mapToDouble(RaschItem::difficulty).toArray());
        LSAT.check("rasch_cml_loglik", fit.logLikelihood());
        assertThat(fit.respondents()).as("neither all wrong nor all right").isEqualTo(699);
    }

    @Test
    void alpha() {
        LSAT.check("alpha_lsat", ScaleReliability.of(answers).alpha().orThrow());
    }
}
