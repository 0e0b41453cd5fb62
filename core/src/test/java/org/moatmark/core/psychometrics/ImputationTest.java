package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.moatmark.core.stats.SeededRandom;

class ImputationTest {

    private static final double NONE = Double.NaN;

    @Test
    void what_is_given_stays_and_what_is_replaced_is_known() {
        double[][] answers = {{1, NONE}, {2, 4}, {NONE, NONE}};

        Imputed imputed = Imputation.twoWay(answers, 1, 5);

        assertThat(imputed.values()[0]).containsExactly(1, 1 + 4 - 7 / 3.0);
        assertThat(imputed.values()[1]).containsExactly(2, 4);
        assertThat(imputed.values()[2]).containsExactly(NONE, NONE);
        assertThat(imputed.count()).isEqualTo(1);
        assertThat(imputed.isReplaced(0, 1)).isTrue();
        assertThat(imputed.isReplaced(0, 0)).isFalse();
        assertThat(imputed.isReplaced(2, 0)).isFalse();
        assertThat(imputed.leftOut())
                .extracting(LeftOut::index, out -> out.why().en())
                .containsExactly(tuple(2, "Respondent 2 answered nothing."));
        assertThat(answers[0][1]).isNaN();
        assertThat(Imputed.NOTICE.en()).isEqualTo("Research use only: imputed answers never enter a score.");
    }

    @Test
    void an_item_that_nobody_answered_stays_empty() {
        double[][] answers = {{1, NONE}, {2, NONE}};

        Imputed imputed = Imputation.itemMean(answers);

        assertThat(imputed.count()).isZero();
        assertThat(imputed.leftOut())
                .extracting(LeftOut::index, out -> out.why().en())
                .containsExactly(tuple(1, "Nobody answered column 1."));
        assertThat(Imputation.twoWay(answers, 1, 5).values()[0][1]).isNaN();
    }

    @Test
    void imputed_answers_stay_inside_the_range() {
        double[][] answers = {{5, NONE}, {1, 5}, {1, 5}};

        assertThat(Imputation.twoWay(answers, 1, 5).values()[0][1]).isEqualTo(5);
    }

    @Test
    void two_way_imputation_finds_a_missing_cell_of_an_additive_table_again() {
        SeededRandom random = SeededRandom.of(1);
        double[][] answers = new double[200][6];
        for (int row = 0; row < 200; row++) {
            double person = random.nextGaussian();
            for (int column = 0; column < 6; column++) {
                answers[row][column] = person + column;
            }
        }
        double gone = answers[7][3];
        answers[7][3] = NONE;

        assertThat(Imputation.twoWay(answers, -10, 20).values()[7][3]).isCloseTo(gone, within(0.6));
    }

    @Test
    void complete_answers_come_back_as_they_are() {
        double[][] answers = {{1, 2}, {3, 4}};

        assertThat(Imputation.personMean(answers).values()).isDeepEqualTo(answers);
        assertThat(Imputation.personMean(answers)).isEqualTo(Imputation.twoWay(answers, 1, 5));
        assertThat(Imputation.personMean(new double[0][]).count()).isZero();
    }

    @Test
    void a_scale_with_too_few_answers_has_no_score() {
        HalfRule half = HalfRule.of(new double[] {1, 3, NONE, NONE}, 1, 5);
        HalfRule less = HalfRule.of(new double[] {1, NONE, NONE, NONE}, 1, 5);

        assertThat(half.sum()).isEqualTo(Estimate.of(8, 2));
        assertThat(half.percent()).isEqualTo(Estimate.of(25, 2));
        assertThatThrownBy(() -> less.mean().orThrow()).hasMessage("Only 1 of 4 items are answered.");
        assertThat(HalfRule.of(new double[] {NONE}, 1, 5, 1).mean().number()).isEmpty();
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> Imputation.personMean(new double[][] {{1, 2}, {1}}))
                .hasMessage("Row 1 of the answers has 1 columns; the first has 2.");
        assertThatThrownBy(() -> Imputation.personMean(new double[][] {{1, Double.NEGATIVE_INFINITY}}))
                .hasMessage("Row 0, column 1 of the answers is infinite.");
        assertThatThrownBy(() -> Imputation.twoWay(new double[][] {{1}}, 5, 1))
                .hasMessage("The least possible answer lies below the greatest, not at 5.0 with 1.0.");
        assertThatThrownBy(() -> HalfRule.of(new double[] {7}, 1, 5))
                .hasMessage("Answer 7.0 does not lie between 1.0 and 5.0.");
        assertThatThrownBy(() -> HalfRule.of(new double[] {}, 1, 5))
                .hasMessage("A scale has items, a range and a part from 0 to 1 that may be missing, not 0 items, 1.0 to"
                        + " 5.0 and 0.5.");
    }
}
