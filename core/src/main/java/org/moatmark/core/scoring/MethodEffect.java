package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one choice of the method does to the index (rule S16).
 *
 * @param choice the choice
 * @param part its main effect as a part of the variance of the index over the joint runs, {@code V(E(index | choice)) /
 *     V(index)}; null where the index does not vary, and for the evidence cap, which no run draws
 * @param shifts how far each option moves the index
 */
public record MethodEffect(Choice choice, @Nullable Double part, List<Shift> shifts) implements Serializable {

    /** Copies the list. */
    public MethodEffect {
        shifts = List.copyOf(shifts);
    }

    /** What a method chooses. */
    public enum Choice {
        /** The weights of items and nodes. */
        WEIGHTS("weights"),
        /** How parents and the index aggregate. */
        AGGREGATION("aggregation"),
        /** How much has to be answered for a score. */
        MISSING_RULE("missing-rule"),
        /** Whether answers count as far as evidence carries them, or as claimed. */
        EVIDENCE_CAP("evidence-cap");

        private final String word;

        Choice(String word) {
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

    /**
     * One option against another, with all else as each run drew it: the difference of the index of the same run under
     * both, over the runs.
     *
     * @param option the option
     * @param against what it is compared with
     * @param runs in how many runs both give a score
     * @param mean the mean difference in points; null without such a run
     * @param deviation the standard deviation of the difference (n in the denominator); null without such a run
     */
    public record Shift(
            String option,
            String against,
            int runs,
            @Nullable Double mean,
            @Nullable Double deviation) implements Serializable {}
}
