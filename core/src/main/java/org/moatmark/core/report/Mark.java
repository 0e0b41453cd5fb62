package org.moatmark.core.report;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.Reason;
import org.moatmark.core.scoring.Status;

/**
 * A score as a report shows it.
 *
 * @param score the evidenced score, 0-100, unrounded as far as it may be told; null without one
 * @param claimed as claimed, 0-100; null without a score, and where it is not shown
 * @param band where the score may lie; null where that is not known or is no wider than the score
 * @param kind what the band is
 * @param status how much it rests on
 * @param reason why there is no score; null with one, and where nothing is shown
 */
public record Mark(
        @Nullable Double score,
        @Nullable Double claimed,
        @Nullable Bounds band,
        Band kind,
        Status status,
        @Nullable Reason reason)
        implements Serializable {

    /** What a band is. */
    public enum Band {
        /** There is none. */
        NONE("none"),
        /** From the 5th to the 95th percentile of the joint runs (rule S16). */
        INTERVAL("interval"),
        /** What the missing answers leave open (rule S8). */
        POSSIBLE("possible"),
        /** What is left open so that nobody's answer can be read off. */
        PROTECTED("protected");

        private final String word;

        Band(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in report documents
         */
        public String word() {
            return word;
        }
    }

    /** Refuses a score outside 0-100, a claim without a score, and a band without a kind. */
    public Mark {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        if (score != null && !(score >= 0 && score <= 100)) {
            throw new IllegalArgumentException("A score lies in 0-100, not " + score + ".");
        }
        if (score == null && claimed != null) {
            throw new IllegalArgumentException("Where there is no score, nothing is claimed.");
        }
        if ((band == null) != (kind == Band.NONE)) {
            throw new IllegalArgumentException("A band has a kind, and no band has the kind 'none'.");
        }
    }

    /** What is not shown, since fewer people than agreed stand behind it. */
    public static final Mark SUPPRESSED = new Mark(null, null, null, Band.NONE, Status.INSUFFICIENT, null);

    /** What nobody gave a score. */
    static final Mark UNSCORED = new Mark(null, null, null, Band.NONE, Status.INSUFFICIENT, Reason.TOO_FEW_ANSWERS);

    /**
     * Whether it is not shown because fewer people than agreed stand behind it.
     *
     * @return true if there is neither a score nor a reason why there is none
     */
    public boolean suppressed() {
        return score == null && reason == null;
    }

    /**
     * The score as it is quoted: a whole number (rule S25).
     *
     * @return 0-100, or null without a score
     */
    public @Nullable Integer whole() {
        return score == null ? null : whole(score);
    }

    /**
     * A number as it is quoted.
     *
     * @param score any number
     * @return the nearest whole number, a half upward
     */
    public static int whole(double score) {
        return (int) StrictMath.floor(score + 0.5);
    }

    /**
     * How far the claim goes beyond the evidence (rule S2).
     *
     * @return the difference of the two whole numbers that are quoted, or null where nothing is claimed
     */
    public @Nullable Integer sayShowGap() {
        return score == null || claimed == null ? null : whole(claimed) - whole(score);
    }
}
