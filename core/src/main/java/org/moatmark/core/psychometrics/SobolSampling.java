package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.moatmark.core.stats.SeededRandom;
import org.moatmark.core.stats.SobolSequence;

/**
 * Sobol indices of any model by drawing its inputs: two sets of points A and B, and for every input the points of A with
 * that input taken from B.
 *
 * <p>With {@code f} less its mean: the first-order part is the mean of {@code f(B) * (f(AB_i) - f(A))} (Saltelli), the
 * total part half the mean of {@code (f(A) - f(AB_i))^2} (Jansen). For k inputs the model is asked {@code (k + 2) * 2^m}
 * times.
 *
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto and S.
 *     Tarantola (2010), Variance based sensitivity analysis of model output: design and estimator for the total
 *     sensitivity index, Computer Physics Communications 181, 259-270, table 2 (b) and (f)</a>
 */
public final class SobolSampling {

    private static final int MOST_POWER = 24;

    private SobolSampling() {}

    /**
     * From evenly spread points (Sobol sequence): the choice for smooth models.
     *
     * @param model the result for given inputs, finite; must not keep or change the array
     * @param inputs how each input varies; 1 to 500
     * @param power two to this power is the number of points in each set, 1 to 24
     * @return the indices
     * @throws IllegalArgumentException if the numbers of inputs or points are out of range or a result is not finite
     */
    public static SobolIndices even(ToDoubleFunction<double[]> model, List<SobolIndices.Range> inputs, int power) {
        check(inputs, power);
        SobolSequence sequence = SobolSequence.of(2 * inputs.size(), power);
        return of(model, inputs, power, sequence::next);
    }

    /**
     * From random points: the choice where the model jumps.
     *
     * @param model the result for given inputs, finite; must not keep or change the array
     * @param inputs how each input varies; 1 to 500
     * @param power two to this power is the number of points in each set, 1 to 24
     * @param seed seed of the points
     * @return the indices
     * @throws IllegalArgumentException if the numbers of inputs or points are out of range or a result is not finite
     */
    public static SobolIndices random(
            ToDoubleFunction<double[]> model, List<SobolIndices.Range> inputs, int power, long seed) {
        check(inputs, power);
        SeededRandom random = SeededRandom.of(seed);
        return of(model, inputs, power, () -> {
            double[] point = new double[2 * inputs.size()];
            for (int i = 0; i < point.length; i++) {
                point[i] = random.nextDouble();
            }
            return point;
        });
    }

    private interface Points {
        double[] next();
    }

    private static SobolIndices of(
            ToDoubleFunction<double[]> model, List<SobolIndices.Range> inputs, int power, Points points) {
        int k = inputs.size();
        int n = 1 << power;
        double[] a = new double[n];
        double[] b = new double[n];
        double[][] mixed = new double[k][n];
        for (int p = 0; p < n; p++) {
            double[] point = points.next();
            double[] left = new double[k];
            double[] right = new double[k];
            for (int i = 0; i < k; i++) {
                left[i] = inputs.get(i).at(point[i]);
                right[i] = inputs.get(i).at(point[k + i]);
            }
            a[p] = ask(model, left.clone());
            b[p] = ask(model, right.clone());
            for (int i = 0; i < k; i++) {
                double[] swapped = left.clone();
                swapped[i] = right[i];
                mixed[i][p] = ask(model, swapped);
            }
        }
        return parts(a, b, mixed);
    }

    private static SobolIndices parts(double[] a, double[] b, double[][] mixed) {
        int n = a.length;
        double mean = 0;
        double greatest = 0;
        for (int p = 0; p < n; p++) {
            mean += (a[p] + b[p]) / (2 * n);
            greatest = Math.max(greatest, Math.max(Math.abs(a[p]), Math.abs(b[p])));
        }
        double variance = 0;
        for (int p = 0; p < n; p++) {
            variance += ((a[p] - mean) * (a[p] - mean) + (b[p] - mean) * (b[p] - mean)) / (2 * n);
        }
        int evaluations = (mixed.length + 2) * n;
        List<Estimate> first = new ArrayList<>();
        List<Estimate> total = new ArrayList<>();
        for (double[] own : mixed) {
            double alone = 0;
            double all = 0;
            for (int p = 0; p < n; p++) {
                alone += (b[p] - mean) * (own[p] - a[p]) / n;
                all += (a[p] - own[p]) * (a[p] - own[p]) / (2 * n);
            }
            first.add(SobolIndices.part(alone, variance, greatest, evaluations));
            total.add(SobolIndices.part(all, variance, greatest, evaluations));
        }
        return new SobolIndices(mean, variance, first, total, evaluations);
    }

    private static double ask(ToDoubleFunction<double[]> model, double[] inputs) {
        double result = model.applyAsDouble(inputs);
        if (!Double.isFinite(result)) {
            throw new IllegalArgumentException("The model's result is " + result + "; a finite number was expected.");
        }
        return result;
    }

    private static void check(List<SobolIndices.Range> inputs, int power) {
        int most = SobolSequence.MOST_DIMENSIONS / 2;
        if (inputs.isEmpty() || inputs.size() > most || power < 1 || power > MOST_POWER) {
            throw new IllegalArgumentException("Sobol indices take 1 to " + most + " inputs and 2^1 to 2^" + MOST_POWER
                    + " points, not " + inputs.size() + " inputs and 2^" + power + " points.");
        }
    }
}
