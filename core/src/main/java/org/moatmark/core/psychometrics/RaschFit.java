package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/** What fitting a Rasch or partial credit model by conditional maximum likelihood gave. */
public sealed interface RaschFit extends Serializable {

    /**
     * A model. Look at {@link #convergence()} before using it: a fit that was given up says so there.
     *
     * @param items the items, by column; their difficulties have mean 0
     * @param convergence how the fit ended
     * @param logLikelihood conditional log-likelihood, given every respondent's sum
     * @param respondents how many respondents inform it: those with at least two answers, neither all at the bottom
     *     nor all at the top
     * @param leftOut columns that could not be used
     */
    record Fitted(
            List<RaschItem> items,
            Convergence convergence,
            double logLikelihood,
            int respondents,
            List<LeftOut> leftOut)
            implements RaschFit {

        /** Copies the lists. */
        public Fitted {
            Objects.requireNonNull(convergence, "convergence");
            items = List.copyOf(items);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * No model.
     *
     * @param why the reason as a whole sentence
     * @param respondents how many respondents would inform it
     * @param leftOut columns that could not be used
     */
    record NotFitted(Words why, int respondents, List<LeftOut> leftOut) implements RaschFit {
        /** Copies the list. */
        public NotFitted {
            Objects.requireNonNull(why, "why");
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * How many respondents inform the fit.
     *
     * @return at least 0
     */
    int respondents();

    /**
     * Columns that could not be used.
     *
     * @return the columns and why, ascending
     */
    List<LeftOut> leftOut();

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
