package org.moatmark.core.stats;

import java.io.Serializable;

/**
 * The ABC interval (approximate bootstrap confidence): what BCa comes close to with ever more runs, for a statistic that
 * is smooth in the weights of the cases. It needs 2 n + 5 evaluations, no draw and no seed.
 *
 * <p>With P0 = (1/n, ..., 1/n), the statistic T(P), its first and second derivatives t(i) and u(i) at P0 in the direction
 * of case i (central differences with a step of 0.001 / n), {@code sigma = sqrt(sum(t^2)) / n} and
 * {@code d = t / (n^2 sigma)}:
 *
 * <ul>
 *   <li>acceleration {@code a = sum(t^3) / (6 n^3 sigma^3)};
 *   <li>bias {@code b = sum(u) / (2 n^2)}, and c half the second derivative of T along d, over sigma;
 *   <li>{@code z0 = Phi^-1(2 Phi(a) Phi(c - b / sigma))}, or to the first order {@code a + c - b / sigma};
 *   <li>an end is {@code T(P0 + w / (1 - a w)^2 d)} with {@code w = z0 + z}, z the normal quantile of its probability.
 * </ul>
 *
 * @param n how many cases there are, at least 2
 * @param level share of confidence
 * @param observed the statistic with equal weights
 * @param standardError sigma, the standard error by the delta method
 * @param acceleration a
 * @param biasCorrection z0
 * @param interval the interval itself
 * @see <a href="https://doi.org/10.1201/9780429246593">B. Efron and R. J. Tibshirani (1993), An Introduction to the
 *     Bootstrap, sections 14.4 and 22.6</a>
 * @see <a href="https://doi.org/10.1093/biomet/79.2.231">T. DiCiccio and B. Efron (1992), More accurate confidence
 *     intervals in exponential families, Biometrika 79, 231-245</a>
 */
public record AbcInterval(
        int n,
        double level,
        double observed,
        double standardError,
        double acceleration,
        double biasCorrection,
        Interval interval)
        implements Serializable {

    private static final double STEP = 0.001;

    /**
     * The interval with z0 by the normal distribution function, as Efron and Tibshirani have it.
     *
     * @param n how many cases there are
     * @param statistic the statistic as a function of their weights
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, or why there is none: fewer than two cases, no value, no case with an influence, or a
     *     correction without bound
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Computed<AbcInterval> of(int n, WeightedStatistic statistic, double level) {
        return of(n, statistic, level, false);
    }

    /**
     * The interval with z0 to the first order, as Davison and Hinkley have it.
     *
     * @param n how many cases there are
     * @param statistic the statistic as a function of their weights
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, or why there is none: fewer than two cases, no value, no case with an influence, or a
     *     correction without bound
     * @throws IllegalArgumentException if the level is not between 0 and 1
     * @see <a href="https://doi.org/10.1017/CBO9780511802843">A. C. Davison and D. V. Hinkley (1997), Bootstrap Methods
     *     and their Application, section 5.4.2</a>
     */
    public static Computed<AbcInterval> ofFirstOrder(int n, WeightedStatistic statistic, double level) {
        return of(n, statistic, level, true);
    }

    private static Computed<AbcInterval> of(int n, WeightedStatistic statistic, double level, boolean firstOrder) {
        Interval.checkLevel(level);
        if (n < 2) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double[] none = new double[n];
        double observed = moved(statistic, none, 0);
        double step = STEP / n;
        double[] influence = new double[n];
        double squares = 0;
        double cubes = 0;
        double seconds = 0;
        for (int i = 0; i < n; i++) {
            double up = toward(statistic, n, i, step);
            double down = toward(statistic, n, i, -step);
            influence[i] = (up - down) / (2 * step);
            squares += influence[i] * influence[i];
            cubes += influence[i] * influence[i] * influence[i];
            seconds += (up - 2 * observed + down) / (step * step);
        }
        if (!Double.isFinite(observed) || !Double.isFinite(squares)) {
            return Computed.not(Reason.STATISTIC_UNDEFINED);
        }
        double sigma = Math.sqrt(squares) / n;
        // What a difference of two equal numbers leaves behind, divided by the step.
        if (sigma <= 4 * StrictMath.ulp(observed) / step) {
            return Computed.not(Reason.NO_INFLUENCE);
        }
        double a = cubes / (6 * squares * Math.sqrt(squares));
        double[] d = influence;
        for (int i = 0; i < n; i++) {
            d[i] /= (double) n * n * sigma;
        }
        double along = moved(statistic, d, step) - 2 * observed + moved(statistic, d, -step);
        double curved = along / (2 * sigma * step * step) - seconds / (2.0 * n * n * sigma);
        double share = 2 * Distributions.normalCdf(a) * Distributions.normalCdf(curved);
        double z0 = firstOrder ? a + curved : share < 1 ? Distributions.normalQuantile(share) : Double.NaN;
        double z = -Distributions.normalQuantile((1 - level) / 2);
        double low = end(statistic, d, z0 - z, a);
        double high = end(statistic, d, z0 + z, a);
        if (!(low <= high)) {
            return Computed.not(Reason.CORRECTION_UNBOUNDED);
        }
        return Computed.of(new AbcInterval(n, level, observed, sigma, a, z0, new Interval(low, high)));
    }

    private static double end(WeightedStatistic statistic, double[] direction, double w, double a) {
        double rest = 1 - a * w;
        return rest > 0 ? moved(statistic, direction, w / (rest * rest)) : Double.NaN;
    }

    /** The statistic with weights moved from equal ones along a direction. */
    private static double moved(WeightedStatistic statistic, double[] direction, double by) {
        return statistic.of(weights(direction, by));
    }

    /** Equal weights, moved along a direction. */
    static double[] weights(double[] direction, double by) {
        double[] weights = new double[direction.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1.0 / weights.length + by * direction[i];
        }
        return weights;
    }

    /** The statistic with weights moved from equal ones towards all weight on one case. */
    static double toward(WeightedStatistic statistic, int n, int one, double by) {
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = (1 - by) / n + (i == one ? by : 0);
        }
        return statistic.of(weights);
    }
}
