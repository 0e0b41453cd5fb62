package org.moatmark.core.psychometrics;

import java.io.Serializable;

/**
 * Where the line lies between a weak and a strong population: somebody who crosses it has not only moved but arrived.
 *
 * <p>Either population may have the higher scores; the strong one is where one wants to be.
 *
 * @param weakMean mean of the weak population
 * @param weakSd its standard deviation, above 0
 * @param strongMean mean of the strong population, another than the weak one's
 * @param strongSd its standard deviation, above 0
 * @see <a href="https://doi.org/10.1037/0022-006X.59.1.12">N. S. Jacobson and P. Truax (1991), Clinical significance: a
 *     statistical approach to defining meaningful change in psychotherapy research, Journal of Consulting and Clinical
 *     Psychology 59, 12-19, especially 13</a>
 */
public record CutoffScores(double weakMean, double weakSd, double strongMean, double strongSd) implements Serializable {

    private static final double DEVIATIONS = 2;

    /** Refuses numbers that are not finite, deviations that are not above 0 and equal means. */
    public CutoffScores {
        if (!(weakSd > 0 && strongSd > 0 && Double.isFinite(weakSd + strongSd))) {
            throw new IllegalArgumentException("Standard deviations of populations are finite and above 0, not "
                    + weakSd + " and " + strongSd + ".");
        }
        if (!Double.isFinite(weakMean) || !Double.isFinite(strongMean) || weakMean == strongMean) {
            throw new IllegalArgumentException(
                    "Means of two populations are finite and differ, not " + weakMean + " and " + strongMean + ".");
        }
    }

    /**
     * Cut-off a: two standard deviations beyond the mean of the weak population, towards the strong one.
     *
     * @return a score
     */
    public double beyondWeak() {
        return weakMean + DEVIATIONS * weakSd * direction();
    }

    /**
     * Cut-off b: within two standard deviations of the mean of the strong population.
     *
     * @return a score
     */
    public double withinStrong() {
        return strongMean - DEVIATIONS * strongSd * direction();
    }

    /**
     * Cut-off c: as many standard deviations from either mean, {@code (strongSd * weakMean + weakSd * strongMean) /
     * (strongSd + weakSd)}.
     *
     * @return a score between the means
     */
    public double between() {
        return (strongSd * weakMean + weakSd * strongMean) / (strongSd + weakSd);
    }

    private double direction() {
        return strongMean > weakMean ? 1 : -1;
    }
}
