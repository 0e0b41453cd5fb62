package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;

/**
 * How an item response model is fitted. Change a setting with {@code with...}.
 *
 * @param quadrature where the ability is integrated
 * @param iterations how many steps at most, at least 1
 * @param tolerance the fit has converged when the next step is expected to raise the log-likelihood by less, above 0
 * @param errors whether standard errors are worked out
 */
public record FitSettings(Quadrature quadrature, int iterations, double tolerance, Errors errors)
        implements Serializable {

    /** 61 points from -6 to 6, up to 500 steps, converged below 1e-9, with standard errors. */
    public static final FitSettings DEFAULT =
            new FitSettings(Quadrature.DEFAULT, 500, 1e-9, Errors.OBSERVED_INFORMATION);

    /** Which standard errors of the parameters are worked out. */
    public enum Errors {
        /** None. */
        NONE,
        /** From the inverse of the observed information. */
        OBSERVED_INFORMATION
    }

    /** Refuses no steps and a tolerance that is not above 0. */
    public FitSettings {
        Objects.requireNonNull(quadrature, "quadrature");
        Objects.requireNonNull(errors, "errors");
        if (iterations < 1 || !(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A fit takes at least 1 step and a tolerance above 0, not " + iterations
                    + " steps and " + tolerance + ".");
        }
    }

    /**
     * The same with other points.
     *
     * @param points where the ability is integrated
     * @return the new settings
     */
    public FitSettings withQuadrature(Quadrature points) {
        return new FitSettings(points, iterations, tolerance, errors);
    }

    /**
     * The same with another number of steps.
     *
     * @param most how many steps at most
     * @return the new settings
     */
    public FitSettings withIterations(int most) {
        return new FitSettings(quadrature, most, tolerance, errors);
    }

    /**
     * The same with or without standard errors.
     *
     * @param which which standard errors
     * @return the new settings
     */
    public FitSettings withErrors(Errors which) {
        return new FitSettings(quadrature, iterations, tolerance, which);
    }
}
