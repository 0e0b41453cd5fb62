package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.Status;

/** What a claim would be about if what is missing for it were there. */
public sealed interface Allowed extends Serializable {

    /**
     * A level, as far as everything else that it takes holds.
     *
     * @param level the level
     * @param node key of the node; null for the level of the organisation
     */
    record Level(int level, @Nullable String node) implements Allowed {}

    /** Intervals (rule S16). */
    record Intervals() implements Allowed {}

    /**
     * A better status (rules S6, S7).
     *
     * @param status the status
     * @param nodes keys of the nodes, in tree order
     * @param index whether the index would have it
     */
    record BetterStatus(Status status, List<String> nodes, boolean index) implements Allowed {
        /** Copies the list. */
        public BetterStatus {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * The view of a side (rule S6).
     *
     * @param side headquarters or genba
     * @param nodes keys of the nodes, in tree order
     */
    record SideView(Side side, List<String> nodes) implements Allowed {
        /** Copies the list. */
        public SideView {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * To say whether the people of a side agree (rule S14).
     *
     * @param side whose people
     * @param nodes keys of the nodes, in tree order
     */
    record Agreement(Side side, List<String> nodes) implements Allowed {
        /** Copies the list. */
        public Agreement {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * To say whether two groups part (rule S15).
     *
     * @param between which groups
     * @param difference the difference that would be found, with the chance that the rule asks for and at the spread of
     *     those who answered, in steps of 1-5; null where a group is too small to know its spread
     * @param nodes keys of the nodes, in tree order
     */
    record Gap(PerceptionGap.Between between, @Nullable Double difference, List<String> nodes) implements Allowed {
        /** Copies the list. */
        public Gap {
            nodes = List.copyOf(nodes);
        }
    }
}
