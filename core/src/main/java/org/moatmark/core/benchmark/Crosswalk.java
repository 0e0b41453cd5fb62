package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.ItemState;
import org.moatmark.core.scoring.Status;

/**
 * How the answers to another questionnaire came into the tree of the cases. The cases are scored on the same items.
 *
 * @param from id of the questionnaire that was answered
 * @param to id of the questionnaire on which the cases are rated
 * @param rows the items of the cases that are linked, in file order
 * @param unlinked the items of the cases to which nothing is linked; they are missing on both sides
 * @param shares how much of every node is linked, the index first
 */
public record Crosswalk(String from, String to, List<Row> rows, List<String> unlinked, List<Share> shares)
        implements Serializable {

    /** Copies the lists. */
    public Crosswalk {
        rows = List.copyOf(rows);
        unlinked = List.copyOf(unlinked);
        shares = List.copyOf(shares);
    }

    /**
     * One linked item of the cases.
     *
     * @param item its key
     * @param from the items that are linked to it, in file order
     * @param state what became of it: answered if one of them is
     * @param score the mean of the joined evidenced scores of those that have one; null if none has
     */
    public record Row(
            String item,
            List<SubjectItem> from,
            ItemState state,
            @Nullable Double score) implements Serializable {
        /** Copies the list. */
        public Row {
            from = List.copyOf(from);
        }
    }

    /**
     * How much of a node is linked.
     *
     * @param key key of the node, or {@link Measure#INDEX}
     * @param share weight of the linked items over that of all its items, 0-1; of a parent the mean of its children's by
     *     their weights
     * @param status how much the company's score there rests on
     */
    public record Share(String key, double share, Status status) implements Serializable {}
}
