package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, 2, 0.6}, {2, 5, 1}, {0.6, 1, 3}};

    @Test
    void solves_equations() {
        double[] x = Cholesky.of(MATRIX).orElseThrow().solve(new double[] {1, 2, 3});

        for (int i = 0; i < 3; i++) {
            assertThat(MATRIX[i][0] * x[0] + MATRIX[i][1] * x[1] + MATRIX[i][2] * x[2])
                    .isCloseTo(i + 1, within(1e-14));
        }
    }

    @Test
    void inverts() {
        double[][] inverse = Cholesky.of(MATRIX).orElseThrow().inverse();

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double cell = 0;
                for (int k = 0; k < 3; k++) {
                    cell += MATRIX[i][k] * inverse[k][j];
                }
                assertThat(cell).isCloseTo(i == j ? 1 : 0, within(1e-14));
            }
        }
    }

    @Test
    void blocks_along_the_diagonal_are_solved_each_by_itself() {
        double[][] blocks = {{4, 2, 0, 0}, {2, 5, 0, 0}, {0, 0, 3, 1}, {0, 0, 1, 2}};

        double[] x = Cholesky.of(blocks).orElseThrow().solve(new double[] {8, 9, 5, 5});

        assertThat(x).containsExactly(new double[] {1.375, 1.25, 1, 2}, within(1e-14));
    }

    @Test
    void refuses_what_is_not_positive_definite() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.POSITIVE_INFINITY}})).isEmpty();
    }

    @Test
    void the_determinant_is_that_of_the_matrix() {
        double[][] matrix = {{4, 2}, {2, 5}};

        assertThat(Cholesky.of(matrix).orElseThrow().logDeterminant()).isCloseTo(Math.log(16), within(1e-14));
    }
}
