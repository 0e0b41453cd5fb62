package org.moatmark.core.questionnaire;

/** How the headquarters and the genba view of an items-node are joined (rule S6). */
public enum SideJoin {
    /** The mean of the two. */
    MEAN("mean"),
    /** The geometric mean over {@code max(x, 1)}, but 0 if both are 0. */
    GEOMETRIC("geometric"),
    /** The lower of the two. */
    LOWER("lower");

    private final String word;

    SideJoin(String word) {
        this.word = word;
    }

    /**
     * The word in files.
     *
     * @return the word as it stands in questionnaires
     */
    public String word() {
        return word;
    }
}
