package org.moatmark.core.stats;

import org.jspecify.annotations.Nullable;

/**
 * How much of the variance of a result is due to one of its independent sources, from paired draws: each pair has a result
 * a, a result b whose sources were all drawn anew, and a result that took this one source from a and all others from b.
 *
 * <p>With f0 and V the mean and the variance of all a and b together: first order {@code mean((a - f0) * (frozen - b)) / V}
 * (Saltelli), total {@code mean((frozen - b)^2) / (2 V)} (Jansen). Both are exactly 0 for a source that changes nothing;
 * estimates may lie a little outside 0 to 1 and are not clipped. Pairs in which one of the three is NaN are left out.
 *
 * @param first the part due to the source alone
 * @param total the part due to it with all its interactions
 * @param pairs how many pairs there were
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto and S.
 *     Tarantola (2010), Variance based sensitivity analysis of model output: design and estimator for the total
 *     sensitivity index, Computer Physics Communications 181, 259-270, table 2 (b) and (f)</a>
 */
public record PickFreeze(double first, double total, int pairs) {

    /** Variances smaller than this part of the squared size of the result are rounding. */
    private static final double ROUNDING = 1e-24;

    /**
     * The parts of one source.
     *
     * @param a {@code double[pairs]}, finite or NaN; not modified
     * @param b {@code double[pairs]}, likewise
     * @param frozen {@code double[pairs]}, likewise
     * @return the parts; null where the result does not vary
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static @Nullable PickFreeze of(double[] a, double[] b, double[] frozen) {
        if (a.length != b.length || a.length != frozen.length) {
            throw new IllegalArgumentException(
                    "Pairs have three results each, not " + a.length + ", " + b.length + " and " + frozen.length + ".");
        }
        int n = 0;
        double sum = 0;
        double greatest = 0;
        for (int r = 0; r < a.length; r++) {
            if (whole(a[r], b[r], frozen[r])) {
                n++;
                sum += a[r] + b[r];
                greatest = Math.max(greatest, Math.max(Math.abs(a[r]), Math.abs(b[r])));
            }
        }
        double mean = sum / (2.0 * n);
        double variance = 0;
        double alone = 0;
        double all = 0;
        for (int r = 0; r < a.length; r++) {
            if (whole(a[r], b[r], frozen[r])) {
                double moved = frozen[r] - b[r];
                variance += (a[r] - mean) * (a[r] - mean) + (b[r] - mean) * (b[r] - mean);
                alone += (a[r] - mean) * moved;
                all += moved * moved;
            }
        }
        variance /= 2.0 * n;
        if (!(variance > ROUNDING * greatest * greatest)) {
            return null;
        }
        return new PickFreeze(alone / n / variance, all / (2.0 * n) / variance, n);
    }

    private static boolean whole(double a, double b, double frozen) {
        return !Double.isNaN(a) && !Double.isNaN(b) && !Double.isNaN(frozen);
    }
}
