package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;
import org.moatmark.core.questionnaire.VersionDiff;

/**
 * A questionnaire with other weights and nothing else changed: its tree, and each weight that is not what it was.
 *
 * <p>A published version never changes, so that new weights make a new version. Its method hash is over the canonical
 * file, which this room cannot write: whoever can gives it to {@link #as}.
 *
 * <pre>{@code
 * Reweighting weighed = Reweighting.of(questionnaire).dimensions(priorities.weights());
 * }</pre>
 *
 * @param before the questionnaire as it was
 * @param tree the top nodes with their new weights
 * @param changes weights that differ, in the order of the tree
 */
public record Reweighting(Questionnaire before, List<Node> tree, List<Change> changes) implements Serializable {

    /** What carries a weight. */
    public enum Kind {
        /** A node of the tree. */
        NODE,
        /** An item. */
        ITEM
    }

    /**
     * One weight.
     *
     * @param kind what carries it
     * @param key its key
     * @param from the weight as it was
     * @param to the new weight
     */
    public record Change(Kind kind, String key, double from, double to) implements Serializable {}

    /** Copies the lists. */
    public Reweighting {
        tree = List.copyOf(tree);
        changes = List.copyOf(changes);
    }

    /**
     * Nothing changed yet.
     *
     * @param questionnaire the questionnaire
     * @return its own weights
     */
    public static Reweighting of(Questionnaire questionnaire) {
        return new Reweighting(questionnaire, questionnaire.tree(), List.of());
    }

    /**
     * New weights for the top nodes.
     *
     * @param weights one per top node, in file order, finite and above 0; relative to each other
     * @return the tree with them
     * @throws IllegalArgumentException if there are too few or too many, or one is not finite and above 0
     */
    public Reweighting dimensions(List<Double> weights) {
        checkCount("The index", tree.size(), weights.size());
        return with(weighed(tree, weights));
    }

    /**
     * New weights for what is directly under a node: its child nodes, or its items.
     *
     * @param key key of the node
     * @param weights one per child or item, in file order, finite and above 0; relative to each other
     * @return the tree with them
     * @throws IllegalArgumentException if there is no such node or it has nothing under it, there are too few or too
     *     many weights, or one is not finite and above 0
     */
    public Reweighting under(String key, List<Double> weights) {
        boolean known = before.nodes().stream().anyMatch(node -> node.key().equals(key));
        if (!known) {
            throw new IllegalArgumentException("Questionnaire '" + before.id() + "' has no node '" + key + "'.");
        }
        return with(tree.stream().map(node -> replaced(node, key, weights)).toList());
    }

    /**
     * The nodes whose score can move, in the order of the tree.
     *
     * @return keys of nodes
     * @see VersionDiff#between
     */
    public List<String> movable() {
        Version next = new Version(before.version().major() + 1, 0, 0);
        return VersionDiff.between(before, as(next, before.methodHash())).nodes();
    }

    /**
     * What has a weight directly under a node.
     *
     * @param key key of the node; null for the index
     * @return items under a node that has items, else nodes
     */
    public Kind kindUnder(@Nullable String key) {
        boolean items = before.nodes().stream().anyMatch(node -> node.key().equals(key) && node instanceof Node.Leaf);
        return items ? Kind.ITEM : Kind.NODE;
    }

    /** The weights directly under a node, or of the top nodes if there is none. */
    static List<Double> weights(Questionnaire questionnaire, @Nullable String key) {
        if (key == null) {
            return headWeights(questionnaire.tree());
        }
        for (Node node : questionnaire.nodes()) {
            if (node.key().equals(key) && node instanceof Node.Branch branch) {
                return headWeights(branch.nodes());
            }
            if (node.key().equals(key) && node instanceof Node.Leaf leaf) {
                return leaf.items().stream().map(Item::weight).toList();
            }
        }
        throw new IllegalArgumentException(
                "Questionnaire '" + questionnaire.id() + "' has nothing to weigh under '" + key + "'.");
    }

    private static List<Double> headWeights(List<Node> nodes) {
        return nodes.stream().map(node -> node.head().weight()).toList();
    }

    /**
     * The questionnaire with the new weights.
     *
     * @param version its version, above that of the questionnaire as it was
     * @param methodHash the hash of its canonical file
     * @return the new version
     * @throws IllegalArgumentException if the version is not above the old one
     */
    public Questionnaire as(Version version, String methodHash) {
        if (version.compareTo(before.version()) <= 0) {
            throw new IllegalArgumentException("Questionnaire '" + before.id() + "': new weights need a version above "
                    + before.version() + ", not " + version + ".");
        }
        return new Questionnaire(
                before.id(),
                version,
                methodHash,
                before.title(),
                before.purpose(),
                before.licence(),
                before.sources(),
                before.informants(),
                before.scales(),
                tree,
                before.index(),
                before.levels(),
                before.gates(),
                before.staging(),
                before.findings(),
                before.vignettes(),
                before.pairs());
    }

    private Reweighting with(List<Node> changed) {
        List<Change> found = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            compare(before.tree().get(i), changed.get(i), found);
        }
        return new Reweighting(before, changed, found);
    }

    private static Node replaced(Node node, String key, List<Double> weights) {
        boolean here = node.key().equals(key);
        if (node instanceof Node.Branch branch) {
            List<Node> children = branch.nodes();
            if (!here) {
                children = children.stream()
                        .map(child -> replaced(child, key, weights))
                        .toList();
            } else {
                checkCount("Node '" + key + "'", children.size(), weights.size());
                children = weighed(children, weights);
            }
            return new Node.Branch(branch.head(), branch.aggregation(), branch.flagBelow(), children);
        }
        if (!here) {
            return node;
        }
        if (node instanceof Node.Leaf leaf) {
            checkCount("Node '" + key + "'", leaf.items().size(), weights.size());
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < leaf.items().size(); i++) {
                items.add(weighed(leaf.items().get(i), weights.get(i)));
            }
            return new Node.Leaf(leaf.head(), leaf.aggregation(), leaf.sides(), leaf.flagBelow(), items);
        }
        throw new IllegalArgumentException("Node '" + key + "' reads another node and has nothing to weigh.");
    }

    private static List<Node> weighed(List<Node> nodes, List<Double> weights) {
        List<Node> changed = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            changed.add(weighed(nodes.get(i), weights.get(i)));
        }
        return changed;
    }

    private static Node weighed(Node node, double weight) {
        Node.Head old = node.head();
        Node.Head head = new Node.Head(old.key(), old.title(), old.question(), old.sources(), weight);
        if (node instanceof Node.Branch branch) {
            return new Node.Branch(head, branch.aggregation(), branch.flagBelow(), branch.nodes());
        }
        if (node instanceof Node.Leaf leaf) {
            return new Node.Leaf(head, leaf.aggregation(), leaf.sides(), leaf.flagBelow(), leaf.items());
        }
        return new Node.Reference(head, ((Node.Reference) node).target());
    }

    private static Item weighed(Item item, double weight) {
        return new Item(
                item.key(),
                item.type(),
                item.text(),
                item.informants(),
                item.core(),
                item.evidence(),
                weight,
                item.help(),
                item.seeds(),
                item.sources(),
                item.appliesTo(),
                item.outsideView());
    }

    private static void compare(Node from, Node to, List<Change> found) {
        compare(Kind.NODE, from.key(), from.head().weight(), to.head().weight(), found);
        if (from instanceof Node.Branch old && to instanceof Node.Branch changed) {
            for (int i = 0; i < old.nodes().size(); i++) {
                compare(old.nodes().get(i), changed.nodes().get(i), found);
            }
        } else if (from instanceof Node.Leaf old && to instanceof Node.Leaf changed) {
            for (int i = 0; i < old.items().size(); i++) {
                Item item = old.items().get(i);
                compare(
                        Kind.ITEM,
                        item.key(),
                        item.weight(),
                        changed.items().get(i).weight(),
                        found);
            }
        }
    }

    private static void compare(Kind kind, String key, double from, double to, List<Change> found) {
        if (from != to) {
            found.add(new Change(kind, key, from, to));
        }
    }

    private static void checkCount(String who, int wanted, int given) {
        if (wanted != given) {
            throw new IllegalArgumentException(who + " takes " + wanted + " weights, not " + given + ".");
        }
    }
}
