package org.moatmark.api.store;

/** The program must not start as things are; the message is one line for the person who starts it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses to start.
     *
     * @param line what is wrong and what to do, one line
     */
    public StartRefused(String line) {
        super(line);
    }

    /**
     * Refuses to start.
     *
     * @param line what is wrong and what to do, one line
     * @param cause what was behind it
     */
    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
