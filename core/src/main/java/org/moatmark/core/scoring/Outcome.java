package org.moatmark.core.scoring;

import java.io.Serializable;

/** A score, or why there is none. A missing answer never turns into a number. */
public sealed interface Outcome extends Serializable {

    /**
     * Both scores of rule S2 on 0-100.
     *
     * @param claimed as answered
     * @param evidenced as far as evidence carries it; the score that is quoted
     */
    record Scored(double claimed, double evidenced) implements Outcome {
        /** Refuses numbers outside 0-100, NaN among them. */
        public Scored {
            if (!(claimed >= 0 && claimed <= 100 && evidenced >= 0 && evidenced <= 100)) {
                throw new IllegalArgumentException(
                        "Scores lie in 0-100, not claimed " + claimed + " and evidenced " + evidenced + ".");
            }
        }
    }

    /**
     * No score.
     *
     * @param reason why
     */
    record NotScored(Reason reason) implements Outcome {}

    /**
     * Whether there is a score.
     *
     * @return true for {@link Scored}
     */
    default boolean isScored() {
        return this instanceof Scored;
    }
}
