package org.moatmark.core.questionnaire;

/** Size class of a company. */
public enum CompanySize {
    /** Micro enterprise. */
    MICRO("micro"),
    /** Small enterprise. */
    SMALL("small"),
    /** Medium enterprise. */
    MEDIUM("medium"),
    /** Large enterprise. */
    LARGE("large");

    private final String word;

    CompanySize(String word) {
        this.word = word;
    }

    /**
     * The word in files.
     *
     * @return the word as it stands in questionnaires and waves
     */
    public String word() {
        return word;
    }
}
