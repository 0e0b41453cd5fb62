package org.moatmark.core.psychometrics;

/**
 * Means and covariances of items (divided by n - 1) over the respondents who answered all of them.
 *
 * <p>Rows are turned into blocks of columns that stay in the processor's cache, and four products are summed at a time:
 * a hundred thousand respondents take a few milliseconds. The order of summation depends on the data's shape only.
 */
final class ItemMoments {

    private static final int BLOCK = 256;
    private static final String ROW = "respondent";
    private static final String COLUMN = "item";

    private final int respondents;
    private final int incomplete;
    private final double[] means;
    private final double[][] covariance;

    private ItemMoments(int respondents, int incomplete, double[] means, double[][] covariance) {
        this.respondents = respondents;
        this.incomplete = incomplete;
        this.means = means;
        this.covariance = covariance;
    }

    /**
     * Moments of answers.
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing; not modified
     */
    static ItemMoments of(double[][] answers) {
        int items = answers.length == 0 ? 0 : answers[0].length;
        double[] means = means(answers, items);
        double[][] complete = answers;
        if (!areFinite(means)) {
            Cells.columns(answers, ROW, COLUMN);
            complete = Cells.complete(answers);
            means = means(complete, items);
        }
        return new ItemMoments(
                complete.length, answers.length - complete.length, means, covariance(complete, items, means));
    }

    /** Means of the columns; some are not finite if any cell is missing or infinite. */
    private static double[] means(double[][] rows, int items) {
        double[] means = new double[items];
        if (rows.length == 0) {
            return means;
        }
        double[] first = rows[0];
        for (double[] row : rows) {
            if (row.length != items) {
                Cells.columns(rows, ROW, COLUMN);
            }
            for (int j = 0; j < items; j++) {
                means[j] += row[j] - first[j];
            }
        }
        for (int j = 0; j < items; j++) {
            means[j] = first[j] + means[j] / rows.length;
        }
        return means;
    }

    private static boolean areFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static double[][] covariance(double[][] rows, int items, double[] means) {
        double[][] sums = new double[items][items];
        double[][] columns = new double[items + 3][BLOCK];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int size = Math.min(BLOCK, rows.length - from);
            for (int i = 0; i < size; i++) {
                double[] row = rows[from + i];
                for (int j = 0; j < items; j++) {
                    columns[j][i] = row[j] - means[j];
                }
            }
            for (int j = 0; j < items; j++) {
                for (int k = 0; k <= j; k += 4) {
                    addProducts(columns, j, k, size, sums[j]);
                }
            }
        }
        for (int j = 0; j < items; j++) {
            for (int k = 0; k <= j; k++) {
                sums[j][k] /= rows.length - 1;
                sums[k][j] = sums[j][k];
            }
        }
        return sums;
    }

    /** Adds the products of column j with columns k to k + 3, as far as these are items. */
    private static void addProducts(double[][] columns, int j, int k, int size, double[] sums) {
        double[] own = columns[j];
        double[] a = columns[k];
        double[] b = columns[k + 1];
        double[] c = columns[k + 2];
        double[] d = columns[k + 3];
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        for (int i = 0; i < size; i++) {
            double x = own[i];
            sumA += x * a[i];
            sumB += x * b[i];
            sumC += x * c[i];
            sumD += x * d[i];
        }
        sums[k] += sumA;
        if (k + 1 < sums.length) {
            sums[k + 1] += sumB;
        }
        if (k + 2 < sums.length) {
            sums[k + 2] += sumC;
        }
        if (k + 3 < sums.length) {
            sums[k + 3] += sumD;
        }
    }

    int respondents() {
        return respondents;
    }

    int incomplete() {
        return incomplete;
    }

    int items() {
        return means.length;
    }

    double mean(int item) {
        return means[item];
    }

    double variance(int item) {
        return covariance[item][item];
    }

    /** {@code double[items][items]}; the own one, for reading. */
    double[][] covariance() {
        return covariance;
    }

    /** Whether every item has a variance, so that there are correlations. */
    boolean allVary() {
        for (int j = 0; j < means.length; j++) {
            if (!(covariance[j][j] > 0)) {
                return false;
            }
        }
        return true;
    }

    /** {@code double[items][items]} of correlations; every item must vary. */
    double[][] correlation() {
        int items = means.length;
        double[][] correlation = new double[items][items];
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < j; k++) {
                double r = covariance[j][k] / (Math.sqrt(covariance[j][j]) * Math.sqrt(covariance[k][k]));
                correlation[j][k] = Math.max(-1, Math.min(1, r));
                correlation[k][j] = correlation[j][k];
            }
            correlation[j][j] = 1;
        }
        return correlation;
    }

    /** The sum of all cells of a matrix: the variance of the sum of its items. */
    static double total(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double cell : row) {
                sum += cell;
            }
        }
        return sum;
    }

    /** The sum of the diagonal of a matrix. */
    static double trace(double[][] matrix) {
        double sum = 0;
        for (int j = 0; j < matrix.length; j++) {
            sum += matrix[j][j];
        }
        return sum;
    }
}
