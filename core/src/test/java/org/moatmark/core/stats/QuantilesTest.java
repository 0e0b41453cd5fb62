package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Quantiles picked out of the order are those of the sorted values, for data of every shape. */
class QuantilesTest {

    private static final double[] PERCENTILES = percentiles();

    private static double[] percentiles() {
        double[] percentiles = new double[101];
        for (int i = 0; i <= 100; i++) {
            percentiles[i] = i / 100.0;
        }
        return percentiles;
    }

    @Test
    void picking_is_the_same_as_sorting() {
        SeededRandom random = SeededRandom.of(20261101);
        for (int n : new int[] {1, 2, 3, 10, 137, 1000, 8191, 8192, 30_000}) {
            for (Shape shape : Shape.values()) {
                double[] values = shape.draw(n, random);
                double[] before = values.clone();
                double[] sorted =
                        Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
                for (QuantileType type : QuantileType.values()) {
                    double[] expected = Arrays.stream(PERCENTILES)
                            .map(p -> Quantiles.ofSorted(sorted, type, p))
                            .toArray();
                    assertThat(Quantiles.of(values, type, PERCENTILES))
                            .as("seed 20261101, " + n + " " + shape + " " + type)
                            .isEqualTo(expected);
                }
                assertThat(values).isEqualTo(before);
            }
        }
    }

    @Test
    void quantiles_stay_between_the_least_and_the_greatest_value_and_rise() {
        SeededRandom random = SeededRandom.of(5);
        for (int round = 0; round < 200; round++) {
            double[] values = Shape.NORMAL.draw(1 + random.nextInt(30), random);
            for (QuantileType type : QuantileType.values()) {
                double[] quantiles = Quantiles.of(values, type, PERCENTILES);
                assertThat(quantiles).as("seed 5, round " + round).isSorted();
                assertThat(quantiles[0])
                        .isGreaterThanOrEqualTo(Arrays.stream(values).min().orElseThrow());
                assertThat(quantiles[100])
                        .isLessThanOrEqualTo(Arrays.stream(values).max().orElseThrow());
            }
        }
    }

    @Test
    void probabilities_may_come_in_any_order_and_twice() {
        double[] values = {5, 1, 4, 2, 3};
        assertThat(Quantiles.of(values, QuantileType.LINEAR, 1, 0, 0.5, 0.5, 0.25))
                .containsExactly(5, 1, 3, 3, 2);
        assertThat(Quantiles.of(values, QuantileType.LINEAR)).isEmpty();
    }

    @Test
    void the_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
        assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
        assertThat(Quantiles.median(new double[] {9, 1, 4})).isEqualTo(4);
        assertThat(Quantiles.median(new double[] {9, 1, 4, 5})).isEqualTo(4.5);
        assertThat(Quantiles.median(new double[] {-0.0, -0.0})).isEqualTo(0.0);
    }

    @Test
    void huge_numbers_do_not_overflow() {
        double[] values = new double[10_000];
        Arrays.fill(values, 0, 5000, -Double.MAX_VALUE);
        Arrays.fill(values, 5000, 10_000, Double.MAX_VALUE);
        assertThat(Quantiles.of(values, QuantileType.LINEAR, 0, 0.25, 0.5, 1))
                .containsExactly(-Double.MAX_VALUE, -Double.MAX_VALUE, 0, Double.MAX_VALUE);
    }

    @Test
    void a_million_numbers_have_the_percentiles_of_their_distribution() {
        double[] values = Shape.NORMAL.draw(1_000_000, SeededRandom.of(9));
        double[] quantiles = Quantiles.of(values, QuantileType.LINEAR, PERCENTILES);
        for (int i = 1; i < 100; i++) {
            assertThat(Distributions.normalCdf(quantiles[i])).isCloseTo(PERCENTILES[i], within(0.003));
        }
    }

    @Test
    void what_has_no_quantile_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Quantiles.median(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile cannot be computed of no values: give at least one.");
        assertThatThrownBy(() -> Quantiles.median(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile cannot be computed: value 1 is NaN. Leave out what is missing and give finite"
                        + " numbers.");
        assertThatThrownBy(() -> Quantiles.one(new double[] {1, 2}, QuantileType.LINEAR, 75))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quantile was asked at probability 75.0: give one from 0 to 1.");
        assertThatThrownBy(() -> QuantileType.ofNumber(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Quantile definition 10 does not exist: there are 1 to 9.");
        assertThat(QuantileType.ofNumber(7)).isEqualTo(QuantileType.LINEAR);
    }
}
