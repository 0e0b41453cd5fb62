package org.moatmark.core.psychometrics;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Attitudes to science: 392 people, four items, four categories (Karlheinz and Melich 1992; Chalmers 2012). */
class ScienceKarlheinzMelich1992Test {

    private static final ReferenceCase SCIENCE = ReferenceCase.of("irt_science_grm");
    private static final double[][] ANSWERS = ReferenceCase.numbers("irt_science_grm.csv");
    private static final String SCORES = "irt_science_grm_expected_scores.csv";
    private static final double[] ABILITIES = {-2, -1, 0, 1, 2};

    private static ItemResponseFit.Fitted fit;

    @BeforeAll
    static void fit() {
        fit = ItemResponse.graded(ANSWERS, Slopes.free()).orThrow();
    }

    private static double[] perItem(ToDoubleFunction<GradedItem> what) {
        return fit.model().items().stream().mapToDouble(what).toArray();
    }

    private static double[][] lists(Function<GradedItem, List<Double>> what) {
        return fit.model().items().stream()
                .map(item -> what.apply(item).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void parameters() {
        SCIENCE.check("grm_loglik", fit.logLikelihood());
        SCIENCE.check("grm_loglik_full", fit.logLikelihood());
        SCIENCE.check("grm_loglik_ltm", fit.logLikelihood());
        SCIENCE.check("grm_a", perItem(GradedItem::slope));
        SCIENCE.check("grm_a_full", perItem(GradedItem::slope));
        SCIENCE.check("grm_d1", perItem(item -> item.intercepts().get(0)));
        SCIENCE.check("grm_d2", perItem(item -> item.intercepts().get(1)));
        SCIENCE.check("grm_d3", perItem(item -> item.intercepts().get(2)));
        SCIENCE.check("grm_d_full", lists(GradedItem::intercepts));
        SCIENCE.check("grm_b_full", lists(GradedItem::thresholds));
    }

    @Test
    void what_the_test_can_tell() {
        double[] information = new double[ABILITIES.length];
        double[] expected = new double[ABILITIES.length];
        for (int i = 0; i < ABILITIES.length; i++) {
            information[i] = fit.model().information(ABILITIES[i]);
            expected[i] = fit.model().expectedSum(ABILITIES[i]);
        }

        SCIENCE.check("test_information_at_-2..2", information);
        SCIENCE.check("expected_total_score_at_-2..2", expected);
        SCIENCE.check("marginal_reliability", fit.model().marginalReliability());
        SCIENCE.check(
                "empirical_reliability_eap",
                GradedModel.empiricalReliability(fit.model().eap(ANSWERS)).orThrow());
    }

    @Test
    void scores_with_and_without_missing_answers() {
        double[][] rows = ReferenceCase.numbers(SCORES, "Comfort", "Work", "Future", "Benefit");
        double[][] ours = fit.model().eap(rows).stream()
                .map(Ability::orThrow)
                .map(ability -> new double[] {ability.theta(), ability.error()})
                .toArray(double[][]::new);

        SCIENCE.check("eap_scores", ReferenceCase.numbers(SCORES, "eap", "eap_se"), ours);
    }
}
