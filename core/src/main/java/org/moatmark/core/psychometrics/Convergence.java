package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/** How an iterative fit ended. */
public sealed interface Convergence extends Serializable {

    /**
     * The fit stands at a maximum.
     *
     * @param iterations steps taken
     * @param gradient the largest absolute value in the gradient of the log-likelihood
     * @param remaining how much the next step was expected to raise the log-likelihood
     */
    record Converged(int iterations, double gradient, double remaining) implements Convergence {}

    /**
     * The fit was given up; what stands beside this is where it was then, and no estimate.
     *
     * @param why the reason as a whole sentence
     * @param iterations steps taken
     * @param gradient the largest absolute value in the gradient of the log-likelihood
     * @param remaining how much the next step was expected to raise the log-likelihood
     */
    record Stopped(Words why, int iterations, double gradient, double remaining) implements Convergence {
        /** Refuses a missing reason. */
        public Stopped {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Steps taken.
     *
     * @return at least 0
     */
    int iterations();

    /**
     * Size of the gradient at the end.
     *
     * @return the largest absolute value in the gradient of the log-likelihood
     */
    double gradient();

    /**
     * How far the fit was from its goal.
     *
     * @return how much the next step was expected to raise the log-likelihood
     */
    double remaining();

    /**
     * Whether the fit stands at a maximum.
     *
     * @return true for {@link Converged}
     */
    default boolean isConverged() {
        return this instanceof Converged;
    }
}
