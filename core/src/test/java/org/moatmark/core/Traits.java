package org.moatmark.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;

/** What the tree of a questionnaire says of its nodes, read straight from the definition. */
final class Traits {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Boolean> balances = new HashMap<>();

    Traits(Questionnaire questionnaire) {
        questionnaire.nodes().forEach(node -> nodes.put(node.key(), node));
    }

    /** Whether a node is a balance, has one under it, or reads one. */
    boolean restsOnBalance(String key) {
        Boolean known = balances.get(key);
        if (known == null) {
            known = looksAtBalance(key);
            balances.put(key, known);
        }
        return known;
    }

    private boolean looksAtBalance(String key) {
        Node node = nodes.get(key);
        if (node instanceof Node.Branch branch) {
            return branch.aggregation() instanceof Aggregation.Balance
                    || branch.nodes().stream().anyMatch(child -> restsOnBalance(child.key()));
        }
        return node instanceof Node.Reference reference && restsOnBalance(reference.target());
    }

    /** Whether anything in the index rests on a balance. */
    boolean indexRestsOnBalance() {
        return nodes.keySet().stream().anyMatch(this::restsOnBalance);
    }

    /** The nodes with items under a node, also through references. */
    List<Node.Leaf> leavesUnder(String key) {
        List<Node.Leaf> leaves = new ArrayList<>();
        collect(nodes.get(key), leaves);
        return leaves;
    }

    List<Node.Leaf> leaves() {
        List<Node.Leaf> leaves = new ArrayList<>();
        nodes.values().stream().filter(Node.Leaf.class::isInstance).forEach(node -> leaves.add((Node.Leaf) node));
        return leaves;
    }

    private void collect(Node node, List<Node.Leaf> leaves) {
        if (node instanceof Node.Leaf leaf) {
            leaves.add(leaf);
        } else if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> collect(child, leaves));
        } else if (node instanceof Node.Reference reference) {
            collect(nodes.get(reference.target()), leaves);
        }
    }
}
