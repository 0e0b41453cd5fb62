package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void a_matrix_worked_by_hand() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});

        assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-15));
        assertThat(eigen.vector(0)).containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-15));
        assertThat(SymmetricEigen.of(new double[][] {{-4}}).values()).containsExactly(-4);
        assertThat(SymmetricEigen.of(new double[][] {{-4}}).vector(0)).containsExactly(1);
    }

    @Test
    void values_fall_and_rebuild_the_matrix() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(8);
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = matrix[j][i] = random.nextInt(-5, 6);
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(matrix);
            assertThat(eigen.values()).as("seed " + seed).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double cell = 0;
                    for (int k = 0; k < n; k++) {
                        cell += eigen.values()[k] * eigen.vector(k)[i] * eigen.vector(k)[j];
                    }
                    assertThat(cell).as("seed " + seed).isCloseTo(matrix[i][j], within(1e-12));
                }
            }
        }
    }

    @Test
    void refuses_what_is_no_symmetric_matrix() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {}))
                .hasMessage("Eigenvalues need a matrix of at least one row.");
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {2}}))
                .hasMessage("A symmetric matrix has as many columns as rows: row 1 of 2 has 1 cells.");
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{Double.NaN}}))
                .hasMessage("Eigenvalues need finite numbers; the cell in row 0 and column 0 is NaN.");
    }
}
