package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

/**
 * Fleiss' kappa for names with its classical test and one kappa for each category: every unit rated by the same number
 * of raters, not necessarily the same people.
 *
 * <p>With N units, m ratings each, {@code x_ij} of unit i in category j, {@code p_j} the share of all ratings in j and
 * {@code q_j = 1 - p_j}:
 *
 * <pre>
 * kappa   = 1 - sum over i (m^2 - sum over j x_ij^2) / (N m (m-1) sum p_j q_j)
 * kappa_j = 1 - sum over i x_ij (m - x_ij) / (N m (m-1) p_j q_j)
 * SE_0    = sqrt(2) / (sum p_j q_j sqrt(N m (m-1))) sqrt((sum p_j q_j)^2 - sum p_j q_j (q_j - p_j))
 * SE_0j   = sqrt(2 / (N m (m-1)))
 * </pre>
 *
 * <p>The standard errors hold if ratings are independent, so they serve the test that kappa is 0 and no interval; for an
 * interval, weights or missing cells use {@link RaterAgreement#fleiss}.
 *
 * <p>Missing cells: listwise, a unit that a rater left out is not used.
 *
 * <p>Special cases: no complete unit, a single rater, or a single category used give no kappa; nor does a category that
 * all ratings or none of them fell into.
 *
 * <p>Sources: J. L. Fleiss (1971), Psychological Bulletin 76(5), 378-382; J. L. Fleiss, J. C. M. Nee and J. R. Landis
 * (1979), Psychological Bulletin 86(5), 974-977 (standard errors).
 *
 * @param kappa the overall coefficient
 * @param standardErrorOfNone its standard error if raters were independent
 * @param z the coefficient over that
 * @param p two-sided p-value of z
 * @param categories one kappa for each category, in the order given
 * @param n complete units
 * @param raters ratings of each
 * @param incomplete units left out because a rating is missing
 */
public record FleissKappa(
        Estimate kappa,
        Estimate standardErrorOfNone,
        Estimate z,
        Estimate p,
        List<CategoryKappa> categories,
        int n,
        int raters,
        int incomplete)
        implements Serializable {

    private static final Words TOO_FEW = new Words(
            "Fleiss' kappa needs a unit that two or more raters all rated.", "フライスのカッパには、二人以上の全員が評定した対象が必要です。");

    private static final Words ONE_CATEGORY = new Words(
            "All ratings fell into one category, so agreement beyond chance cannot be told.",
            "すべての評定が一つのカテゴリーに入ったため、偶然を超えた一致かどうかを判断できません。");

    private static final Words UNUSED_CATEGORY = new Words(
            "All ratings or none fell into this category, so agreement on it cannot be told.",
            "このカテゴリーにすべての評定が入ったか、一つも入らなかったため、一致の程度を判断できません。");

    /** Copies the list. */
    public FleissKappa {
        categories = List.copyOf(categories);
    }

    /**
     * Agreement on one category against all others.
     *
     * @param category its number
     * @param kappa the coefficient
     * @param z the coefficient over its standard error if raters were independent
     */
    public record CategoryKappa(double category, Estimate kappa, Estimate z) implements Serializable {}

    /**
     * Kappa of a table of ratings.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param categories all that could be chosen, rising numbers; not modified
     * @return the coefficients and what they rest on
     * @throws IllegalArgumentException if rows differ in length, the categories do not rise or a rating is none of them
     */
    public static FleissKappa of(double[][] ratings, double... categories) {
        int m = Cells.columns(ratings, "unit", "rater");
        double[][] complete = Cells.complete(ratings);
        AgreementWeights names = AgreementWeights.identity(categories);
        RatingCounts counts = RatingCounts.of(complete, names);
        int n = m < 2 ? 0 : complete.length;
        double pairs = (double) n * m * (m - 1);
        double[] shares = counts.totals();
        double[] disagreements = new double[shares.length];
        double spread = 0;
        double skew = 0;
        double disagreement = 0;
        List<CategoryKappa> parts = new ArrayList<>();
        for (int j = 0; j < shares.length; j++) {
            shares[j] = n == 0 ? 0 : shares[j] / ((double) n * m);
            disagreements[j] = n == 0 ? 0 : counts.disagreements(j);
            double variance = shares[j] * (1 - shares[j]);
            spread += variance;
            skew += variance * (1 - 2 * shares[j]);
            disagreement += disagreements[j];
            parts.add(part(names.category(j), disagreements[j], pairs, variance, n));
        }
        if (spread == 0) {
            Estimate none = new Estimate.NotComputable(n == 0 ? TOO_FEW : ONE_CATEGORY);
            return new FleissKappa(none, none, none, none, parts, n, m, ratings.length - complete.length);
        }
        double kappa = 1 - disagreement / (pairs * spread);
        double error = Math.sqrt(2 * (spread * spread - skew) / pairs) / spread;
        double z = kappa / error;
        return new FleissKappa(
                Estimate.of(kappa, n),
                Estimate.of(error, n),
                Estimate.of(z, n),
                Estimate.of(2 * Distributions.normalCdf(-Math.abs(z)), n),
                parts,
                n,
                m,
                ratings.length - complete.length);
    }

    private static CategoryKappa part(double category, double disagreements, double pairs, double variance, int n) {
        if (!(variance > 0)) {
            Estimate none = new Estimate.NotComputable(n == 0 ? TOO_FEW : UNUSED_CATEGORY);
            return new CategoryKappa(category, none, none);
        }
        double kappa = 1 - disagreements / (pairs * variance);
        return new CategoryKappa(category, Estimate.of(kappa, n), Estimate.of(kappa / Math.sqrt(2 / pairs), n));
    }
}
