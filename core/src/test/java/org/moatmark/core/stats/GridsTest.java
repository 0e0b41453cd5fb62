package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Points for integrals: Gauss-Legendre on a line, Sobol's in a cube. */
class GridsTest {

    @Test
    void a_gauss_legendre_rule_is_exact_up_to_its_degree() {
        GaussLegendre rule = GaussLegendre.of(5);
        double[] points = rule.points(0, 2);
        double[] weights = rule.weights();
        for (int degree = 0; degree <= 9; degree++) {
            double mean = 0;
            for (int i = 0; i < 5; i++) {
                mean += weights[i] * Math.pow(points[i], degree);
            }
            assertThat(mean).as("degree %d", degree).isCloseTo(Math.pow(2, degree) / (degree + 1), within(1e-12));
        }
        assertThatThrownBy(() -> GaussLegendre.of(0)).hasMessage("A Gauss-Legendre rule has 1 to 200 points, not 0.");
    }

    @Test
    void a_power_of_two_of_sobol_points_puts_one_into_every_slice() {
        int power = 6;
        SobolSequence sequence = SobolSequence.of(7, power);
        int[][] slices = new int[7][1 << power];
        for (int p = 0; p < 1 << power; p++) {
            double[] point = sequence.next();
            for (int axis = 0; axis < 7; axis++) {
                slices[axis][(int) (point[axis] * (1 << power))]++;
            }
        }

        for (int[] axis : slices) {
            assertThat(axis).containsOnly(1);
        }
        assertThatThrownBy(() -> SobolSequence.of(0, 3))
                .hasMessage("A Sobol sequence has 1 to 1000 axes and up to 2^30 points, not 0 axes and 2^3 points.");
    }
}
