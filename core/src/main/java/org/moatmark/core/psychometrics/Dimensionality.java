package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;
import org.moatmark.core.stats.SeededRandom;
import org.moatmark.core.stats.SymmetricEigen;

/** How many things a set of items measures, as far as their correlations tell. */
public sealed interface Dimensionality extends Serializable {

    /** Runs of the parallel analysis unless said otherwise. */
    int RUNS = 1_000;

    /** The share of chance eigenvalues that one of the data must exceed. */
    double SHARE = 0.95;

    /**
     * What the eigenvalues of the correlation matrix say.
     *
     * @param n complete respondents
     * @param incomplete respondents left out because an answer is missing
     * @param eigenvalues of the correlation matrix, falling; they add up to the number of items
     * @param ratio the first eigenvalue over the second; not computable where the second is 0
     * @param chanceMeans the mean of each eigenvalue where nothing is correlated (Horn 1965)
     * @param chanceLimits the 95th percentile of each (Glorfeld 1995)
     * @param dimensions how many eigenvalues, from the first on without a gap, exceed their limit; 0 or more
     * @param seed of the simulation
     * @param runs of the simulation
     */
    record Found(
            int n,
            int incomplete,
            List<Double> eigenvalues,
            Estimate ratio,
            List<Double> chanceMeans,
            List<Double> chanceLimits,
            int dimensions,
            long seed,
            int runs)
            implements Dimensionality {
        /** Copies the lists. */
        public Found {
            eigenvalues = List.copyOf(eigenvalues);
            chanceMeans = List.copyOf(chanceMeans);
            chanceLimits = List.copyOf(chanceLimits);
        }
    }

    /**
     * Nothing can be said.
     *
     * @param why the reason as a whole sentence
     * @param n complete respondents
     */
    record NotFound(Words why, int n) implements Dimensionality {
        /** Refuses null. */
        public NotFound {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Eigenvalues with Horn's parallel analysis.
     *
     * <p>The correlations of n independent normal respondents are drawn as such: by Bartlett's decomposition the
     * covariance matrix of p independent standard normal variables is {@code L L'}, L lower triangular with roots of chi
     * squared variables of n - 1, n - 2, ... degrees of freedom on the diagonal and standard normal variables under it.
     * That is the same distribution as that of tables of n random rows, and takes no longer for many of them.
     *
     * <p>Missing cells: listwise. Special cases: fewer than two items, not more respondents than items, or an item that
     * never varies gives no eigenvalues. Below about 100 respondents, or five an item, results change from sample to sample
     * (Gorsuch 1983, p. 332).
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing; not modified
     * @param seed the same seed gives the same limits
     * @param runs of the simulation, at least 100
     * @return the eigenvalues, or why there are none
     * @throws IllegalArgumentException if rows differ in length, a cell is infinite or there are fewer runs
     * @see <a href="https://doi.org/10.1007/BF02289447">J. L. Horn (1965), A rationale and test for the number of factors
     *     in factor analysis, Psychometrika 30, 179-185</a>
     * @see <a href="https://doi.org/10.1177/0013164495055003002">L. W. Glorfeld (1995), An improvement on Horn's parallel
     *     analysis methodology, Educational and Psychological Measurement 55, 377-393</a>
     * @see "R. L. Gorsuch (1983), Factor Analysis, 2nd ed.; M. S. Bartlett (1933), Proceedings of the Royal Society of
     *     Edinburgh 53, 260-283"
     */
    static Dimensionality of(double[][] answers, long seed, int runs) {
        if (runs < 100) {
            throw new IllegalArgumentException("A parallel analysis takes at least 100 runs, not " + runs + ".");
        }
        ItemMoments moments = ItemMoments.of(answers);
        int n = moments.respondents();
        int items = moments.items();
        if (items < 2 || n <= items) {
            return new NotFound(
                    new Words(
                            "Eigenvalues need at least two items, and more respondents who answered all of them than items.",
                            "固有値を求めるには、二つ以上の項目と、そのすべてに答えた、項目数より多い回答者が必要です。"),
                    n);
        }
        if (!moments.allVary()) {
            return new NotFound(
                    new Words(
                            "An item was answered alike by everybody, so it correlates with nothing.",
                            "全員が同じ答えをした項目があり、相関を求められません。"),
                    n);
        }
        double[] values = SymmetricEigen.of(moments.correlation()).values();
        double[][] chance = chance(n, items, seed, runs);
        Double[] means = new Double[items];
        Double[] limits = new Double[items];
        int dimensions = 0;
        for (int k = 0; k < items; k++) {
            means[k] = Arrays.stream(chance[k]).sum() / runs;
            limits[k] = Quantiles.one(chance[k], QuantileType.LINEAR, SHARE);
            dimensions += dimensions == k && values[k] > limits[k] ? 1 : 0;
        }
        return new Found(
                n,
                moments.incomplete(),
                Arrays.stream(values).boxed().toList(),
                values[1] > 1e-12
                        ? Estimate.of(values[0] / values[1], n)
                        : Estimate.notComputable(
                                "All items correlate perfectly: the second eigenvalue is 0.",
                                "すべての項目の相関が 1 で、第二固有値が 0 です。"),
                List.of(means),
                List.of(limits),
                dimensions,
                seed,
                runs);
    }

    /** {@code [k][run]}: the eigenvalue k of correlations that are chance alone. */
    private static double[][] chance(int n, int items, long seed, int runs) {
        SeededRandom random = SeededRandom.of(seed);
        double[][] chance = new double[items][runs];
        for (int run = 0; run < runs; run++) {
            double[] values = SymmetricEigen.of(correlation(n, items, random)).values();
            for (int k = 0; k < items; k++) {
                chance[k][run] = values[k];
            }
        }
        return chance;
    }

    private static double[][] correlation(int n, int items, SeededRandom random) {
        double[][] rows = new double[items][items];
        for (int i = 0; i < items; i++) {
            double squares = 0;
            for (int j = 0; j <= i; j++) {
                rows[i][j] = j < i ? random.nextGaussian() : Math.sqrt(2 * random.nextGamma((n - 1 - i) / 2.0));
                squares += rows[i][j] * rows[i][j];
            }
            double length = Math.sqrt(squares);
            for (int j = 0; j <= i; j++) {
                rows[i][j] /= length;
            }
        }
        double[][] correlation = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int k = 0; k < i; k++) {
                double sum = 0;
                for (int j = 0; j <= k; j++) {
                    sum += rows[i][j] * rows[k][j];
                }
                correlation[i][k] = sum;
                correlation[k][i] = sum;
            }
            correlation[i][i] = 1;
        }
        return correlation;
    }
}
