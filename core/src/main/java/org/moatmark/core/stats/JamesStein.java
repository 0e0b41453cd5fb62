package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates of like things, each with the same known sampling variance, drawn toward their mean: the James-Stein estimator
 * as Efron and Morris use it. With k estimates x, their mean m, the variance v and {@code S = sum((x - m)^2)}, each becomes
 * {@code m + c (x - m)} with {@code c = 1 - (k - 3) v / S}. Their total squared error is smaller on average than that of
 * the estimates themselves, from k = 4 on, though single ones may be worse.
 *
 * <p>Where c comes out below 0 it is taken as 0 (the positive-part estimator, which is better still): all estimates become
 * the mean.
 *
 * @param grandMean m, the mean of the estimates
 * @param variance v, as given
 * @param factor c, from 0 (all become the mean) to 1 (all stay)
 * @param truncated whether c came out below 0
 * @param shrunk the shrunk estimates, in the order of the estimates
 * @see <a href="https://doi.org/10.1080/01621459.1975.10479864">B. Efron and C. Morris (1975), Data analysis using Stein's
 *     estimator and its generalizations, Journal of the American Statistical Association 70, 311-319</a>
 */
public record JamesStein(double grandMean, double variance, double factor, boolean truncated, List<Double> shrunk)
        implements Serializable {

    /** Copies the list. */
    public JamesStein {
        shrunk = List.copyOf(shrunk);
    }

    /**
     * Shrinks estimates.
     *
     * @param estimates {@code double[k]}, finite, at least 4, not modified
     * @param variance the sampling variance of each, finite and at least 0
     * @return the shrunk estimates, or why there are none: fewer than four
     * @throws IllegalArgumentException if an estimate is not finite, or the variance is not finite or below 0
     */
    public static Computed<JamesStein> shrink(double[] estimates, double variance) {
        Numbers.finite("A James-Stein estimate", estimates);
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A James-Stein estimate was given a sampling variance of " + variance
                    + ": give a finite one from 0.");
        }
        int k = estimates.length;
        if (k < 4) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double mean = Statistic.mean().of(estimates);
        double squares = 0;
        for (double estimate : estimates) {
            squares += (estimate - mean) * (estimate - mean);
        }
        double c = squares > 0 ? 1 - (k - 3) * variance / squares : 0;
        double factor = Math.max(c, 0);
        List<Double> shrunk = Arrays.stream(estimates)
                .mapToObj(x -> mean + factor * (x - mean))
                .toList();
        return Computed.of(new JamesStein(mean, variance, factor, c < 0, shrunk));
    }
}
