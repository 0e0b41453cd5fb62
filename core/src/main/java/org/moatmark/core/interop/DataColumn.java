package org.moatmark.core.interop;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * One variable of a {@link DataTable}.
 *
 * @param name at most 64 characters of {@code A-Z a-z 0-9 . _}, beginning with a letter and not ending with a point: a name
 *     in R, SPSS and PSPP
 * @param label what it is
 * @param kind what its cells hold
 * @param unit of numbers, or null
 * @param labels of {@code CODE} what each number stands for, in their order; else empty
 * @param item key of the item, or null for what belongs to none
 * @param about what it says of the item
 */
public record DataColumn(
        String name,
        TextMap label,
        Kind kind,
        @Nullable TextMap unit,
        Map<Integer, TextMap> labels,
        @Nullable String item,
        About about)
        implements Serializable {

    /** What the cells of a column hold. */
    public enum Kind {
        /** Words. */
        TEXT("text"),
        /** Numbers. */
        NUMBER("number"),
        /** Numbers that stand for words. */
        CODE("code"),
        /** Words of the formats. */
        KEY("key");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * The word in codebooks.
         *
         * @return the word
         */
        public String word() {
            return word;
        }
    }

    /** What a column says. */
    public enum About {
        /** What belongs to no item, such as who answers. */
        NO_ITEM,
        /** What was answered; where nothing was, that has a reason. */
        ANSWER,
        /** How the answer came about: its state, evidence and time. */
        CIRCUMSTANCE,
        /** How a company was rated that the questionnaire invents. */
        VIGNETTE
    }

    /** Sorts the labels by their numbers. */
    public DataColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(about, "about");
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    static DataColumn of(String name, Kind kind, String en, String ja) {
        return new DataColumn(name, TextMap.of(en, ja), kind, null, Map.of(), null, About.NO_ITEM);
    }
}
