package org.moatmark.core.psychometrics;

/**
 * Which item parameters are free: all of them, all with one slope for everybody, or the intercepts alone. Item
 * parameters stand one item after the other, slope first; free ones in the same order, a shared slope first of all.
 */
final class FreeParameters {

    /** For every item parameter the free parameter that it is, or -1 if it is fixed. */
    private final int[] free;

    private final double fixed;
    private final int count;

    FreeParameters(int[] parameterAt, Slopes slopes) {
        int items = parameterAt.length - 1;
        free = new int[parameterAt[items]];
        fixed = slopes instanceof Slopes.Fixed given ? given.slope() : Double.NaN;
        int next = slopes instanceof Slopes.Common ? 1 : 0;
        for (int i = 0; i < items; i++) {
            for (int at = parameterAt[i]; at < parameterAt[i + 1]; at++) {
                boolean slope = at == parameterAt[i];
                if (slope && slopes instanceof Slopes.Common) {
                    free[at] = 0;
                } else if (slope && slopes instanceof Slopes.Fixed) {
                    free[at] = -1;
                } else {
                    free[at] = next++;
                }
            }
        }
        count = next;
    }

    int count() {
        return count;
    }

    boolean isFree(int parameter) {
        return free[parameter] >= 0;
    }

    /** All item parameters from the free ones. */
    double[] spread(double[] values) {
        double[] all = new double[free.length];
        for (int at = 0; at < all.length; at++) {
            all[at] = free[at] < 0 ? fixed : values[free[at]];
        }
        return all;
    }

    /** Free parameters from all; of a shared one the mean. */
    double[] pick(double[] all) {
        double[] picked = new double[count];
        int[] times = new int[count];
        for (int at = 0; at < all.length; at++) {
            if (free[at] >= 0) {
                picked[free[at]] += all[at];
                times[free[at]]++;
            }
        }
        for (int i = 0; i < count; i++) {
            picked[i] /= times[i];
        }
        return picked;
    }

    /** A gradient by all item parameters as one by the free ones. */
    double[] gather(double[] gradient) {
        double[] gathered = new double[count];
        for (int at = 0; at < gradient.length; at++) {
            if (free[at] >= 0) {
                gathered[free[at]] += gradient[at];
            }
        }
        return gathered;
    }

    /** Adds a block of second derivatives, whose first row and column is item parameter {@code at}, to a matrix. */
    void gather(double[][] block, int at, double[][] into) {
        for (int i = 0; i < block.length; i++) {
            for (int j = 0; j < block.length; j++) {
                if (free[at + i] >= 0 && free[at + j] >= 0) {
                    into[free[at + i]][free[at + j]] += block[i][j];
                }
            }
        }
    }

    /** The covariance of two item parameters, given that of the free ones; 0 if either is fixed. */
    double covariance(double[][] covariances, int one, int other) {
        return free[one] < 0 || free[other] < 0 ? 0 : covariances[free[one]][free[other]];
    }
}
