package org.moatmark.core.issue;

import java.io.Serializable;
import java.util.Objects;

/**
 * One sentence for people in the two languages of the product; neither may be blank.
 *
 * @param en the English sentence
 * @param ja the Japanese sentence
 */
public record Words(String en, String ja) implements Serializable {

    /** Refuses a blank sentence in either language. */
    public Words {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(ja, "ja");
        if (en.isBlank() || ja.isBlank()) {
            throw new IllegalArgumentException("Words need a sentence in English and in Japanese.");
        }
    }

    /**
     * The sentence in a language: Japanese for {@code "ja"}, English for all else.
     *
     * @param language an ISO 639-1 code
     * @return the sentence
     */
    public String in(String language) {
        return "ja".equals(language) ? ja : en;
    }
}
