package org.moatmark.core.psychometrics;

/**
 * Category probabilities of one graded item at many abilities, written into shared tables: row k of an item holds the
 * probability of its category k at every point.
 *
 * <p>With {@code z(k) = slope * theta + intercept(k)} and {@code F(k) = 1 / (1 + exp(-z(k)))} the probability of
 * category k is {@code F(k) - F(k + 1)}, where {@code F(0) = 1} and the last is 0. It is worked out as {@code (1 - F(k))
 * * F(k + 1) * (exp(intercept(k) - intercept(k + 1)) - 1)}, which is the same and in which nothing cancels; and the
 * exponential in F is split into a factor of the point and one of the category, so that an item takes one exponential
 * per point and two per category instead of one per category and point.
 */
final class CategoryCurves {

    /** Keeps products of exponentials finite. */
    private static final double HUGE = 0x1p500;

    private static final double TINY = 0x1p-500;

    /** No probability is less, so that a count of respondents can be divided by it. */
    private static final double LEAST = 0x1p-960;

    private CategoryCurves() {}

    /**
     * Fills the rows of one item.
     *
     * @param slope the slope
     * @param intercepts from {@code at} on, strictly falling
     * @param at where the intercepts begin
     * @param categories how many categories, at least 2
     * @param points the abilities
     * @param table receives {@code categories} rows of probabilities, all above 0, from {@code row} on
     * @param density receives {@code categories - 1} rows of {@code F * (1 - F)}, from {@code densityRow} on
     * @param row the first row in the table
     * @param densityRow the first row in the densities
     */
    static void fill(
            double slope,
            double[] intercepts,
            int at,
            int categories,
            double[] points,
            double[] table,
            int row,
            double[] density,
            int densityRow) {
        int nodes = points.length;
        double[] odds = new double[nodes];
        double[] reached = new double[nodes];
        double[] missed = new double[nodes];
        for (int q = 0; q < nodes; q++) {
            odds[q] = clamp(StrictMath.exp(-slope * points[q]));
        }
        for (int k = 0; k < categories; k++) {
            int to = (row + k) * nodes;
            if (k == categories - 1) {
                for (int q = 0; q < nodes; q++) {
                    table[to + q] = Math.max(reached[q], LEAST);
                }
                return;
            }
            double factor = clamp(StrictMath.exp(-intercepts[at + k]));
            double growth = k == 0
                    ? 1
                    : Math.min(StrictMath.expm1(intercepts[at + k - 1] - intercepts[at + k]), Double.MAX_VALUE);
            int densityTo = (densityRow + k) * nodes;
            for (int q = 0; q < nodes; q++) {
                double u = odds[q] * factor;
                double next = 1 / (1 + u);
                double probability = k == 0 ? u * next : missed[q] * growth * next;
                table[to + q] = Math.max(probability, LEAST);
                reached[q] = next;
                missed[q] = u * next;
                density[densityTo + q] = Math.max(u * next * next, LEAST);
            }
        }
    }

    private static double clamp(double number) {
        return Math.min(Math.max(number, TINY), HUGE);
    }
}
