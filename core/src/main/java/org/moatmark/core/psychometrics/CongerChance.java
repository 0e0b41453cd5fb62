package org.moatmark.core.psychometrics;

import org.moatmark.core.issue.Words;

/**
 * Chance agreement from every rater's own use of the categories: the mean, over ordered pairs of different raters, of
 * {@code sum w_kl p_gk p_hl}. A unit moves {@code p_gk} by {@code (n / n_g) (its own - p_gk)} if rater g rated it.
 */
final class CongerChance {

    private static final Words IDLE_RATER = new Words(
            "A rater rated no unit at all, so that rater's habits are unknown; leave the column out.",
            "一つも評定していない評定者がおり、その人の評定傾向が分かりません。その列を除いてください。");

    private CongerChance() {}

    static RaterAgreement of(double[][] ratings, AgreementWeights weights, RatingCounts counts) {
        int q = weights.size();
        int raters = counts.raters();
        double[][] habits = new double[raters][q];
        int[] rated = new int[raters];
        for (double[] unit : ratings) {
            for (int g = 0; g < raters; g++) {
                if (!Double.isNaN(unit[g])) {
                    habits[g][weights.indexOf(unit[g])]++;
                    rated[g]++;
                }
            }
        }
        double[] together = new double[q];
        for (int g = 0; g < raters; g++) {
            if (rated[g] == 0) {
                return RaterAgreement.none(counts, IDLE_RATER);
            }
            for (int k = 0; k < q; k++) {
                habits[g][k] /= rated[g];
                together[k] += habits[g][k];
            }
        }
        double pairs = raters * (raters - 1.0);
        double[][] others = new double[raters][];
        double[] own = new double[raters];
        double expected = 0;
        for (int g = 0; g < raters; g++) {
            double[] rest = new double[q];
            for (int k = 0; k < q; k++) {
                rest[k] = together[k] - habits[g][k];
            }
            others[g] = counts.weighted(rest);
            for (int k = 0; k < q; k++) {
                own[g] += habits[g][k] * others[g][k];
            }
            expected += own[g] / pairs;
        }
        double[] parts = new double[counts.units()];
        int n = 0;
        for (double[] unit : ratings) {
            double part = expected;
            boolean any = false;
            for (int g = 0; g < raters; g++) {
                if (!Double.isNaN(unit[g])) {
                    any = true;
                    double moved = others[g][weights.indexOf(unit[g])] - own[g];
                    part += (double) counts.units() / rated[g] * moved / pairs;
                }
            }
            if (any) {
                parts[n++] = part;
            }
        }
        return RaterAgreement.of(counts, expected, parts);
    }
}
