package org.moatmark.core.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, the greatest eigenvalue first. Each vector has length 1 and its
 * component of greatest size (of equal ones the first) is positive, so that the same matrix always gives the same signs.
 *
 * <p>The decomposition itself is that of Apache Commons Math: tridiagonal form, then implicit QL.
 */
public final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Takes a matrix apart.
     *
     * @param matrix {@code double[n][n]}, symmetric and finite, n at least 1; not modified. Only the mean of each cell and
     *     its mirror image counts
     * @return eigenvalues and vectors
     * @throws IllegalArgumentException if the matrix is empty or not square, or a cell is not finite
     */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException("A symmetric matrix has as many columns as rows: row " + i + " of "
                        + n + " has " + matrix[i].length + " cells.");
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double cell = matrix[i][j] / 2 + matrix[j][i] / 2;
                if (!Double.isFinite(cell)) {
                    throw new IllegalArgumentException("Eigenvalues need finite numbers; the cell in row " + i
                            + " and column " + j + " is " + matrix[i][j] + ".");
                }
                symmetric[i][j] = cell;
                symmetric[j][i] = cell;
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("Eigenvalues need a matrix of at least one row.");
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            vectors[k] = upright(decomposition.getEigenvector(k).toArray());
        }
        return new SymmetricEigen(decomposition.getRealEigenvalues(), vectors);
    }

    private static double[] upright(double[] vector) {
        int greatest = 0;
        for (int i = 1; i < vector.length; i++) {
            if (Math.abs(vector[i]) > Math.abs(vector[greatest])) {
                greatest = i;
            }
        }
        if (vector[greatest] < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
        return vector;
    }

    /**
     * The eigenvalues.
     *
     * @return {@code double[n]}, falling; a copy
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The vector of an eigenvalue.
     *
     * @param k which, from 0 for the greatest eigenvalue
     * @return {@code double[n]}; a copy
     */
    public double[] vector(int k) {
        return vectors[k].clone();
    }
}
