package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which node's score is read by which: a parent reads its children, a reference reads its target. A questionnaire can
 * only be scored if nothing reads itself, on whatever way round.
 */
final class NodeGraph {

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final Circles<String> circles = new Circles<>();

    private record Reference(String node, String target, Place at) {}

    void child(String parent, String child) {
        if (parents.putIfAbsent(child, parent) == null) {
            circles.edge(parent, child);
        }
    }

    void reference(String node, String target, Place at) {
        if (targets.putIfAbsent(node, target) == null) {
            references.add(new Reference(node, target, at));
        }
    }

    /** Notes references to the node itself or an ancestor, and one fault for every other circle. */
    void check(Keys nodes, Faults faults) {
        List<Reference> others = new ArrayList<>();
        for (Reference reference : references) {
            if (isSelfOrAncestor(reference.target, reference.node)) {
                ancestor(reference, nodes, faults);
            } else {
                circles.edge(reference.node, reference.target);
                others.add(reference);
            }
        }
        Map<String, Integer> groups = circles.groups();
        List<Integer> said = new ArrayList<>();
        for (Reference reference : others) {
            Integer group = groups.get(reference.node);
            if (group != null && group.equals(groups.get(reference.target)) && !said.contains(group)) {
                said.add(group);
                circle(reference, nodes, faults);
            }
        }
    }

    private boolean isSelfOrAncestor(String candidate, String node) {
        @Nullable String here = node;
        int steps = 0;
        while (here != null && steps++ <= parents.size()) {
            if (here.equals(candidate)) {
                return true;
            }
            here = parents.get(here);
        }
        return false;
    }

    private static void ancestor(Reference reference, Keys nodes, Faults faults) {
        String target = Shown.text(reference.target);
        boolean itself = reference.target.equals(reference.node);
        faults.add(
                "reference-to-ancestor",
                reference.at,
                nodes.named(reference.node),
                itself ? "the node refers to itself." : "it refers to node '" + target + "', which contains it.",
                itself ? "自分自身を参照しています。" : "自分を含むノード「" + target + "」を参照しています。",
                "Refer to a node outside of its own ancestors.",
                "自分の祖先ではないノードを参照してください。");
    }

    private static void circle(Reference reference, Keys nodes, Faults faults) {
        String target = Shown.text(reference.target);
        faults.add(
                "reference-circle",
                reference.at,
                nodes.named(reference.node),
                "its reference to node '" + target + "' closes a circle of nodes that read each other.",
                "ノード「" + target + "」への参照によって、互いの得点を読み合う循環ができています。",
                "Break the circle: let one of these nodes have items of its own.",
                "循環を断ち切ってください。いずれかのノードに自分の設問をもたせます。");
    }
}
