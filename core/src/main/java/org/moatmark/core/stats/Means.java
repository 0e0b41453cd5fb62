package org.moatmark.core.stats;

/**
 * Means of the first {@code n} numbers of an array, the same on every machine and Java version.
 *
 * <p>All methods sum in the order of the array, use {@link StrictMath}, clamp the result to the range of what goes in
 * (rounding can otherwise push a mean of equal numbers past them), and leave their arguments as they are. The arrays
 * may be longer than {@code n}, so that callers can use one workspace again and again.
 */
public final class Means {

    private Means() {}

    /**
     * Weighted arithmetic mean, {@code sum(w * x) / sum(w)}.
     *
     * @param values {@code double[n or more]}, finite, not modified
     * @param weights {@code double[n or more]}, finite and above 0, not modified
     * @param n how many, at least 1
     * @return the mean, between the least and the greatest value
     */
    public static double arithmetic(double[] values, double[] weights, int n) {
        double sum = 0;
        double total = 0;
        double least = values[0];
        double greatest = values[0];
        for (int i = 0; i < n; i++) {
            double value = values[i];
            sum += weights[i] * value;
            total += weights[i];
            if (value < least) {
                least = value;
            }
            if (value > greatest) {
                greatest = value;
            }
        }
        return clamp(sum / total, least, greatest);
    }

    /**
     * Weighted geometric mean over {@code max(x, floor)}: {@code exp(sum(w * ln max(x, floor)) / sum(w))}.
     *
     * @param values {@code double[n or more]}, finite, not modified
     * @param weights {@code double[n or more]}, finite and above 0, not modified
     * @param n how many, at least 1
     * @param floor least value that counts, above 0
     * @return the mean, between the least and the greatest of the floored values
     */
    public static double geometric(double[] values, double[] weights, int n, double floor) {
        double sum = 0;
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int i = 0; i < n; i++) {
            double value = values[i] < floor ? floor : values[i];
            sum += weights[i] * StrictMath.log(value);
            total += weights[i];
            if (value < least) {
                least = value;
            }
            if (value > greatest) {
                greatest = value;
            }
        }
        return clamp(StrictMath.exp(sum / total), least, greatest);
    }

    /**
     * The least value.
     *
     * @param values {@code double[n or more]}, finite, not modified
     * @param n how many, at least 1
     * @return the least of the first n values
     */
    public static double minimum(double[] values, int n) {
        double least = values[0];
        for (int i = 1; i < n; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /**
     * Which of the values are the {@code best} greatest; of equal ones the earlier.
     *
     * @param values {@code double[n or more]}, finite, not modified
     * @param n how many, at least 1
     * @param best how many to choose, at least 1; all if there are fewer
     * @return {@code boolean[n]}, true for the chosen ones
     */
    public static boolean[] chooseBest(double[] values, int n, int best) {
        boolean[] chosen = new boolean[n];
        for (int round = 0; round < best && round < n; round++) {
            int top = -1;
            for (int i = 0; i < n; i++) {
                if (!chosen[i] && (top < 0 || values[i] > values[top])) {
                    top = i;
                }
            }
            chosen[top] = true;
        }
        return chosen;
    }

    /**
     * Unweighted mean of the {@code best} greatest values; of all if there are fewer.
     *
     * @param values {@code double[n or more]}, finite, not modified
     * @param n how many, at least 1
     * @param best how many to choose, at least 1
     * @return the mean of the chosen values, summed in their order in the array
     */
    public static double meanOfBest(double[] values, int n, int best) {
        boolean[] chosen = chooseBest(values, n, best);
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (chosen[i]) {
                sum += values[i];
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
                count++;
            }
        }
        return clamp(sum / count, least, greatest);
    }

    /**
     * A value brought inside a range.
     *
     * @param value any finite number
     * @param low lower end
     * @param high upper end, not under the lower
     * @return the nearest number inside the range
     */
    public static double clamp(double value, double low, double high) {
        return value < low ? low : value > high ? high : value;
    }
}
