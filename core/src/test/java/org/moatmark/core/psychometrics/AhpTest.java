package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.psychometrics.AhpPriorities.GroupMean;
import org.moatmark.core.psychometrics.AhpPriorities.Method;
import org.moatmark.core.stats.SeededRandom;

class AhpTest {

    private static final double[][] CONSISTENT = {{1, 2, 6}, {0.5, 1, 3}, {1 / 6.0, 1 / 3.0, 1}};

    private static PairwiseJudgements judgements(double[][] matrix) {
        return PairwiseJudgements.of(matrix).orThrow();
    }

    @Test
    void consistent_judgements_give_their_weights_by_every_method() {
        for (Method method : Method.values()) {
            AhpPriorities priorities = AhpPriorities.of(judgements(CONSISTENT), method);
            assertThat(priorities.weights().get(0)).isCloseTo(0.6, within(1e-12));
            assertThat(priorities.weights().get(2)).isCloseTo(0.1, within(1e-12));
            assertThat(priorities.lambdaMax()).isCloseTo(3, within(1e-12));
            assertThat(priorities.consistencyRatio().orThrow()).isCloseTo(0, within(1e-12));
            assertThat(priorities.isAcceptable()).isTrue();
        }
    }

    @Test
    void the_upper_half_is_enough() {
        assertThat(PairwiseJudgements.ofUpper(3, 2, 6, 3).over(2, 0)).isEqualTo(1 / 6.0);
        assertThat(AhpPriorities.of(PairwiseJudgements.ofUpper(3, 2, 6, 3))
                        .weights()
                        .get(1))
                .isCloseTo(0.3, within(1e-12));
    }

    @Test
    void judgements_that_run_in_a_circle_are_inconsistent_and_weigh_the_same() {
        AhpPriorities priorities = AhpPriorities.of(PairwiseJudgements.ofUpper(3, 9, 1 / 9.0, 9));

        assertThat(priorities.weights()).allSatisfy(weight -> assertThat(weight).isCloseTo(1 / 3.0, within(1e-12)));
        assertThat(priorities.lambdaMax()).isCloseTo(1 + 9 + 1 / 9.0, within(1e-12));
        assertThat(priorities.isAcceptable()).isFalse();
        AhpPriorities wild = AhpPriorities.of(PairwiseJudgements.ofUpper(3, 1e6, 1e-6, 1e6));
        assertThat(wild.weights().get(1)).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void weights_and_eigenvalue_solve_their_equation() {
        SeededRandom random = SeededRandom.of(4);
        for (int round = 0; round < 50; round++) {
            int n = 2 + random.nextInt(9);
            double[] upper = new double[n * (n - 1) / 2];
            for (int i = 0; i < upper.length; i++) {
                upper[i] = Math.exp(4 * (random.nextDouble() - 0.5));
            }
            PairwiseJudgements judgements = PairwiseJudgements.ofUpper(n, upper);
            AhpPriorities priorities = AhpPriorities.of(judgements);
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += judgements.over(i, j) * priorities.weights().get(j);
                }
                assertThat(sum)
                        .isCloseTo(priorities.lambdaMax() * priorities.weights().get(i), within(1e-11));
            }
            assertThat(priorities.lambdaMax()).isGreaterThanOrEqualTo(n - 1e-9);
        }
    }

    @Test
    void few_and_many_things() {
        AhpPriorities one = AhpPriorities.of(PairwiseJudgements.ofUpper(1));
        AhpPriorities two = AhpPriorities.of(PairwiseJudgements.ofUpper(2, 4));
        AhpPriorities sixteen = AhpPriorities.of(PairwiseJudgements.ofUpper(
                16, DoubleStream.generate(() -> 1).limit(120).toArray()));

        assertThat(one.weights()).containsExactly(1.0);
        assertThat(one.isAcceptable()).isTrue();
        assertThatThrownBy(() -> one.consistencyRatio().orThrow())
                .hasMessage("One thing alone is compared with nothing.");
        assertThat(two.weights().get(0)).isCloseTo(0.8, within(1e-14));
        assertThat(two.consistencyRatio()).isEqualTo(Estimate.of(0, 2));
        assertThat(sixteen.consistencyIndex().orThrow()).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> sixteen.consistencyRatio().orThrow())
                .hasMessage("The random index is known for up to 15 things; there are 16.");
    }

    @Test
    void judgements_of_a_group_meet_in_the_geometric_mean() {
        PairwiseJudgements one = PairwiseJudgements.ofUpper(2, 9);
        PairwiseJudgements other = PairwiseJudgements.ofUpper(2, 1 / 9.0);

        assertThat(PairwiseJudgements.ofGroup(List.of(one, other), List.of(1.0, 1.0))
                        .over(0, 1))
                .isCloseTo(1, within(1e-15));
        assertThat(PairwiseJudgements.ofGroup(List.of(one, other), List.of(3.0, 1.0))
                        .over(0, 1))
                .isCloseTo(3, within(1e-14));
    }

    @Test
    void priorities_of_a_group_meet_in_either_mean() {
        AhpPriorities one = AhpPriorities.of(PairwiseJudgements.ofUpper(2, 9));
        AhpPriorities other = AhpPriorities.of(PairwiseJudgements.ofUpper(2, 1));

        assertThat(AhpPriorities.ofGroup(List.of(one, other), List.of(1.0, 1.0), GroupMean.ARITHMETIC)
                        .get(0))
                .isCloseTo(0.7, within(1e-14));
        assertThat(AhpPriorities.ofGroup(List.of(one, other), List.of(1.0, 1.0), GroupMean.GEOMETRIC)
                        .get(0))
                .isCloseTo(0.75, within(1e-14));
    }

    @Test
    void the_worst_judgement_is_named() {
        PairwiseJudgements judgements = PairwiseJudgements.ofUpper(4, 2, 4, 1 / 8.0, 2, 4, 2);

        AhpPriorities.Mismatch worst = AhpPriorities.of(judgements).worst(judgements);

        assertThat(worst.one()).isZero();
        assertThat(worst.other()).isEqualTo(3);
        assertThat(worst.given()).isEqualTo(0.125);
        assertThat(worst.implied()).isGreaterThan(0.5);
    }

    @Test
    void ideal_scaling_keeps_the_order_when_a_copy_joins() {
        List<Double> criteria = List.of(1.0, 1.0, 1.0);
        List<List<Double>> three = List.of(List.of(1.0, 9.0, 1.0), List.of(9.0, 1.0, 1.0), List.of(8.0, 9.0, 1.0));
        List<List<Double>> four =
                List.of(List.of(1.0, 9.0, 1.0, 9.0), List.of(9.0, 1.0, 1.0, 1.0), List.of(8.0, 9.0, 1.0, 9.0));

        List<Double> before = AhpSynthesis.of(criteria, three, AhpSynthesis.Scaling.DISTRIBUTIVE);
        List<Double> after = AhpSynthesis.of(criteria, four, AhpSynthesis.Scaling.DISTRIBUTIVE);
        List<Double> ideal = AhpSynthesis.of(criteria, four, AhpSynthesis.Scaling.IDEAL);

        assertThat(before.get(1)).isGreaterThan(before.get(0));
        assertThat(after.get(1)).as("the well-known rank reversal").isLessThan(after.get(0));
        assertThat(ideal.get(1)).isGreaterThan(ideal.get(0));
        assertThat(ideal.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-14));
    }

    @Test
    void every_wrong_cell_is_named() {
        double[][] wrong = {{1, 3, -2}, {0.5, 1, 1}, {1, 1, 2}};

        List<Issue> issues = PairwiseJudgements.of(wrong).issues();

        assertThat(issues).extracting(Issue::path).containsExactly("/0/2", "/1/0", "/2/2");
        assertThat(issues.get(0).message().en()).isEqualTo("Row 0, column 2: -2.0 is not a judgement.");
        assertThat(issues.get(1).message().en())
                .isEqualTo("Row 1 over column 0 is 0.5, but the other way round it is 3.0; the one must be 1 divided by"
                        + " the other.");
        assertThat(issues.get(1).message().ja()).isEqualTo("行1対列0は0.5ですが、逆の比較は3.0です。一方は他方の逆数でなければなりません。");
        assertThat(issues.get(2).message().en()).isEqualTo("Row 2 compared with itself is 2.0; 1 was expected.");
    }

    @Test
    void a_matrix_is_square() {
        assertThat(PairwiseJudgements.of(new double[][] {{1, 2}, {0.5}})
                        .issues()
                        .get(0)
                        .message()
                        .en())
                .isEqualTo("Row 1 has 1 judgements; 2 were expected.");
        assertThat(PairwiseJudgements.of(new double[0][])
                        .issues()
                        .get(0)
                        .message()
                        .en())
                .isEqualTo("There is nothing to compare.");
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> PairwiseJudgements.ofUpper(3, 1, 2))
                .hasMessage("Comparing 3 things takes 3 judgements, not 2.");
        assertThatThrownBy(() -> PairwiseJudgements.ofUpper(2, 0))
                .hasMessage("A judgement is a number above 0, such as 3 or 1/3, not 0.0.");
        assertThatThrownBy(() -> PairwiseJudgements.ofGroup(List.of(), List.of()))
                .hasMessage("A group has members and one weight each, not 0 members and 0 weights.");
        assertThatThrownBy(() -> PairwiseJudgements.ofGroup(
                        List.of(PairwiseJudgements.ofUpper(2, 1), PairwiseJudgements.ofUpper(3, 1, 1, 1)),
                        List.of(1.0, 1.0)))
                .hasMessage("Member 1 of the group compares 3 things; the first compares 2.");
        assertThatThrownBy(() -> AhpSynthesis.of(List.of(1.0), List.of(List.of(0.0, 0.0)), AhpSynthesis.Scaling.IDEAL))
                .hasMessage("The priorities under criterion 0 are all 0.");
        assertThatThrownBy(() -> AhpSynthesis.of(List.of(1.0), List.of(), AhpSynthesis.Scaling.IDEAL))
                .hasMessage("There are 1 criteria and priorities under 0; as many were expected.");
    }
}
