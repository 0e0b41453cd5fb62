package org.moatmark.core.stats;

import java.util.Optional;

/**
 * A symmetric positive definite matrix A as the product of a lower triangle and its mirror image, {@code A = L L'};
 * with it equations are solved and the matrix is inverted.
 *
 * <p>Only the lower triangle of what is given is read. Zeros at the beginning of a row cost nothing, so that blocks along the
 * diagonal are as cheap as each by itself. Sums run in the order of the indices, so the same matrix gives
 * the same bytes on every machine and Java version.
 *
 * @see "G. H. Golub and C. F. Van Loan (2013), Matrix Computations, 4th edition, section 4.2"
 */
public final class Cholesky {

    /** Pivots below this part of the diagonal they began as are called zero: all digits were lost. */
    private static final double RELATIVE_PIVOT = 1e-14;

    private final double[][] lower;
    /** Where every row begins: all before it is 0. */
    private final int[] first;

    private Cholesky(double[][] lower, int[] first) {
        this.lower = lower;
        this.first = first;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix {@code double[n][n]}, symmetric; not modified
     * @return the factor, or empty if the matrix is not positive definite to working precision
     */
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        int[] first = new int[n];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            while (first[i] < i && matrix[i][first[i]] == 0) {
                first[i]++;
            }
            for (int j = first[i]; j <= i; j++) {
                double[] other = lower[j];
                double rest = matrix[i][j];
                for (int k = Math.max(first[i], first[j]); k < j; k++) {
                    rest -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = rest / other[j];
                } else if (rest > RELATIVE_PIVOT * Math.abs(matrix[i][i]) && rest < Double.POSITIVE_INFINITY) {
                    row[i] = Math.sqrt(rest);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cholesky(lower, first));
    }

    /**
     * Solves {@code A x = b}.
     *
     * @param right {@code double[n]}, b; not modified
     * @return {@code double[n]}, x
     */
    public double[] solve(double[] right) {
        int n = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            double rest = x[i];
            for (int k = first[i]; k < i; k++) {
                rest -= lower[i][k] * x[k];
            }
            x[i] = rest / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = first[i]; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }

    /**
     * The logarithm of the matrix's determinant, {@code 2 sum(log L_ii)}.
     *
     * @return a finite number
     */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * StrictMath.log(lower[i][i]);
        }
        return sum;
    }

    /**
     * The inverse of the matrix.
     *
     * @return {@code double[n][n]}, symmetric
     */
    public double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }
}
