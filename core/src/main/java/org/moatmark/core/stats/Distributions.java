package org.moatmark.core.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Distribution functions and quantiles of the normal, Student, F, beta and chi-squared distributions.
 *
 * <p>Lower tails are {@code P(X <= x)}; the {@code Upper} functions are {@code P(X > x)} without the loss of digits that
 * {@code 1 - cdf} would bring; the upper tail of a symmetric distribution is its lower tail at {@code -x}. Against
 * R 4.2.2 the relative difference is below 1e-12 for parameters up to a few thousand.
 *
 * <p>The incomplete beta and gamma functions are those of Apache Commons Math, which are written in plain Java (its
 * {@code FastMath} takes only the square root, which is exact, from {@code Math}); the quantiles are solved here to the
 * last digits, because the library's own stop at 1e-9. Everything gives the same bits on every machine and Java version.
 *
 * <p>All methods are pure. A {@code NaN}, a probability outside 0 to 1, and parameters that are not finite or not above 0
 * are refused with an {@link IllegalArgumentException}.
 *
 * <p>The file is long because each of the functions states its range; they share the tails and the solver at the end.
 *
 * @see <a href="https://dlmf.nist.gov/8.17">NIST Digital Library of Mathematical Functions, sections 7.2, 8.2 and 8.17,
 *     for the error, incomplete gamma and incomplete beta functions and their part in these distributions</a>
 */
public final class Distributions {

    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_PI = Math.sqrt(2 * StrictMath.PI);

    private Distributions() {}

    /**
     * The standard normal distribution function.
     *
     * @param x any number, also infinite
     * @return P(X at most x)
     */
    public static double normalCdf(double x) {
        number("x", x);
        return 0.5 * Erf.erfc(-x / SQRT_2);
    }

    /**
     * The standard normal density.
     *
     * @param x any number, also infinite
     * @return {@code exp(-x * x / 2) / sqrt(2 * pi)}
     */
    public static double normalDensity(double x) {
        number("x", x);
        return StrictMath.exp(-0.5 * x * x) / SQRT_2_PI;
    }

    /**
     * The standard normal quantile: the x whose distribution function is p.
     *
     * @param p a probability
     * @return x; minus infinity at 0 and infinity at 1
     */
    public static double normalQuantile(double p) {
        Quantiles.checkProbability(p);
        if (p == 0.5) {
            return 0;
        }
        return p < 0.5 ? lowerNormalQuantile(p) : -lowerNormalQuantile(1 - p);
    }

    /** For p below one half: the library's start, which has few digits far out, and Halley's steps on it. */
    private static double lowerNormalQuantile(double p) {
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double x = p < 1e-15 ? -Math.sqrt(-2 * StrictMath.log(p)) : -SQRT_2 * Erf.erfInv(1 - 2 * p);
        for (int step = 0; step < 8; step++) {
            double miss = (normalCdf(x) - p) / normalDensity(x);
            double change = miss / (1 + 0.5 * x * miss);
            x -= change;
            if (Math.abs(change) <= 1e-15 * Math.abs(x)) {
                break;
            }
        }
        return x;
    }

    /**
     * The distribution function of Student's t.
     *
     * @param t any number, also infinite
     * @param df degrees of freedom, above 0, whole or not
     * @return P(T at most t)
     */
    public static double studentCdf(double t, double df) {
        number("t", t);
        positive("degrees of freedom", df);
        double tail = 0.5 * betaOdds(df / (t * t), df / 2, 0.5);
        return t < 0 ? tail : 1 - tail;
    }

    /**
     * The two-sided p-value of Student's t: {@code P(|T| > |t|)}.
     *
     * @param t any number, also infinite
     * @param df degrees of freedom, above 0, whole or not
     * @return the probability of a t at least as far from 0
     */
    public static double studentTwoSided(double t, double df) {
        return 2 * studentCdf(-Math.abs(t), df);
    }

    /**
     * The quantile of Student's t.
     *
     * @param p a probability
     * @param df degrees of freedom, above 0, whole or not
     * @return the t whose distribution function is p; minus infinity at 0 and infinity at 1
     */
    public static double studentQuantile(double p, double df) {
        Quantiles.checkProbability(p);
        positive("degrees of freedom", df);
        if (p == 0.5) {
            return 0;
        }
        double tail = p < 0.5 ? p : 1 - p;
        // With B from the beta distribution (1/2, df/2), t squared is df * B / (1 - B).
        double ratio = oddsQuantile(1 - 2 * tail, 2 * tail, 0.5, df / 2);
        double t = Math.sqrt(df * ratio);
        return p < 0.5 ? -t : t;
    }

    /**
     * The distribution function of F.
     *
     * @param x any number, also infinite; below 0 the probability is 0
     * @param df1 degrees of freedom above the line, above 0
     * @param df2 degrees of freedom below the line, above 0
     * @return P(F at most x)
     */
    public static double fCdf(double x, double df1, double df2) {
        number("x", x);
        positive("degrees of freedom", df1);
        positive("degrees of freedom", df2);
        return x <= 0 ? 0 : betaOdds(df1 * x / df2, df1 / 2, df2 / 2);
    }

    /**
     * The upper tail of F, which is the p-value of an F test.
     *
     * @param x any number, also infinite; below 0 the probability is 1
     * @param df1 degrees of freedom above the line, above 0
     * @param df2 degrees of freedom below the line, above 0
     * @return P(F above x)
     */
    public static double fUpper(double x, double df1, double df2) {
        number("x", x);
        return x <= 0 ? fCdf(Double.POSITIVE_INFINITY, df2, df1) : fCdf(1 / x, df2, df1);
    }

    /**
     * The quantile of F.
     *
     * @param p a probability
     * @param df1 degrees of freedom above the line, above 0
     * @param df2 degrees of freedom below the line, above 0
     * @return the x whose distribution function is p; infinity at 1
     */
    public static double fQuantile(double p, double df1, double df2) {
        Quantiles.checkProbability(p);
        positive("degrees of freedom", df1);
        positive("degrees of freedom", df2);
        return df2 / df1 * oddsQuantile(p, 1 - p, df1 / 2, df2 / 2);
    }

    /**
     * The distribution function of the beta distribution: the regularised incomplete beta function.
     *
     * @param x any number, also infinite; outside 0 to 1 the probability is 0 or 1
     * @param a first shape, above 0
     * @param b second shape, above 0
     * @return P(B at most x)
     */
    public static double betaCdf(double x, double a, double b) {
        number("x", x);
        positive("shape", a);
        positive("shape", b);
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : Beta.regularizedBeta(x, a, b);
    }

    /**
     * The quantile of the beta distribution.
     *
     * @param p a probability
     * @param a first shape, above 0
     * @param b second shape, above 0
     * @return the x from 0 to 1 whose distribution function is p
     */
    public static double betaQuantile(double p, double a, double b) {
        Quantiles.checkProbability(p);
        positive("shape", a);
        positive("shape", b);
        double odds = oddsQuantile(p, 1 - p, a, b);
        return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    }

    /**
     * The distribution function of chi-squared.
     *
     * @param x any number, also infinite; below 0 the probability is 0
     * @param df degrees of freedom, above 0, whole or not
     * @return P(X at most x)
     */
    public static double chiSquaredCdf(double x, double df) {
        number("x", x);
        positive("degrees of freedom", df);
        if (x <= 0) {
            return 0;
        }
        return Double.isInfinite(x) ? 1 : Gamma.regularizedGammaP(df / 2, x / 2);
    }

    /**
     * The upper tail of chi-squared, which is the p-value of a chi-squared test.
     *
     * @param x any number, also infinite; below 0 the probability is 1
     * @param df degrees of freedom, above 0, whole or not
     * @return P(X above x)
     */
    public static double chiSquaredUpper(double x, double df) {
        number("x", x);
        positive("degrees of freedom", df);
        if (x <= 0) {
            return 1;
        }
        return Double.isInfinite(x) ? 0 : Gamma.regularizedGammaQ(df / 2, x / 2);
    }

    /**
     * The quantile of chi-squared.
     *
     * @param p a probability
     * @param df degrees of freedom, above 0, whole or not
     * @return the x whose distribution function is p; infinity at 1
     */
    public static double chiSquaredQuantile(double p, double df) {
        Quantiles.checkProbability(p);
        positive("degrees of freedom", df);
        return solve(
                p, 1 - p, x -> Gamma.regularizedGammaP(df / 2, x / 2), x -> Gamma.regularizedGammaQ(df / 2, x / 2));
    }

    /** The quantile of B / (1 - B), where B has a beta distribution: keeps its digits where B is close to 1. */
    private static double oddsQuantile(double p, double q, double a, double b) {
        return solve(p, q, odds -> betaOdds(odds, a, b), odds -> betaOdds(1 / odds, b, a));
    }

    /** P(B / (1 - B) at most the odds), by whichever tail the continued fraction reaches without a difference. */
    private static double betaOdds(double odds, double a, double b) {
        double x = Double.isInfinite(odds) ? 1 : odds / (1 + odds);
        return x <= (a + 1) / (a + b + 2)
                ? Beta.regularizedBeta(x, a, b)
                : 1 - Beta.regularizedBeta(1 / (1 + odds), b, a);
    }

    /**
     * The least number from 0 whose lower tail is at least p, or whose upper tail is at most q = 1 - p, whichever tail
     * is the smaller and so has more digits. Halves the range of the doubles, not of the numbers: 63 steps find the
     * last bit, however large or tiny the answer.
     */
    private static double solve(double p, double q, DoubleUnaryOperator lower, DoubleUnaryOperator upper) {
        if (p == 0 || q == 0) {
            return p == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        long low = 0;
        long high = Double.doubleToLongBits(Double.MAX_VALUE);
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            double x = Double.longBitsToDouble(middle);
            boolean reached = p <= q ? lower.applyAsDouble(x) >= p : upper.applyAsDouble(x) <= q;
            if (reached) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Double.longBitsToDouble(high);
    }

    private static void number(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    "A distribution function was asked at " + name + " = NaN: give a number.");
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A distribution was given " + name + " of " + value + ": give a finite number above 0.");
        }
    }
}
