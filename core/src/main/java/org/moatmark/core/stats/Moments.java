package org.moatmark.core.stats;

import java.io.Serializable;

/**
 * Mean, spread and shape of some numbers. With m2, m3, m4 the means of the second to fourth powers of the distances from
 * the mean.
 *
 * @param n how many numbers, at least 1
 * @param mean their mean
 * @param squares the sum of the squared distances from the mean
 * @param cubes the sum of the cubed distances
 * @param fourths the sum of the fourth powers
 * @see <a href="https://doi.org/10.1111/1467-9884.00122">D. N. Joanes and C. A. Gill (1998), Comparing measures of sample
 *     skewness and kurtosis, The Statistician 47, 183-189, formulas for G1 and G2</a>
 */
public record Moments(int n, double mean, double squares, double cubes, double fourths) implements Serializable {

    /**
     * Computes them in two passes, in the order of the array.
     *
     * @param values {@code double[n]}, finite, not modified
     * @return the moments, or why there are none: no value
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Computed<Moments> of(double[] values) {
        Numbers.finite("Moments", values);
        if (values.length == 0) {
            return Computed.not(Reason.NO_VALUES);
        }
        double least = values[0];
        double greatest = values[0];
        double sum = 0;
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double mean = Means.clamp(sum / values.length, least, greatest);
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (double value : values) {
            double off = value - mean;
            squares += off * off;
            cubes += off * off * off;
            fourths += off * off * (off * off);
        }
        return Computed.of(new Moments(values.length, mean, squares, cubes, fourths));
    }

    /**
     * The variance, divided by n - 1.
     *
     * @return at least 0, or why there is none: a single number
     */
    public Computed<Double> variance() {
        return n < 2 ? Computed.not(Reason.TOO_FEW_VALUES) : Computed.of(squares / (n - 1));
    }

    /**
     * The standard deviation, the root of the variance.
     *
     * @return at least 0, or why there is none: a single number
     */
    public Computed<Double> standardDeviation() {
        return variance().map(Math::sqrt);
    }

    /**
     * The skewness G1 (SAS, SPSS, Excel): {@code sqrt(n (n - 1)) / (n - 2) * m3 / m2^1.5}. It is 0 for symmetric numbers
     * and above 0 where the long tail is that of the great ones.
     *
     * @return the skewness, or why there is none: fewer than three numbers, or all equal
     */
    public Computed<Double> skewness() {
        if (n < 3) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double m2 = squares / n;
        return squares == 0
                ? Computed.not(Reason.ALL_EQUAL)
                : Computed.of(Math.sqrt(n * (n - 1.0)) / (n - 2) * (cubes / n) / (m2 * Math.sqrt(m2)));
    }

    /**
     * The excess kurtosis G2 (SAS, SPSS, Excel): {@code (n - 1) / ((n - 2) (n - 3)) * ((n + 1) (m4 / m2^2 - 3) + 6)}. It
     * is 0 for normal numbers and above 0 where tails are heavier.
     *
     * @return the kurtosis, or why there is none: fewer than four numbers, or all equal
     */
    public Computed<Double> kurtosis() {
        if (n < 4) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double m2 = squares / n;
        double excess = fourths / n / (m2 * m2) - 3;
        return squares == 0
                ? Computed.not(Reason.ALL_EQUAL)
                : Computed.of((n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * excess + 6));
    }
}
