package org.moatmark.core.psychometrics;

import org.moatmark.core.issue.Words;

/**
 * Anchoring vignettes without a model: a rating of oneself, or of one's company, is told by where it stands among the
 * same person's ratings of invented cases. People who use a scale differently, but see the cases alike, become
 * comparable.
 *
 * <p>With vignettes z(1) to z(J) in their expected order and the own rating y, the C scale has ranks 1 to 2J + 1: below
 * the first, equal to it, between the first and the second, and so on to above the last. The B scale has ranks 1 to J +
 * 1: up to the first, from the first to the second, and so on to from the last. A rank is open if its condition holds;
 * vignettes that tie or stand out of order can open several, of which the least and the greatest are kept.
 *
 * @see <a href="https://doi.org/10.1093/pan/mpl011">G. King and J. Wand (2007), Comparing incomparable survey responses:
 *     evaluating and selecting anchoring vignettes, Political Analysis 15, 46-66, especially 48-51</a>
 * @see <a href="https://doi.org/10.1017/S000305540400108X">G. King, C. J. L. Murray, J. A. Salomon and A. Tandon (2004),
 *     Enhancing the validity and cross-cultural comparability of measurement in survey research, American Political
 *     Science Review 98, 191-207, especially 194-195</a>
 */
public final class AnchoringVignettes {

    /** What there is instead of a rank where a rating is missing. */
    public static final VignetteRank UNRATED = new VignetteRank.NotRanked(
            new Words("The own rating or that of a vignette is missing.", "自社の評価、または仮想事例の評価が欠けています。"));

    private AnchoringVignettes() {}

    /**
     * The rank on the C scale.
     *
     * @param own the own rating; NaN if missing
     * @param vignettes {@code double[J]}: the same person's ratings of the vignettes, in their expected order, lowest
     *     first; NaN if missing; not modified
     * @return a rank or interval from 1 to 2J + 1; none if a rating is missing
     * @throws IllegalArgumentException if there are no vignettes
     */
    public static VignetteRank rankC(double own, double... vignettes) {
        if (isMissing(own, vignettes)) {
            return UNRATED;
        }
        int low = own < vignettes[0] ? 1 : Integer.MAX_VALUE;
        int high = own < vignettes[0] ? 1 : 0;
        for (int j = 0; j < vignettes.length; j++) {
            boolean last = j == vignettes.length - 1;
            if (own == vignettes[j]) {
                low = Math.min(low, 2 * j + 2);
                high = 2 * j + 2;
            } else if (own > vignettes[j] && (last || own < vignettes[j + 1])) {
                low = Math.min(low, 2 * j + 3);
                high = 2 * j + 3;
            }
        }
        return new VignetteRank.Ranked(low, high, 2 * vignettes.length + 1);
    }

    /**
     * The rank on the B scale.
     *
     * @param own the own rating; NaN if missing
     * @param vignettes {@code double[J]}: the same person's ratings of the vignettes, in their expected order, lowest
     *     first; NaN if missing; not modified
     * @return a rank or interval from 1 to J + 1; none if a rating is missing
     * @throws IllegalArgumentException if there are no vignettes
     */
    public static VignetteRank rankB(double own, double... vignettes) {
        if (isMissing(own, vignettes)) {
            return UNRATED;
        }
        int low = own <= vignettes[0] ? 1 : Integer.MAX_VALUE;
        int high = own <= vignettes[0] ? 1 : 0;
        for (int j = 0; j < vignettes.length; j++) {
            boolean last = j == vignettes.length - 1;
            if (own >= vignettes[j] && (last || own <= vignettes[j + 1])) {
                low = Math.min(low, j + 2);
                high = j + 2;
            }
        }
        return new VignetteRank.Ranked(low, high, vignettes.length + 1);
    }

    /**
     * How many pairs of vignettes a person rates against their expected order.
     *
     * @param vignettes {@code double[J]}, in their expected order, lowest first; NaN if missing; not modified
     * @return the number of pairs of which the one that should be lower is rated higher; ties and missing ratings do not
     *     count
     */
    public static int outOfOrder(double... vignettes) {
        int pairs = 0;
        for (int i = 0; i < vignettes.length; i++) {
            for (int j = i + 1; j < vignettes.length; j++) {
                pairs += vignettes[i] > vignettes[j] ? 1 : 0;
            }
        }
        return pairs;
    }

    private static boolean isMissing(double own, double[] vignettes) {
        if (vignettes.length == 0) {
            throw new IllegalArgumentException("A rating is placed among at least one vignette, not none.");
        }
        boolean missing = Double.isNaN(own);
        for (double vignette : vignettes) {
            missing |= Double.isNaN(vignette);
        }
        return missing;
    }
}
