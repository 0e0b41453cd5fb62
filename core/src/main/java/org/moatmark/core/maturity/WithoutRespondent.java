package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a result if one respondent is left out. Nobody is ever left out of the result itself. */
public sealed interface WithoutRespondent extends Serializable {

    /** So many nodes that move most are told. */
    int NODES = 5;

    /**
     * The effect.
     *
     * @param index the index with and without the respondent
     * @param level the level of the organisation with and without the respondent
     * @param nodes the nodes that move, at most {@link #NODES}: first those whose score goes or comes, then by the size of
     *     the change, then in tree order
     */
    record Effect(Change index, Levels level, List<NodeChange> nodes) implements WithoutRespondent {
        /** Copies the list. */
        public Effect {
            Objects.requireNonNull(index, "index");
            Objects.requireNonNull(level, "level");
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * The effect is not worked out.
     *
     * @param why the reason
     */
    record NotTried(Why why) implements WithoutRespondent {
        /** Refuses null. */
        public NotTried {
            Objects.requireNonNull(why, "why");
        }
    }

    /** Why an effect is not worked out. */
    enum Why {
        /** Nobody else answered. */
        ONLY_RESPONDENT("only-respondent"),
        /** The wave is large and many are flagged; those with most flags come first. */
        TOO_MANY("too-many");

        private final String word;

        Why(String word) {
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

    /**
     * An evidenced score with and without the respondent.
     *
     * @param with 0-100, or null without a score
     * @param without 0-100, or null without a score
     */
    record Change(@Nullable Double with, @Nullable Double without) implements Serializable {

        /**
         * How far the score moves when the respondent is left out.
         *
         * @return without less with; null if either is null
         */
        public @Nullable Double difference() {
            return with == null || without == null ? null : Double.valueOf(without - with);
        }
    }

    /**
     * The level of the organisation with and without the respondent.
     *
     * @param with the level, or null without one
     * @param without the level, or null without one
     */
    record Levels(@Nullable Integer with, @Nullable Integer without) implements Serializable {}

    /**
     * A node that moves.
     *
     * @param node key of the node
     * @param score its evidenced score
     */
    record NodeChange(String node, Change score) implements Serializable {}
}
