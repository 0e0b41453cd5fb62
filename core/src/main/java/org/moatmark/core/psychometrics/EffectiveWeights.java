package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.moatmark.core.issue.Words;

/**
 * How much the parts of an index matter to it, beside the weights that they were given. A weight says what a point more of
 * a part is worth; what a part explains of the differences between companies depends as much on how the parts are spread
 * and correlated.
 *
 * <p>For the n companies with all parts and the index y:
 *
 * <pre>
 * linear      = squared correlation of the part with y
 * main effect = variance of the mean of y given the part, over the variance of y (first-order sensitivity, Pearson's
 *               correlation ratio): from slices of equally many companies in order of the part, freed of chance,
 *               1 - (within slices / (n - k)) / (around the mean / (n - 1)), not under 0
 * share       = linear, divided by the sum of it over all parts
 * largest gap = the greatest distance between share and nominal share
 * </pre>
 *
 * <p>There are k slices, about the root of n and at most 10, each with at least 4 companies; equal values of a part stay in
 * one slice. The main effect sees curved relations too; where it is much above the linear part, the relation is not straight.
 * Shares come from the linear part, which is the steadier of the two with few companies.
 *
 * <p>Range: all from 0 to 1. Special cases: fewer than 8 companies, an index that does not vary, or a part that does not vary
 * (it explains nothing: it has no value) give no value. Under about 30 companies values are mostly chance.
 *
 * @param n companies with all parts and an index
 * @param incomplete companies left out
 * @param parts one for each part, in order
 * @param largestGap between share and nominal share; its n is n
 * @see <a href="https://doi.org/10.1111/j.1467-985X.2012.01059.x">P. Paruolo, M. Saisana and A. Saltelli (2013), Ratings and
 *     rankings: voodoo or science?, Journal of the Royal Statistical Society A 176, 609-634, sections 3 and 4</a>
 * @see <a href="https://doi.org/10.1073/pnas.21.9.554">T. L. Kelley (1935), An unbiased correlation ratio measure,
 *     Proceedings of the National Academy of Sciences 21, 554-559</a>
 */
public record EffectiveWeights(int n, int incomplete, List<Part> parts, Estimate largestGap) implements Serializable {

    private static final int FEWEST = 8;
    private static final int MOST_SLICES = 10;
    private static final int FEWEST_IN_A_SLICE = 4;

    private static final Words TOO_FEW = new Words(
            "Effective weights need at least eight companies with all parts and an index.",
            "実効ウェイトを求めるには、すべての部分得点と総合指標がそろった企業が八社以上必要です。");

    private static final Words SAME_INDEX = new Words("The index does not vary.", "総合指標に企業間の差がありません。");

    private static final Words SAME_PART =
            new Words("The part does not vary, so it explains nothing.", "この部分得点には企業間の差がなく、何も説明しません。");

    /**
     * What one part is worth.
     *
     * @param nominal its share of the weights, 0-1
     * @param linear squared correlation with the index
     * @param mainEffect first-order sensitivity index
     * @param share its share of what all parts explain, 0-1
     */
    public record Part(double nominal, Estimate linear, Estimate mainEffect, Estimate share) implements Serializable {
        /** Refuses null. */
        public Part {
            Objects.requireNonNull(linear, "linear");
            Objects.requireNonNull(mainEffect, "mainEffect");
            Objects.requireNonNull(share, "share");
        }
    }

    /** Copies the list. */
    public EffectiveWeights {
        parts = List.copyOf(parts);
        Objects.requireNonNull(largestGap, "largestGap");
    }

    /**
     * Effective weights of the parts of an index.
     *
     * @param parts {@code double[companies][parts]}, NaN where one is missing; not modified
     * @param index {@code double[companies]}, NaN where it is missing; not modified
     * @param weights {@code double[parts]}, above 0; only their proportions count; not modified
     * @return effective beside nominal weights, or why there are none
     * @throws IllegalArgumentException if lengths do not match, a number is infinite or a weight is not above 0
     */
    public static EffectiveWeights of(double[][] parts, double[] index, double[] weights) {
        double[][] rows = rows(parts, index, weights);
        double[][] complete = Cells.complete(rows);
        int n = complete.length;
        int k = weights.length;
        double total = Arrays.stream(weights).sum();
        double[] y = column(complete, k);
        Words none = n < FEWEST ? TOO_FEW : varies(y) ? null : SAME_INDEX;
        List<Estimate> linear = new ArrayList<>();
        double explained = 0;
        for (int i = 0; i < k; i++) {
            double[] x = column(complete, i);
            Estimate one = none != null
                    ? new Estimate.NotComputable(none)
                    : varies(x) ? Estimate.of(squaredCorrelation(x, y), n) : new Estimate.NotComputable(SAME_PART);
            linear.add(one);
            explained += one.number().orElse(0);
        }
        List<Part> found = new ArrayList<>();
        double gap = 0;
        for (int i = 0; i < k; i++) {
            Estimate one = linear.get(i);
            double nominal = weights[i] / total;
            boolean counts = one instanceof Estimate.Point && explained > 0;
            double share = counts ? one.orThrow() / explained : 0;
            gap = Math.max(gap, Math.abs(share - nominal));
            Estimate main = one instanceof Estimate.Point ? Estimate.of(mainEffect(column(complete, i), y), n) : one;
            found.add(new Part(
                    nominal,
                    one,
                    main,
                    counts
                            ? Estimate.of(share, n)
                            : one instanceof Estimate.NotComputable ? one : new Estimate.NotComputable(SAME_PART)));
        }
        return new EffectiveWeights(
                n,
                rows.length - n,
                found,
                none == null && explained > 0
                        ? Estimate.of(gap, n)
                        : new Estimate.NotComputable(none == null ? SAME_PART : none));
    }

    private static double[][] rows(double[][] parts, double[] index, double[] weights) {
        if (parts.length != index.length || weights.length == 0) {
            throw new IllegalArgumentException("There are parts of " + parts.length + " companies, " + index.length
                    + " indices and " + weights.length + " weights.");
        }
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight is finite and above 0, not " + weight + ".");
            }
        }
        double[][] rows = new double[parts.length][];
        for (int row = 0; row < rows.length; row++) {
            if (parts[row].length != weights.length) {
                throw new IllegalArgumentException("Company " + row + " has " + parts[row].length
                        + " parts, but there are " + weights.length + " weights.");
            }
            rows[row] = Arrays.copyOf(parts[row], weights.length + 1);
            rows[row][weights.length] = index[row];
        }
        Cells.columns(rows, "company", "part");
        return rows;
    }

    private static double[] column(double[][] rows, int at) {
        return Arrays.stream(rows).mapToDouble(row -> row[at]).toArray();
    }

    private static boolean varies(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    private static double mean(double[] values, int from, int to, int[] order) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += values[order[at]];
        }
        return sum / (to - from);
    }

    private static double squaredCorrelation(double[] x, double[] y) {
        int[] all = IntStream.range(0, x.length).toArray();
        double meanX = mean(x, 0, x.length, all);
        double meanY = mean(y, 0, y.length, all);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return Math.min(1, xy / xx * (xy / yy));
    }

    private static double mainEffect(double[] x, double[] y) {
        int n = x.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((one, other) -> Double.compare(x[one], x[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        int wanted = Math.max(2, Math.min(MOST_SLICES, Math.min((int) (Math.sqrt(n) + 0.5), n / FEWEST_IN_A_SLICE)));
        double mean = mean(y, 0, n, order);
        double around = 0;
        for (double value : y) {
            around += (value - mean) * (value - mean);
        }
        double within = 0;
        int slices = 0;
        int from = 0;
        for (int slice = 1; slice <= wanted && from < n; slice++) {
            int to = Math.max(from + 1, (int) ((long) n * slice / wanted));
            while (to < n && x[order[to]] == x[order[to - 1]]) {
                to++;
            }
            double own = mean(y, from, to, order);
            for (int at = from; at < to; at++) {
                within += (y[order[at]] - own) * (y[order[at]] - own);
            }
            slices++;
            from = to;
        }
        return slices < 2 || slices == n ? 0 : Math.max(0, 1 - within / (n - slices) / (around / (n - 1)));
    }
}
