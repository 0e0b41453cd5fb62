package org.moatmark.core.maturity;

/** Whether the people of one side see a node alike (rule S14). */
public enum SharedView {
    /** r_wg(J) against the uniform null from .70 on, and AD around the mean at most a sixth of the scale. */
    YES("yes"),
    /** r_wg(J) from .51 on. */
    PARTLY("partly"),
    /** Less: there is no shared view, and the mean speaks for nobody in particular. */
    NO("no");

    private final String word;

    SharedView(String word) {
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
