package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.reference.ReferenceCase;

/** Drinks (Saaty 2008) and schools (Saaty 1980, 1987), and a choice of cars in two levels. */
class SaatyAhpTest {

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] weights(PairwiseJudgements judgements, AhpPriorities.Method method) {
        return array(AhpPriorities.of(judgements, method).weights());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahp_drinks", "ahp_school"})
    void priorities_and_consistency(String name) {
        ReferenceCase given = ReferenceCase.of(name);
        PairwiseJudgements judgements =
                PairwiseJudgements.of(ReferenceCase.numbers(name + ".csv")).orThrow();
        AhpPriorities priorities = AhpPriorities.of(judgements);

        given.check("weights", array(priorities.weights()));
        given.check("weights_eigenvector", array(priorities.weights()));
        given.check("weights_geometric_mean", weights(judgements, AhpPriorities.Method.GEOMETRIC_MEAN));
        given.check("weights_normalised_columns", weights(judgements, AhpPriorities.Method.NORMALISED_COLUMNS));
        given.check("lambda_max", priorities.lambdaMax());
        given.check("CI", priorities.consistencyIndex().orThrow());
        given.check("CR", priorities.consistencyRatio().orThrow());
        assertThat(priorities.isAcceptable()).isEqualTo(name.equals("ahp_drinks"));
    }

    @Test
    void synthesis_of_two_levels() {
        ReferenceCase cars = ReferenceCase.of("ahp_cars");
        AhpPriorities criteria = AhpPriorities.of(matrix("criteria"));
        List<List<Double>> alternatives = new ArrayList<>();
        for (String criterion : List.of("style", "reliability", "fuel")) {
            alternatives.add(AhpPriorities.of(matrix(criterion)).weights());
        }

        double[] overall = array(AhpSynthesis.of(criteria.weights(), alternatives, AhpSynthesis.Scaling.DISTRIBUTIVE));

        cars.check("criteria_weights", array(criteria.weights()));
        cars.check("overall", overall);
        cars.check("overall_eigen", overall);
    }

    private static PairwiseJudgements matrix(String name) {
        List<List<String>> cells = ReferenceCase.table("ahp_cars.csv").stream()
                .filter(row -> row.get(0).equals(name))
                .toList();
        int n = (int) Math.round(Math.sqrt(cells.size()));
        double[][] matrix = new double[n][n];
        for (List<String> cell : cells) {
            matrix[Integer.parseInt(cell.get(1)) - 1][Integer.parseInt(cell.get(2)) - 1] =
                    Double.parseDouble(cell.get(3));
        }
        return PairwiseJudgements.of(matrix).orThrow();
    }
}
