package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.stats.Distributions;

/**
 * Internal consistency of a scale: Cronbach's alpha with its kin, and what every item does.
 *
 * <p>With J items, V the covariance matrix (n - 1), {@code V_x} the sum of its cells (the variance of the sum score), R
 * the correlations and r their mean off the diagonal:
 *
 * <pre>
 * alpha              = J / (J-1) (1 - trace V / V_x)
 * standardised alpha = J r / (1 + (J-1) r)
 * lambda-2           = (V_x - trace V + sqrt(J/(J-1) sum of squared covariances off the diagonal)) / V_x
 * lambda-6           = 1 - sum of each item's variance that the others do not explain / V_x
 * signal to noise    = J r / (1 - r)
 * SEM                = SD sqrt(1 - alpha)
 * </pre>
 *
 * <p>Range: alpha, lambda-2 and lambda-6 are at most 1 and lower bounds of reliability; alpha can be negative where items
 * work against each other, which mostly means that one was not reversed. Standardised forms work on R.
 *
 * <p>Missing cells: listwise, a respondent without an answer to every item is not used; {@code incomplete} counts them.
 *
 * <p>Special cases: fewer than two complete respondents or two items, or a sum score that never varies, give no alpha; an
 * item that never varies leaves no standardised forms; items that determine each other leave no lambda-6.
 *
 * <p>Sources: L. J. Cronbach (1951), Psychometrika 16(3), 297-334; L. Guttman (1945), Psychometrika 10(4), 255-282
 * (lambda-2, lambda-6); L. S. Feldt, D. J. Woodruff and F. A. Salih (1987), Applied Psychological Measurement 11(1),
 * 93-103 (interval).
 *
 * @param n complete respondents
 * @param items J
 * @param incomplete respondents left out because an answer is missing
 * @param alpha Cronbach's alpha
 * @param standardizedAlpha of standardised items
 * @param lambda2 Guttman's lambda-2
 * @param standardizedLambda2 of standardised items
 * @param lambda6 Guttman's lambda-6
 * @param standardizedLambda6 of standardised items
 * @param averageCorrelation r
 * @param signalToNoise of standardised items
 * @param standardErrorOfSum SEM of the sum score, in its unit
 * @param standardErrorOfMean SEM of the mean score, in the unit of an item
 * @param itemStatistics one for each item, in order
 */
public record ScaleReliability(
        int n,
        int items,
        int incomplete,
        Estimate alpha,
        Estimate standardizedAlpha,
        Estimate lambda2,
        Estimate standardizedLambda2,
        Estimate lambda6,
        Estimate standardizedLambda6,
        Estimate averageCorrelation,
        Estimate signalToNoise,
        Estimate standardErrorOfSum,
        Estimate standardErrorOfMean,
        List<ItemStatistics> itemStatistics)
        implements Serializable {

    /** Copies the list. */
    public ScaleReliability {
        itemStatistics = List.copyOf(itemStatistics);
    }

    /**
     * Reliability of answers.
     *
     * @param answers {@code double[respondents][items]}, reversed items already turned, NaN where an answer is missing; not
     *     modified
     * @return all coefficients and what they rest on
     * @throws IllegalArgumentException if rows differ in length or a cell is infinite
     */
    public static ScaleReliability of(double[][] answers) {
        return new Consistency(ItemMoments.of(answers)).result();
    }

    /**
     * Feldt's interval of alpha, exact for items that are parallel and normal: {@code 1 - (1 - alpha) F} at the quantiles
     * of F with n - 1 and {@code (n - 1)(J - 1)} degrees of freedom.
     *
     * @param level confidence, such as 0.95, half of the rest at each end
     * @return the limits, or why there are none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public IntervalEstimate interval(double level) {
        IntervalEstimate.requireLevel(level);
        if (alpha instanceof Estimate.NotComputable none) {
            return new IntervalEstimate.NotComputable(none.why());
        }
        double rest = Math.max(0, 1 - alpha.orThrow());
        double df1 = n - 1;
        double df2 = df1 * (items - 1);
        return new IntervalEstimate.Limits(
                1 - rest * Distributions.fQuantile((1 + level) / 2, df1, df2),
                1 - rest * Distributions.fQuantile((1 - level) / 2, df1, df2),
                level);
    }
}
