package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Arrays;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.SeededRandom;

/**
 * Krippendorff's alpha: agreement of any number of raters on any number of units, for names, ranks, intervals or ratios,
 * with cells missing.
 *
 * <p>{@code alpha = 1 - D_o / D_e}, where {@code D_o} is the mean squared difference of two ratings of the same unit and
 * {@code D_e} that of any two ratings:
 *
 * <pre>
 * D_o = 1/n * sum over units u, values c, k of  n_uc * n_uk * d(c,k) / (m_u - 1)
 * D_e = 1/(n (n - 1)) * sum over values c, k of n_c * n_k * d(c,k)
 * </pre>
 *
 * <p>with {@code m_u} ratings of unit u, {@code n_uc} of them c, {@code n_c} uses of c in all, {@code n = sum m_u}, and
 * d from the {@link Metric}. Range: 1 is agreement without exception, 0 what chance gives, below 0 worse than chance.
 * Krippendorff asks for .800, and for .667 where tentative conclusions do.
 *
 * <p>Missing cells: a unit with fewer than two ratings says nothing about agreement and is left out, also from
 * {@code D_e}; all other ratings count.
 *
 * <p>Special cases: without a unit that two raters rated, and where all pairable ratings are equal ({@code D_e = 0}),
 * there is no alpha; the latter is a lack of variation, which is no evidence of agreement.
 *
 * <p>Source: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, sections
 * A-D; K. Krippendorff (2004), Content Analysis, 2nd ed., chapter 11, pp. 211-256.
 *
 * @param metric what the numbers mean
 * @param alpha the coefficient; its n is the number of pairable units
 * @param observedDisagreement {@code D_o}, in units of the metric
 * @param expectedDisagreement {@code D_e}, in units of the metric
 * @param units how many units there were
 * @param pairableUnits how many of them have at least two ratings
 * @param pairableRatings how many ratings these have together, {@code n} of the formula
 */
public record KrippendorffAlpha(
        Metric metric,
        Estimate alpha,
        Estimate observedDisagreement,
        Estimate expectedDisagreement,
        int units,
        int pairableUnits,
        int pairableRatings)
        implements Serializable {

    private static final Words NOTHING_TO_PAIR =
            new Words("No unit was rated by two raters, so nothing can be compared.", "二人以上が評定した対象がないため、比べることができません。");

    private static final Words NO_VARIATION = new Words(
            "All ratings are equal, so agreement cannot be told from a scale of which only one value is used.",
            "すべての評定が同じ値のため、一致しているのか、尺度の一つの値しか使われていないだけなのかを区別できません。");

    /**
     * Alpha of a table of ratings.
     *
     * @param ratings {@code double[units][raters]}, NaN where a rater left a unit out; for nominal ratings any number
     *     stands for a name; not modified
     * @param metric what the numbers mean
     * @return the coefficient and what it rests on
     * @throws IllegalArgumentException if rows differ in length, a cell is infinite, or the metric is ratio and a rating
     *     is negative
     */
    public static KrippendorffAlpha of(double[][] ratings, Metric metric) {
        PairableUnits units = PairableUnits.of(ratings, metric);
        if (units.size() == 0) {
            Estimate none = new Estimate.NotComputable(NOTHING_TO_PAIR);
            return new KrippendorffAlpha(metric, none, none, none, ratings.length, 0, 0);
        }
        PairableUnits.Disagreement disagreement = units.among(all(units.size()));
        double observed = disagreement.observed();
        double expected = disagreement.expected();
        Estimate alpha = expected > 0
                ? Estimate.of(1 - observed / expected, units.size())
                : new Estimate.NotComputable(NO_VARIATION);
        return new KrippendorffAlpha(
                metric,
                alpha,
                Estimate.of(observed, units.size()),
                Estimate.of(expected, units.size()),
                ratings.length,
                units.size(),
                units.ratings());
    }

    /**
     * A bootstrap interval: whole units are drawn with replacement, as many as are pairable, alpha is worked out anew
     * each time (both disagreements, for ranks with the uses of each value in the draw), and the limits are the
     * percentiles of these alphas. Raters are taken as they are, not drawn.
     *
     * <p>This is the bootstrap of cases of Efron and Tibshirani (1993), An Introduction to the Bootstrap, sections 6.2
     * and 13.3, as Zapf et al. (2016), BMC Medical Research Methodology 16:93, recommend it for alpha; Krippendorff's own algorithm
     * instead draws pairs of ratings and keeps {@code D_e} as it is, which is narrower where units differ. A draw
     * without variation has no alpha and is left out and counted.
     *
     * @param ratings {@code double[units][raters]}, NaN where a rater left a unit out; not modified
     * @param metric what the numbers mean
     * @param level confidence, such as 0.95
     * @param runs how often to draw, at least 100
     * @param seed the same seed gives the same limits
     * @return the limits; none below two pairable units or where more than half of the draws had no alpha
     * @throws IllegalArgumentException as {@link #of}, or if the level or the number of runs is out of range
     */
    public static BootstrapInterval bootstrap(double[][] ratings, Metric metric, double level, int runs, long seed) {
        IntervalEstimate.requireLevel(level);
        BootstrapInterval.requireRuns(runs);
        PairableUnits units = PairableUnits.of(ratings, metric);
        if (units.size() < 2) {
            return BootstrapInterval.none(runs, seed);
        }
        SeededRandom random = SeededRandom.of(seed);
        int[] chosen = new int[units.size()];
        double[] alphas = new double[runs];
        int computed = 0;
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = random.nextInt(chosen.length);
            }
            PairableUnits.Disagreement disagreement = units.among(chosen);
            if (disagreement.expected() > 0) {
                alphas[computed++] = 1 - disagreement.observed() / disagreement.expected();
            }
        }
        return BootstrapInterval.of(Arrays.copyOf(alphas, computed), level, runs, seed);
    }

    private static int[] all(int units) {
        int[] all = new int[units];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
