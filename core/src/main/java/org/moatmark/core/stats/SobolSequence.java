package org.moatmark.core.stats;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill a unit cube more evenly than random ones, so that means over them converge faster (Sobol's sequence
 * with the direction numbers of Joe and Kuo, as in Apache Commons Math). A power of two of them forms a net; all are
 * moved by half the distance of neighbours on an axis, so that none lies on a face of the cube.
 *
 * @see <a href="https://doi.org/10.1137/070709359">S. Joe and F. Y. Kuo (2008), Constructing Sobol sequences with better
 *     two-dimensional projections, SIAM Journal on Scientific Computing 30, 2635-2654</a>
 */
public final class SobolSequence {

    /** Direction numbers are known for so many axes. */
    public static final int MOST_DIMENSIONS = 1000;

    private static final int MOST_POWER = 30;

    private final SobolSequenceGenerator generator;
    private final double half;

    private SobolSequence(int dimensions, int power) {
        generator = new SobolSequenceGenerator(dimensions);
        half = StrictMath.scalb(0.5, -power);
    }

    /**
     * The first points of the sequence.
     *
     * @param dimensions how many axes, 1 to 1,000
     * @param power two to this power is the number of points that will be taken, 0 to 30
     * @return a sequence at its beginning
     * @throws IllegalArgumentException if either is out of range
     */
    public static SobolSequence of(int dimensions, int power) {
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS || power < 0 || power > MOST_POWER) {
            throw new IllegalArgumentException("A Sobol sequence has 1 to 1000 axes and up to 2^30 points, not "
                    + dimensions + " axes and 2^" + power + " points.");
        }
        return new SobolSequence(dimensions, power);
    }

    /**
     * The next point.
     *
     * @return {@code double[dimensions]}, each above 0 and below 1
     */
    public double[] next() {
        double[] point = generator.nextVector();
        for (int i = 0; i < point.length; i++) {
            point[i] += half;
        }
        return point;
    }
}
