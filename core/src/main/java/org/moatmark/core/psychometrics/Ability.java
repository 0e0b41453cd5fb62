package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/** Where a respondent stands on the scale of an item response model. */
public sealed interface Ability extends Serializable {

    /**
     * An ability in standard deviations of the population of the fit.
     *
     * @param theta the ability; its population has mean 0 and variance 1
     * @param error its standard error
     * @param answers how many answers it rests on, at least 1
     */
    record Placed(double theta, double error, int answers) implements Ability {
        /** Refuses numbers that are not finite. */
        public Placed {
            if (!Double.isFinite(theta) || !(error >= 0 && error < Double.POSITIVE_INFINITY) || answers < 1) {
                throw new IllegalArgumentException("An ability is a finite number with an error and answers, not "
                        + theta + " with " + error + " from " + answers + ".");
            }
        }
    }

    /**
     * No ability.
     *
     * @param why the reason as a whole sentence
     */
    record NotPlaced(Words why) implements Ability {
        /** Refuses null. */
        public NotPlaced {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * The ability, for callers who already know that there is one.
     *
     * @return the ability
     * @throws IllegalStateException if there is none; the message is the English reason
     */
    default Placed orThrow() {
        if (this instanceof Placed placed) {
            return placed;
        }
        throw new IllegalStateException(((NotPlaced) this).why().en());
    }
}
