package org.moatmark.core.scoring;

/** What became of an item over all respondents (rule S3). */
public enum ItemState {
    /** Somebody answered it. */
    ANSWERED("answered"),
    /** More of those who were asked call it not applicable than say nothing or that they do not know. */
    NOT_APPLICABLE("notApplicable"),
    /** Nobody answered, and somebody says that he does not know. */
    DONT_KNOW("dontKnow"),
    /** Nobody answered. */
    SKIPPED("skipped"),
    /** No present respondent is an informant for it. */
    NOT_ASKED("notAsked"),
    /** It is not meant for this company. */
    EXCLUDED("excluded"),
    /** The short form leaves it out. */
    LEFT_OUT("leftOut");

    private final String word;

    ItemState(String word) {
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
     * Whether the item counts in its node, with or without a score.
     *
     * @return false for what is excluded, not applicable or left out
     */
    public boolean applies() {
        return this != NOT_APPLICABLE && this != EXCLUDED && this != LEFT_OUT;
    }
}
