package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.AnswerValue;

/**
 * One condition that does not hold, with what would make it hold.
 *
 * @param kind what is needed
 * @param key key of the item, node or informant kind
 * @param questionnaire id of the other questionnaire for {@link Kind#OTHER}, else null
 * @param from how it stands; null without a score or an answer
 * @param to what it takes
 * @param customersMean what customers think of the item, where that is what holds it down (rule S5); else null
 * @param ask informant kinds that would have to be asked, where nobody present is asked the item; else empty
 */
public record Need(
        Kind kind,
        String key,
        @Nullable String questionnaire,
        @Nullable AnswerValue from,
        AnswerValue to,
        @Nullable Double customersMean,
        List<String> ask)
        implements Serializable {

    /** What is needed. */
    public enum Kind {
        /** A score of an item. */
        ITEM("item"),
        /** A score of a node. */
        NODE("node"),
        /** A raw answer. */
        ANSWER("answer"),
        /** A number of respondents of a kind. */
        INFORMANTS("informants"),
        /** A smaller gap between headquarters and genba. */
        GAP("gap"),
        /** A level of a node. */
        LEVEL("level"),
        /** A score on another questionnaire. */
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in results
         */
        public String word() {
            return word;
        }
    }

    /** Copies the list. */
    public Need {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(to, "to");
        ask = List.copyOf(ask);
    }

    static Need number(Kind kind, String key, double from, double to) {
        return new Need(kind, key, null, numberOrNull(from), new AnswerValue.Number(to), null, List.of());
    }

    static @Nullable AnswerValue numberOrNull(double value) {
        return Double.isNaN(value) ? null : new AnswerValue.Number(value);
    }
}
