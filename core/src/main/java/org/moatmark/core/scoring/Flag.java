package org.moatmark.core.scoring;

/** Something about a node that a reader should notice. */
public enum Flag {
    /** More points under its parent than the parent allows. */
    BELOW_PARENT("below-parent"),
    /** A side answered too little to have a score of its own here. */
    THIN_SIDE("thin-side"),
    /** Customers think less of at least one item, and their view caps it (rule S5). */
    CAPPED_BY_CUSTOMERS("capped-by-customers");

    private final String word;

    Flag(String word) {
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
