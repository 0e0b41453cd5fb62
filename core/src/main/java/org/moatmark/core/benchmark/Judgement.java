package org.moatmark.core.benchmark;

import java.io.Serializable;

/** What a rater made of one item: a rating, or one of two different kinds of none. */
public sealed interface Judgement extends Serializable {

    /**
     * An anchor was chosen.
     *
     * @param value the anchor, 1-5
     * @param confidence how sure the rater is, 1-3
     */
    record Rated(int value, int confidence) implements Judgement {
        /** Refuses values off the scales. */
        public Rated {
            if (value < 1 || value > 5 || confidence < 1 || confidence > 3) {
                throw new IllegalArgumentException("A rating is 1-5 with a confidence of 1-3, not " + value
                        + " with a confidence of " + confidence + ".");
            }
        }
    }

    /** Neither the facts nor public knowledge let the rater choose between anchors. */
    record NotJudged() implements Judgement {}

    /** The item does not apply to the company. */
    record NotApplicable() implements Judgement {}
}
