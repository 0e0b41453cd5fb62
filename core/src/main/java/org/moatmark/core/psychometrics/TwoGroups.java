package org.moatmark.core.psychometrics;

import java.util.concurrent.atomic.AtomicLongArray;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.Distributions;
import org.moatmark.core.stats.GaussLegendre;

/**
 * How far two independent groups of people lie apart, how sure that is, and how small a distance they could have shown.
 * The permutation test is {@link PermutationTest}.
 *
 * <p>All methods take one number per person, {@code double[people]}, finite, and leave it as it is. The difference is
 * the mean of the first group minus the mean of the second. Variances divide by n - 1; the n of every estimate is the
 * number of people in both groups together. All but the difference need two people in each group.
 */
public final class TwoGroups {

    /** Of the smallest detectable difference: the error of claiming a difference that is not there, two-sided. */
    public static final double ALPHA = 0.05;

    /** Of the smallest detectable difference: the chance of finding one that is there. */
    public static final double POWER = 0.8;

    private static final int POINTS = 64;
    private static final double[] PLACES = GaussLegendre.of(POINTS).points(0, 1);
    private static final double[] WEIGHTS = GaussLegendre.of(POINTS).weights();
    private static final int MOST_STEPS = 50;

    /** The bits of {@link #noncentrality} by degrees of freedom, 0 where nobody has asked: it takes long, and few are asked. */
    private static final AtomicLongArray KNOWN = new AtomicLongArray(512);

    private static final Words NOBODY =
            new Words("A difference needs at least one person in each group.", "差を計算するには、どちらの群にも少なくとも一人が必要です。");

    private static final Words TOO_FEW =
            new Words("This needs at least two people in each group.", "計算するには、どちらの群にも少なくとも二人が必要です。");

    private static final Words NO_SPREAD = new Words(
            "Within both groups all people say the same, so that the difference cannot be measured by their spread.",
            "どちらの群でも全員の値が同じで、ばらつきを基準に差を測れません。");

    private TwoGroups() {}

    /**
     * Mean of the first minus mean of the second.
     *
     * @param one the first group; not modified
     * @param other the second group; not modified
     * @return the difference, or why there is none
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Estimate difference(double[] one, double[] other) {
        check(one, other);
        return one.length == 0 || other.length == 0
                ? new Estimate.NotComputable(NOBODY)
                : Estimate.of(mean(one) - mean(other), one.length + other.length);
    }

    /**
     * Welch's interval of the difference: {@code d +- t sqrt(s1^2/n1 + s2^2/n2)}, t from Student's distribution with the
     * degrees of freedom {@code (v1 + v2)^2 / (v1^2/(n1-1) + v2^2/(n2-1))}, {@code v = s^2/n}. The groups may differ in
     * spread. No interval where both have none.
     *
     * <p>Source: B. L. Welch (1947), The generalization of 'Student's' problem when several different population
     * variances are involved, Biometrika 34(1-2), 28-35.
     *
     * @param one the first group; not modified
     * @param other the second group; not modified
     * @param level confidence, above 0 and below 1, such as 0.95
     * @return the limits, or why there are none
     * @throws IllegalArgumentException if a value is not finite or the level is none
     */
    public static IntervalEstimate welch(double[] one, double[] other, double level) {
        check(one, other);
        IntervalEstimate.requireLevel(level);
        if (one.length < 2 || other.length < 2) {
            return new IntervalEstimate.NotComputable(TOO_FEW);
        }
        double first = squares(one) / (one.length - 1) / one.length;
        double second = squares(other) / (other.length - 1) / other.length;
        double both = first + second;
        if (both == 0) {
            return new IntervalEstimate.NotComputable(NO_SPREAD);
        }
        // Shares before squares, so that a tiny spread does not vanish.
        double df = 1
                / ((first / both) * (first / both) / (one.length - 1)
                        + (second / both) * (second / both) / (other.length - 1));
        double reach = Distributions.studentQuantile(0.5 + level / 2, df) * Math.sqrt(both);
        double difference = mean(one) - mean(other);
        return new IntervalEstimate.Limits(difference - reach, difference + reach, level);
    }

    /**
     * Hedges' g: the difference in pooled standard deviations, freed of the bias of small groups,
     * {@code g = J(m) d / s}, {@code m = n1 + n2 - 2}, with the exact {@code J(m) = Gamma(m/2) / (sqrt(m/2)
     * Gamma((m-1)/2))}. No value where both groups have no spread.
     *
     * <p>Source: L. V. Hedges (1981), Distribution theory for Glass's estimator of effect size and related estimators,
     * Journal of Educational Statistics 6(2), 107-128.
     *
     * @param one the first group; not modified
     * @param other the second group; not modified
     * @return g, or why there is none
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Estimate hedgesG(double[] one, double[] other) {
        check(one, other);
        if (one.length < 2 || other.length < 2) {
            return new Estimate.NotComputable(TOO_FEW);
        }
        double pooled = pooled(one, other);
        return pooled == 0
                ? new Estimate.NotComputable(NO_SPREAD)
                : Estimate.of(
                        unbiased(one.length + other.length - 2) * (mean(one) - mean(other)) / pooled,
                        one.length + other.length);
    }

    /**
     * The smallest true difference that a two-sided t-test at {@value #ALPHA} would find in groups of these sizes and
     * this spread with a chance of {@value #POWER}: {@code delta s sqrt(1/n1 + 1/n2)}, s the pooled standard deviation.
     * 0 where both groups have no spread.
     *
     * @param one the first group; not modified
     * @param other the second group; not modified
     * @return the difference, at least 0, or why there is none
     * @throws IllegalArgumentException if a value is not finite
     * @see #noncentrality(int)
     */
    public static Estimate smallestDetectable(double[] one, double[] other) {
        check(one, other);
        if (one.length < 2 || other.length < 2) {
            return new Estimate.NotComputable(TOO_FEW);
        }
        double error = pooledError(one, other).orThrow();
        int people = one.length + other.length;
        return Estimate.of(error == 0 ? 0 : noncentrality(people - 2) * error, people);
    }

    /**
     * The standard error of the difference if both groups have the same spread, {@code s sqrt(1/n1 + 1/n2)}; times
     * {@link #noncentrality} it is the smallest detectable difference.
     *
     * @param one the first group; not modified
     * @param other the second group; not modified
     * @return the standard error, at least 0, or why there is none
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Estimate pooledError(double[] one, double[] other) {
        check(one, other);
        if (one.length < 2 || other.length < 2) {
            return new Estimate.NotComputable(TOO_FEW);
        }
        double error = pooled(one, other) * Math.sqrt(1.0 / one.length + 1.0 / other.length);
        return Estimate.of(error, one.length + other.length);
    }

    /**
     * How many standard errors a true difference must be for a t-test at {@value #ALPHA}, two-sided, to find it with a
     * chance of {@value #POWER}: delta of the noncentral t distribution with {@code P(T > t) = 0.8} beyond the critical
     * t. What the far tail adds is under 1e-8 and left out. Relative error below 1e-9.
     *
     * <p>Source: J. Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 2; computed
     * from the definition of noncentral t, a normal variable over an independent chi, by Newton's method.
     *
     * @param df degrees of freedom, n1 + n2 - 2, at least 2
     * @return delta, falling from 5.65 toward 2.80
     * @throws IllegalArgumentException if there are fewer than 2
     */
    public static double noncentrality(int df) {
        if (df < 2) {
            throw new IllegalArgumentException(
                    "A test of two groups of two has at least 2 degrees of freedom, not " + df + ": give n1 + n2 - 2.");
        }
        long known = df < KNOWN.length() ? KNOWN.get(df) : 0;
        if (known != 0) {
            return Double.longBitsToDouble(known);
        }
        double delta = solve(df);
        if (df < KNOWN.length()) {
            KNOWN.set(df, Double.doubleToLongBits(delta));
        }
        return delta;
    }

    private static double solve(int df) {
        double critical = Distributions.studentQuantile(1 - ALPHA / 2, df);
        double spread = 1 / Math.sqrt(2.0 * df);
        double from = Math.max(0, 1 - 8 * spread);
        double[] deviation = new double[POINTS];
        double[] weight = WEIGHTS.clone();
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            // The density of a standard deviation up to a factor, which the total takes out again.
            double s = from + (1 + 8 * spread - from) * PLACES[i];
            deviation[i] = s;
            weight[i] *= StrictMath.exp((df - 1) * StrictMath.log(s) - df * (s * s - 1) / 2);
            total += weight[i];
        }
        // Starts below the root, where the chance is a concave function: the steps come nearer from one side.
        double delta = critical + Distributions.studentQuantile(POWER, df);
        for (int step = 0; step < MOST_STEPS; step++) {
            double chance = 0;
            double slope = 0;
            for (int i = 0; i < weight.length; i++) {
                double z = delta - critical * deviation[i];
                chance += weight[i] * Distributions.normalCdf(z);
                slope += weight[i] * Distributions.normalDensity(z);
            }
            double change = (POWER - chance / total) / (slope / total);
            delta += change;
            if (Math.abs(change) < 1e-10 * delta) {
                break;
            }
        }
        return delta;
    }

    /** J(m), by {@code r(m) r(m-1) = (m-2)/2} for {@code r(m) = Gamma(m/2) / Gamma((m-1)/2)}, which begins at m = 2. */
    private static double unbiased(int m) {
        double ratio = 1 / Math.sqrt(StrictMath.PI);
        for (int k = 3; k <= m; k++) {
            ratio = (k - 2) / 2.0 / ratio;
        }
        return ratio / Math.sqrt(m / 2.0);
    }

    private static double pooled(double[] one, double[] other) {
        return Math.sqrt((squares(one) + squares(other)) / (one.length + other.length - 2));
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** Exactly the common value where all are equal. */
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        return values[0] + sum / values.length;
    }

    /** Refuses values that are not finite. */
    static void check(double[]... groups) {
        for (double[] group : groups) {
            for (double value : group) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "A group holds the value " + value + ": give finite numbers, and leave out who has none.");
                }
            }
        }
    }
}
