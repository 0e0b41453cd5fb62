package org.moatmark.core.psychometrics;

import java.io.Serializable;

/**
 * The points at which integrals over a standard normal ability are taken: equally far apart, each weighted by the
 * normal density there, the weights scaled to a sum of 1 (rectangle rule).
 *
 * <p>For smooth functions under a normal density the rule is exact to many digits as long as the points are closer
 * together than the functions change: a slope {@code a} is resolved up to about 4 divided by the distance of the points
 * (20 with {@link #DEFAULT}).
 *
 * @param nodes how many points, 5 to 2,000
 * @param from the least point
 * @param to the greatest point, above the least
 * @see <a href="https://doi.org/10.1007/BF02293801">R. D. Bock and M. Aitkin (1981), Marginal maximum likelihood
 *     estimation of item parameters: application of an EM algorithm, Psychometrika 46, 443-459, especially 447</a>
 */
public record Quadrature(int nodes, double from, double to) implements Serializable {

    /** 61 points from -6 to 6. */
    public static final Quadrature DEFAULT = new Quadrature(61, -6, 6);

    private static final double RESOLVED = 4;

    /** Refuses too few or too many points and an empty range. */
    public Quadrature {
        if (nodes < 5 || nodes > 2000 || !(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("A quadrature has 5 to 2000 points on a finite range, not " + nodes
                    + " from " + from + " to " + to + ".");
        }
    }

    /** The points, ascending, of this symmetric arithmetic: the k-th from either end lie equally far from the middle. */
    double[] points() {
        double[] points = new double[nodes];
        for (int q = 0; q < nodes; q++) {
            points[q] = (from * (nodes - 1 - q) + to * q) / (nodes - 1);
        }
        return points;
    }

    /** The weights of the points, their sum 1 up to rounding. */
    double[] weights() {
        double[] weights = points();
        double sum = 0;
        for (int q = 0; q < nodes; q++) {
            weights[q] = StrictMath.exp(-0.5 * weights[q] * weights[q]);
            sum += weights[q];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "The points from " + from + " to " + to + " lie where a standard normal ability never is.");
        }
        for (int q = 0; q < nodes; q++) {
            weights[q] /= sum;
        }
        return weights;
    }

    /** The steepest slope that the points can tell from a steeper one. */
    double steepest() {
        return RESOLVED * (nodes - 1) / (to - from);
    }
}
