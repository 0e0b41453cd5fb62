package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;

/**
 * A short fact with its source.
 *
 * @param id unique in the library
 * @param about id of the company, or of the group of companies, of which it speaks
 * @param theme what it is about; a theme of the library
 * @param period when
 * @param text our own sentence
 * @param sourceTitle title of the source
 * @param sourceUrl its address, http or https
 */
public record CaseFact(
        String id, String about, String theme, Period period, String text, String sourceTitle, String sourceUrl)
        implements Serializable {

    /** Refuses null. */
    public CaseFact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sourceTitle, "sourceTitle");
        Objects.requireNonNull(sourceUrl, "sourceUrl");
    }
}
