package org.moatmark.core.psychometrics;

import java.util.List;
import org.moatmark.core.stats.Cholesky;

/**
 * The log-likelihood of a simple structure for one respondent, without its constant: {@code -(log|C| + tr(R C^-1)) / 2}
 * with the sample's correlations R and the model's {@code C = L P L' + U}. Parameters are the items' loadings, their
 * uniquenesses, and the correlations of the factors, in this order.
 *
 * <p>With each parameter the model changes by {@code a b' + b a'} for two vectors a and b. So the slope is
 * {@code a'(C^-1 R C^-1 - C^-1) b}, and the expected information of two parameters (a, b) and (c, d) is
 * {@code (b'C^-1 c)(d'C^-1 a) + (b'C^-1 d)(c'C^-1 a)}.
 *
 * @see <a href="https://doi.org/10.1007/BF02289343">K. G. Jöreskog (1969), A general approach to confirmatory maximum
 *     likelihood factor analysis, Psychometrika 34, 183-202</a>
 */
final class FactorCovariance implements Ascent.Hill {

    /** On the scale of correlations a parameter beyond this has run away. */
    private static final double FAR = 20;

    private static final int[][] NO_PAIRS = {};

    private final double[][] correlation;
    private final int[] factorOf;
    private final int factors;
    private final int[][] pairs;

    private double[] place = {};
    private double[][] implied = {};
    private double[][] inverse = {};

    FactorCovariance(double[][] correlation, int[] factorOf, int factors) {
        this.correlation = correlation;
        this.factorOf = factorOf;
        this.factors = factors;
        pairs = factors < 2 ? NO_PAIRS : new int[factors * (factors - 1) / 2][];
        int at = 0;
        for (int f = 0; f < factors; f++) {
            for (int g = 0; g < f; g++) {
                pairs[at++] = new int[] {f, g};
            }
        }
    }

    int parameters() {
        return 2 * factorOf.length + pairs.length;
    }

    /** Which parameter the correlation of two different factors is. */
    int pair(int f, int g) {
        int high = Math.max(f, g);
        return 2 * factorOf.length + high * (high - 1) / 2 + Math.min(f, g);
    }

    /** {@code double[factors][factors]}: the factors' correlations at a place. */
    double[][] factorCorrelations(double[] at) {
        double[][] correlations = new double[factors][factors];
        for (int f = 0; f < factors; f++) {
            for (int g = 0; g < factors; g++) {
                correlations[f][g] = f == g ? 1 : at[pair(f, g)];
            }
        }
        return correlations;
    }

    /** {@code double[items][items]}: what the model says the correlations are, at the place whose height was asked last. */
    double[][] implied() {
        return implied;
    }

    @Override
    public double height(double[] next) {
        place = next.clone();
        int items = factorOf.length;
        double[][] between = factorCorrelations(place);
        implied = new double[items][items];
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < items; k++) {
                implied[j][k] = place[j] * place[k] * between[factorOf[j]][factorOf[k]];
            }
            implied[j][j] += place[items + j];
        }
        Cholesky factor = Cholesky.of(implied).orElse(null);
        if (factor == null) {
            return Double.NEGATIVE_INFINITY;
        }
        inverse = factor.inverse();
        double trace = 0;
        for (int j = 0; j < items; j++) {
            trace += dot(correlation[j], inverse[j]);
        }
        return -(factor.logDeterminant() + trace) / 2;
    }

    @Override
    public double[] gradient() {
        int items = factorOf.length;
        double[][] pull = product(inverse, product(correlation, inverse));
        for (int j = 0; j < items; j++) {
            for (int k = 0; k < items; k++) {
                pull[j][k] -= inverse[j][k];
            }
        }
        double[] gradient = new double[parameters()];
        for (int t = 0; t < gradient.length; t++) {
            List<double[]> change = change(t);
            gradient[t] = dot(change.get(0), times(pull, change.get(1)));
        }
        return gradient;
    }

    /** The expected information of one respondent at the place whose height was asked last. */
    @Override
    public double[][] curvature() {
        int size = parameters();
        double[][] a = new double[size][];
        double[][] b = new double[size][];
        double[][] weightedA = new double[size][];
        double[][] weightedB = new double[size][];
        for (int t = 0; t < size; t++) {
            List<double[]> change = change(t);
            a[t] = change.get(0);
            b[t] = change.get(1);
            weightedA[t] = times(inverse, a[t]);
            weightedB[t] = times(inverse, b[t]);
        }
        double[][] information = new double[size][size];
        for (int s = 0; s < size; s++) {
            for (int t = 0; t <= s; t++) {
                information[s][t] = dot(weightedB[s], a[t]) * dot(weightedA[s], b[t])
                        + dot(weightedB[s], b[t]) * dot(weightedA[s], a[t]);
                information[t][s] = information[s][t];
            }
        }
        return information;
    }

    @Override
    public boolean isHopeless(double[] at) {
        for (double parameter : at) {
            if (!(Math.abs(parameter) < FAR)) {
                return true;
            }
        }
        return false;
    }

    /** The vectors a and b of a parameter. */
    private List<double[]> change(int parameter) {
        int items = factorOf.length;
        double[] a = new double[items];
        double[] b = new double[items];
        if (parameter < items) {
            double[][] between = factorCorrelations(place);
            a[parameter] = 1;
            for (int k = 0; k < items; k++) {
                b[k] = place[k] * between[factorOf[parameter]][factorOf[k]];
            }
        } else if (parameter < 2 * items) {
            a[parameter - items] = 1;
            b[parameter - items] = 0.5;
        } else {
            int[] pair = pairs[parameter - 2 * items];
            for (int k = 0; k < items; k++) {
                a[k] = factorOf[k] == pair[0] ? place[k] : 0;
                b[k] = factorOf[k] == pair[1] ? place[k] : 0;
            }
        }
        return List.of(a, b);
    }

    private static double[][] product(double[][] left, double[][] symmetric) {
        double[][] product = new double[left.length][];
        for (int j = 0; j < left.length; j++) {
            product[j] = new double[symmetric.length];
            for (int m = 0; m < symmetric.length; m++) {
                for (int k = 0; k < symmetric.length; k++) {
                    product[j][k] += left[j][m] * symmetric[m][k];
                }
            }
        }
        return product;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            product[j] = dot(matrix[j], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
