package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node of the tree of dimensions: one with children, one with items, or one that reads the score of another. */
public sealed interface Node extends Serializable {

    /**
     * What every node has.
     *
     * @param key unique in the questionnaire
     * @param title its name
     * @param question what it asks, or null
     * @param sources keys of sources
     * @param weight relative weight inside its parent, finite and above 0
     */
    record Head(String key, TextMap title, @Nullable TextMap question, List<String> sources, double weight)
            implements Serializable {
        /** Copies the list; refuses a weight that is not finite and above 0. */
        public Head {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(title, "title");
            sources = List.copyOf(sources);
            Weights.check("Node", key, weight);
        }
    }

    /**
     * A node with child nodes.
     *
     * @param head what every node has
     * @param aggregation how the children form its score
     * @param flagBelow a child more than this many points under this node is flagged; null: none is
     * @param nodes the children, at least one; exactly two for {@code balance}
     */
    record Branch(
            Head head, Aggregation aggregation, @Nullable Double flagBelow, List<Node> nodes) implements Node {
        /** Copies the children; refuses none at all, and any number but two under {@code balance}. */
        public Branch {
            nodes = List.copyOf(nodes);
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("Node '" + head.key() + "' has no children.");
            }
            if (aggregation instanceof Aggregation.Balance && nodes.size() != 2) {
                throw new IllegalArgumentException("Node '" + head.key() + "': balance takes exactly two children.");
            }
        }
    }

    /**
     * A node with items.
     *
     * @param head what every node has
     * @param aggregation how the items form the score of a side; never {@code balance}
     * @param sides how headquarters and genba are joined
     * @param flagBelow kept as declared; items are not flagged; null: not declared
     * @param items the items, at least one
     */
    record Leaf(
            Head head,
            Aggregation aggregation,
            SideJoin sides,
            @Nullable Double flagBelow,
            List<Item> items) implements Node {
        /** Copies the items; refuses none at all, and {@code balance}. */
        public Leaf {
            items = List.copyOf(items);
            Objects.requireNonNull(sides, "sides");
            if (items.isEmpty()) {
                throw new IllegalArgumentException("Node '" + head.key() + "' has no items.");
            }
            if (aggregation instanceof Aggregation.Balance) {
                throw new IllegalArgumentException("Node '" + head.key() + "': balance is for child nodes, not items.");
            }
        }
    }

    /**
     * A node that reads the score of another.
     *
     * @param head what every node has
     * @param target key of the node that is read
     */
    record Reference(Head head, String target) implements Node {
        /** Refuses null. */
        public Reference {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * What every node has.
     *
     * @return key, title, question, sources and weight
     */
    Head head();

    /**
     * The key.
     *
     * @return the key, unique in the questionnaire
     */
    default String key() {
        return head().key();
    }
}
