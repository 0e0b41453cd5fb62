package org.moatmark.core;

import java.util.ArrayList;
import java.util.List;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;

/** The same questionnaire with another tree. Gates and findings stay, so that only scores are to be taken from it. */
final class Reshaped {

    private Reshaped() {}

    /** Every node and every item of this weight. */
    static Questionnaire withWeights(Questionnaire questionnaire, double weight) {
        return with(
                questionnaire,
                questionnaire.tree().stream()
                        .map(node -> weighted(node, weight))
                        .toList());
    }

    /** Without one item, whose node has others. */
    static Questionnaire without(Questionnaire questionnaire, String item) {
        return with(
                questionnaire,
                questionnaire.tree().stream().map(node -> without(node, item)).toList());
    }

    private static Node weighted(Node node, double weight) {
        Node.Head old = node.head();
        Node.Head head = new Node.Head(old.key(), old.title(), old.question(), old.sources(), weight);
        if (node instanceof Node.Branch branch) {
            List<Node> nodes = branch.nodes().stream()
                    .map(child -> weighted(child, weight))
                    .toList();
            return new Node.Branch(head, branch.aggregation(), branch.flagBelow(), nodes);
        } else if (node instanceof Node.Leaf leaf) {
            List<Item> items =
                    leaf.items().stream().map(item -> weighted(item, weight)).toList();
            return new Node.Leaf(head, leaf.aggregation(), leaf.sides(), leaf.flagBelow(), items);
        }
        return new Node.Reference(head, ((Node.Reference) node).target());
    }

    private static Item weighted(Item item, double weight) {
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

    private static Node without(Node node, String item) {
        if (node instanceof Node.Branch branch) {
            List<Node> nodes =
                    branch.nodes().stream().map(child -> without(child, item)).toList();
            return new Node.Branch(branch.head(), branch.aggregation(), branch.flagBelow(), nodes);
        } else if (node instanceof Node.Leaf leaf) {
            List<Item> items = new ArrayList<>(leaf.items());
            items.removeIf(one -> one.key().equals(item));
            return new Node.Leaf(leaf.head(), leaf.aggregation(), leaf.sides(), leaf.flagBelow(), items);
        }
        return node;
    }

    private static Questionnaire with(Questionnaire old, List<Node> tree) {
        return new Questionnaire(
                old.id(),
                old.version(),
                old.methodHash(),
                old.title(),
                old.purpose(),
                old.licence(),
                old.sources(),
                old.informants(),
                old.scales(),
                tree,
                old.index(),
                old.levels(),
                old.gates(),
                old.staging(),
                old.findings(),
                old.vignettes(),
                old.pairs());
    }
}
