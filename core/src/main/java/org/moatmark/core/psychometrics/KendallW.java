package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;
import org.moatmark.core.stats.Ranks;

/**
 * Kendall's coefficient of concordance: how far m raters rank n subjects alike.
 *
 * <p>Each rater's ratings become ranks, ties their mean rank. With S the sum of squares of the subjects' rank sums about
 * their mean and {@code T_j = sum (t^3 - t)} over rater j's groups of t tied subjects:
 *
 * <pre>
 * W           = 12 S / (m^2 (n^3 - n) - m sum T_j)
 * uncorrected = 12 S / (m^2 (n^3 - n))
 * chi-squared = m (n - 1) W, n - 1 degrees of freedom
 * </pre>
 *
 * <p>Range: 0 to 1, where 1 is the same ranking by all. The chi-squared test is approximate and wants n above 7.
 *
 * <p>Missing cells: listwise, a subject that a rater left out is not used.
 *
 * <p>Special cases: fewer than two complete subjects or two raters, or no rater who distinguishes any two subjects, give
 * no W.
 *
 * <p>Sources: M. G. Kendall and B. Babington Smith (1939), Annals of Mathematical Statistics 10(3), 275-287; S. Siegel and
 * N. J. Castellan (1988), Nonparametric Statistics for the Behavioral Sciences, 2nd ed., section 9.6 (ties).
 *
 * @param w the coefficient, corrected for ties
 * @param uncorrected the same without the correction
 * @param chiSquared the test statistic, from the corrected W
 * @param p its upper tail
 * @param degrees degrees of freedom, n - 1
 * @param subjects complete subjects, n
 * @param raters m
 * @param incomplete subjects left out because a rating is missing
 */
public record KendallW(
        Estimate w,
        Estimate uncorrected,
        Estimate chiSquared,
        Estimate p,
        int degrees,
        int subjects,
        int raters,
        int incomplete)
        implements Serializable {

    private static final Words TOO_FEW = new Words(
            "Concordance needs at least two raters and two subjects that all of them rated.",
            "一致係数には、二人以上の評定者と、その全員が評定した二つ以上の対象が必要です。");

    private static final Words ALL_TIED = new Words(
            "No rater distinguishes any two subjects, so there is no order to compare.",
            "どの評定者も対象に差をつけていないため、比べる順位がありません。");

    /**
     * Concordance of a table of ratings or ranks.
     *
     * @param ratings {@code double[subjects][raters]}, NaN where one is missing; not modified
     * @return the coefficient and its test
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static KendallW of(double[][] ratings) {
        int m = Cells.columns(ratings, "subject", "rater");
        double[][] complete = Cells.complete(ratings);
        int n = complete.length;
        int incomplete = ratings.length - n;
        if (n < 2 || m < 2) {
            Estimate none = new Estimate.NotComputable(TOO_FEW);
            return new KendallW(none, none, none, none, Math.max(0, n - 1), n, m, incomplete);
        }
        double[] sums = new double[n];
        double ties = 0;
        double[] own = new double[n];
        for (int j = 0; j < m; j++) {
            for (int i = 0; i < n; i++) {
                own[i] = complete[i][j];
            }
            double[] ranks = Ranks.midRanks(own);
            for (int i = 0; i < n; i++) {
                sums[i] += ranks[i];
            }
            for (int t : Ranks.tieSizes(own)) {
                ties += (double) t * t * t - t;
            }
        }
        double mean = m * (n + 1) / 2.0;
        double s = 0;
        for (double sum : sums) {
            s += (sum - mean) * (sum - mean);
        }
        double cubes = (double) n * n * n - n;
        double greatest = (double) m * m * cubes;
        if (!(greatest - m * ties > 0)) {
            Estimate none = new Estimate.NotComputable(ALL_TIED);
            return new KendallW(none, none, none, none, n - 1, n, m, incomplete);
        }
        double w = 12 * s / (greatest - m * ties);
        double chiSquared = m * (n - 1.0) * w;
        return new KendallW(
                Estimate.of(w, n),
                Estimate.of(12 * s / greatest, n),
                Estimate.of(chiSquared, n),
                Estimate.of(Distributions.chiSquaredUpper(chiSquared, n - 1), n),
                n - 1,
                n,
                m,
                incomplete);
    }
}
