package org.moatmark.core.stats;

/**
 * The nine definitions of sample quantiles that statistical software uses, with the numbers that Hyndman and Fan gave
 * them. In all of them the sorted values x[1] to x[n] are read at a position h of the probability p; with j the whole
 * part of h and g the rest, the quantile lies between x[j] and x[j+1] (x[1] below the first, x[n] above the last).
 *
 * <p>A position closer to a whole number than a few units in its last binary digit counts as that number: 0.07 * 100 is
 * 7.000000000000001 in floating point, and the first definition must still give the 7th of 100 values and not the 8th.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">R. J. Hyndman and Y. Fan (1996), Sample quantiles in
 *     statistical packages, The American Statistician 50(4), 361-365, whose definitions 1 to 9 these are</a>
 */
public enum QuantileType {

    /** Definition 1, h = np: x[j] if g = 0, else x[j+1]. The nearest rank; the inverse of the distribution function. */
    INVERSE_CDF(1, 0, 0),

    /** Definition 2, h = np: as 1, but the mean of x[j] and x[j+1] if g = 0. The default of SAS. */
    AVERAGED_INVERSE_CDF(2, 0, 0),

    /** Definition 3, h = np - 1/2: x[j] if g = 0 and j is even, else x[j+1]. The nearest even order statistic. */
    NEAREST_EVEN(3, 0, -0.5),

    /** Definition 4, h = np: linear between x[j] and x[j+1], (1 - g) x[j] + g x[j+1], as in all that follow. */
    LINEAR_CDF(4, 0, 0),

    /** Definition 5, h = np + 1/2: Hazen's, the knots in the middle of the steps. */
    HAZEN(5, 0, 0.5),

    /** Definition 6, h = (n + 1) p: Weibull's; PERCENTILE.EXC, SPSS and Minitab. */
    WEIBULL(6, 1, 0),

    /** Definition 7, h = (n - 1) p + 1: Gumbel's; the default of R, NumPy and PERCENTILE.INC. */
    LINEAR(7, -1, 1),

    /** Definition 8, h = (n + 1/3) p + 1/3: nearly unbiased for the median, which Hyndman and Fan recommend. */
    MEDIAN_UNBIASED(8, 1.0 / 3, 1.0 / 3),

    /** Definition 9, h = (n + 1/4) p + 3/8: nearly unbiased for normal data (Blom). */
    NORMAL_UNBIASED(9, 0.25, 0.375);

    private static final double SLACK = 4 * 0x1.0p-52;

    private final int number;
    private final double more;
    private final double shift;

    QuantileType(int number, double more, double shift) {
        this.number = number;
        this.more = more;
        this.shift = shift;
    }

    /**
     * The number that Hyndman and Fan gave it, and R and others call it by.
     *
     * @return 1 to 9
     */
    public int number() {
        return number;
    }

    /**
     * The definition of a number.
     *
     * @param number 1 to 9
     * @return the definition
     * @throws IllegalArgumentException if the number is another
     */
    public static QuantileType ofNumber(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException(
                    "Quantile definition " + number + " does not exist: there are 1 to " + values().length + ".");
        }
        return values()[number - 1];
    }

    /** The position in values sorted from 0 to n - 1: at a whole number that value, else between it and the next. */
    double position(int n, double p) {
        double h = (n + more) * p + shift;
        double whole = StrictMath.floor(h + SLACK * Math.max(1, Math.abs(h)));
        double rest = h - whole <= SLACK * Math.max(1, Math.abs(h)) ? 0 : h - whole;
        double weight = switch (this) {
            case INVERSE_CDF -> rest > 0 ? 1 : 0;
            case AVERAGED_INVERSE_CDF -> rest > 0 ? 1 : 0.5;
            case NEAREST_EVEN -> rest > 0 || whole % 2 != 0 ? 1 : 0;
            default -> rest;
        };
        return Means.clamp(whole + weight - 1, 0, n - 1);
    }
}
