package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.stats.SeededRandom;

class GradedModelTest {

    private static final double NONE = Double.NaN;
    private static final GradedItem ITEM = new GradedItem(0, List.of(1.0, 2.0, 3.0), 1.5, List.of(1.0, -0.5));
    private static final GradedItem OTHER = new GradedItem(2, List.of(0.0, 1.0), 0.9, List.of(0.3));
    private static final GradedModel MODEL = new GradedModel(List.of(ITEM, OTHER), Quadrature.DEFAULT);

    @Test
    void probabilities_are_differences_of_logistic_curves() {
        double theta = 0.4;
        double first = 1 / (1 + Math.exp(-(1.5 * theta + 1)));
        double second = 1 / (1 + Math.exp(-(1.5 * theta - 0.5)));

        double[] probabilities = ITEM.probabilities(theta);

        assertThat(probabilities[0]).isCloseTo(1 - first, within(1e-15));
        assertThat(probabilities[1]).isCloseTo(first - second, within(1e-15));
        assertThat(probabilities[2]).isCloseTo(second, within(1e-15));
        assertThat(ITEM.thresholds()).containsExactly(-1 / 1.5, 0.5 / 1.5);
        assertThat(ITEM.expected(theta))
                .isCloseTo(probabilities[0] + 2 * probabilities[1] + 3 * probabilities[2], within(1e-15));
    }

    @Test
    void probabilities_stay_above_0_and_sum_to_1_at_any_ability() {
        SeededRandom random = SeededRandom.of(31);
        for (int i = 0; i < 200; i++) {
            GradedItem item = Simulated.items(random, 1, 2 + random.nextInt(6)).get(0);
            double theta = 400 * (random.nextDouble() - 0.5);
            double[] probabilities = item.probabilities(theta);
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(probabilities).min().orElseThrow()).isPositive();
            assertThat(item.information(theta)).isBetween(0.0, item.slope() * item.slope());
        }
    }

    @Test
    void the_probability_of_a_narrow_category_keeps_its_digits() {
        GradedItem narrow = new GradedItem(0, List.of(0.0, 1.0, 2.0), 1, List.of(1e-12, 0.0));

        assertThat(narrow.probabilities(0)[1]).isCloseTo(2.5e-13, within(1e-24));
        assertThat(narrow.probabilities(-30)[1]).isCloseTo(1e-12 * Math.exp(-30), within(1e-36));
    }

    @Test
    void information_is_the_mean_fall_of_the_slope_of_the_log_likelihood() {
        for (double theta = -3; theta <= 3; theta += 0.5) {
            double[] probabilities = ITEM.probabilities(theta);
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum -= probabilities[k] * ITEM.logCurve(k, theta)[1];
            }
            assertThat(ITEM.information(theta)).isCloseTo(sum, within(1e-12));
        }
        double p = OTHER.probabilities(1)[1];
        assertThat(OTHER.information(1)).isCloseTo(0.81 * p * (1 - p), within(1e-14));
        assertThat(MODEL.information(1)).isEqualTo(ITEM.information(1) + OTHER.information(1));
    }

    @Test
    void the_likeliest_ability_is_where_the_posterior_is_flat() {
        double[] row = {3, NONE, 0};
        Ability.Placed map = MODEL.map(row).orThrow();

        double slope = ITEM.logCurve(2, map.theta())[0] + OTHER.logCurve(0, map.theta())[0] - map.theta();
        double bend = ITEM.logCurve(2, map.theta())[1] + OTHER.logCurve(0, map.theta())[1] - 1;
        assertThat(slope).isCloseTo(0, within(1e-9));
        assertThat(map.error()).isCloseTo(Math.sqrt(-1 / bend), within(1e-9));
        assertThat(map.answers()).isEqualTo(2);
    }

    @Test
    void better_answers_never_lower_an_ability() {
        SeededRandom random = SeededRandom.of(33);
        GradedModel model = new GradedModel(Simulated.items(random, 8, 5), Quadrature.DEFAULT);
        for (int round = 0; round < 100; round++) {
            double[] row = new double[8];
            Arrays.setAll(row, i -> 1 + random.nextInt(5));
            int raised = random.nextInt(8);
            double[] better = row.clone();
            better[raised] = Math.min(5, better[raised] + 1);
            assertThat(model.eap(better).orThrow().theta())
                    .isGreaterThanOrEqualTo(model.eap(row).orThrow().theta());
            assertThat(model.map(better).orThrow().theta())
                    .isGreaterThanOrEqualTo(model.map(row).orThrow().theta() - 1e-9);
        }
    }

    @Test
    void a_row_without_an_answer_has_no_ability() {
        double[] row = {NONE, 1, NONE};

        assertThatThrownBy(() -> MODEL.eap(row).orThrow()).hasMessage("Nothing that the model knows was answered.");
        assertThat(MODEL.map(row)).isEqualTo(MODEL.eap(row));
        assertThat(MODEL.eap(new double[][] {row, {1, NONE, NONE}}).get(1)).isInstanceOf(Ability.Placed.class);
    }

    @Test
    void an_answer_that_the_model_does_not_know_leaves_no_ability() {
        double[] row = {7, NONE, 1};

        assertThatThrownBy(() -> MODEL.eap(row).orThrow())
                .hasMessage("Column 0: answer 7.0 is not one that the model knows.");
        assertThat(MODEL.map(row)).isEqualTo(MODEL.eap(row));
    }

    @Test
    void reliability_needs_two_abilities() {
        assertThatThrownBy(() -> GradedModel.empiricalReliability(List.of(new Ability.Placed(1, 0.5, 3)))
                        .orThrow())
                .hasMessage("A reliability needs at least two abilities.");
        assertThat(GradedModel.empiricalReliability(
                        List.of(new Ability.Placed(1, 0.5, 3), new Ability.Placed(-1, 0.5, 3))))
                .isEqualTo(Estimate.of(2 / 2.25, 2));
    }

    @Test
    void a_flat_item_has_no_thresholds() {
        GradedItem flat = new GradedItem(4, List.of(0.0, 1.0), 0, List.of(0.0));

        assertThatThrownBy(flat::thresholds)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The item of column 4 has slope 0 and no thresholds.");
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> MODEL.eap(new double[] {1, 1}))
                .hasMessage("The row of answers has 2 columns; the model has an item of column 2.");
        assertThatThrownBy(() -> ITEM.information(NONE)).hasMessage("An ability is a finite number, not NaN.");
        assertThatThrownBy(() -> new GradedModel(List.of(), Quadrature.DEFAULT))
                .hasMessage("An item response model has at least one item, not none.");
        assertThatThrownBy(() -> new GradedItem(1, List.of(1.0), 1, List.of()))
                .hasMessage("The item of column 1 needs at least two categories and one intercept less, not 1 and 0.");
        assertThatThrownBy(() -> new GradedItem(1, List.of(1.0, 2.0, 3.0), 1, List.of(0.0, 0.0)))
                .hasMessage("The item of column 1 needs a finite slope, rising categories and falling intercepts, not"
                        + " 1.0, [1.0, 2.0, 3.0] and [0.0, 0.0].");
        assertThatThrownBy(() -> new Ability.Placed(NONE, 1, 2))
                .hasMessage("An ability is a finite number with an error and answers, not NaN with 1.0 from 2.");
        assertThatThrownBy(() -> new LeftOut(-1, ((Ability.NotPlaced) MODEL.eap(new double[] {NONE, 1, NONE})).why()))
                .hasMessage("Columns and rows are counted from 0, not -1.");
    }
}
