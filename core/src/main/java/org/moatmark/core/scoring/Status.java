package org.moatmark.core.scoring;

/** How much of a node a score rests on (rules S6, S7). */
public enum Status {
    /** Enough was asked and answered. */
    FULL("full"),
    /** A score, to be read with care. */
    PROVISIONAL("provisional"),
    /** No score, bounds only. */
    INSUFFICIENT("insufficient"),
    /** Nothing in it applies to this company. */
    NOT_APPLICABLE("notApplicable"),
    /** The short form leaves it out. */
    LEFT_OUT("leftOut");

    private final String word;

    Status(String word) {
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

    /**
     * Whether the node counts in its parent, with or without a score.
     *
     * @return false for what does not apply and what the short form leaves out
     */
    public boolean applies() {
        return this != NOT_APPLICABLE && this != LEFT_OUT;
    }
}
