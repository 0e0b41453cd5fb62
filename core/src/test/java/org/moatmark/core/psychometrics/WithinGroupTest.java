package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Agreement within one group beyond the soldiers: by hand, at the ends of the scale, with cells missing. */
class WithinGroupTest {

    private static final double NA = Double.NaN;

    private static final NullDistribution UNIFORM = NullDistribution.uniform(5);

    private static final String TOO_FEW = "Agreement within a group needs at least two raters who answered every item.";

    @Test
    void is_worked_by_hand() {
        // Variances 1 and 0, mean 0.5; 1 - 0.5/2 = 0.75; two items: 1.5 / 1.75.
        double[][] ratings = {{2, 4}, {3, 4}, {4, 4}};

        assertThat(WithinGroup.meanVariance(ratings)).isEqualTo(Estimate.of(0.5, 3));
        assertThat(WithinGroup.rwgStar(ratings, UNIFORM).orThrow()).isEqualTo(0.75);
        assertThat(WithinGroup.rwg(ratings, UNIFORM).orThrow()).isCloseTo(1.5 / 1.75, within(1e-15));
        assertThat(WithinGroup.adMean(ratings).orThrow()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(WithinGroup.adMedian(ratings).orThrow()).isCloseTo(1 / 3.0, within(1e-15));
        // Item 1: 1 - 2 * 1 / (2 * 2 * 3/2)
        assertThat(WithinGroup.awgOfItems(ratings, 1, 5).get(0).orThrow()).isCloseTo(2 / 3.0, within(1e-15));
        // Item 2: all at 4 of 1 to 5, which is outside (1*2+5)/3 to (5*2+1)/3 = 3.67 for three raters.
        assertThat(WithinGroup.awgOfItems(ratings, 1, 5).get(1).number()).isEmpty();
        assertThat(WithinGroup.awg(ratings, 1, 5).orThrow()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void raters_of_one_mind_agree_fully() {
        double[][] ratings = {{0.1, 3}, {0.1, 3}, {0.1, 3}};

        assertThat(WithinGroup.rwg(ratings, UNIFORM)).isEqualTo(Estimate.of(1, 3));
        assertThat(WithinGroup.rwgStar(ratings, UNIFORM)).isEqualTo(Estimate.of(1, 3));
        assertThat(WithinGroup.adMean(ratings)).isEqualTo(Estimate.of(0, 3));
        assertThat(WithinGroup.adMedian(ratings)).isEqualTo(Estimate.of(0, 3));
    }

    @Test
    void raters_at_both_ends_disagree_fully() {
        double[][] ratings = {{1}, {5}, {1}, {5}};

        assertThat(WithinGroup.rwg(ratings, UNIFORM).orThrow()).isZero();
        assertThat(WithinGroup.rwgStar(ratings, UNIFORM).orThrow()).isCloseTo(1 - 16 / 3.0 / 2, within(1e-15));
        assertThat(WithinGroup.awg(ratings, 1, 5).orThrow()).isCloseTo(-1, within(1e-15));
        assertThat(WithinGroup.adMean(ratings).orThrow()).isEqualTo(2);
        assertThat(WithinGroup.adMedian(ratings).orThrow()).isEqualTo(2);
    }

    @Test
    void awg_knows_the_ends_of_the_scale() {
        assertThat(WithinGroup.awg(new double[][] {{5}, {5}, {5}}, 1, 5)).isEqualTo(Estimate.of(1, 3));
        assertThat(WithinGroup.awg(new double[][] {{1}, {1}}, 1, 5)).isEqualTo(Estimate.of(1, 2));
        // Just inside for three raters: the mean is (5 * 2 + 1) / 3, and so is the variance at its greatest.
        assertThat(WithinGroup.awg(new double[][] {{5}, {5}, {1}}, 1, 5).orThrow())
                .isCloseTo(-1, within(1e-15));
        assertThatThrownBy(WithinGroup.awg(new double[][] {{5}, {5}, {4}}, 1, 5)::orThrow)
                .hasMessage(
                        "The mean lies so near the end of the scale that this few raters could not disagree there.");
    }

    @Test
    void a_rater_with_a_missing_cell_is_left_out_of_everything() {
        double[][] holed = {{2, 4}, {NA, 1}, {3, 4}, {5, NA}, {4, 4}};
        double[][] complete = {{2, 4}, {3, 4}, {4, 4}};

        assertThat(WithinGroup.rwg(holed, UNIFORM)).isEqualTo(WithinGroup.rwg(complete, UNIFORM));
        assertThat(WithinGroup.awg(holed, 1, 5)).isEqualTo(WithinGroup.awg(complete, 1, 5));
        assertThat(WithinGroup.adMedian(holed)).isEqualTo(WithinGroup.adMedian(complete));
    }

    @Test
    void one_rater_alone_has_nothing_to_agree_with() {
        for (double[][] ratings : new double[][][] {{}, {{3, 4}}, {{3, NA}, {2, 2}}, {{}, {}}}) {
            assertThatThrownBy(WithinGroup.rwg(ratings, UNIFORM)::orThrow).hasMessage(TOO_FEW);
            assertThatThrownBy(WithinGroup.rwgStar(ratings, UNIFORM)::orThrow).hasMessage(TOO_FEW);
            assertThatThrownBy(WithinGroup.awg(ratings, 1, 5)::orThrow).hasMessage(TOO_FEW);
            assertThatThrownBy(WithinGroup.adMean(ratings)::orThrow).hasMessage(TOO_FEW);
            assertThatThrownBy(WithinGroup.adMedian(ratings)::orThrow).hasMessage(TOO_FEW);
        }
    }

    @Test
    void statistics_stay_in_their_ranges() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] ratings = new double[2 + random.nextInt(8)][1 + random.nextInt(6)];
            for (double[] rater : ratings) {
                Arrays.setAll(rater, i -> 1 + random.nextInt(5));
            }
            assertThat(WithinGroup.rwg(ratings, UNIFORM).orThrow())
                    .as("seed " + seed)
                    .isBetween(0.0, 1.0);
            assertThat(WithinGroup.adMedian(ratings).orThrow())
                    .as("seed " + seed)
                    .isBetween(0.0, WithinGroup.adMean(ratings).orThrow() + 1e-12);
            WithinGroup.awgOfItems(ratings, 1, 5)
                    .forEach(item -> item.number().ifPresent(a -> assertThat(a).isBetween(-1 - 1e-12, 1.0)));
        }
    }

    @Test
    void rows_are_sorted_into_groups_by_rising_number() {
        double[][][] groups = WithinGroup.split(new double[][] {{1}, {2}, {3}}, new int[] {7, -1, 7});

        assertThat(groups).isDeepEqualTo(new double[][][] {{{2}}, {{1}, {3}}});
        assertThatThrownBy(() -> WithinGroup.split(new double[3][1], new int[2]))
                .hasMessage("There are 3 rows and 2 numbers of their groups.");
    }

    @Test
    void practical_limits_are_those_of_the_papers() {
        assertThat(WithinGroup.adLimit(5)).isCloseTo(0.8333, within(1e-4));
        assertThat(AgreementBand.of(0.3)).isEqualTo(AgreementBand.LACKING);
        assertThat(AgreementBand.of(-2)).isEqualTo(AgreementBand.LACKING);
        assertThat(AgreementBand.of(0.5)).isEqualTo(AgreementBand.WEAK);
        assertThat(AgreementBand.of(0.51)).isEqualTo(AgreementBand.MODERATE);
        assertThat(AgreementBand.of(0.71)).isEqualTo(AgreementBand.STRONG);
        assertThat(AgreementBand.of(0.91)).isEqualTo(AgreementBand.VERY_STRONG);
        assertThatThrownBy(() -> AgreementBand.of(1.1)).hasMessage("Agreement is at most 1, not 1.1.");
        assertThatThrownBy(() -> WithinGroup.adLimit(1)).hasMessage("A scale has at least 2 options, not 1.");
    }

    @Test
    void refuses_ratings_off_the_scale() {
        assertThatThrownBy(() -> WithinGroup.awg(new double[][] {{3, 3}, {3, 6}}, 1, 5))
                .hasMessage("Item 1: rating 6.0 is not on its scale (1.0 to 5.0).");
        assertThatThrownBy(() -> WithinGroup.awg(new double[][] {{3}, {3}}, 5, 1))
                .hasMessage("A scale rises from its lowest option 5.0 to its highest, not to 1.0.");
    }
}
