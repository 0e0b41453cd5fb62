package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementWeightsTest {

    @Test
    void fall_with_distance_as_their_name_says() {
        assertThat(row(AgreementWeights.identity(1, 2, 5))).containsExactly(1, 0, 0);
        assertThat(row(AgreementWeights.linear(1, 2, 5))).containsExactly(1, 0.75, 0);
        assertThat(row(AgreementWeights.quadratic(1, 2, 5))).containsExactly(1, 0.9375, 0);
        // C(2,2)/C(4,2) = 1/6, C(3,2)/C(4,2) = 3/6, C(4,2)/C(4,2) = 1
        assertThat(row(AgreementWeights.ordinal(1, 2, 5, 9)))
                .containsExactly(new double[] {1, 5 / 6.0, 0.5, 0}, within(1e-15));
        assertThat(row(AgreementWeights.linear(4))).containsExactly(1);
    }

    @Test
    void come_from_disagreements() {
        AgreementWeights weights =
                AgreementWeights.ofDisagreements(new double[][] {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}}, 1, 2, 3);

        assertThat(row(weights)).containsExactly(new double[] {1, 5 / 6.0, 0.5}, within(1e-15));
        assertThat(weights.size()).isEqualTo(3);
        assertThat(weights.category(2)).isEqualTo(3);
    }

    @Test
    void are_values() {
        double[][] own = {{1, 0.5}, {0.5, 1}};
        AgreementWeights weights = AgreementWeights.of(own, 0, 1);
        own[0][1] = 0;

        assertThat(weights.weight(0, 1)).isEqualTo(0.5);
        assertThat(weights).isEqualTo(AgreementWeights.of(new double[][] {{1, 0.5}, {0.5, 1}}, 0, 1));
        assertThat(weights).hasSameHashCodeAs(AgreementWeights.of(new double[][] {{1, 0.5}, {0.5, 1}}, 0, 1));
        assertThat(weights).isNotEqualTo(AgreementWeights.identity(0, 1));
        assertThat(weights).hasToString("weights of [0.0, 1.0]: [[1.0, 0.5], [0.5, 1.0]]");
    }

    @Test
    void categories_can_be_read_off_the_data() {
        assertThat(AgreementWeights.valuesIn(new double[][] {{3, Double.NaN}, {-0.0, 0.0}, {1, 3}}))
                .containsExactly(0, 1, 3);
    }

    @Test
    void refuse_what_makes_no_sense() {
        assertThatThrownBy(AgreementWeights::identity).hasMessage("Raters need at least one category to choose from.");
        assertThatThrownBy(() -> AgreementWeights.linear(1, 1))
                .hasMessage("Categories are finite rising numbers, not [1.0, 1.0].");
        assertThatThrownBy(() -> AgreementWeights.linear(1, Double.NaN))
                .hasMessage("Categories are finite rising numbers, not [1.0, NaN].");
        assertThatThrownBy(() -> AgreementWeights.of(new double[][] {{1, 0}, {0.5, 1}}, 1, 2))
                .hasMessage(
                        "The agreement weight of categories 1.0 and 2.0 is 0.0: weights lie from 0 to 1, are 1 on the"
                                + " diagonal and the same both ways round.");
        assertThatThrownBy(() -> AgreementWeights.of(new double[][] {{1, 0}}, 1, 2))
                .hasMessage("A table of weights for 2 categories has 2 rows of 2 cells; this one does not.");
        assertThatThrownBy(() -> AgreementWeights.ofDisagreements(new double[][] {{0, -1}, {-1, 0}}, 1, 2))
                .hasMessage(
                        "The disagreement weight of categories 1.0 and 2.0 is -1.0: weights are finite, at least 0, 0"
                                + " on the diagonal and the same both ways round.");
        assertThatThrownBy(() -> AgreementWeights.ofDisagreements(new double[2][2], 1, 2))
                .hasMessage("All disagreement weights are 0: at least two categories must differ for raters to"
                        + " disagree.");
    }

    private static double[] row(AgreementWeights weights) {
        double[] row = new double[weights.size()];
        for (int j = 0; j < row.length; j++) {
            row[j] = weights.weight(0, j);
        }
        return row;
    }
}
