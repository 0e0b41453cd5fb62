package org.moatmark.api.service;

import java.util.Locale;

/** What an API key is for. */
public enum Scope {
    /** Everything of the tenant. */
    OWNER,
    /** A consultant, on the assessments that were granted. */
    ANALYST,
    /** A teacher, on own exercises. */
    INSTRUCTOR,
    /** Reads aggregates of what was granted. */
    READER;

    /**
     * The word in documents.
     *
     * @return the word
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scope of a word.
     *
     * @param word the word in documents
     * @return the scope
     */
    public static Scope of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
