package org.moatmark.api.store;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/** The program must not start as things are; the words are one line for the person who starts it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Words words;

    /**
     * Refuses to start.
     *
     * @param en what is wrong and what to do, one line
     * @param ja the same in Japanese
     */
    public StartRefused(String en, String ja) {
        this(en, ja, null);
    }

    /**
     * Refuses to start.
     *
     * @param en what is wrong and what to do, one line
     * @param ja the same in Japanese
     * @param cause what was behind it, or null
     */
    public StartRefused(String en, String ja, @Nullable Throwable cause) {
        super(en, cause);
        this.words = new Words(en, ja);
    }

    /**
     * The line.
     *
     * @return what is wrong and what to do, in both languages
     */
    public Words words() {
        return words;
    }
}
