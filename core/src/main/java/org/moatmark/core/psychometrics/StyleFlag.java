package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.questionnaire.ContradictoryPair;

/** Something in the way a respondent answers that is worth a second look; never a reason to drop anybody silently. */
public sealed interface StyleFlag extends Serializable {

    /**
     * The same answer to many agreement items in a row.
     *
     * @param answer the point that was chosen
     * @param items keys of the items, in file order
     */
    record StraightLine(int answer, List<String> items) implements StyleFlag {
        /** Copies the list. */
        public StraightLine {
            items = List.copyOf(items);
        }
    }

    /**
     * High answers to two items that contradict each other.
     *
     * @param pair the items
     */
    record Contradiction(ContradictoryPair pair) implements StyleFlag {}

    /**
     * Answers faster than the items can be read.
     *
     * @param medianSeconds median time per item
     * @param items how many items have a time
     */
    record TooFast(double medianSeconds, int items) implements StyleFlag {}

    /**
     * Top answers for which evidence is asked and none of grade E2 or better is given.
     *
     * @param items keys of the items, in file order
     */
    record UnprovenTops(List<String> items) implements StyleFlag {
        /** Copies the list. */
        public UnprovenTops {
            items = List.copyOf(items);
        }
    }
}
