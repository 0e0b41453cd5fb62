package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SplitHalfTest {

    private static final double[][] ANSWERS = ScaleReliabilityTest.simulated(12, 80, 0.7, 0.6, 0.8, 0.5, 0.4, 0.7);

    @Test
    void the_mean_over_all_halves_of_equal_size_is_alpha() {
        // Cronbach (1951), for an even number of items.
        SplitHalves halves = SplitHalves.of(ANSWERS, ItemScaling.RAW);

        assertThat(halves.splits()).isEqualTo(10);
        assertThat(halves.mean().orThrow())
                .isCloseTo(ScaleReliability.of(ANSWERS).alpha().orThrow(), within(1e-12));
        assertThat(SplitHalves.of(ANSWERS, ItemScaling.STANDARDIZED).mean().orThrow())
                .isCloseTo(ScaleReliability.of(ANSWERS).standardizedAlpha().orThrow(), within(1e-12));
    }

    @Test
    void the_extremes_are_those_of_single_splits() {
        SplitHalves halves = SplitHalves.of(ANSWERS, ItemScaling.RAW);
        double greatest = -1;
        double least = 1;
        for (int a = 1; a < 6; a++) {
            for (int b = a + 1; b < 6; b++) {
                double split = SplitHalf.of(ANSWERS, 0, a, b).flanaganRulon().orThrow();
                greatest = Math.max(greatest, split);
                least = Math.min(least, split);
            }
        }
        assertThat(halves.greatest().orThrow()).isCloseTo(greatest, within(1e-12));
        assertThat(halves.least().orThrow()).isCloseTo(least, within(1e-12));
    }

    @Test
    void odd_and_even_is_one_of_the_splits_and_rulon_never_above_spearman_brown() {
        SplitHalf halves = SplitHalf.oddEven(ANSWERS);

        assertThat(halves).isEqualTo(SplitHalf.of(ANSWERS, 4, 0, 2));
        assertThat(halves.flanaganRulon().orThrow())
                .isLessThanOrEqualTo(halves.spearmanBrown().orThrow());
        assertThat(halves.n()).isEqualTo(80);
    }

    @Test
    void halves_that_do_not_vary_or_contradict_each_other_have_no_value() {
        SplitHalf constant = SplitHalf.oddEven(new double[][] {{1, 3}, {2, 3}, {3, 3}});
        assertThatThrownBy(constant.correlation()::orThrow)
                .hasMessage("The sum of a half, or of all items, does not vary between respondents.");
        assertThat(constant.flanaganRulon().orThrow()).isZero();

        SplitHalf opposite = SplitHalf.oddEven(new double[][] {{1, 6}, {2, 4}, {3, 2}});
        assertThat(opposite.correlation().orThrow()).isCloseTo(-1, within(1e-15));
        assertThatThrownBy(opposite.spearmanBrown()::orThrow)
                .hasMessage("The halves correlate -1, so they cannot be parallel.");
    }

    @Test
    void too_little_or_too_much_has_no_value() {
        assertThatThrownBy(SplitHalf.oddEven(new double[][] {{1, 2}}).correlation()::orThrow)
                .hasMessage("Halves of a scale need at least two items and two respondents who answered all of them.");
        assertThat(SplitHalf.oddEven(new double[][] {}).correlation().number()).isEmpty();
        assertThatThrownBy(SplitHalves.of(new double[3][23], ItemScaling.RAW).greatest()::orThrow)
                .hasMessage("There are too many ways to halve more than 22 items.");
        assertThatThrownBy(SplitHalves.of(new double[][] {{1, 3}, {2, 3}}, ItemScaling.STANDARDIZED)
                        .least()::orThrow)
                .hasMessage("An item was answered alike by everybody, so it cannot be standardised.");
        assertThatThrownBy(SplitHalves.of(new double[][] {{1, 3}, {2, 2}}, ItemScaling.RAW)
                        .least()::orThrow)
                .hasMessage("The sum of a half, or of all items, does not vary between respondents.");
        assertThatThrownBy(() -> SplitHalf.of(ANSWERS, 0, 6))
                .hasMessage("Item 6 of a half is not one of the 6 items counted from 0, or is named twice.");
    }
}
