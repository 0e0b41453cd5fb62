package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a proper solution of a simple structure says, in the items' units and in standard deviations. */
final class ConfirmatorySolution {

    private final FactorCovariance hill;
    private final double[] place;
    private final double[][] covariance;
    private final int[] factorOf;
    private final double[] deviations;
    private final int factors;
    private final int n;

    /**
     * A solution.
     *
     * @param hill at the solution, where its height was asked last
     * @param solution the parameters there; not modified
     * @param covariance the inverse of the information of one respondent; its signs turn with the factors
     * @param factorOf each item's factor
     * @param deviations each item's standard deviation
     * @param n respondents
     */
    ConfirmatorySolution(
            FactorCovariance hill,
            double[] solution,
            double[][] covariance,
            int[] factorOf,
            double[] deviations,
            int n) {
        this.hill = hill;
        this.covariance = covariance;
        this.factorOf = factorOf;
        this.deviations = deviations;
        this.n = n;
        place = solution.clone();
        factors = factorOf[factorOf.length - 1] + 1;
        turn();
    }

    /** Turns factors so that the sum of their loadings is not negative; errors do not change by it. */
    private void turn() {
        for (int f = 0; f < factors; f++) {
            int[] own = ConfirmatoryFit.own(factorOf, f);
            if (Arrays.stream(own).mapToDouble(j -> place[j]).sum() < 0) {
                for (int j : own) {
                    flip(j);
                }
                for (int g = 0; g < factors; g++) {
                    if (g != f) {
                        flip(hill.pair(f, g));
                    }
                }
            }
        }
    }

    private void flip(int parameter) {
        place[parameter] = -place[parameter];
        for (int t = 0; t < place.length; t++) {
            if (t != parameter) {
                covariance[parameter][t] = -covariance[parameter][t];
                covariance[t][parameter] = -covariance[t][parameter];
            }
        }
    }

    /** Loadings in the order of the model; columns are those of its items. */
    List<ConfirmatoryFactors.Loading> loadings(int[] columns) {
        int items = columns.length;
        List<ConfirmatoryFactors.Loading> loadings = new ArrayList<>();
        for (int j = 0; j < items; j++) {
            double loading = place[j];
            double own = place[items + j];
            double variance = own * own * covariance[j][j]
                    - loading * own * covariance[j][items + j]
                    + loading * loading / 4 * covariance[items + j][items + j];
            double scale = deviations[j];
            loadings.add(new ConfirmatoryFactors.Loading(
                    columns[j],
                    factorOf[j],
                    loading * scale,
                    error(j) * scale,
                    loading,
                    Math.sqrt(Math.max(0, variance) / n),
                    own * scale * scale,
                    error(items + j) * scale * scale,
                    own));
        }
        return loadings;
    }

    /** What the items of each factor come to as a scale. */
    static List<ConfirmatoryFactors.Factor> factors(
            List<ConfirmatoryFactors.Loading> loadings, List<List<Integer>> structure) {
        List<ConfirmatoryFactors.Factor> factors = new ArrayList<>();
        int at = 0;
        for (List<Integer> items : structure) {
            double sum = 0;
            double squares = 0;
            double own = 0;
            for (int j = 0; j < items.size(); j++) {
                ConfirmatoryFactors.Loading loading = loadings.get(at++);
                sum += loading.raw();
                squares += loading.raw() * loading.raw();
                own += loading.rawUniqueness();
            }
            factors.add(
                    new ConfirmatoryFactors.Factor(items, sum * sum / (sum * sum + own), squares / (squares + own)));
        }
        return factors;
    }

    private double error(int parameter) {
        return Math.sqrt(covariance[parameter][parameter] / n);
    }

    /** {@code [factor][factor]}, 1 on the diagonal. */
    List<List<Double>> correlations() {
        return rows((f, g) -> f == g ? 1 : place[hill.pair(f, g)]);
    }

    /** {@code [factor][factor]}, 0 on the diagonal. */
    List<List<Double>> correlationErrors() {
        return rows((f, g) -> f == g ? 0 : error(hill.pair(f, g)));
    }

    /** Fit by the sample's correlations, the log-likelihood of one respondent and the logarithm of their determinant. */
    FitIndices indices(double[][] correlation, double height, double logDeterminant) {
        int items = factorOf.length;
        double residuals = 0;
        double units = 0;
        for (int j = 0; j < items; j++) {
            units += 2 * StrictMath.log(deviations[j]);
            for (int k = 0; k <= j; k++) {
                double residual = correlation[j][k] - hill.implied()[j][k];
                residuals += residual * residual;
            }
        }
        int cells = items * (items + 1) / 2;
        return FitIndices.of(
                n,
                n * Math.max(0, -2 * height - logDeterminant - items),
                cells - hill.parameters(),
                -n * logDeterminant,
                cells - items,
                Math.sqrt(residuals / cells),
                n * (height - (items * StrictMath.log(2 * Math.PI) + units) / 2),
                hill.parameters());
    }

    private interface Cell {
        double at(int f, int g);
    }

    private List<List<Double>> rows(Cell cell) {
        List<List<Double>> rows = new ArrayList<>();
        for (int f = 0; f < factors; f++) {
            List<Double> row = new ArrayList<>();
            for (int g = 0; g < factors; g++) {
                row.add(cell.at(f, g));
            }
            rows.add(row);
        }
        return rows;
    }
}
