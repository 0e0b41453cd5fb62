package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;

/**
 * A pattern worth a sentence: a message when a condition holds.
 *
 * @param key unique in the questionnaire
 * @param tone how it is meant
 * @param when when it is said
 * @param message what is said
 * @param seeds codes of founding texts; kept, never read
 */
public record Finding(String key, Tone tone, Condition when, TextMap message, List<String> seeds)
        implements Serializable {
    /** Copies the lists. */
    public Finding {
        seeds = List.copyOf(seeds);
    }

    /** How a finding is meant. */
    public enum Tone {
        /** Something to build on. */
        STRENGTH("strength"),
        /** Something that may hurt. */
        RISK("risk"),
        /** Something to seize. */
        OPPORTUNITY("opportunity");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in questionnaires and results
         */
        public String word() {
            return word;
        }
    }
}
