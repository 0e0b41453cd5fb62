package org.moatmark.core.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;

/**
 * What of a tree a report needs: the nodes that make a profile: the top nodes, or the leaf nodes where there are fewer than four top nodes, and in
 * which node each item is.
 */
final class Dimensions {

    private static final int FEWEST_AT_THE_TOP = 4;

    private Dimensions() {}

    static List<String> of(Questionnaire questionnaire) {
        List<Node> nodes = questionnaire.tree().size() >= FEWEST_AT_THE_TOP
                ? questionnaire.tree()
                : questionnaire.nodes().stream()
                        .filter(node -> node instanceof Node.Leaf)
                        .toList();
        return nodes.stream().map(Node::key).toList();
    }

    /** By key of each item the key of the node that it is in. */
    static Map<String, String> homes(Questionnaire questionnaire) {
        Map<String, String> homes = new HashMap<>();
        for (Node node : questionnaire.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                leaf.items().forEach(item -> homes.put(item.key(), leaf.key()));
            }
        }
        return homes;
    }
}
