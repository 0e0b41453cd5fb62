package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.questionnaire.Finding;
import org.moatmark.core.questionnaire.TextMap;

/**
 * A finding that holds for the company.
 *
 * @param key key of the finding
 * @param tone how it is meant
 * @param message what is said
 * @param because keys of what it rests on, each once, in the order of its condition
 */
public record Pattern(String key, Finding.Tone tone, TextMap message, List<String> because) implements Serializable {
    /** Copies the list. */
    public Pattern {
        because = List.copyOf(because);
    }
}
