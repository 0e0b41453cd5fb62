package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.issue.Words;

/**
 * The best, the worst and the mean split-half reliability (lambda-4) over all ways to halve a scale.
 *
 * <p>An odd number of items is split into halves that differ by one. The best is Guttman's lambda-4 proper, which
 * capitalises on chance in small samples; the worst is Revelle's beta, an estimate of how much of the sum one common
 * factor explains.
 *
 * <p>Missing cells: listwise, a respondent without an answer to every item is not used.
 *
 * <p>Special cases: fewer than two complete respondents, sums that do not vary (or, standardised, an item that does not),
 * and more than 22 items (705,432 splits) give no value.
 *
 * <p>Sources: L. Guttman (1945), Psychometrika 10(4), 255-282; W. Revelle (1979), Multivariate Behavioral Research 14(1),
 * 57-74 (beta).
 *
 * @param greatest lambda-4
 * @param least beta
 * @param mean over all splits
 * @param splits how many there are
 * @param n complete respondents
 * @param incomplete respondents left out because an answer is missing
 */
public record SplitHalves(Estimate greatest, Estimate least, Estimate mean, int splits, int n, int incomplete)
        implements Serializable {

    private static final int MOST_ITEMS = 22;

    private static final Words TOO_MANY =
            new Words("There are too many ways to halve more than 22 items.", "項目が 22 を超えると、折半の組み合わせが多すぎて計算できません。");

    private static final Words CONSTANT_ITEM = new Words(
            "An item was answered alike by everybody, so it cannot be standardised.", "全員が同じ答えをした項目があり、標準化できません。");

    /**
     * All splits of answers.
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing; not modified
     * @param scaling whether items are standardised first
     * @return best, worst and mean
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static SplitHalves of(double[][] answers, ItemScaling scaling) {
        ItemMoments moments = ItemMoments.of(answers);
        int items = moments.items();
        if (moments.respondents() < 2 || items < 2) {
            return none(moments, SplitHalf.TOO_FEW);
        }
        if (items > MOST_ITEMS) {
            return none(moments, TOO_MANY);
        }
        if (scaling == ItemScaling.STANDARDIZED && !moments.allVary()) {
            return none(moments, CONSTANT_ITEM);
        }
        double[][] matrix = scaling == ItemScaling.RAW ? moments.covariance() : moments.correlation();
        double total = ItemMoments.total(matrix);
        if (!(total > 1e-14 * ItemMoments.trace(matrix))) {
            return none(moments, SplitHalf.NO_VARIATION);
        }
        int half = items / 2;
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        int splits = 0;
        int end = 1 << items;
        for (int chosen = (1 << half) - 1; chosen < end; chosen = next(chosen)) {
            if (2 * half == items && (chosen & 1) == 0) {
                continue;
            }
            double reliability = 4 * between(matrix, chosen) / total;
            greatest = Math.max(greatest, reliability);
            least = Math.min(least, reliability);
            sum += reliability;
            splits++;
        }
        int n = moments.respondents();
        return new SplitHalves(
                Estimate.of(greatest, n),
                Estimate.of(least, n),
                Estimate.of(sum / splits, n),
                splits,
                n,
                moments.incomplete());
    }

    /** The next greater number with as many bits set. */
    private static int next(int chosen) {
        int lowest = chosen & -chosen;
        int ripple = chosen + lowest;
        return ripple | ((chosen ^ ripple) >>> 2) / lowest;
    }

    /** The covariance of the chosen items' sum with the others' sum. */
    private static double between(double[][] matrix, int chosen) {
        double sum = 0;
        for (int j = 0; j < matrix.length; j++) {
            if ((chosen >>> j & 1) == 1) {
                for (int k = 0; k < matrix.length; k++) {
                    if ((chosen >>> k & 1) == 0) {
                        sum += matrix[j][k];
                    }
                }
            }
        }
        return sum;
    }

    private static SplitHalves none(ItemMoments moments, Words why) {
        Estimate none = new Estimate.NotComputable(why);
        return new SplitHalves(none, none, none, 0, moments.respondents(), moments.incomplete());
    }
}
