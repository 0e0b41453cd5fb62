package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** Concern about the environment: 291 people, six items, three categories (Brook et al. 1991; Rizopoulos 2006). */
class EnvironmentBrook1991Test {

    private static final ReferenceCase ENVIRONMENT = ReferenceCase.of("irt_environment_grm");
    private static final double[][] ANSWERS = ReferenceCase.numbers("irt_environment_grm.csv");

    private static double threshold(GradedItem item, int k) {
        return item.thresholds().get(k);
    }

    @Test
    void free_slopes() {
        ItemResponseFit.Fitted fit = ItemResponse.graded(ANSWERS, Slopes.free()).orThrow();
        GradedModel model = fit.model();
        double[] slopes = model.items().stream().mapToDouble(GradedItem::slope).toArray();
        double[] first =
                model.items().stream().mapToDouble(item -> threshold(item, 0)).toArray();
        double[] second =
                model.items().stream().mapToDouble(item -> threshold(item, 1)).toArray();
        double[][] both = new double[6][];
        for (int i = 0; i < 6; i++) {
            both[i] = new double[] {first[i], second[i]};
        }

        ENVIRONMENT.check("loglik_free_mirt", fit.logLikelihood());
        ENVIRONMENT.check("loglik_free_ltm_21_nodes", fit.logLikelihood());
        ENVIRONMENT.check("a_mirt", slopes);
        ENVIRONMENT.check("b_mirt", both);
        ENVIRONMENT.check("a_ltm_print", slopes);
        ENVIRONMENT.check("b1_ltm_print", first);
        ENVIRONMENT.check("b2_ltm_print", second);
        assertThat(fit.parameters()).isEqualTo(18);
    }

    @Test
    void constrained_slopes() {
        ItemResponseFit.Fitted fit =
                ItemResponse.graded(ANSWERS, Slopes.common()).orThrow();

        ENVIRONMENT.check("loglik_constrained_ltm_21_nodes", fit.logLikelihood());
        assertThat(fit.parameters()).isEqualTo(13);
        assertThat(fit.model().items())
                .extracting(GradedItem::slope)
                .containsOnly(fit.model().items().get(0).slope());
    }
}
