package org.moatmark.core.stats;

import java.io.Serializable;

/**
 * The empirical influence of each case on a statistic: how fast the statistic changes when weight moves from all cases to
 * one, {@code l(i) = (T((1 - e) P0 + e case(i)) - T(P0)) / e} with equal weights P0 and the step {@code e = 0.001 / n}.
 * This is the infinitesimal jackknife, taken forward as R's package boot does.
 *
 * @see <a href="https://doi.org/10.1017/CBO9780511802843">A. C. Davison and D. V. Hinkley (1997), Bootstrap Methods and
 *     their Application, section 2.7</a>
 */
public final class Influence implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double STEP = 0.001;

    private final double observed;
    private final double[] values;
    private final double squares;
    private final double cubes;

    private Influence(double observed, double[] values) {
        this.observed = observed;
        this.values = values;
        double sumOfSquares = 0;
        double sumOfCubes = 0;
        for (double value : values) {
            sumOfSquares += value * value;
            sumOfCubes += value * value * value;
        }
        this.squares = sumOfSquares;
        this.cubes = sumOfCubes;
    }

    /**
     * Works out the influence of each case.
     *
     * @param n how many cases there are
     * @param statistic the statistic as a function of their weights
     * @return the influences, or why there are none: fewer than two cases, or a statistic without a value
     */
    public static Computed<Influence> of(int n, WeightedStatistic statistic) {
        if (n < 2) {
            return Computed.not(Reason.TOO_FEW_VALUES);
        }
        double observed = statistic.of(AbcInterval.weights(new double[n], 0));
        double step = STEP / n;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (AbcInterval.toward(statistic, n, i, step) - observed) / step;
        }
        Influence influence = new Influence(observed, values);
        boolean defined = Double.isFinite(observed) && Double.isFinite(influence.squares);
        return defined ? Computed.of(influence) : Computed.not(Reason.STATISTIC_UNDEFINED);
    }

    /**
     * The statistic with equal weights.
     *
     * @return a finite number
     */
    public double observed() {
        return observed;
    }

    /**
     * The influence of each case, in the unit of the statistic; they add up to about 0.
     *
     * @return {@code double[n]}, a copy
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The standard error by the delta method, {@code sqrt(sum(l^2)) / n}.
     *
     * @return at least 0, in the unit of the statistic
     */
    public double standardError() {
        return Math.sqrt(squares) / values.length;
    }

    /**
     * The acceleration of BCa intervals, {@code sum(l^3) / (6 sum(l^2)^1.5)}.
     *
     * @return a number without unit, or why there is none: no case has an influence
     */
    public Computed<Double> acceleration() {
        // What a difference of two equal numbers leaves behind, divided by the step.
        double noise = 4 * StrictMath.ulp(observed) * values.length / STEP;
        return standardError() <= noise
                ? Computed.not(Reason.NO_INFLUENCE)
                : Computed.of(cubes / (6 * squares * Math.sqrt(squares)));
    }
}
