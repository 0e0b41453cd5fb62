package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.reference.ReferenceCase;

/** TOPSIS of Hwang and Yoon (1981) on Hodgett's three cars, as the packages MCDA and topsis compute it. */
class HwangYoon1981Test {

    private static final Direction UP = Direction.HIGHER_IS_BETTER;
    private static final Direction DOWN = Direction.LOWER_IS_BETTER;

    @Test
    void three_cars() {
        ReferenceCase cars = ReferenceCase.of("topsis_cars");
        double[][] rows = ReferenceCase.numbers("topsis_cars.csv", "Price", "Economy", "Aesthetics", "Boot");
        double[] weights = {0.35, 0.25, 0.25, 0.15};
        Topsis topsis = Topsis.of(rows, weights, List.of(DOWN, UP, UP, UP)).orThrow();
        cars.check("ideal_solution", unboxed(topsis.ideal()));
        cars.check("anti_ideal_solution", unboxed(topsis.antiIdeal()));
        cars.check("closeness", unboxed(topsis.closeness()));
        cars.check("rank", topsis.ranks().stream().mapToDouble(rank -> rank).toArray());
    }

    private static double[] unboxed(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).toArray();
    }

    @Test
    void the_best_in_all_is_closest_and_equals_share_a_rank() {
        double[][] rows = {{1, 5}, {3, 0}, {1, 5}, {0, 9}};
        Topsis topsis = Topsis.of(rows, new double[] {2, 6}, List.of(DOWN, UP)).orThrow();
        assertThat(topsis.closeness().get(3)).isEqualTo(1);
        assertThat(topsis.closeness().get(1)).isEqualTo(0);
        assertThat(topsis.ranks()).containsExactly(2, 4, 2, 1);
        Topsis scaled =
                Topsis.of(rows, new double[] {0.25, 0.75}, List.of(DOWN, UP)).orThrow();
        assertThat(scaled.closeness().get(0)).isCloseTo(topsis.closeness().get(0), within(1e-15));
    }

    @Test
    void alternatives_without_a_difference_are_a_reason() {
        assertThat(Topsis.of(new double[][] {{1, 2}, {1, 2}}, new double[] {1, 1}, List.of(UP, UP)))
                .isEqualTo(Computed.not(Reason.ALL_EQUAL));
        assertThat(Topsis.of(new double[0][], new double[] {1}, List.of(UP))).isEqualTo(Computed.not(Reason.NO_VALUES));
        assertThat(Topsis.of(new double[][] {{1}, {2}}, new double[] {0}, List.of(UP)))
                .isEqualTo(Computed.not(Reason.NO_WEIGHT));
        assertThat(Topsis.of(new double[][] {{0, 2}, {0, 3}}, new double[] {1, 1}, List.of(UP, UP))
                        .orThrow()
                        .ranks())
                .containsExactly(2, 1);
    }

    @Test
    void what_does_not_fit_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Topsis.of(new double[][] {{1, 2}}, new double[] {1, 1}, List.of(UP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A comparison cannot be computed: there are 2 weights and 1 directions. Give one of each for"
                                + " every criterion.");
        assertThatThrownBy(() -> Topsis.of(new double[][] {{1}}, new double[] {1, 1}, List.of(UP, UP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A comparison cannot be computed: alternative 0 has 1 values and there are 2 weights. Give"
                        + " one of each for every criterion.");
        assertThatThrownBy(() -> Topsis.of(new double[][] {{1}}, new double[] {-1}, List.of(UP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A comparison cannot be computed: a weight is -1.0. Give weights from 0.");
    }
}
