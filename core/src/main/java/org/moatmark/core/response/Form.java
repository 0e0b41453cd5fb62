package org.moatmark.core.response;

/** Which form of the questionnaire was fielded. */
public enum Form {
    /** Every item. */
    FULL("full"),
    /** Only the items marked {@code core} (rule S3). */
    CORE("core");

    private final String word;

    Form(String word) {
        this.word = word;
    }

    /**
     * The word in files.
     *
     * @return the word as it stands in waves
     */
    public String word() {
        return word;
    }
}
