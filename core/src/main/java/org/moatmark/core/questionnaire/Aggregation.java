package org.moatmark.core.questionnaire;

import java.io.Serializable;

/** How the scores of children become the score of their parent (rules S6, S7). */
public sealed interface Aggregation extends Serializable {

    /** Weighted arithmetic mean. */
    record Arithmetic() implements Aggregation {}

    /** Weighted geometric mean of {@code max(score, floor)}: one weak child drags the whole down. */
    record Geometric() implements Aggregation {}

    /** The lowest child; needs every applicable child scored. */
    record Minimum() implements Aggregation {}

    /**
     * The unweighted mean of the {@code n} best scored children.
     *
     * @param n how many, at least 1
     */
    record MeanOfBest(int n) implements Aggregation {
        /** Refuses n under 1. */
        public MeanOfBest {
            if (n < 1) {
                throw new IllegalArgumentException("meanOfBest " + n + ": at least 1 child is needed.");
            }
        }
    }

    /** {@code 100 - |a - b|} of exactly two children; needs both scored. */
    record Balance() implements Aggregation {}

    /**
     * The name in explanations.
     *
     * @return the word of the questionnaire format, without a number
     */
    default String word() {
        if (this instanceof Arithmetic) {
            return "arithmetic";
        } else if (this instanceof Geometric) {
            return "geometric";
        } else if (this instanceof Minimum) {
            return "minimum";
        } else if (this instanceof MeanOfBest) {
            return "meanOfBest";
        }
        return "balance";
    }
}
