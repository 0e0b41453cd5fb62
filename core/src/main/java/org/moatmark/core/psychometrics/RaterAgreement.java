package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;

/**
 * Agreement of any number of raters, in the forms that share one frame: {@code (p_a - p_e) / (1 - p_e)}. They differ in
 * what they call chance, {@code p_e}, and all take weights, missing cells and a standard error over units.
 *
 * <p>Observed agreement {@code p_a} is the mean, over units with two or more ratings, of the weighted share of agreeing
 * pairs. Chance comes from
 *
 * <ul>
 *   <li>{@link #percent}: nothing, {@code p_e = 0};
 *   <li>{@link #brennanPrediger}: categories chosen evenly, {@code sum w_kl / q^2};
 *   <li>{@link #fleiss}: the mean use of each category, {@code sum w_kl pi_k pi_l};
 *   <li>{@link #conger}: every rater's own use, averaged over pairs of raters; Cohen's kappa for two raters;
 *   <li>{@link #gwet}: {@code T_w sum pi_k (1 - pi_k) / (q (q - 1))} with {@code T_w} the sum of weights: AC1 with
 *       identity weights, else AC2;
 *   <li>{@link #krippendorff}: as Fleiss, over pairable units and corrected for their number; equal to
 *       {@link KrippendorffAlpha} of names with identity and of intervals with quadratic weights.
 * </ul>
 *
 * <p>Here {@code pi_k} is the mean over units of the share of a unit's ratings that are k; q counts the categories that
 * could be chosen. Range: at most 1; 0 is chance; negative is worse.
 *
 * <p>Missing cells: units with one rating say nothing about agreement but something about the use of categories, so they
 * count in {@code pi} (not with Krippendorff's, and not in percent); units without a rating count nowhere.
 *
 * <p>The standard error is for raters as they are and units drawn from very many, by Gwet's linearisation, which takes
 * the number of units with one rating as given.
 *
 * <p>Special cases: no unit with two ratings, fewer than two categories, or full agreement by chance give no coefficient;
 * with one unit there is a coefficient without a standard error.
 *
 * <p>Sources: K. L. Gwet (2008), British Journal of Mathematical and Statistical Psychology 61(1), 29-48 (AC1, variances);
 * K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2-5; J. L. Fleiss (1971), Psychological
 * Bulletin 76(5), 378-382; A. J. Conger (1980), Psychological Bulletin 88(2), 322-328; R. L. Brennan and D. J. Prediger
 * (1981), Educational and Psychological Measurement 41(3), 687-699.
 *
 * @param coefficient the agreement; its n is the number of units that count
 * @param standardError over units
 * @param observedAgreement {@code p_a}
 * @param expectedAgreement {@code p_e}
 * @param units how many units have a rating that counts
 * @param pairableUnits how many have two or more ratings
 * @param raters how many raters there are
 */
public record RaterAgreement(
        Estimate coefficient,
        Estimate standardError,
        Estimate observedAgreement,
        Estimate expectedAgreement,
        int units,
        int pairableUnits,
        int raters)
        implements Serializable {

    private static final Words NO_PAIRS =
            new Words("No unit was rated by two raters, so nothing can be compared.", "二人以上が評定した対象がないため、比べることができません。");

    private static final Words FULL_BY_CHANCE = new Words(
            "Chance alone already gives full agreement, because only one category was or can be used.",
            "使われた、または使えるカテゴリーが一つしかなく、偶然だけで完全に一致してしまいます。");

    private static final Words ONE_UNIT =
            new Words("A standard error over units needs at least two units.", "対象間の標準誤差を求めるには、二つ以上の対象が必要です。");

    /**
     * The weighted share of agreeing pairs of ratings, without correction for chance.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param weights the categories and their weights
     * @return the agreement
     * @throws IllegalArgumentException if rows differ in length or a rating is none of the categories
     */
    public static RaterAgreement percent(double[][] ratings, AgreementWeights weights) {
        RatingCounts counts = RatingCounts.of(ratings, weights).pairable();
        return of(counts, 0, new double[counts.units()]);
    }

    /**
     * Brennan and Prediger's coefficient, also called S, G or Bennett's.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param weights the categories and their weights
     * @return the agreement
     * @throws IllegalArgumentException if rows differ in length or a rating is none of the categories
     */
    public static RaterAgreement brennanPrediger(double[][] ratings, AgreementWeights weights) {
        RatingCounts counts = RatingCounts.of(ratings, weights);
        double expected = counts.sumOfWeights() / ((double) weights.size() * weights.size());
        double[] parts = new double[counts.units()];
        Arrays.fill(parts, expected);
        return of(counts, expected, parts);
    }

    /**
     * Fleiss' kappa, generalised to weights and missing cells.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param weights the categories and their weights
     * @return the agreement
     * @throws IllegalArgumentException if rows differ in length or a rating is none of the categories
     */
    public static RaterAgreement fleiss(double[][] ratings, AgreementWeights weights) {
        RatingCounts counts = RatingCounts.of(ratings, weights);
        double[] use = counts.use();
        double[] chance = counts.weighted(use);
        double expected = 0;
        for (int k = 0; k < use.length; k++) {
            expected += use[k] * chance[k];
        }
        return of(counts, expected, counts.means(chance));
    }

    /**
     * Gwet's coefficient: AC1 with identity weights, AC2 with others.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param weights the categories and their weights
     * @return the agreement; none with a single category
     * @throws IllegalArgumentException if rows differ in length or a rating is none of the categories
     */
    public static RaterAgreement gwet(double[][] ratings, AgreementWeights weights) {
        RatingCounts counts = RatingCounts.of(ratings, weights);
        int q = weights.size();
        if (q < 2) {
            return of(counts, 1, new double[counts.units()]);
        }
        double scale = counts.sumOfWeights() / ((double) q * (q - 1));
        double[] use = counts.use();
        double[] chance = new double[q];
        double expected = 0;
        for (int k = 0; k < q; k++) {
            chance[k] = scale * (1 - use[k]);
            expected += use[k] * chance[k];
        }
        return of(counts, expected, counts.means(chance));
    }

    /**
     * Conger's kappa, the mean over pairs of raters of Cohen's chance.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param weights the categories and their weights
     * @return the agreement; none where a rater rated no unit at all
     * @throws IllegalArgumentException if rows differ in length or a rating is none of the categories
     */
    public static RaterAgreement conger(double[][] ratings, AgreementWeights weights) {
        RatingCounts counts = RatingCounts.of(ratings, weights);
        return counts.pairableUnits() == 0 ? none(counts, NO_PAIRS) : CongerChance.of(ratings, weights, counts);
    }

    /**
     * Krippendorff's alpha with fixed weights, for its standard error.
     *
     * @param ratings {@code double[units][raters]}, NaN where one is missing; not modified
     * @param weights the categories and their weights
     * @return the agreement
     * @throws IllegalArgumentException if rows differ in length or a rating is none of the categories
     */
    public static RaterAgreement krippendorff(double[][] ratings, AgreementWeights weights) {
        RatingCounts counts = RatingCounts.of(ratings, weights).pairable();
        int n = counts.units();
        if (n == 0) {
            return none(counts, NO_PAIRS);
        }
        int all = 0;
        for (int i = 0; i < n; i++) {
            all += counts.ratings(i);
        }
        double mean = (double) all / n;
        double[] use = counts.totals();
        for (int k = 0; k < use.length; k++) {
            use[k] /= all;
        }
        double[] chance = counts.weighted(use);
        double expected = 0;
        double observed = 0;
        for (int k = 0; k < use.length; k++) {
            expected += use[k] * chance[k];
        }
        for (int i = 0; i < n; i++) {
            observed += counts.agreement(i) * counts.ratings(i) / mean / n;
        }
        double corrected = (1 - 1.0 / all) * observed + 1.0 / all;
        if (isFull(expected)) {
            return none(counts, FULL_BY_CHANCE);
        }
        double uncorrected = (observed - expected) / (1 - expected);
        double[] means = counts.means(chance);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double size = counts.ratings(i) / mean;
            double own = counts.agreement(i) * size - corrected * (size - 1);
            double byChance = means[i] * size - expected * (size - 1);
            double part =
                    (own - expected) / (1 - expected) - 2 * (1 - uncorrected) * (byChance - expected) / (1 - expected);
            squares += (part - uncorrected) * (part - uncorrected);
        }
        return made(counts, (corrected - expected) / (1 - expected), corrected, expected, squares);
    }

    /**
     * The interval {@code coefficient -+ t * standardError} with one degree of freedom less than units, its upper limit
     * at most 1.
     *
     * @param level confidence, such as 0.95
     * @return the limits, or why there are none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public IntervalEstimate interval(double level) {
        IntervalEstimate.requireLevel(level);
        if (standardError instanceof Estimate.NotComputable none) {
            return new IntervalEstimate.NotComputable(none.why());
        }
        double reach = Distributions.studentQuantile((1 + level) / 2, units - 1) * standardError.orThrow();
        double value = coefficient.orThrow();
        return new IntervalEstimate.Limits(value - reach, Math.min(1, value + reach), level);
    }

    /**
     * The coefficient and its linearised standard error.
     *
     * @param expected {@code p_e}
     * @param parts {@code double[units]}: what each unit makes of p_e, half its derivative; not modified
     */
    static RaterAgreement of(RatingCounts counts, double expected, double[] parts) {
        int n = counts.units();
        if (counts.pairableUnits() == 0) {
            return none(counts, NO_PAIRS);
        }
        if (isFull(expected)) {
            return none(counts, FULL_BY_CHANCE);
        }
        double observed = 0;
        for (int i = 0; i < n; i++) {
            observed += counts.agreement(i);
        }
        observed /= counts.pairableUnits();
        double coefficient = (observed - expected) / (1 - expected);
        double lift = (double) n / counts.pairableUnits();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double own = counts.ratings(i) > 1 ? lift * (counts.agreement(i) - expected) / (1 - expected) : 0;
            double part = own - 2 * (1 - coefficient) * (parts[i] - expected) / (1 - expected);
            squares += (part - coefficient) * (part - coefficient);
        }
        return made(counts, coefficient, observed, expected, squares);
    }

    private static RaterAgreement made(
            RatingCounts counts, double coefficient, double observed, double expected, double squares) {
        int n = counts.units();
        return new RaterAgreement(
                Estimate.of(coefficient, n),
                n > 1 ? Estimate.of(Math.sqrt(squares / (n * (n - 1.0))), n) : new Estimate.NotComputable(ONE_UNIT),
                Estimate.of(observed, counts.pairableUnits()),
                Estimate.of(expected, n),
                n,
                counts.pairableUnits(),
                counts.raters());
    }

    static RaterAgreement none(RatingCounts counts, Words why) {
        Estimate none = new Estimate.NotComputable(why);
        return new RaterAgreement(none, none, none, none, counts.units(), counts.pairableUnits(), counts.raters());
    }

    private static boolean isFull(double expected) {
        return expected > 1 - 1e-12;
    }
}
