package org.moatmark.core.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Points and weights with which the mean of a smooth function over an interval is worked out: n of them are exact for
 * polynomials up to degree 2n - 1 (as in Apache Commons Math).
 *
 * @see <a href="https://dlmf.nist.gov/3.5.v">NIST Digital Library of Mathematical Functions, section 3.5(v)</a>
 */
public final class GaussLegendre {

    private static final int MOST = 200;

    private final GaussIntegrator rule;

    private GaussLegendre(int n) {
        rule = new GaussIntegratorFactory().legendre(n);
    }

    /**
     * The rule with n points.
     *
     * @param n how many points, 1 to 200
     * @return the rule
     * @throws IllegalArgumentException if n is out of range
     */
    public static GaussLegendre of(int n) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("A Gauss-Legendre rule has 1 to 200 points, not " + n + ".");
        }
        return new GaussLegendre(n);
    }

    /**
     * The points on an interval.
     *
     * @param lower its lower end
     * @param upper its upper end
     * @return {@code double[n]}, ascending
     */
    public double[] points(double lower, double upper) {
        double[] points = new double[rule.getNumberOfPoints()];
        for (int i = 0; i < points.length; i++) {
            points[i] = 0.5 * (lower + upper) + 0.5 * (upper - lower) * rule.getPoint(i);
        }
        return points;
    }

    /**
     * The weights of the points in a mean.
     *
     * @return {@code double[n]}, above 0, their sum 1 up to rounding
     */
    public double[] weights() {
        double[] weights = new double[rule.getNumberOfPoints()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.5 * rule.getWeight(i);
        }
        return weights;
    }
}
