package org.moatmark.core.stats;

/**
 * The chi squared distribution of a statistic whose model is wrong by some amount, the noncentrality: the sum of squares
 * of df normal variables of variance 1 whose squared means add up to it.
 *
 * <p>It is a mixture of central distributions with df, df + 2, df + 4 ... degrees of freedom, weighted as a Poisson
 * variable with half the noncentrality as its mean.
 *
 * @see "N. L. Johnson, S. Kotz and N. Balakrishnan (1995), Continuous Univariate Distributions, volume 2, 2nd edition, chapter 29"
 */
public final class NoncentralChiSquared {

    /** Weights below this part of the greatest one are left out. */
    private static final double LEAST_WEIGHT = 1e-17;

    private static final int HALVINGS = 60;
    private static final double CLOSE = 1e-11;

    private NoncentralChiSquared() {}

    /**
     * The probability of a value or a smaller one.
     *
     * @param x the value; 0 and less have probability 0
     * @param df degrees of freedom, above 0
     * @param noncentrality at least 0 and finite; 0 gives the central distribution
     * @return from 0 to 1, with an absolute error below about 1e-12
     * @throws IllegalArgumentException if x is NaN, or df or the noncentrality is out of its range
     */
    public static double cdf(double x, double df, double noncentrality) {
        if (Double.isNaN(x) || !(df > 0) || !(noncentrality >= 0 && noncentrality < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A noncentral chi squared distribution needs a number, degrees of freedom"
                            + " above 0 and a noncentrality of at least 0, not " + x + ", " + df + " and "
                            + noncentrality + ".");
        }
        if (x <= 0) {
            return 0;
        }
        double mean = noncentrality / 2;
        double mode = StrictMath.floor(mean);
        double weights = 1;
        double sum = Distributions.chiSquaredCdf(x, df + 2 * mode);
        double weight = 1;
        for (double j = mode; j > 0 && weight > LEAST_WEIGHT; j--) {
            weight *= j / mean;
            weights += weight;
            sum += weight * Distributions.chiSquaredCdf(x, df + 2 * (j - 1));
        }
        weight = 1;
        for (double j = mode + 1; weight > LEAST_WEIGHT; j++) {
            weight *= mean / j;
            weights += weight;
            sum += weight * Distributions.chiSquaredCdf(x, df + 2 * j);
        }
        return Math.min(1, sum / weights);
    }

    /**
     * The noncentrality with which a value or a smaller one has a given probability: the limits of confidence for a
     * noncentrality, since the probability falls as it rises.
     *
     * @param x the value observed
     * @param df degrees of freedom, above 0
     * @param probability above 0 and below 1
     * @return at least 0; 0 also where even the central distribution gives x no greater probability
     * @throws IllegalArgumentException if an argument is out of its range or x is infinite
     */
    public static double noncentrality(double x, double df, double probability) {
        if (!(probability > 0 && probability < 1) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("A noncentrality is sought for a finite number and a probability above 0"
                    + " and below 1, not " + x + " and " + probability + ".");
        }
        if (cdf(x, df, 0) <= probability) {
            return 0;
        }
        double low = 0;
        double high = Math.max(1, x);
        while (cdf(x, df, high) > probability) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > CLOSE * high; i++) {
            double middle = low / 2 + high / 2;
            if (cdf(x, df, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low / 2 + high / 2;
    }
}
