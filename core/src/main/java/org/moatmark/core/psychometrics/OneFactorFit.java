package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Cholesky;
import org.moatmark.core.stats.SymmetricEigen;

/**
 * The search for one factor's loadings.
 *
 * <p>Maximum likelihood is left with the uniquenesses alone: given them, the loadings follow from the first eigenvector
 * of the correlations divided by their roots (Jöreskog 1967). Newton's method runs on their logarithms with the exact
 * second derivatives, or, where these are not positive definite, with Jöreskog's approximation, and halves steps that do
 * not help. Minimum residual takes one loading at a time.
 *
 * <p>Long, since value, slope and curvature of one function read the same eigenvectors.
 */
final class OneFactorFit {

    /** A uniqueness below this is called zero. */
    private static final double HEYWOOD = 1e-6;

    /** A loading below this is called none. */
    private static final double NOTHING = 1e-6;

    private static final double FLAT = 1e-10;
    private static final int NEWTON_STEPS = 500;
    private static final int SWEEPS = 20_000;
    private static final double LONGEST_STEP = 2;

    private static final Words TOO_FEW = new Words(
            "One factor needs at least three items and more complete respondents than items.",
            "一因子モデルには三つ以上の項目と、項目数を上回る数の、すべてに答えた回答者が必要です。");

    private static final Words CONSTANT_ITEM = new Words(
            "An item was answered alike by everybody, so it correlates with nothing.", "全員が同じ答えをした項目があり、相関を求められません。");

    private static final Words DEPENDENT_ITEMS = new Words(
            "Some items are determined by others, so there is no likelihood.", "ほかの項目から完全に決まる項目があり、尤度を求められません。");

    private static final Words IMPROPER = new Words(
            "The uniqueness of an item fell to zero (a Heywood case), so the one-factor solution is improper.",
            "ある項目の独自性がゼロになり（ヘイウッドケース）、一因子解は不適解です。");

    private static final Words NO_END =
            new Words("The search for the factor did not come to an end.", "因子の推定が収束しませんでした。");

    private static final Words NOTHING_SHARED = new Words(
            "The items share too little to tell which loadings a common factor has.", "項目間の共通性が低すぎて、共通因子の負荷量が定まりません。");

    private final double[][] correlation;
    private final int items;

    private OneFactorFit(double[][] correlation) {
        this.correlation = correlation;
        items = correlation.length;
    }

    static OneFactor of(ItemMoments moments, Extraction extraction) {
        int n = moments.respondents();
        if (moments.items() < 3 || n <= moments.items()) {
            return new OneFactor.NotFitted(TOO_FEW, n);
        }
        if (!moments.allVary()) {
            return new OneFactor.NotFitted(CONSTANT_ITEM, n);
        }
        OneFactorFit fit = new OneFactorFit(moments.correlation());
        Search search = extraction == Extraction.MAXIMUM_LIKELIHOOD ? fit.likelihood() : fit.residuals();
        return search instanceof Found found
                ? fitted(found, moments, extraction)
                : new OneFactor.NotFitted(((Lost) search).why(), n);
    }

    private static OneFactor.Fitted fitted(Found found, ItemMoments moments, Extraction extraction) {
        int n = moments.respondents();
        List<Double> uniquenesses = new ArrayList<>();
        List<Double> rawLoadings = new ArrayList<>();
        List<Double> rawUniquenesses = new ArrayList<>();
        for (int j = 0; j < moments.items(); j++) {
            double loading = found.loadings().get(j);
            double variance = moments.variance(j) * (n - 1) / n;
            uniquenesses.add(1 - loading * loading);
            rawLoadings.add(loading * Math.sqrt(variance));
            rawUniquenesses.add((1 - loading * loading) * variance);
        }
        return new OneFactor.Fitted(
                extraction,
                found.loadings(),
                uniquenesses,
                rawLoadings,
                rawUniquenesses,
                found.discrepancy(),
                found.iterations(),
                n);
    }

    private Search likelihood() {
        Optional<Cholesky> factor = Cholesky.of(correlation);
        if (factor.isEmpty()) {
            return new Lost(DEPENDENT_ITEMS);
        }
        double[][] inverse = factor.get().inverse();
        double[] logs = new double[items];
        for (int j = 0; j < items; j++) {
            logs[j] = StrictMath.log((1 - 0.5 / items) / inverse[j][j]);
        }
        Likelihood here = new Likelihood(correlation, logs);
        for (int step = 1; step <= NEWTON_STEPS; step++) {
            double[] gradient = here.gradient();
            if (greatest(gradient) < FLAT) {
                return here.isDetermined() ? found(here.loadings(), here.value(), step - 1) : new Lost(NOTHING_SHARED);
            }
            double[] direction = here.direction(gradient);
            double length = greatest(direction);
            double scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
            Likelihood next = here.moved(direction, scale);
            while (!(next.value() <= here.value()) && scale > 1e-12) {
                scale /= 2;
                next = here.moved(direction, scale);
            }
            if (scale <= 1e-12) {
                return greatest(gradient) < 1e-6 ? found(here.loadings(), here.value(), step) : new Lost(NO_END);
            }
            here = next;
            if (here.leastUniqueness() < HEYWOOD) {
                return new Lost(IMPROPER);
            }
        }
        return new Lost(NO_END);
    }

    private Search residuals() {
        double[] loadings = SymmetricEigen.of(correlation).vector(0);
        for (int sweep = 1; sweep <= SWEEPS; sweep++) {
            double change = 0;
            for (int j = 0; j < items; j++) {
                double both = 0;
                double own = 0;
                for (int k = 0; k < items; k++) {
                    if (k != j) {
                        both += correlation[j][k] * loadings[k];
                        own += loadings[k] * loadings[k];
                    }
                }
                double loading = own > 0 ? both / own : 0;
                change = Math.max(change, Math.abs(loading - loadings[j]));
                loadings[j] = loading;
            }
            if (change < 1e-12) {
                return greatest(loadings) > Math.sqrt(1 - HEYWOOD)
                        ? new Lost(IMPROPER)
                        : found(loadings, residual(loadings), sweep);
            }
        }
        return new Lost(NO_END);
    }

    private double residual(double[] loadings) {
        double sum = 0;
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < j; k++) {
                double rest = correlation[j][k] - loadings[j] * loadings[k];
                sum += rest * rest;
            }
        }
        return sum / 2;
    }

    private static double greatest(double[] numbers) {
        double greatest = 0;
        for (double number : numbers) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        return greatest;
    }

    /** Loadings with a sum that is not negative; with fewer than three of them the products could be made otherwise. */
    private static Search found(double[] loadings, double discrepancy, int iterations) {
        double sum = 0;
        int counted = 0;
        for (double loading : loadings) {
            sum += loading;
            counted += Math.abs(loading) > NOTHING ? 1 : 0;
        }
        if (counted < 3) {
            return new Lost(NOTHING_SHARED);
        }
        List<Double> list = new ArrayList<>();
        for (double loading : loadings) {
            list.add(sum < 0 ? -loading : loading);
        }
        return new Found(list, discrepancy, iterations);
    }

    private sealed interface Search {}

    private record Found(List<Double> loadings, double discrepancy, int iterations) implements Search {}

    private record Lost(Words why) implements Search {}

    /** The likelihood's discrepancy at one set of uniquenesses, with its derivatives by their logarithms. */
    private static final class Likelihood {

        private final double[][] correlation;
        private final double[] logs;
        private final double[] values;
        private final double[][] vectors;

        Likelihood(double[][] correlation, double[] logs) {
            this.correlation = correlation;
            this.logs = logs;
            int items = logs.length;
            double[] roots = new double[items];
            for (int j = 0; j < items; j++) {
                roots[j] = StrictMath.exp(logs[j] / 2);
            }
            double[][] scaled = new double[items][items];
            for (int j = 0; j < items; j++) {
                for (int k = 0; k < items; k++) {
                    scaled[j][k] = correlation[j][k] / (roots[j] * roots[k]);
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(scaled);
            values = eigen.values();
            vectors = new double[items][];
            for (int m = 0; m < items; m++) {
                vectors[m] = eigen.vector(m);
            }
        }

        Likelihood moved(double[] direction, double scale) {
            double[] moved = new double[logs.length];
            for (int j = 0; j < moved.length; j++) {
                moved[j] = logs[j] + scale * direction[j];
            }
            return new Likelihood(correlation, moved);
        }

        /** Whether the first eigenvalue is taken up by the factor, and so leaves no discrepancy. */
        private int first() {
            return values[0] > 1 ? 1 : 0;
        }

        double value() {
            double sum = 0;
            for (int m = first(); m < values.length; m++) {
                sum += values[m] > 0 ? values[m] - StrictMath.log(values[m]) - 1 : Double.POSITIVE_INFINITY;
            }
            return sum;
        }

        double[] gradient() {
            double[] gradient = new double[logs.length];
            for (int m = first(); m < values.length; m++) {
                for (int j = 0; j < gradient.length; j++) {
                    gradient[j] += (1 - values[m]) * vectors[m][j] * vectors[m][j];
                }
            }
            return gradient;
        }

        /** Where Newton's method goes from here. */
        double[] direction(double[] gradient) {
            double[] downhill = new double[gradient.length];
            for (int j = 0; j < downhill.length; j++) {
                downhill[j] = -gradient[j];
            }
            return Cholesky.of(curvature(true))
                    .or(() -> Cholesky.of(curvature(false)))
                    .map(factor -> factor.solve(downhill))
                    .orElse(downhill);
        }

        /** Whether no direction is flat, so that there is one solution only. */
        boolean isDetermined() {
            return Cholesky.of(curvature(true)).isPresent();
        }

        private double[][] curvature(boolean exact) {
            int items = logs.length;
            double[][] curvature = new double[items][items];
            for (int i = 0; i < items; i++) {
                for (int j = 0; j <= i; j++) {
                    double plain = 0;
                    double weighted = 0;
                    double mixed = 0;
                    for (int m = first(); m < items; m++) {
                        double product = vectors[m][i] * vectors[m][j];
                        plain += product;
                        weighted += values[m] * product;
                        if (first() == 1) {
                            mixed += (1 - values[m]) * (values[0] + values[m]) / (values[0] - values[m]) * product;
                        }
                    }
                    curvature[i][j] = exact ? weighted * plain + mixed * vectors[0][i] * vectors[0][j] : plain * plain;
                    curvature[j][i] = curvature[i][j];
                }
            }
            return curvature;
        }

        double[] loadings() {
            double[] loadings = new double[logs.length];
            double length = Math.sqrt(Math.max(0, values[0] - 1));
            for (int j = 0; j < loadings.length; j++) {
                loadings[j] = StrictMath.exp(logs[j] / 2) * vectors[0][j] * length;
            }
            return loadings;
        }

        double leastUniqueness() {
            double least = Double.POSITIVE_INFINITY;
            for (double log : logs) {
                least = Math.min(least, StrictMath.exp(log));
            }
            return least;
        }
    }
}
