package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Means worked by hand, and their promises: clamped, in order, arguments untouched. */
class MeansTest {

    private static final double[] ONES = {1, 1, 1, 1};

    @Test
    void the_arithmetic_mean_is_weighted() {
        // (1 * 10 + 2 * 40 + 1 * 30) / 4
        assertThat(Means.arithmetic(new double[] {10, 40, 30}, new double[] {1, 2, 1}, 3))
                .isEqualTo(30);
    }

    @Test
    void the_geometric_mean_is_weighted_and_counts_from_its_floor() {
        // (10 * 100^2 * 1) ^ (1/4) = 10 ^ (5/4)
        assertThat(Means.geometric(new double[] {10, 100, 0}, new double[] {1, 2, 1}, 3, 1))
                .isCloseTo(17.78279410038923, within(1e-12));
        // sqrt(10 * 40)
        assertThat(Means.geometric(new double[] {3, 40}, ONES, 2, 10)).isCloseTo(20, within(1e-12));
    }

    @Test
    void a_mean_of_equal_numbers_is_that_number() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 1000; round++) {
            double value = 1 + 99 * random.nextDouble();
            int n = 1 + random.nextInt(20);
            double[] values = new double[n];
            double[] weights = new double[n];
            Arrays.fill(values, value);
            for (int i = 0; i < n; i++) {
                weights[i] = 0.01 + random.nextDouble();
            }
            assertThat(Means.arithmetic(values, weights, n))
                    .as("round " + round)
                    .isEqualTo(value);
            assertThat(Means.geometric(values, weights, n, 1))
                    .as("round " + round)
                    .isEqualTo(value);
            assertThat(Means.meanOfBest(values, n, 3)).as("round " + round).isEqualTo(value);
        }
    }

    @Test
    void a_mean_stays_in_the_range_of_what_goes_in() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 1000; round++) {
            int n = 1 + random.nextInt(6);
            double[] values = random.doubles(n, 0, 100).toArray();
            double[] weights = random.doubles(n, 0.01, 10).toArray();
            double least = Means.minimum(values, n);
            double greatest = Arrays.stream(values).max().orElseThrow();
            assertThat(Means.arithmetic(values, weights, n))
                    .as("round " + round)
                    .isBetween(least, greatest);
            assertThat(Means.geometric(values, weights, n, 1))
                    .as("round " + round)
                    .isBetween(Math.max(1, least), Math.max(1, greatest))
                    .isLessThanOrEqualTo(Math.max(1, Means.arithmetic(floored(values), weights, n) + 1e-12));
        }
    }

    private static double[] floored(double[] values) {
        return Arrays.stream(values).map(value -> Math.max(value, 1)).toArray();
    }

    @Test
    void only_the_first_n_numbers_count_and_nothing_is_changed() {
        double[] values = {30, 10, 20, 999};
        double[] weights = {1, 1, 1, 999};
        assertThat(Means.arithmetic(values, weights, 3)).isEqualTo(20);
        assertThat(Means.geometric(values, weights, 1, 1)).isEqualTo(30);
        assertThat(Means.minimum(values, 3)).isEqualTo(10);
        assertThat(Means.minimum(values, 1)).isEqualTo(30);
        assertThat(Means.meanOfBest(values, 3, 2)).isEqualTo(25);
        assertThat(Means.chooseBest(values, 3, 2)).containsExactly(true, false, true);
        assertThat(values).containsExactly(30, 10, 20, 999);
        assertThat(weights).containsExactly(1, 1, 1, 999);
    }

    @Test
    void of_equal_numbers_the_earlier_is_chosen() {
        assertThat(Means.chooseBest(new double[] {5, 9, 5, 9}, 4, 3)).containsExactly(true, true, false, true);
        assertThat(Means.chooseBest(new double[] {5, 5, 5}, 3, 1)).containsExactly(true, false, false);
    }

    @Test
    void more_than_there_are_means_all() {
        assertThat(Means.chooseBest(new double[] {5, 9}, 2, 7)).containsExactly(true, true);
        assertThat(Means.meanOfBest(new double[] {5, 9}, 2, 7)).isEqualTo(7);
    }

    @Test
    void a_value_is_brought_inside_a_range() {
        assertThat(Means.clamp(5, 1, 3)).isEqualTo(3);
        assertThat(Means.clamp(0, 1, 3)).isEqualTo(1);
        assertThat(Means.clamp(2, 1, 3)).isEqualTo(2);
    }
}
