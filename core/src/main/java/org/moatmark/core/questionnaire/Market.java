package org.moatmark.core.questionnaire;

/** To whom a company sells. */
public enum Market {
    /** To other organisations. */
    B2B("b2b"),
    /** To consumers. */
    B2C("b2c"),
    /** To both; satisfies {@code b2b} and {@code b2c} (rule S3). Never a word of {@link AppliesTo}. */
    BOTH("both");

    private final String word;

    Market(String word) {
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
