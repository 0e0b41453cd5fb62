package org.moatmark.core.scoring;

/** Why there is no score. */
public enum Reason {
    /** Too little of the node was answered (rule S6). */
    TOO_FEW_ANSWERS("too-few-answers"),
    /** Nothing in the node applies to this company. */
    NOT_APPLICABLE("not-applicable"),
    /** A child that is needed has no score (rule S7). */
    CHILD_MISSING("child-missing"),
    /** Nobody present is asked anything in the node, or the short form leaves it out. */
    NOT_ASKED("not-asked");

    private final String word;

    Reason(String word) {
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
