package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.issue.Words;

/**
 * Reliability from two halves of a scale.
 *
 * <p>With A and B the sums of the halves' items, {@code v} their variances (n - 1) and {@code V} that of all items:
 *
 * <pre>
 * r               = correlation of A and B
 * Spearman-Brown  = 2 r / (1 + r)
 * Flanagan-Rulon  = 2 (1 - (v_A + v_B) / V) = 4 cov(A, B) / V, Guttman's lambda-4 of this split
 * </pre>
 *
 * <p>Range: at most 1. Spearman-Brown takes the halves for parallel, Flanagan-Rulon does not and is never greater.
 *
 * <p>Missing cells: listwise, a respondent without an answer to every item is not used.
 *
 * <p>Special cases: fewer than two complete respondents, and halves or sums that never vary, give no value; halves that
 * correlate -1 have no Spearman-Brown.
 *
 * <p>Sources: L. Guttman (1945), Psychometrika 10(4), 255-282; P. J. Rulon (1939), Harvard Educational Review 9, 99-103;
 * C. Spearman (1910) and W. Brown (1910), British Journal of Psychology 3(3), 271-322.
 *
 * @param correlation r
 * @param spearmanBrown of r
 * @param flanaganRulon lambda-4 of this split
 * @param n complete respondents
 * @param incomplete respondents left out because an answer is missing
 */
public record SplitHalf(Estimate correlation, Estimate spearmanBrown, Estimate flanaganRulon, int n, int incomplete)
        implements Serializable {

    static final Words TOO_FEW = new Words(
            "Halves of a scale need at least two items and two respondents who answered all of them.",
            "折半には、二つ以上の項目と、そのすべてに答えた二人以上の回答者が必要です。");

    static final Words NO_VARIATION = new Words(
            "The sum of a half, or of all items, does not vary between respondents.", "折半の一方、または全項目の合計点に回答者間の差がありません。");

    private static final Words OPPOSITE =
            new Words("The halves correlate -1, so they cannot be parallel.", "二つの折半の相関が -1 で、平行とはみなせません。");

    /**
     * Items 1, 3, 5 ... against items 2, 4, 6 ...
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing; not modified
     * @return the coefficients
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static SplitHalf oddEven(double[][] answers) {
        int items = answers.length == 0 ? 0 : answers[0].length;
        int[] odd = new int[(items + 1) / 2];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = 2 * i;
        }
        return of(answers, odd);
    }

    /**
     * Some items against all others.
     *
     * @param answers {@code double[respondents][items]}, NaN where one is missing; not modified
     * @param half indices from 0 of the items of one half, each once; not modified
     * @return the coefficients
     * @throws IllegalArgumentException if rows differ in length, a cell is infinite, or an index is twice there or not an
     *     item's
     */
    public static SplitHalf of(double[][] answers, int... half) {
        ItemMoments moments = ItemMoments.of(answers);
        boolean[] inHalf = new boolean[moments.items()];
        for (int item : half) {
            if (item < 0 || item >= inHalf.length || inHalf[item]) {
                throw new IllegalArgumentException("Item " + item + " of a half is not one of the " + inHalf.length
                        + " items counted from 0, or is named twice.");
            }
            inHalf[item] = true;
        }
        int n = moments.respondents();
        if (n < 2 || half.length == 0 || half.length == inHalf.length) {
            Estimate none = new Estimate.NotComputable(TOO_FEW);
            return new SplitHalf(none, none, none, n, moments.incomplete());
        }
        double own = 0;
        double other = 0;
        double both = 0;
        double[][] covariance = moments.covariance();
        for (int j = 0; j < inHalf.length; j++) {
            for (int k = 0; k < inHalf.length; k++) {
                if (inHalf[j] != inHalf[k]) {
                    both += covariance[j][k] / 2;
                } else if (inHalf[j]) {
                    own += covariance[j][k];
                } else {
                    other += covariance[j][k];
                }
            }
        }
        double least = 1e-14 * ItemMoments.trace(covariance);
        Estimate constant = new Estimate.NotComputable(NO_VARIATION);
        double total = own + other + 2 * both;
        Estimate rulon = total > least ? Estimate.of(4 * both / total, n) : constant;
        if (!(own > least && other > least)) {
            return new SplitHalf(constant, constant, rulon, n, moments.incomplete());
        }
        double r = Math.max(-1, Math.min(1, both / Math.sqrt(own * other)));
        return new SplitHalf(
                Estimate.of(r, n),
                r > -1 + 1e-12 ? Estimate.of(SpearmanBrown.steppedUp(r, 2), n) : new Estimate.NotComputable(OPPOSITE),
                rulon,
                n,
                moments.incomplete());
    }
}
