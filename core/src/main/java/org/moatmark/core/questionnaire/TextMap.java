package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One text of a questionnaire in each of its languages.
 *
 * @param byLanguage text by language tag, in alphabetical order of the tags; at least one language
 */
public record TextMap(Map<String, String> byLanguage) implements Serializable {

    /** Copies the map in alphabetical order of the language tags; refuses an empty map. */
    public TextMap {
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text map needs a text in at least one language.");
        }
    }

    /**
     * A text in the two languages of the product.
     *
     * @param en the English text
     * @param ja the Japanese text
     * @return the text map
     */
    public static TextMap of(String en, String ja) {
        return new TextMap(Map.of("en", en, "ja", ja));
    }

    /**
     * The text in a language, else in English, else in the first language there is.
     *
     * @param language a language tag
     * @return the text
     */
    public String in(String language) {
        String text = byLanguage.get(language);
        if (text == null) {
            text = byLanguage.get("en");
        }
        return text != null ? text : byLanguage.values().iterator().next();
    }

    /**
     * The languages of this text.
     *
     * @return the language tags in alphabetical order
     */
    public Set<String> languages() {
        return byLanguage.keySet();
    }
}
