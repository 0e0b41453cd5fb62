package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.moatmark.core.stats.GaussLegendre;

/**
 * Sobol indices of a smooth model with few inputs, exactly: its variance is integrated on a grid of Gauss-Legendre points
 * instead of being drawn. With n points an input, a model that is a polynomial up to degree n - 1 in each input comes out
 * exact, and an analytic one soon to the last digits; the model is asked {@code n^k} times for k inputs.
 *
 * @param indices first-order and total indices
 * @param pairs {@code [i][j]}: the part of the variance that is due to inputs i and j together and to neither alone
 *     (second-order index), symmetric, the diagonal 0; all 0 for a constant result
 */
public record SobolDecomposition(SobolIndices indices, List<List<Double>> pairs) implements Serializable {

    private static final double MOST_POINTS = 5e7;

    /** Copies the lists. */
    public SobolDecomposition {
        pairs = pairs.stream().map(List::copyOf).toList();
    }

    /**
     * Integrates a model.
     *
     * @param model the result for given inputs, finite; must not keep or change the array
     * @param inputs how each input varies, at least one
     * @param nodes points per input, 2 to 200; together with the inputs at most 50 million
     * @return all indices of first and second order and the totals
     * @throws IllegalArgumentException if the numbers of inputs or points are out of range or a result is not finite
     */
    public static SobolDecomposition of(ToDoubleFunction<double[]> model, List<SobolIndices.Range> inputs, int nodes) {
        int k = inputs.size();
        if (k == 0 || nodes < 2 || nodes > 200 || StrictMath.pow(nodes, k) > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "A grid takes at least one input and 2 to 200 points each, up to 50 million" + " in all, not " + k
                            + " inputs with " + nodes + " points.");
        }
        Grid grid = new Grid(model, inputs, nodes);
        double[] closed = new double[k];
        double[] without = new double[k];
        List<Estimate> first = new ArrayList<>();
        List<Estimate> total = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            closed[i] = grid.variance(grid.meansBy(i, -1));
            without[i] = grid.varianceWithout(i);
            first.add(SobolIndices.part(closed[i], grid.variance, grid.greatest, grid.results.length));
            total.add(SobolIndices.part(grid.variance - without[i], grid.variance, grid.greatest, grid.results.length));
        }
        List<List<Double>> pairs = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                double both = i == j ? 0 : grid.variance(grid.meansBy(i, j)) - closed[i] - closed[j];
                row.add(SobolIndices.part(both, grid.variance, grid.greatest, grid.results.length)
                        .number()
                        .orElse(0));
            }
            pairs.add(row);
        }
        SobolIndices indices = new SobolIndices(grid.mean, grid.variance, first, total, grid.results.length);
        return new SobolDecomposition(indices, pairs);
    }

    /** Results at all points of the grid; the last input moves fastest. */
    private static final class Grid {

        private final int inputs;
        private final int nodes;
        private final double[] weights;
        private final double[] results;
        private double mean;
        private double variance;
        private double greatest;

        Grid(ToDoubleFunction<double[]> model, List<SobolIndices.Range> ranges, int nodes) {
            this.nodes = nodes;
            inputs = ranges.size();
            GaussLegendre rule = GaussLegendre.of(nodes);
            weights = rule.weights();
            double[][] points = new double[inputs][];
            for (int i = 0; i < inputs; i++) {
                points[i] = rule.points(ranges.get(i).lower(), ranges.get(i).upper());
            }
            results = new double[(int) StrictMath.round(StrictMath.pow(nodes, inputs))];
            for (int at = 0; at < results.length; at++) {
                double[] place = new double[inputs];
                for (int i = 0; i < inputs; i++) {
                    place[i] = points[i][node(at, i)];
                }
                results[at] = model.applyAsDouble(place);
                if (!Double.isFinite(results[at])) {
                    throw new IllegalArgumentException(
                            "The model's result is " + results[at] + "; a finite number was expected.");
                }
                mean += weight(at, -1) * results[at];
                greatest = Math.max(greatest, Math.abs(results[at]));
            }
            for (int at = 0; at < results.length; at++) {
                variance += weight(at, -1) * (results[at] - mean) * (results[at] - mean);
            }
        }

        /** The node of an input at a point of the grid. */
        private int node(int at, int input) {
            int rest = at;
            for (int i = inputs - 1; i > input; i--) {
                rest /= nodes;
            }
            return rest % nodes;
        }

        /** The weight of a point, as if one input were not there. */
        private double weight(int at, int without) {
            double weight = 1;
            int rest = at;
            for (int i = inputs - 1; i >= 0; i--) {
                weight *= i == without ? 1 : weights[rest % nodes];
                rest /= nodes;
            }
            return weight;
        }

        /** Mean results given one input, or given two. */
        double[] meansBy(int one, int other) {
            double[] means = new double[other < 0 ? nodes : nodes * nodes];
            for (int at = 0; at < results.length; at++) {
                int cell = other < 0 ? node(at, one) : node(at, one) * nodes + node(at, other);
                double given = weights[node(at, one)] * (other < 0 ? 1 : weights[node(at, other)]);
                means[cell] += weight(at, -1) / given * (results[at] - mean);
            }
            return means;
        }

        /** The variance of mean results given one input or two, which are told by their number. */
        double variance(double[] means) {
            double sum = 0;
            for (int cell = 0; cell < means.length; cell++) {
                double weight = means.length == nodes ? weights[cell] : weights[cell / nodes] * weights[cell % nodes];
                sum += weight * means[cell] * means[cell];
            }
            return sum;
        }

        /** The variance of the mean results given all inputs but one. */
        double varianceWithout(int input) {
            int step = 1;
            for (int i = inputs - 1; i > input; i--) {
                step *= nodes;
            }
            double sum = 0;
            for (int at = 0; at < results.length; at++) {
                if (node(at, input) == 0) {
                    double inner = 0;
                    for (int q = 0; q < nodes; q++) {
                        inner += weights[q] * (results[at + q * step] - mean);
                    }
                    sum += weight(at, input) * inner * inner;
                }
            }
            return sum;
        }
    }
}
