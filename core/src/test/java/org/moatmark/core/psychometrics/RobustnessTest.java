package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.psychometrics.RankAcceptability.CentralWeights;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.IndexRule;

class RobustnessTest {

    private static final IndexRule ARITHMETIC = new IndexRule(new Aggregation.Arithmetic(), 1);
    private static final IndexRule GEOMETRIC = new IndexRule(new Aggregation.Geometric(), 1);

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void two_alternatives_split_the_weights_where_their_scores_cross() {
        double[][] values = {{1, 0}, {0, 3}};

        RankAcceptability ranks = RankAcceptability.anyWeights(values, 1, 200_000);

        assertThat(ranks.shares().get(0).get(0)).as("first where w > 3/4").isCloseTo(0.25, within(0.005));
        CentralWeights.Favourable central =
                (CentralWeights.Favourable) ranks.central().get(0);
        assertThat(central.weights().get(0)).isCloseTo(0.875, within(0.002));
        assertThat(central.confidence()).isEqualTo(1);
    }

    @Test
    void a_dominated_alternative_is_never_first() {
        RankAcceptability ranks = RankAcceptability.anyWeights(new double[][] {{2, 3}, {1, 2}}, 1, 1000);

        assertThat(ranks.shares()).containsExactly(List.of(1.0, 0.0), List.of(0.0, 1.0));
        assertThat(ranks.central().get(1)).isEqualTo(new CentralWeights.NeverFirst());
    }

    @Test
    void equal_alternatives_share_their_ranks() {
        RankAcceptability ranks = RankAcceptability.anyWeights(new double[][] {{2, 2}, {2, 2}, {1, 1}}, 1, 100);

        assertThat(ranks.shares())
                .containsExactly(List.of(0.5, 0.5, 0.0), List.of(0.5, 0.5, 0.0), List.of(0.0, 0.0, 1.0));
    }

    @Test
    void uncertain_values_lower_the_confidence() {
        RankAcceptability.Values uncertain =
                random -> new double[][] {{random.nextGaussian(), 0}, {0, random.nextGaussian()}};

        RankAcceptability ranks = RankAcceptability.anyWeights(uncertain, 7, 20_000);

        assertThat(ranks.shares().get(0).get(0)).isCloseTo(0.5, within(0.02));
        CentralWeights.Favourable central =
                (CentralWeights.Favourable) ranks.central().get(0);
        assertThat(central.confidence()).isCloseTo(0.5, within(0.02));
        assertThat(ranks).isEqualTo(RankAcceptability.anyWeights(uncertain, 7, 20_000));
    }

    @Test
    void weights_around_the_given_ones_move_ranks_only_where_scores_are_near() {
        double[][] scores = {{80, 40, 60}, {40, 80, 59}, {10, 10, 10}};

        WeightRobustness robust = WeightRobustness.of(scores, new double[] {1, 1, 1}, ARITHMETIC, 0.3, 1, 4000);

        assertThat(robust.companies())
                .extracting(WeightRobustness.Company::rank)
                .containsExactly(1, 2, 3);
        assertThat(robust.companies().get(2).ranks()).containsExactly(0.0, 0.0, 1.0);
        assertThat(robust.companies().get(2).low()).isEqualTo(10, within(1e-12));
        assertThat(robust.sameWinner()).isBetween(0.5, 0.6);
        assertThat(robust.beats().get(0).get(1)).isEqualTo(robust.sameWinner());
        assertThat(robust.beats().get(0).get(0)).isEqualTo(0.5);
        assertThat(robust.companies().get(0).low()).isLessThan(60);
        assertThat(robust.companies().get(0).high()).isGreaterThan(60);
        for (int rank = 0; rank < 3; rank++) {
            int r = rank;
            assertThat(robust.companies().stream()
                            .mapToDouble(c -> c.ranks().get(r))
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(sum(robust.companies().get(0).ranks())).isCloseTo(1, within(1e-12));
        assertThat(robust).isEqualTo(WeightRobustness.of(scores, new double[] {1, 1, 1}, ARITHMETIC, 0.3, 1, 4000));
    }

    @Test
    void a_geometric_index_can_have_another_winner() {
        double[][] scores = {{100, 1}, {50, 50}};
        double[] weights = {1.1, 1};

        assertThat(WeightRobustness.of(scores, weights, ARITHMETIC, 0.01, 1, 10)
                        .companies()
                        .get(0)
                        .rank())
                .isEqualTo(1);
        assertThat(WeightRobustness.of(scores, weights, GEOMETRIC, 0.01, 1, 10)
                        .companies()
                        .get(0)
                        .rank())
                .isEqualTo(2);
    }

    @Test
    void one_dimension_leaves_nothing_to_weigh() {
        WeightRobustness robust =
                WeightRobustness.of(new double[][] {{70}, {30}}, new double[] {1}, ARITHMETIC, 0.3, 1, 50);

        assertThat(robust.sameWinner()).isEqualTo(1);
        assertThat(robust.companies().get(0).low()).isEqualTo(70);
    }

    @Test
    void an_additive_model_has_equal_first_and_total_indices() {
        List<SobolIndices.Range> inputs =
                List.of(new SobolIndices.Range(0, 1), new SobolIndices.Range(0, 2), new SobolIndices.Range(-1, 1));

        SobolDecomposition exact = SobolDecomposition.of(x -> x[0] + x[1], inputs, 4);
        SobolIndices drawn = SobolSampling.even(x -> x[0] + x[1], inputs, 12);

        assertThat(exact.indices().first().get(0).orThrow()).isCloseTo(0.2, within(1e-13));
        assertThat(exact.indices().total().get(1).orThrow()).isCloseTo(0.8, within(1e-13));
        assertThat(exact.indices().total().get(2).orThrow()).isCloseTo(0, within(1e-13));
        assertThat(exact.indices().mean()).isCloseTo(1.5, within(1e-13));
        assertThat(drawn.first().get(1).orThrow()).isCloseTo(0.8, within(1e-3));
        assertThat(drawn.total().get(2).orThrow()).isZero();
    }

    @Test
    void a_product_interacts() {
        List<SobolIndices.Range> inputs = List.of(new SobolIndices.Range(-1, 1), new SobolIndices.Range(-1, 1));

        SobolDecomposition exact = SobolDecomposition.of(x -> x[0] * x[1], inputs, 3);

        assertThat(exact.indices().first().get(0).orThrow()).isCloseTo(0, within(1e-14));
        assertThat(exact.indices().total().get(0).orThrow()).isCloseTo(1, within(1e-14));
        assertThat(exact.pairs().get(1).get(0)).isCloseTo(1, within(1e-14));
    }

    @Test
    void a_constant_result_has_no_indices() {
        List<SobolIndices.Range> inputs = List.of(new SobolIndices.Range(0, 1));

        for (SobolIndices indices : List.of(
                SobolSampling.even(x -> 0.1, inputs, 5),
                SobolSampling.random(x -> 0.1, inputs, 5, 1),
                SobolDecomposition.of(x -> 0.1, inputs, 5).indices())) {
            assertThatThrownBy(() -> indices.first().get(0).orThrow())
                    .hasMessage("The result is the same whatever the inputs are.");
            assertThat(indices.total().get(0).number()).isEmpty();
        }
    }

    @Test
    void callers_mistakes_are_named() {
        double[][] scores = {{50, 60}};
        double[] weights = {1, 1};
        assertThatThrownBy(() ->
                        WeightRobustness.of(scores, weights, new IndexRule(new Aggregation.Minimum(), 1), 0.3, 1, 10))
                .hasMessage("Weights play no part in the aggregation 'minimum'; arithmetic or geometric was expected.");
        assertThatThrownBy(() -> WeightRobustness.of(scores, new double[] {1}, ARITHMETIC, 0.3, 1, 10))
                .hasMessage("Company 0 has 2 scores for 1 weights.");
        assertThatThrownBy(() -> WeightRobustness.of(new double[][] {{50, 101}}, weights, ARITHMETIC, 0.3, 1, 10))
                .hasMessage("Company 0: score 101.0 is not in 0-100.");
        assertThatThrownBy(() -> RankAcceptability.of(new double[0][][], new double[0][]))
                .hasMessage("Ranks need as many draws of values as of weights, at least one, not 0 and 0.");
        assertThatThrownBy(() -> RankAcceptability.of(new double[][][] {{{1, 2}, {1}}}, new double[][] {{1, 1}}))
                .hasMessage("Draw 0: alternative 1 has 1 values for 2 criteria.");
        assertThatThrownBy(() -> SobolSampling.even(x -> Double.NaN, List.of(new SobolIndices.Range(0, 1)), 3))
                .hasMessage("The model's result is NaN; a finite number was expected.");
        assertThatThrownBy(() -> new SobolIndices.Range(1, 1))
                .hasMessage("An input varies between two finite numbers, not between 1.0 and 1.0.");
        assertThatThrownBy(() -> SobolDecomposition.of(x -> 1, List.of(), 3))
                .hasMessage("A grid takes at least one input and 2 to 200 points each, up to 50 million in all, not 0"
                        + " inputs with 3 points.");
    }
}
