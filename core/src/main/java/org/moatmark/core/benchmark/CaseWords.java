package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.TextMap;

/**
 * What the words of a case library are called in every language, and in which region a country lies.
 *
 * <p>Immutable. A word without a label is shown as it is.
 */
public final class CaseWords implements Serializable {

    private static final long serialVersionUID = 1L;

    /** No labels at all. */
    public static final CaseWords NONE = new CaseWords(List.of());

    private final List<Label> labels;
    private final EnumMap<Kind, LinkedHashMap<String, Label>> byKind = new EnumMap<>(Kind.class);

    /** The kinds of words. */
    public enum Kind {
        /** ISO 3166-1 alpha-2 codes. */
        COUNTRY("country"),
        /** Regions of the world, as the library cuts it. */
        REGION("region"),
        /** Sectors, by which peers are chosen. */
        SECTOR("sector"),
        /** Industries in a few words. */
        INDUSTRY("industry"),
        /** Themes of facts. */
        THEME("theme"),
        /** Size classes. */
        SIZE("size"),
        /** Markets. */
        MARKET("market"),
        /** Companies by their ids; {@link CaseLibrary#name} says what one is called. */
        COMPANY("company");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in {@code words.csv}
         */
        public String word() {
            return word;
        }
    }

    /**
     * What one word is called.
     *
     * @param kind what kind of word
     * @param word the word as it stands in files
     * @param text what it is called; of a country or a company in English the name by which files know it
     * @param region of a country the region in which it lies, or null if the library has none for it; else null
     */
    public record Label(
            Kind kind, String word, TextMap text, @Nullable String region) implements Serializable {
        /** Refuses a region for anything but a country. */
        public Label {
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(text, "text");
            if (region != null && kind != Kind.COUNTRY) {
                throw new IllegalArgumentException("Only a country lies in a region; '" + word + "' is none.");
            }
        }
    }

    private CaseWords(List<Label> labels) {
        this.labels = List.copyOf(labels);
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
        for (Label label : this.labels) {
            if (Objects.requireNonNull(byKind.get(label.kind())).put(label.word(), label) != null) {
                throw new IllegalArgumentException(
                        "The " + label.kind().word() + " '" + label.word() + "' has two labels.");
            }
        }
    }

    /**
     * Words with these labels.
     *
     * @param labels each word of a kind once
     * @return the words
     * @throws IllegalArgumentException if a word of a kind is there twice
     */
    public static CaseWords of(List<Label> labels) {
        return new CaseWords(labels);
    }

    /**
     * These words and others; where both have a label, that of the others.
     *
     * @param others words that go before these
     * @return all words: first these in their order, then what is new
     */
    public CaseWords with(CaseWords others) {
        Map<String, Label> all = new LinkedHashMap<>();
        labels.forEach(label -> all.put(label.kind().word() + '/' + label.word(), label));
        others.labels.forEach(label -> all.put(label.kind().word() + '/' + label.word(), label));
        return new CaseWords(new ArrayList<>(all.values()));
    }

    /**
     * All labels.
     *
     * @return the labels in file order
     */
    public List<Label> labels() {
        return labels;
    }

    /**
     * The words of a kind that have a label.
     *
     * @param kind what kind of word
     * @return by word its label, in file order
     */
    public Map<String, Label> of(Kind kind) {
        return Collections.unmodifiableMap(Objects.requireNonNull(byKind.get(kind)));
    }

    /**
     * What a word is called.
     *
     * @param kind what kind of word
     * @param word the word as it stands in files
     * @return its label, or the word itself, as English, if it has none
     */
    public TextMap label(Kind kind, String word) {
        Label label = of(kind).get(word);
        return label != null ? label.text() : new TextMap(Map.of("en", word));
    }

    /**
     * The region in which a country lies.
     *
     * @param country ISO 3166-1 alpha-2
     * @return a region, or empty if the country is unknown or the library has no region for it
     */
    public Optional<String> regionOf(String country) {
        Label label = of(Kind.COUNTRY).get(country);
        return label == null ? Optional.empty() : Optional.ofNullable(label.region());
    }
}
