package org.moatmark.core.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A statistic on many samples drawn with replacement from the data, and the intervals that follow from them. The same
 * data, statistic, seed and number of runs give the same numbers on every machine.
 *
 * <p>Quantiles of the runs are read by {@link QuantileType#WEIBULL}, at {@code (runs + 1) p}. Runs in which the
 * statistic has no value are left out and counted; if they are more than a tenth, there is no bootstrap.
 *
 * <p>The file is long because every interval says here what it is and when there is none; the code is short.
 *
 * @see <a href="https://doi.org/10.1201/9780429246593">B. Efron and R. J. Tibshirani (1993), An Introduction to the
 *     Bootstrap: standard error and bias in chapters 6 and 10, percentile intervals in chapter 13, BCa in chapter 14</a>
 * @see <a href="https://doi.org/10.1017/CBO9780511802843">A. C. Davison and D. V. Hinkley (1997), Bootstrap Methods and
 *     their Application, section 5.2 for basic intervals and 5.3 for the others</a>
 */
public final class Bootstrap implements Serializable {

    private static final long serialVersionUID = 1;

    /** Greatest share of runs without a value. */
    private static final double MOST_UNDEFINED = 0.1;

    private final int n;
    private final long seed;
    private final int undefined;
    private final double observed;
    private final double[] sorted;
    private final Computed<Double> acceleration;

    private Bootstrap(int n, long seed, double observed, double[] replicates, Computed<Double> acceleration) {
        this.n = n;
        this.seed = seed;
        this.observed = observed;
        this.sorted = Arrays.stream(replicates).filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        this.undefined = replicates.length - sorted.length;
        this.acceleration = acceleration;
    }

    /**
     * Resamples values.
     *
     * @param values {@code double[n]}, finite, not modified
     * @param statistic what to compute from each sample of n values
     * @param runs how many samples to draw, at least 1; 2,000 are usual for intervals
     * @param seed of the draws
     * @return the bootstrap, or why there is none: fewer than two values, or a statistic without a value
     * @throws IllegalArgumentException if a value is not finite or there is no run
     */
    public static Computed<Bootstrap> of(double[] values, Statistic statistic, int runs, long seed) {
        Numbers.finite("A bootstrap", values);
        return ofIndices(values.length, Chosen.of(values, statistic), runs, seed);
    }

    /**
     * Resamples cases. The draws are those of {@link #of} with as many values, run by run and case by case
     * {@code nextInt(n)} of {@code SeededRandom.of(seed)}.
     *
     * @param n how many cases there are
     * @param statistic what to compute from each sample of n cases
     * @param runs how many samples to draw, at least 1
     * @param seed of the draws
     * @return the bootstrap, or why there is none: fewer than two cases, or a statistic without a value
     * @throws IllegalArgumentException if there is no run
     */
    public static Computed<Bootstrap> ofIndices(int n, IndexStatistic statistic, int runs, long seed) {
        checkRuns(runs);
        if (n < 2) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double observed = statistic.of(Chosen.all(n));
        double[] replicates = Double.isFinite(observed) ? draw(n, statistic, runs, seed) : new double[0];
        Computed<Double> acceleration = Jackknife.ofIndices(n, statistic).flatMap(Jackknife::acceleration);
        return checked(new Bootstrap(n, seed, observed, replicates, acceleration));
    }

    /**
     * Takes runs that the caller has drawn, for instance within strata.
     *
     * @param n how many cases the data have
     * @param seed of the draws
     * @param observed the statistic on the data
     * @param replicates {@code double[runs]}, the statistic in each run, NaN where it has no value; not modified
     * @return the bootstrap, whose {@link #acceleration()} is not known, or why there is none
     * @throws IllegalArgumentException if there is no run
     */
    public static Computed<Bootstrap> ofReplicates(int n, long seed, double observed, double[] replicates) {
        checkRuns(replicates.length);
        return checked(new Bootstrap(n, seed, observed, replicates, Computed.not(Reason.NO_JACKKNIFE)));
    }

    private static double[] draw(int n, IndexStatistic statistic, int runs, long seed) {
        SeededRandom random = SeededRandom.of(seed);
        double[] replicates = new double[runs];
        int[] drawn = new int[n];
        for (int run = 0; run < runs; run++) {
            random.fill(drawn, n);
            replicates[run] = statistic.of(drawn);
        }
        return replicates;
    }

    private static void checkRuns(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("A bootstrap of " + runs + " runs does not exist: give at least 1.");
        }
    }

    private static Computed<Bootstrap> checked(Bootstrap bootstrap) {
        if (!Double.isFinite(bootstrap.observed)) {
            return Computed.not(Reason.STATISTIC_UNDEFINED);
        }
        boolean often = bootstrap.undefined > MOST_UNDEFINED * bootstrap.runs();
        return often ? Computed.not(Reason.OFTEN_UNDEFINED) : Computed.of(bootstrap);
    }

    /**
     * How many cases the data have.
     *
     * @return at least 2
     */
    public int n() {
        return n;
    }

    /**
     * How many samples were drawn.
     *
     * @return all runs, those without a value too
     */
    public int runs() {
        return sorted.length + undefined;
    }

    /**
     * In how many runs the statistic had no value.
     *
     * @return at most a tenth of the runs
     */
    public int undefinedRuns() {
        return undefined;
    }

    /**
     * The seed of the draws.
     *
     * @return as given
     */
    public long seed() {
        return seed;
    }

    /**
     * The statistic on the data themselves.
     *
     * @return a finite number
     */
    public double observed() {
        return observed;
    }

    /**
     * The statistic in the runs, in ascending order.
     *
     * @return {@code double[runs with a value]}, a copy
     */
    public double[] replicates() {
        return sorted.clone();
    }

    /**
     * The standard error: the standard deviation (n - 1) of the runs.
     *
     * @return at least 0, or why there is none: a single run
     */
    public Computed<Double> standardError() {
        if (sorted.length < 2) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double mean = mean();
        double squares = 0;
        for (double replicate : sorted) {
            squares += (replicate - mean) * (replicate - mean);
        }
        return Computed.of(Math.sqrt(squares / (sorted.length - 1)));
    }

    /**
     * How much greater the runs are on average than the statistic on the data.
     *
     * @return mean of the runs minus {@link #observed()}
     */
    public double bias() {
        return mean() - observed;
    }

    /**
     * The percentile interval: the quantiles of the runs that leave half of the rest on either side.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, or why there is none: all runs are equal
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Computed<Interval> percentile(double level) {
        Interval.checkLevel(level);
        return allEqual()
                ? Computed.not(Reason.RESAMPLES_ALL_EQUAL)
                : Computed.of(new Interval(quantile((1 - level) / 2), quantile(1 - (1 - level) / 2)));
    }

    /**
     * The basic interval: the percentile interval turned round the statistic, {@code 2 t - high} to {@code 2 t - low}. It
     * may leave the range that the statistic can have.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, or why there is none: all runs are equal
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Computed<Interval> basic(double level) {
        return percentile(level).map(turned -> new Interval(2 * observed - turned.high(), 2 * observed - turned.low()));
    }

    /**
     * The bias-corrected and accelerated interval by the textbook: runs that equal the statistic do not count as below
     * it, and the acceleration is the jackknife's.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @return the interval, or why there is none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Computed<Interval> bca(double level) {
        return bca(level, Ties.NOT_BELOW);
    }

    /**
     * The bias-corrected and accelerated interval, with the acceleration of the jackknife.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @param ties what runs that equal the statistic count as
     * @return the interval, or why there is none
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Computed<Interval> bca(double level, Ties ties) {
        Interval.checkLevel(level);
        if (allEqual()) {
            return Computed.not(Reason.RESAMPLES_ALL_EQUAL);
        }
        return biasCorrection(ties).flatMap(z0 -> acceleration.flatMap(a -> bca(level, z0, a)));
    }

    /**
     * The bias-corrected and accelerated interval: the quantiles of the runs at
     * {@code Phi(z0 + (z0 + z) / (1 - a (z0 + z)))}, where z is the normal quantile of the percentile interval's
     * probability. With z0 and a both 0 it is the percentile interval.
     *
     * @param level share of confidence above 0 and below 1, such as 0.95
     * @param z0 the bias correction, finite
     * @param a the acceleration, finite; 0 for the bias-corrected interval (BC)
     * @return the interval, or why there is none: all runs are equal, or the correction has no bound
     * @throws IllegalArgumentException if the level is not between 0 and 1, or z0 or a is not finite
     */
    public Computed<Interval> bca(double level, double z0, double a) {
        Interval.checkLevel(level);
        if (!Double.isFinite(z0) || !Double.isFinite(a)) {
            throw new IllegalArgumentException("A BCa interval was asked with bias correction " + z0
                    + " and acceleration " + a + ": give finite numbers.");
        }
        if (allEqual()) {
            return Computed.not(Reason.RESAMPLES_ALL_EQUAL);
        }
        double z = -Distributions.normalQuantile((1 - level) / 2);
        boolean bounded = 1 - a * (z0 - z) > 0 && 1 - a * (z0 + z) > 0;
        return bounded
                ? Computed.of(new Interval(quantile(moved(z0, -z, a)), quantile(moved(z0, z, a))))
                : Computed.not(Reason.CORRECTION_UNBOUNDED);
    }

    /**
     * The bias correction z0 of BCa: the normal quantile of the share of runs below the statistic.
     *
     * @param ties what runs that equal the statistic count as
     * @return z0, or why there is none: all runs are on one side of the statistic
     */
    public Computed<Double> biasCorrection(Ties ties) {
        int below = 0;
        int equal = 0;
        for (double replicate : sorted) {
            if (replicate < observed) {
                below++;
            } else if (replicate == observed) {
                equal++;
            }
        }
        double counted = ties == Ties.HALF_BELOW ? below + 0.5 * equal : below;
        double share = counted / sorted.length;
        return share == 0 || share == 1
                ? Computed.not(Reason.CORRECTION_UNBOUNDED)
                : Computed.of(Distributions.normalQuantile(share));
    }

    /** What runs that equal the statistic exactly count as in the bias correction; they are common for whole answers. */
    public enum Ties {
        /** Not as below: Efron and Tibshirani's formula 14.14, and the package boot of R. */
        NOT_BELOW,

        /** Half as below, as in SciPy: z0 is 0 where the runs are symmetric, ties or none. */
        HALF_BELOW
    }

    /**
     * The acceleration a of BCa, from the jackknife.
     *
     * @return a, or why there is none
     * @see Jackknife#acceleration()
     */
    public Computed<Double> acceleration() {
        return acceleration;
    }

    private static double moved(double z0, double z, double a) {
        return Distributions.normalCdf(z0 + (z0 + z) / (1 - a * (z0 + z)));
    }

    private boolean allEqual() {
        return sorted[0] == sorted[sorted.length - 1];
    }

    private double quantile(double p) {
        return Quantiles.ofSorted(sorted, QuantileType.WEIBULL, p);
    }

    private double mean() {
        double sum = 0;
        for (double replicate : sorted) {
            sum += replicate;
        }
        return Means.clamp(sum / sorted.length, sorted[0], sorted[sorted.length - 1]);
    }
}
