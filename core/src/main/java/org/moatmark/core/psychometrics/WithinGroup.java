package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.moatmark.core.issue.Words;

/**
 * Agreement of the members of one group who all rate the same thing on one or several items. Reliability over groups is
 * {@link GroupReliability}.
 *
 * <p>All methods take {@code double[raters][items]} of one group and leave it as it is. Missing cells: listwise, a rater
 * with a missing cell is not used; the n of every estimate is the number of raters used. Variances divide by n - 1.
 * Fewer than two raters, or no item, give no value.
 *
 * <p>Practical limits, which are conventions: r_wg(J) of .70 ({@link AgreementBand}); a_wg of .70 moderate and .80
 * strong (Brown and Hauenstein 2005, p. 178); AD up to {@link #adLimit}.
 *
 * <p>The file is long because each index says its formula, its range and its source; the code is short.
 */
public final class WithinGroup {

    private static final Words TOO_FEW = new Words(
            "Agreement within a group needs at least two raters who answered every item.",
            "グループ内の一致には、すべての項目に答えた評定者が二人以上必要です。");

    private static final Words MEAN_TOO_EXTREME = new Words(
            "The mean lies so near the end of the scale that this few raters could not disagree there.",
            "平均が尺度の端に近すぎ、この人数では不一致が起こりえないため、a_wg は解釈できません。");

    private WithinGroup() {}

    /**
     * r_wg(J), with one item r_wg: how much smaller the mean item variance s is than the null variance u, stepped up to
     * J items, {@code J (1 - s/u) / (J (1 - s/u) + s/u)}. Range 0 to 1; {@code s > u} counts as u and gives 0.
     *
     * <p>Source: L. R. James, R. G. Demaree and G. Wolf (1984), Journal of Applied Psychology 69(1), 85-98.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @param none what disagreement would look like
     * @return the agreement, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static Estimate rwg(double[][] ratings, NullDistribution none) {
        return ofVariance(ratings, variance -> steppedUp(variance, ratings[0].length, none));
    }

    /**
     * r_wg(J) by its formula, from item variances that were found elsewhere, such as where not everybody was asked every
     * item.
     *
     * @param meanVariance the mean over items of the variance between raters, at least 0
     * @param items how many items, J, at least 1
     * @param none what disagreement would look like
     * @return the agreement, 0 to 1
     * @throws IllegalArgumentException if the variance is below 0 or not finite, or there is no item
     */
    public static double rwg(double meanVariance, int items, NullDistribution none) {
        if (!(meanVariance >= 0 && Double.isFinite(meanVariance)) || items < 1) {
            throw new IllegalArgumentException("Agreement needs a variance from 0 on and at least 1 item, not "
                    + meanVariance + " of " + items + ".");
        }
        return steppedUp(meanVariance, items, none);
    }

    private static double steppedUp(double variance, int items, NullDistribution none) {
        double share = Math.min(1, variance / none.variance());
        double gain = items * (1 - share);
        return gain / (gain + share);
    }

    /**
     * r*_wg(J): {@code 1 - s/u}, not stepped up and not cut off at 0. Range up to 1; negative where raters differ more
     * than the null says.
     *
     * <p>Source: M. K. Lindell, C. J. Brandt and D. J. Whitney (1999), Applied Psychological Measurement 23(2), 127-135.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @param none what disagreement would look like
     * @return the agreement, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static Estimate rwgStar(double[][] ratings, NullDistribution none) {
        return ofVariance(ratings, variance -> 1 - variance / none.variance());
    }

    /**
     * The mean over items of the variance between raters, s of the formulas.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @return the mean variance in squared steps, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static Estimate meanVariance(double[][] ratings) {
        return ofVariance(ratings, DoubleUnaryOperator.identity());
    }

    /**
     * a_wg(J): the mean of {@link #awgOfItems} over the items that have one. Range -1 to 1.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @param low lowest option of the scale
     * @param high highest option of the scale
     * @return the agreement, or why there is none, which is so if no item has one
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite or off the scale
     */
    public static Estimate awg(double[][] ratings, double low, double high) {
        List<Estimate> items = awgOfItems(ratings, low, high);
        double sum = 0;
        int computed = 0;
        int n = 0;
        for (Estimate item : items) {
            if (item instanceof Estimate.Point point) {
                sum += point.value();
                n = point.n();
                computed++;
            }
        }
        if (computed > 0) {
            return Estimate.of(sum / computed, n);
        }
        return items.isEmpty() ? new Estimate.NotComputable(TOO_FEW) : items.get(0);
    }

    /**
     * a_wg of every item: disagreement as a share of the most that is possible around the raters' own mean M,
     * {@code 1 - 2 s^2 / ((H - M)(M - L) k/(k - 1))} for k raters on a scale from L to H. Range -1 to 1; 1 where all
     * chose the same, 0 for the disagreement of a uniform distribution.
     *
     * <p>Special case: where M lies outside {@code (L(k-1) + H)/k} to {@code (H(k-1) + L)/k}, raters could not have
     * disagreed, and there is no value unless all chose the very end, which gives 1.
     *
     * <p>Source: R. D. Brown and N. M. A. Hauenstein (2005), Organizational Research Methods 8(2), 165-184.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @param low lowest option of the scale
     * @param high highest option of the scale
     * @return one estimate for each item
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite or off the scale
     */
    public static List<Estimate> awgOfItems(double[][] ratings, double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "A scale rises from its lowest option " + low + " to its highest, not to " + high + ".");
        }
        int items = Cells.columns(ratings, "rater", "item");
        double[][] complete = Cells.complete(ratings);
        List<Estimate> result = new ArrayList<>(items);
        for (int item = 0; item < items; item++) {
            result.add(complete.length < 2 ? new Estimate.NotComputable(TOO_FEW) : awg(complete, item, low, high));
        }
        return result;
    }

    private static Estimate awg(double[][] complete, int item, double low, double high) {
        int k = complete.length;
        double sum = 0;
        for (double[] rater : complete) {
            if (!(rater[item] >= low && rater[item] <= high)) {
                throw new IllegalArgumentException("Item " + item + ": rating " + rater[item] + " is not on its scale ("
                        + low + " to " + high + ").");
            }
            sum += rater[item];
        }
        if (sum == k * low || sum == k * high) {
            return Estimate.of(1, k);
        }
        if (sum < low * (k - 1) + high || sum > high * (k - 1) + low) {
            return new Estimate.NotComputable(MEAN_TOO_EXTREME);
        }
        double mean = sum / k;
        double most = (high - mean) * (mean - low) * k / (k - 1);
        return Estimate.of(1 - 2 * variance(complete, item) / most, k);
    }

    /**
     * AD_M(J): the mean over items of the mean distance of ratings from the item's mean, in steps of the scale; 0 where
     * all chose the same.
     *
     * <p>Source: M. J. Burke, L. M. Finkelstein and M. S. Dusig (1999), Organizational Research Methods 2(1), 49-68.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @return the deviation in steps, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static Estimate adMean(double[][] ratings) {
        return deviation(ratings, false);
    }

    /**
     * AD_Md(J): as {@link #adMean}, but around the item's median (of an even number of raters the middle of the middle
     * two), which is never farther.
     *
     * <p>Source: M. J. Burke, L. M. Finkelstein and M. S. Dusig (1999), Organizational Research Methods 2(1), 49-68.
     *
     * @param ratings {@code double[raters][items]}, NaN where one is missing; not modified
     * @return the deviation in steps, or why there is none
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static Estimate adMedian(double[][] ratings) {
        return deviation(ratings, true);
    }

    /**
     * The greatest AD that still counts as agreement: {@code A / 6} for A options, .83 for five.
     *
     * <p>Source: M. J. Burke and W. P. Dunlap (2002), Organizational Research Methods 5(2), 159-172.
     *
     * @param options how many options the scale has, at least 2
     * @return the limit in steps of the scale
     * @throws IllegalArgumentException if there are fewer options
     */
    public static double adLimit(int options) {
        if (options < 2) {
            throw new IllegalArgumentException("A scale has at least 2 options, not " + options + ".");
        }
        return options / 6.0;
    }

    /**
     * Rows sorted into groups, as the other methods want them.
     *
     * @param rows {@code double[rows][items]}; not modified, but the rows themselves are shared with the result
     * @param group {@code int[rows]}, the number of each row's group; not modified
     * @return {@code double[groups][raters][items]}, groups by rising number, rows in their order
     * @throws IllegalArgumentException if there are not as many group numbers as rows
     */
    public static double[][][] split(double[][] rows, int[] group) {
        if (rows.length != group.length) {
            throw new IllegalArgumentException(
                    "There are " + rows.length + " rows and " + group.length + " numbers of their groups.");
        }
        int[] numbers = distinct(group);
        int[] place = new int[rows.length];
        int[] sizes = new int[numbers.length];
        for (int row = 0; row < rows.length; row++) {
            boolean asBefore = row > 0 && group[row] == group[row - 1];
            place[row] = asBefore ? place[row - 1] : Arrays.binarySearch(numbers, group[row]);
            sizes[place[row]]++;
        }
        double[][][] groups = new double[numbers.length][][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = new double[sizes[g]][];
        }
        int[] filled = new int[groups.length];
        for (int row = 0; row < rows.length; row++) {
            groups[place[row]][filled[place[row]]++] = rows[row];
        }
        return groups;
    }

    private static int[] distinct(int[] numbers) {
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static Estimate ofVariance(double[][] ratings, DoubleUnaryOperator statistic) {
        int items = Cells.columns(ratings, "rater", "item");
        double[][] complete = Cells.complete(ratings);
        if (complete.length < 2 || items == 0) {
            return new Estimate.NotComputable(TOO_FEW);
        }
        double sum = 0;
        for (int item = 0; item < items; item++) {
            sum += variance(complete, item);
        }
        return Estimate.of(statistic.applyAsDouble(sum / items), complete.length);
    }

    private static double variance(double[][] complete, int item) {
        double mean = mean(complete, item);
        double squares = 0;
        for (double[] rater : complete) {
            squares += (rater[item] - mean) * (rater[item] - mean);
        }
        return squares / (complete.length - 1);
    }

    /** Exactly the common value where all are equal. */
    private static double mean(double[][] complete, int item) {
        double first = complete[0][item];
        double sum = 0;
        for (double[] rater : complete) {
            sum += rater[item] - first;
        }
        return first + sum / complete.length;
    }

    private static Estimate deviation(double[][] ratings, boolean aroundMedian) {
        int items = Cells.columns(ratings, "rater", "item");
        double[][] complete = Cells.complete(ratings);
        int k = complete.length;
        if (k < 2 || items == 0) {
            return new Estimate.NotComputable(TOO_FEW);
        }
        double[] column = new double[k];
        double sum = 0;
        for (int item = 0; item < items; item++) {
            double center = aroundMedian ? median(complete, item, column) : mean(complete, item);
            double distance = 0;
            for (double[] rater : complete) {
                distance += Math.abs(rater[item] - center);
            }
            sum += distance / k;
        }
        return Estimate.of(sum / items, k);
    }

    private static double median(double[][] complete, int item, double[] column) {
        for (int i = 0; i < column.length; i++) {
            column[i] = complete[i][item];
        }
        Arrays.sort(column);
        int middle = column.length / 2;
        return column.length % 2 == 1 ? column[middle] : column[middle - 1] / 2 + column[middle] / 2;
    }
}
