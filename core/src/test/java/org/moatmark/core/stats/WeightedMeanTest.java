package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Means with weights, missing cells, zeros and nonsense. */
class WeightedMeanTest {

    private static final double NONE = Double.NaN;

    @Test
    void missing_cells_and_cells_without_weight_do_not_count() {
        double[] values = {2, NONE, 8, 500};
        double[] weights = {1, 7, 1, 0};
        assertThat(WeightedMean.ARITHMETIC.of(values, weights).orThrow()).isEqualTo(5);
        assertThat(WeightedMean.GEOMETRIC.of(values, weights).orThrow()).isCloseTo(4, within(1e-12));
        assertThat(WeightedMean.HARMONIC.of(values, weights).orThrow()).isCloseTo(3.2, within(1e-12));
    }

    @Test
    void zeros_and_negative_values_are_told_apart() {
        assertThat(WeightedMean.GEOMETRIC.of(0, 5).orThrow()).isZero();
        assertThat(WeightedMean.HARMONIC.of(0, 5).orThrow()).isZero();
        assertThat(WeightedMean.ARITHMETIC.of(-1, 5).orThrow()).isEqualTo(2);
        assertThat(WeightedMean.GEOMETRIC.of(-1, 5)).isEqualTo(Computed.not(Reason.NEGATIVE_VALUE));
        assertThat(WeightedMean.HARMONIC.of(-1, 0)).isEqualTo(Computed.not(Reason.NEGATIVE_VALUE));
        assertThat(WeightedMean.ARITHMETIC.of()).isEqualTo(Computed.not(Reason.NO_VALUES));
        assertThat(WeightedMean.ARITHMETIC.of(NONE, NONE)).isEqualTo(Computed.not(Reason.NO_VALUES));
        assertThat(WeightedMean.ARITHMETIC.of(new double[] {1, NONE}, new double[] {0, 1}))
                .isEqualTo(Computed.not(Reason.NO_WEIGHT));
    }

    @Test
    void the_three_means_are_in_order_and_do_not_depend_on_the_scale_of_weights() {
        SeededRandom random = SeededRandom.of(77);
        for (int round = 0; round < 500; round++) {
            int n = 1 + random.nextInt(9);
            double[] values = new double[n];
            double[] weights = new double[n];
            double[] sevenfold = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = 0.01 + 99 * random.nextDouble();
                weights[i] = 0.1 + random.nextDouble();
                sevenfold[i] = 7 * weights[i];
            }
            double arithmetic = WeightedMean.ARITHMETIC.of(values, weights).orThrow();
            double geometric = WeightedMean.GEOMETRIC.of(values, weights).orThrow();
            double harmonic = WeightedMean.HARMONIC.of(values, weights).orThrow();
            assertThat(harmonic).as("seed 77, round " + round).isLessThanOrEqualTo(geometric + 1e-12);
            assertThat(geometric).as("seed 77, round " + round).isLessThanOrEqualTo(arithmetic + 1e-12);
            for (WeightedMean mean : WeightedMean.values()) {
                assertThat(mean.of(values, sevenfold).orThrow())
                        .isCloseTo(mean.of(values, weights).orThrow(), within(1e-10));
            }
        }
    }

    @Test
    void a_mean_of_equal_numbers_is_that_number() {
        for (WeightedMean mean : WeightedMean.values()) {
            assertThat(mean.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.3, 0.3, 0.7})
                            .orThrow())
                    .isEqualTo(0.1);
        }
    }

    @Test
    void what_does_not_fit_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> WeightedMean.ARITHMETIC.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A weighted mean cannot be computed of 2 values with 1 weights: give one weight for each value.");
        assertThatThrownBy(() -> WeightedMean.ARITHMETIC.of(new double[] {1, 2}, new double[] {1, -2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A weighted mean cannot be computed: weight 1 is -2.0. Give finite weights from 0.");
        assertThatThrownBy(() -> WeightedMean.ARITHMETIC.of(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
