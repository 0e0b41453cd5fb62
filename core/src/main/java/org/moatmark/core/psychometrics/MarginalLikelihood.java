package org.moatmark.core.psychometrics;

import java.util.Arrays;

/**
 * The marginal log-likelihood of graded items, with the ability integrated out, its gradient, and the information that
 * the answers would carry if the abilities were known.
 *
 * <p>Item parameters stand one item after the other: slope, then the intercepts. Every evaluation is an expectation
 * step: each pattern's posterior over the points is added to the expected counts of the categories that it chose. The
 * likelihood of a pattern is a plain product of probabilities, which takes neither logarithms nor exponentials; should
 * it underflow, that pattern is worked out again with powers of two taken out on the way.
 *
 * @see <a href="https://doi.org/10.1007/BF02293801">R. D. Bock and M. Aitkin (1981), Psychometrika 46, 443-459,
 *     equations 11 to 20</a>
 */
final class MarginalLikelihood {

    private static final double UNDERFLOW = 0x1p-900;
    private static final double RAISE = 0x1p600;
    private static final double LN_RAISE = 600 * StrictMath.log(2);

    final ResponsePatterns data;
    final double[] points;
    final int items;
    /** First parameter of every item, and behind the last the number of all. */
    final int[] parameterAt;
    /** First category row of every item, and behind the last the number of all. */
    final int[] categoryAt;
    /** {@code [category row][point]}: probabilities. */
    final double[] table;
    /** {@code [cumulative row][point]}: F * (1 - F); item i begins at {@code categoryAt[i] - i}. */
    final double[] density;
    /** {@code [category row][point]}: expected number of respondents who chose the category. */
    final double[] counts;
    /** Category rows that every pattern chose, one pattern after the other, and where each begins. */
    final int[] chosen;

    final int[] chosenAt;

    private final double[] weights;

    MarginalLikelihood(ResponsePatterns data, Quadrature quadrature) {
        this.data = data;
        points = quadrature.points();
        weights = quadrature.weights();
        items = data.columns.length;
        parameterAt = new int[items + 1];
        categoryAt = new int[items + 1];
        for (int i = 0; i < items; i++) {
            int categories = data.categories.get(i).size();
            parameterAt[i + 1] = parameterAt[i] + categories;
            categoryAt[i + 1] = categoryAt[i] + categories;
        }
        table = new double[categoryAt[items] * points.length];
        counts = new double[table.length];
        density = new double[(categoryAt[items] - items) * points.length];
        chosen = new int[data.patterns.length * items];
        chosenAt = new int[data.patterns.length + 1];
        int end = 0;
        for (int p = 0; p < data.patterns.length; p++) {
            for (int i = 0; i < items; i++) {
                if (data.patterns[p][i] >= 0) {
                    chosen[end++] = categoryAt[i] + data.patterns[p][i];
                }
            }
            chosenAt[p + 1] = end;
        }
    }

    int parameters() {
        return parameterAt[items];
    }

    /**
     * The expectation step: fills {@link #table}, {@link #density} and {@link #counts}.
     *
     * @param parameters slopes and intercepts of all items; intercepts strictly falling; not modified
     * @return the marginal log-likelihood
     */
    double evaluate(double[] parameters) {
        int nodes = points.length;
        for (int i = 0; i < items; i++) {
            int at = parameterAt[i];
            int categories = categoryAt[i + 1] - categoryAt[i];
            CategoryCurves.fill(
                    parameters[at],
                    parameters,
                    at + 1,
                    categories,
                    points,
                    table,
                    categoryAt[i],
                    density,
                    categoryAt[i] - i);
        }
        Arrays.fill(counts, 0);
        double[] posterior = new double[nodes];
        double sum = 0;
        for (int p = 0; p < chosenAt.length - 1; p++) {
            sum += data.frequencies[p] * posterior(p, posterior);
            spread(p, posterior);
        }
        return sum;
    }

    /**
     * Works out where on the points a pattern's ability lies.
     *
     * @param p number of the pattern
     * @param posterior receives the posterior weights, their sum the frequency of the pattern
     * @return the log of the marginal likelihood of the pattern
     */
    double posterior(int p, double[] posterior) {
        int nodes = posterior.length;
        System.arraycopy(weights, 0, posterior, 0, nodes);
        int at = chosenAt[p];
        int end = chosenAt[p + 1];
        for (; at + 1 < end; at += 2) {
            multiply(posterior, chosen[at] * nodes, chosen[at + 1] * nodes);
        }
        if (at < end) {
            multiply(posterior, chosen[at] * nodes);
        }
        double total = sum(posterior);
        double log = 0;
        if (!(total > UNDERFLOW)) {
            log = slowly(p, posterior);
            total = sum(posterior);
        }
        double factor = data.frequencies[p] / total;
        for (int q = 0; q < nodes; q++) {
            posterior[q] *= factor;
        }
        return log + StrictMath.log(total);
    }

    private void multiply(double[] into, int first, int second) {
        double[] from = table;
        for (int q = 0; q < into.length; q++) {
            into[q] *= from[first + q] * from[second + q];
        }
    }

    private void multiply(double[] into, int row) {
        double[] from = table;
        for (int q = 0; q < into.length; q++) {
            into[q] *= from[row + q];
        }
    }

    /** The same product with powers of two taken out; returns the log of what was taken out. */
    private double slowly(int p, double[] posterior) {
        int nodes = posterior.length;
        System.arraycopy(weights, 0, posterior, 0, nodes);
        double log = 0;
        for (int at = chosenAt[p]; at < chosenAt[p + 1]; at++) {
            multiply(posterior, chosen[at] * nodes);
            double greatest = 0;
            for (int q = 0; q < nodes; q++) {
                greatest = Math.max(greatest, posterior[q]);
            }
            for (; greatest < 1 / RAISE && greatest > 0; greatest *= RAISE) {
                for (int q = 0; q < nodes; q++) {
                    posterior[q] *= RAISE;
                }
                log -= LN_RAISE;
            }
        }
        return log;
    }

    private void spread(int p, double[] posterior) {
        int nodes = posterior.length;
        double[] into = counts;
        for (int at = chosenAt[p]; at < chosenAt[p + 1]; at++) {
            int row = chosen[at] * nodes;
            for (int q = 0; q < nodes; q++) {
                into[row + q] += posterior[q];
            }
        }
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (int q = 0; q < numbers.length; q++) {
            sum += numbers[q];
        }
        return sum;
    }

    /**
     * The gradient of the marginal log-likelihood at the parameters of the last evaluation.
     *
     * @return {@code double[parameters]}
     */
    double[] gradient() {
        int nodes = points.length;
        double[] gradient = new double[parameters()];
        for (int i = 0; i < items; i++) {
            int at = parameterAt[i];
            int categories = categoryAt[i + 1] - categoryAt[i];
            for (int k = 1; k < categories; k++) {
                int row = (categoryAt[i] + k) * nodes;
                int steep = (categoryAt[i] - i + k - 1) * nodes;
                for (int q = 0; q < nodes; q++) {
                    double pull = counts[row + q] / table[row + q] - counts[row - nodes + q] / table[row - nodes + q];
                    double part = pull * density[steep + q];
                    gradient[at + k] += part;
                    gradient[at] += part * points[q];
                }
            }
        }
        return gradient;
    }

    /**
     * Expected information of the complete data at the parameters of the last evaluation: what the answers would say
     * about the parameters if every ability were known. Items share nothing, so it is a block per item.
     *
     * @return {@code double[items][parameters of the item][the same]}, symmetric and positive definite
     */
    double[][][] completeInformation() {
        int nodes = points.length;
        double[][][] blocks = new double[items][][];
        for (int i = 0; i < items; i++) {
            int categories = categoryAt[i + 1] - categoryAt[i];
            double[][] block = new double[categories][categories];
            blocks[i] = block;
            double[] slopeOf = new double[categories + 1];
            for (int q = 0; q < nodes; q++) {
                double n = 0;
                for (int k = 0; k < categories; k++) {
                    n += counts[(categoryAt[i] + k) * nodes + q];
                    slopeOf[k] = k == 0 ? 0 : density[(categoryAt[i] - i + k - 1) * nodes + q];
                }
                for (int k = 0; k < categories; k++) {
                    double share = n / table[(categoryAt[i] + k) * nodes + q];
                    double low = slopeOf[k];
                    double high = slopeOf[k + 1];
                    double change = points[q] * (low - high);
                    block[0][0] += share * change * change;
                    if (k > 0) {
                        block[k][k] += share * low * low;
                        block[k][0] += share * low * change;
                    }
                    if (k < categories - 1) {
                        block[k + 1][k + 1] += share * high * high;
                        block[k + 1][0] -= share * high * change;
                    }
                    if (k > 0 && k < categories - 1) {
                        block[k + 1][k] -= share * low * high;
                    }
                }
            }
            for (int k = 0; k < categories; k++) {
                for (int l = 0; l < k; l++) {
                    block[l][k] = block[k][l];
                }
            }
        }
        return blocks;
    }
}
