package org.moatmark.core.psychometrics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Cholesky;
import org.moatmark.core.stats.SymmetricEigen;

/**
 * The search for a simple structure. It runs on correlations, since the model may be scaled item by item without changing
 * its fit; at the solution the model's variances are the sample's, so loadings found there are standardised, and times the
 * items' standard deviations they are raw ones.
 */
final class ConfirmatoryFit {

    static final Words TOO_FEW = new Words(
            "Factors need more respondents who answered all items than there are items.",
            "因子分析には、すべての項目に答えた回答者が項目数より多く必要です。");

    private static final Words TOO_FEW_ITEMS = new Words(
            "Each factor needs at least two items, and a factor that stands alone at least three.",
            "各因子には二つ以上、因子が一つだけの場合は三つ以上の項目が必要です。");

    private static final Words CONSTANT_ITEM = new Words(
            "An item was answered alike by everybody, so it correlates with nothing.", "全員が同じ答えをした項目があり、相関を求められません。");

    private static final Words DEPENDENT_ITEMS = new Words(
            "Some items are determined by others (the covariances are not positive definite), so there is no likelihood.",
            "ほかの項目から完全に決まる項目があり（共分散行列が正定値でない）、尤度を求められません。");

    private static final Words SAME_FACTORS = new Words(
            "Factors cannot be told apart: their correlations come out at 1 or beyond.", "因子間の相関が 1 以上になり、因子を区別できません。");

    private static final Words UNDETERMINED = new Words(
            "The items share too little to tell which loadings the factors have.", "項目間の共通性が低すぎて、因子の負荷量が定まりません。");

    private static final Words NO_END =
            new Words("The search for the factors did not come to an end.", "因子の推定が収束しませんでした。");

    /** A uniqueness below this is called zero. */
    private static final double HEYWOOD = 1e-6;

    /** One respondent alone would leave a parameter as open as this; well-determined ones stay below about 10. */
    private static final double OPEN = 1e3;

    private static final double LONGEST_START = 0.9;
    private static final int STEPS = 1_000;
    private static final double TOLERANCE = 1e-14;
    private static final double FLAT = 1e-7;

    private final double[][] correlation;
    private final double[] deviations;
    private final int[] factorOf;
    private final int factors;
    private final int n;

    private ConfirmatoryFit(double[][] covariance, int[] factorOf, int factors, int n) {
        int items = covariance.length;
        this.factorOf = factorOf;
        this.factors = factors;
        this.n = n;
        deviations = new double[items];
        correlation = new double[items][items];
        for (int j = 0; j < items; j++) {
            deviations[j] = Math.sqrt(covariance[j][j]);
        }
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < items; k++) {
                correlation[j][k] = j == k ? 1 : covariance[j][k] / (deviations[j] * deviations[k]);
            }
        }
    }

    /** The columns of all items, factor after factor. */
    static int[] columns(List<List<Integer>> factors, int columns) {
        Set<Integer> seen = new HashSet<>();
        for (List<Integer> items : factors) {
            for (int item : items) {
                if (item < 0 || item >= columns || !seen.add(item)) {
                    throw new IllegalArgumentException("A factor names the column " + item
                            + ", which does not exist or was named before; columns count from 0.");
                }
            }
        }
        if (factors.isEmpty() || factors.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "A confirmatory analysis needs one factor or more, each with its items, not " + factors + ".");
        }
        return factors.stream().flatMap(List::stream).mapToInt(item -> item).toArray();
    }

    /** Rows and columns of a covariance matrix in another order. */
    static double[][] part(double[][] covariance, int[] columns) {
        for (int j = 0; j < covariance.length; j++) {
            for (int k = 0; k < covariance.length; k++) {
                if (covariance[j].length != covariance.length
                        || !Double.isFinite(covariance[j][k])
                        || Math.abs(covariance[j][k] - covariance[k][j]) > 1e-9 * Math.abs(covariance[j][k])) {
                    throw new IllegalArgumentException(
                            "Covariances are a square and symmetric matrix of finite numbers; look at row " + j + ".");
                }
            }
        }
        double[][] part = new double[columns.length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k < columns.length; k++) {
                part[j][k] = covariance[columns[j]][columns[k]];
            }
        }
        return part;
    }

    static ConfirmatoryFactors of(
            double[][] covariance, int n, int incomplete, List<List<Integer>> structure, int[] columns) {
        int least = structure.size() == 1 ? 3 : 2;
        if (structure.stream().anyMatch(items -> items.size() < least)) {
            return new ConfirmatoryFactors.NotFitted(TOO_FEW_ITEMS, n);
        }
        if (n <= columns.length) {
            return new ConfirmatoryFactors.NotFitted(TOO_FEW, n);
        }
        int[] factorOf = new int[columns.length];
        int at = 0;
        for (int f = 0; f < structure.size(); f++) {
            Arrays.fill(factorOf, at, at + structure.get(f).size(), f);
            at += structure.get(f).size();
        }
        for (int j = 0; j < columns.length; j++) {
            if (!(covariance[j][j] > 0)) {
                return new ConfirmatoryFactors.NotFitted(CONSTANT_ITEM, n);
            }
        }
        return new ConfirmatoryFit(covariance, factorOf, structure.size(), n).search(incomplete, structure, columns);
    }

    private ConfirmatoryFactors search(int incomplete, List<List<Integer>> structure, int[] columns) {
        Cholesky sample = Cholesky.of(correlation).orElse(null);
        if (sample == null) {
            return new ConfirmatoryFactors.NotFitted(DEPENDENT_ITEMS, n);
        }
        int items = columns.length;
        FactorCovariance hill = new FactorCovariance(correlation, factorOf, factors);
        Ascent ascent = Ascent.climb(hill, start(hill), STEPS, TOLERANCE);
        double slope = Arrays.stream(ascent.gradient).map(Math::abs).max().orElse(0);
        boolean ended = ascent.end == Ascent.End.SUMMIT || slope < FLAT;
        double[] place = ascent.place;
        for (int j = 0; j < items; j++) {
            if ((ended || ascent.end == Ascent.End.HOPELESS) && place[items + j] < HEYWOOD) {
                return new ConfirmatoryFactors.NotFitted(improper(columns[j]), n);
            }
        }
        if (!ended) {
            return new ConfirmatoryFactors.NotFitted(ascent.end == Ascent.End.STUCK ? UNDETERMINED : NO_END, n);
        }
        if (Cholesky.of(hill.factorCorrelations(place)).isEmpty()) {
            return new ConfirmatoryFactors.NotFitted(SAME_FACTORS, n);
        }
        double height = hill.height(place);
        double[][] covariance =
                Cholesky.of(hill.curvature()).map(Cholesky::inverse).orElse(new double[0][]);
        if (covariance.length == 0 || isOpen(covariance)) {
            return new ConfirmatoryFactors.NotFitted(UNDETERMINED, n);
        }
        ConfirmatorySolution solution = new ConfirmatorySolution(hill, place, covariance, factorOf, deviations, n);
        List<ConfirmatoryFactors.Loading> loadings = solution.loadings(columns);
        return new ConfirmatoryFactors.Fitted(
                loadings,
                ConfirmatorySolution.factors(loadings, structure),
                solution.correlations(),
                solution.correlationErrors(),
                solution.indices(correlation, height, sample.logDeterminant()),
                new Convergence.Converged(ascent.steps, n * slope, n * ascent.remaining),
                incomplete);
    }

    private static Words improper(int column) {
        return new Words(
                "The uniqueness of the item in column " + column
                        + " came out at zero or below (a Heywood case), so the solution is improper.",
                "列 " + column + " の項目の独自性がゼロ以下になり（ヘイウッドケース）、不適解です。");
    }

    private static boolean isOpen(double[][] covariance) {
        for (int t = 0; t < covariance.length; t++) {
            if (!(covariance[t][t] < OPEN * OPEN)) {
                return true;
            }
        }
        return false;
    }

    /** Each factor as the first principal component of its items. */
    private double[] start(FactorCovariance hill) {
        int items = factorOf.length;
        double[] start = new double[hill.parameters()];
        double[] weights = new double[items];
        for (int f = 0; f < factors; f++) {
            int[] own = own(factorOf, f);
            SymmetricEigen eigen = SymmetricEigen.of(part(correlation, own));
            double[] vector = eigen.vector(0);
            double length = Math.sqrt(eigen.values()[0]);
            for (int j = 0; j < own.length; j++) {
                weights[own[j]] = vector[j] / length;
                double loading = Math.max(-LONGEST_START, Math.min(LONGEST_START, LONGEST_START * vector[j] * length));
                start[own[j]] = loading;
                start[items + own[j]] = 1 - loading * loading;
            }
        }
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < j; k++) {
                if (factorOf[j] != factorOf[k]) {
                    start[hill.pair(factorOf[j], factorOf[k])] += weights[j] * correlation[j][k] * weights[k];
                }
            }
        }
        return start;
    }

    /** The items of a factor, by their place in the model. */
    static int[] own(int[] factorOf, int factor) {
        int[] own = new int[factorOf.length];
        int count = 0;
        for (int j = 0; j < factorOf.length; j++) {
            if (factorOf[j] == factor) {
                own[count++] = j;
            }
        }
        return Arrays.copyOf(own, count);
    }
}
