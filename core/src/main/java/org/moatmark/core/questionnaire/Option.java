package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.Objects;

/**
 * One option of a choice.
 *
 * @param key what an answer names
 * @param text what a respondent reads
 * @param score points of this option, finite; 0-100 for a {@code choice} item
 */
public record Option(String key, TextMap text, double score) implements Serializable {
    /** Refuses a score that is not finite. */
    public Option {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("Option '" + key + "': its score is not a finite number.");
        }
    }
}
