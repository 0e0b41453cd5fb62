package org.moatmark.api;

import org.moatmark.core.issue.Words;

/** The call cannot be carried out as it was written; the caller can mend it. */
final class UsageFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final Words words;

    UsageFault(String en, String ja) {
        super(en);
        this.words = new Words(en, ja);
    }

    Words words() {
        return words;
    }
}
