package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/** What fitting an item response model gave. */
public sealed interface ItemResponseFit extends Serializable {

    /**
     * A model. Look at {@link #convergence()} before using it: a fit that was given up says so there.
     *
     * @param model the items
     * @param errors standard errors, one entry per item of the model, in the same order
     * @param convergence how the fit ended
     * @param logLikelihood marginal log-likelihood
     * @param parameters how many parameters were estimated
     * @param respondents how many respondents with at least one answer
     * @param leftOut columns that could not be used
     */
    record Fitted(
            GradedModel model,
            List<ItemErrors> errors,
            Convergence convergence,
            double logLikelihood,
            int parameters,
            int respondents,
            List<LeftOut> leftOut)
            implements ItemResponseFit {

        /** Copies the lists. */
        public Fitted {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(convergence, "convergence");
            errors = List.copyOf(errors);
            leftOut = List.copyOf(leftOut);
        }

        /**
         * Akaike's criterion, {@code 2 * parameters - 2 * logLikelihood}; less is better.
         *
         * @return the criterion
         */
        public double aic() {
            return 2.0 * parameters - 2 * logLikelihood;
        }

        /**
         * Schwarz' criterion, {@code parameters * ln(respondents) - 2 * logLikelihood}; less is better.
         *
         * @return the criterion
         */
        public double bic() {
            return parameters * StrictMath.log(respondents) - 2 * logLikelihood;
        }
    }

    /**
     * No model.
     *
     * @param why the reason as a whole sentence
     * @param respondents how many respondents with at least one answer
     * @param leftOut columns that could not be used
     */
    record NotFitted(Words why, int respondents, List<LeftOut> leftOut) implements ItemResponseFit {
        /** Copies the list. */
        public NotFitted {
            Objects.requireNonNull(why, "why");
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * How many respondents took part.
     *
     * @return those with at least one answer that counts
     */
    int respondents();

    /**
     * Columns that could not be used.
     *
     * @return the columns and why, ascending
     */
    List<LeftOut> leftOut();

    /**
     * Whether there is a model at a maximum of the likelihood.
     *
     * @return true for a {@link Fitted} that converged
     */
    default boolean isConverged() {
        return this instanceof Fitted fitted && fitted.convergence().isConverged();
    }

    /**
     * The model, for callers who already know that there is one.
     *
     * @return the fit that converged
     * @throws IllegalStateException if there is none; the message is the English reason
     */
    default Fitted orThrow() {
        if (this instanceof Fitted fitted) {
            if (fitted.convergence() instanceof Convergence.Stopped stopped) {
                throw new IllegalStateException(stopped.why().en());
            }
            return fitted;
        }
        throw new IllegalStateException(((NotFitted) this).why().en());
    }
}
