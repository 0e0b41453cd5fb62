package org.moatmark.core.psychometrics;

import java.util.Arrays;

/** The marginal log-likelihood of a graded response model as a hill over its free parameters. */
final class GradedHill implements Ascent.Hill {

    final MarginalLikelihood likelihood;
    final FreeParameters free;
    private final double steepest;

    GradedHill(ResponsePatterns data, Slopes slopes, Quadrature quadrature) {
        likelihood = new MarginalLikelihood(data, quadrature);
        free = new FreeParameters(likelihood.parameterAt, slopes);
        steepest = quadrature.steepest();
    }

    /**
     * A place to start from: slopes of 1, turned round where an item goes against the others, and intercepts from the
     * parts of the respondents who reached each category.
     */
    double[] start() {
        ResponsePatterns data = likelihood.data;
        double[] start = new double[likelihood.parameters()];
        double[] middles = middles(data);
        for (int i = 0; i < likelihood.items; i++) {
            int at = likelihood.parameterAt[i];
            int categories = likelihood.parameterAt[i + 1] - at;
            double[] counts = new double[categories];
            double together = 0;
            double n = 0;
            for (int p = 0; p < data.patterns.length; p++) {
                int code = data.patterns[p][i];
                if (code >= 0) {
                    counts[code] += data.frequencies[p];
                    n += data.frequencies[p];
                    together += data.frequencies[p] * (code - middles[i]) * rest(data.patterns[p], i, middles);
                }
            }
            start[at] = together < 0 ? -1 : 1;
            double above = n;
            for (int k = 1; k < categories; k++) {
                above -= counts[k - 1];
                start[at + k] = 1.2 * StrictMath.log((above + 0.5) / (n - above + 0.5));
            }
        }
        return free.pick(start);
    }

    private static double[] middles(ResponsePatterns data) {
        double[] middles = new double[data.columns.length];
        for (int i = 0; i < middles.length; i++) {
            double sum = 0;
            double n = 0;
            for (int p = 0; p < data.patterns.length; p++) {
                if (data.patterns[p][i] >= 0) {
                    sum += data.frequencies[p] * (double) data.patterns[p][i];
                    n += data.frequencies[p];
                }
            }
            middles[i] = sum / n;
        }
        return middles;
    }

    /** How far the other answers of a pattern lie above the middle of their items. */
    private static double rest(int[] pattern, int without, double[] middles) {
        double sum = 0;
        for (int i = 0; i < pattern.length; i++) {
            if (i != without && pattern[i] >= 0) {
                sum += pattern[i] - middles[i];
            }
        }
        return sum;
    }

    @Override
    public double height(double[] place) {
        double[] all = free.spread(place);
        for (int i = 0; i < likelihood.items; i++) {
            for (int at = likelihood.parameterAt[i] + 2; at < likelihood.parameterAt[i + 1]; at++) {
                if (!(all[at] < all[at - 1])) {
                    return Double.NEGATIVE_INFINITY;
                }
            }
        }
        return likelihood.evaluate(all);
    }

    @Override
    public double[] gradient() {
        return free.gather(likelihood.gradient());
    }

    @Override
    public double[][] curvature() {
        double[][] matrix = new double[free.count()][free.count()];
        double[][][] blocks = likelihood.completeInformation();
        for (int i = 0; i < blocks.length; i++) {
            free.gather(blocks[i], likelihood.parameterAt[i], matrix);
        }
        return matrix;
    }

    @Override
    public boolean isHopeless(double[] place) {
        return steep(place) >= 0;
    }

    /** The first column whose slope is steeper than the points can resolve, or -1. */
    int steep(double[] place) {
        double[] all = free.spread(place);
        for (int i = 0; i < likelihood.items; i++) {
            int at = likelihood.parameterAt[i];
            if (free.isFree(at) && Math.abs(all[at]) > steepest) {
                return likelihood.data.columns[i];
            }
        }
        return -1;
    }

    /** The observed information of the free parameters at the last place. */
    double[][] observedInformation() {
        double[][] matrix = new double[free.count()][free.count()];
        free.gather(ObservedInformation.of(likelihood), 0, matrix);
        return matrix;
    }

    static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }
}
