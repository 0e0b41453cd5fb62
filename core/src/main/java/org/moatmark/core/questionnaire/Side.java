package org.moatmark.core.questionnaire;

/** From which side of the company somebody answers. */
public enum Side {
    /** The head office: corporate functions, the CEO, research and development. */
    HEADQUARTERS("headquarters"),
    /** Shop floor, frontline, sales, business units, subsidiaries. */
    GENBA("genba"),
    /** Customers of the company; they cap what the company says of itself (rule S5). */
    CUSTOMERS("customers"),
    /** Neither side; counts on the headquarters and on the genba side alike (rule S4). */
    NEUTRAL("neutral");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /**
     * The word in files.
     *
     * @return the word as it stands in questionnaires and results
     */
    public String word() {
        return word;
    }
}
