package org.moatmark.core.scoring;

import java.io.Serializable;

/**
 * How much of the variance of the index over the joint runs is due to one of the three sources (rule S16), which vary
 * independently of each other.
 *
 * <p>Estimates from draws: over 2,000 runs they are right to about 0.05, may lie a little outside 0 to 1 and are not
 * clipped. A source that changes nothing has exactly 0.
 *
 * @param source what varies
 * @param first the part due to the source alone: {@code V(E(index | source)) / V(index)}
 * @param total the part due to it with all its interactions: {@code E(V(index | all other sources)) / V(index)}
 */
public record VariancePart(Source source, double first, double total) implements Serializable {

    /** What a joint run draws. */
    public enum Source {
        /** Who answers. */
        PEOPLE("people"),
        /** Which items there are. */
        ITEMS("items"),
        /** Weights, aggregation and missing rule together. */
        METHOD("method");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in results
         */
        public String word() {
            return word;
        }
    }

    /** Refuses what is not finite. */
    public VariancePart {
        if (!Double.isFinite(first) || !Double.isFinite(total)) {
            throw new IllegalArgumentException("Parts of a variance are finite, not " + first + " and " + total + ".");
        }
    }
}
