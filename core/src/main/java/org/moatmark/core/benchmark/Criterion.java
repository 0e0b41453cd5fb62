package org.moatmark.core.benchmark;

/** By what a peer group is chosen; in the order in which a group that is too small lets go of it (rule S18). */
public enum Criterion {
    /** Size class. */
    SIZE("size"),
    /** Years for which the cases were rated. */
    AS_OF("asOf"),
    /** To whom the company sells. */
    MARKET("market"),
    /** Region of the world. */
    REGION("region"),
    /** Sector. */
    SECTOR("sector");

    private final String word;

    Criterion(String word) {
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
