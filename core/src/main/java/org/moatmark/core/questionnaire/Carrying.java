package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the answers to one version of a questionnaire under another: which of them stand, and which have to be
 * given anew. Items are known by their keys.
 *
 * @param items every item of the later version in file order, then those that are gone, in the order of the earlier one
 */
public record Carrying(List<Fate> items) implements Serializable {

    /** Copies the list. */
    public Carrying {
        items = List.copyOf(items);
    }

    /**
     * What becomes of the answers to one item.
     *
     * @param key key of the item
     * @param verdict whether they stand
     */
    public record Fate(String key, Verdict verdict) implements Serializable {}

    /** Whether answers to an item stand; where several hold, the last of them that does. */
    public enum Verdict {
        /** The question, its answers and what they count are the same. */
        UNCHANGED("unchanged"),
        /** The question and its answers are the same; weight, evidence, who is asked or what an answer scores is not. */
        RESCORED("rescored"),
        /** The answers still fit, but the words of the question or of an answer are others; it may be another measure. */
        REWORDED("reworded"),
        /** Another kind of answer, scale or unit: an answer to the earlier version says nothing about this one. */
        REPLACED("replaced"),
        /** Only the later version asks it. */
        ADDED("added"),
        /** Only the earlier version asks it. */
        REMOVED("removed");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return word;
        }

        /**
         * Whether an answer to the earlier version is one to the later version too, if it is in its range.
         *
         * @return true for what is unchanged, rescored or reworded
         */
        public boolean stands() {
            return this == UNCHANGED || this == RESCORED || this == REWORDED;
        }
    }

    /**
     * Compares the items of two versions.
     *
     * @param before the earlier version
     * @param after the later version
     * @return what becomes of the answers
     */
    public static Carrying between(Questionnaire before, Questionnaire after) {
        Map<String, Item> old = new HashMap<>();
        before.items().forEach(item -> old.put(item.key(), item));
        Map<String, AgreementScale> oldScales = scales(before);
        Map<String, AgreementScale> scales = scales(after);
        List<Fate> items = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (Item item : after.items()) {
            Item was = old.get(item.key());
            kept.add(item.key());
            items.add(new Fate(item.key(), was == null ? Verdict.ADDED : verdict(was, item, oldScales, scales)));
        }
        before.items().stream()
                .filter(item -> !kept.contains(item.key()))
                .forEach(item -> items.add(new Fate(item.key(), Verdict.REMOVED)));
        return new Carrying(items);
    }

    /**
     * What becomes of the answers to one item.
     *
     * @param key key of the item
     * @return the verdict; {@link Verdict#REMOVED} for a key that neither version knows
     */
    public Verdict of(String key) {
        for (Fate item : items) {
            if (item.key().equals(key)) {
                return item.verdict();
            }
        }
        return Verdict.REMOVED;
    }

    /**
     * The items of one verdict.
     *
     * @param verdict a verdict
     * @return their keys, in the order of {@code items}
     */
    public List<String> keys(Verdict verdict) {
        return items.stream()
                .filter(item -> item.verdict() == verdict)
                .map(Fate::key)
                .toList();
    }

    private static Map<String, AgreementScale> scales(Questionnaire questionnaire) {
        Map<String, AgreementScale> scales = new HashMap<>();
        questionnaire.scales().forEach(scale -> scales.put(scale.key(), scale));
        return scales;
    }

    private static Verdict verdict(
            Item was, Item now, Map<String, AgreementScale> oldScales, Map<String, AgreementScale> scales) {
        if (!fits(was.type(), now.type())) {
            return Verdict.REPLACED;
        } else if (!was.text().equals(now.text())
                || !words(was.type(), oldScales).equals(words(now.type(), scales))) {
            return Verdict.REWORDED;
        }
        boolean same = Movement.rule(was.type()).equals(Movement.rule(now.type()))
                && was.informants().equals(now.informants())
                && was.core() == now.core()
                && was.evidence() == now.evidence()
                && was.weight() == now.weight()
                && was.appliesTo().equals(now.appliesTo());
        return same ? Verdict.UNCHANGED : Verdict.RESCORED;
    }

    /** Whether an answer in one format says the same in the other. */
    private static boolean fits(ItemType was, ItemType now) {
        if (was instanceof ItemType.Agreement one && now instanceof ItemType.Agreement other) {
            return one.points() == other.points() && one.reverse() == other.reverse();
        } else if (was instanceof ItemType.Measure one && now instanceof ItemType.Measure other) {
            return one.unit().equals(other.unit());
        }
        return was.getClass() == now.getClass();
    }

    /** Everything that a respondent reads of an answer format. */
    private static List<?> words(ItemType type, Map<String, AgreementScale> scales) {
        if (type instanceof ItemType.Rubric rubric) {
            return rubric.anchors();
        } else if (type instanceof ItemType.Agreement agreement) {
            @Nullable AgreementScale scale = scales.get(agreement.scale());
            return scale == null ? List.of() : scale.labels();
        } else if (type instanceof ItemType.Choice choice) {
            return read(choice.options());
        } else if (type instanceof ItemType.Choices choices) {
            return read(choices.options());
        }
        return List.of();
    }

    private static List<?> read(List<Option> options) {
        return options.stream()
                .map(option -> List.of(option.key(), Objects.requireNonNull(option.text())))
                .toList();
    }
}
