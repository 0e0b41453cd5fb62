package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Something that holds or does not hold for a scored company: the stuff of gates, staging and findings. */
public sealed interface Condition extends Serializable {

    /** How a value is compared with a bound. */
    enum Comparison {
        /** Not under the bound. */
        AT_LEAST("atLeast"),
        /** Not over the bound. */
        AT_MOST("atMost"),
        /** Under the bound. */
        BELOW("below");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in questionnaires
         */
        public String word() {
            return word;
        }
    }

    /**
     * The companies that the condition is meant for; for others it drops out of gates and staging.
     *
     * @return the companies; {@link AppliesTo#EVERYONE} by default
     */
    AppliesTo appliesTo();

    /**
     * The score of an item compared with a bound.
     *
     * @param item key of the item
     * @param comparison how
     * @param bound 0-100
     * @param appliesTo the companies it is meant for
     */
    record OfItem(String item, Comparison comparison, double bound, AppliesTo appliesTo) implements Condition {}

    /**
     * The score of a node compared with a bound.
     *
     * @param node key of the node
     * @param comparison how
     * @param bound 0-100
     * @param appliesTo the companies it is meant for
     */
    record OfNode(String node, Comparison comparison, double bound, AppliesTo appliesTo) implements Condition {}

    /**
     * The raw answer to a number, rubric or agreement item compared with a number.
     *
     * @param item key of the item
     * @param comparison how
     * @param bound in the unit of the answer
     * @param appliesTo the companies it is meant for
     */
    record OfAnswer(String item, Comparison comparison, double bound, AppliesTo appliesTo) implements Condition {}

    /**
     * The standing answer to a yes/no item is this one.
     *
     * @param item key of the item
     * @param is the answer
     * @param appliesTo the companies it is meant for
     */
    record AnswerIsYesNo(String item, boolean is, AppliesTo appliesTo) implements Condition {}

    /**
     * The standing answer to a choice is this option, or that to choices contains it.
     *
     * @param item key of the item
     * @param option key of the option
     * @param appliesTo the companies it is meant for
     */
    record AnswerIsOption(String item, String option, AppliesTo appliesTo) implements Condition {}

    /**
     * A node has reached a level.
     *
     * @param node key of a node with gates
     * @param atLeast the level
     * @param appliesTo the companies it is meant for
     */
    record LevelReached(String node, int atLeast, AppliesTo appliesTo) implements Condition {}

    /**
     * Headquarters and genba differ by no more than so many points under a node.
     *
     * @param node key of the node
     * @param atMost points on 0-100
     * @param appliesTo the companies it is meant for
     */
    record GapAtMost(String node, double atMost, AppliesTo appliesTo) implements Condition {}

    /**
     * So many present respondents are of a kind.
     *
     * @param informant key of the informant kind
     * @param atLeast how many
     * @param appliesTo the companies it is meant for
     */
    record InformantsPresent(String informant, int atLeast, AppliesTo appliesTo) implements Condition {}

    /**
     * A node of another questionnaire's result for the same company scores at least so much.
     *
     * @param questionnaire id of the other questionnaire
     * @param node key of its node
     * @param atLeast 0-100
     * @param appliesTo the companies it is meant for
     */
    record OfOther(String questionnaire, String node, double atLeast, AppliesTo appliesTo) implements Condition {}

    /**
     * All parts hold.
     *
     * @param parts at least one
     * @param appliesTo the companies it is meant for
     */
    record All(List<Condition> parts, AppliesTo appliesTo) implements Condition {
        /** Copies the parts; refuses none. */
        public All {
            parts = List.copyOf(parts);
            requireParts(parts);
        }
    }

    /**
     * At least one part holds.
     *
     * @param parts at least one
     * @param appliesTo the companies it is meant for
     */
    record Any(List<Condition> parts, AppliesTo appliesTo) implements Condition {
        /** Copies the parts; refuses none. */
        public Any {
            parts = List.copyOf(parts);
            requireParts(parts);
        }
    }

    private static void requireParts(List<Condition> parts) {
        Objects.requireNonNull(parts, "parts");
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("'all' and 'any' need at least one condition.");
        }
    }
}
