package org.moatmark.core.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which scores can move between two versions: those of nodes whose rule or parts differ, of everything above them, and of
 * everything that reads them.
 */
final class Movement {

    private final List<String> nodes = new ArrayList<>();
    private final boolean index;

    Movement(Questionnaire before, Questionnaire after) {
        Map<String, Object> old = rules(before);
        Map<String, Object> rules = rules(after);
        Set<String> moved = new HashSet<>();
        rules.forEach((key, rule) -> {
            if (!rule.equals(old.get(key))) {
                moved.add(key);
            }
        });
        int size;
        do {
            size = moved.size();
            after.nodes().stream().filter(node -> reads(node, moved)).forEach(node -> moved.add(node.key()));
        } while (moved.size() > size);
        after.nodes().stream().map(Node::key).filter(moved::contains).distinct().forEach(nodes::add);
        index = !before.index().equals(after.index())
                || !weights(before.tree()).equals(weights(after.tree()))
                || after.tree().stream().map(Node::key).anyMatch(moved::contains);
    }

    List<String> nodes() {
        return nodes;
    }

    boolean index() {
        return index;
    }

    private static boolean reads(Node node, Set<String> moved) {
        if (node instanceof Node.Branch branch) {
            return branch.nodes().stream().map(Node::key).anyMatch(moved::contains);
        }
        return node instanceof Node.Reference reference && moved.contains(reference.target());
    }

    private static Map<String, Object> rules(Questionnaire questionnaire) {
        Map<String, Side> sides = new HashMap<>();
        questionnaire.informants().forEach(informant -> sides.put(informant.key(), informant.side()));
        Map<String, Object> rules = new LinkedHashMap<>();
        questionnaire.nodes().forEach(node -> rules.put(node.key(), rule(node, sides)));
        return rules;
    }

    /** Everything of a node that its own score depends on, but for the scores of others. */
    private static Object rule(Node node, Map<String, Side> sides) {
        if (node instanceof Node.Leaf leaf) {
            Map<String, Object> items = new HashMap<>();
            leaf.items().forEach(item -> items.put(item.key(), rule(item, sides)));
            return List.of(leaf.aggregation(), leaf.sides(), items);
        } else if (node instanceof Node.Branch branch) {
            return List.of(branch.aggregation(), weights(branch.nodes()));
        }
        return List.of(((Node.Reference) node).target());
    }

    private static Map<String, Double> weights(List<Node> nodes) {
        Map<String, Double> weights = new HashMap<>();
        nodes.forEach(node -> weights.put(node.key(), node.head().weight()));
        return weights;
    }

    private static Object rule(Item item, Map<String, Side> sides) {
        List<@Nullable Side> asked = new ArrayList<>();
        item.informants().forEach(kind -> asked.add(sides.get(kind)));
        return List.of(
                rule(item.type()),
                item.informants(),
                asked,
                item.core(),
                item.evidence(),
                item.weight(),
                item.appliesTo());
    }

    /** Everything of an answer format that a score depends on; texts are not. */
    static Object rule(ItemType type) {
        if (type instanceof ItemType.Agreement agreement) {
            return List.of(type.word(), agreement.points(), agreement.reverse());
        } else if (type instanceof ItemType.Measure measure) {
            return new ItemType.Measure(
                    NO_UNIT,
                    measure.min(),
                    measure.max(),
                    measure.cut1(),
                    measure.cut2(),
                    measure.cut3(),
                    measure.cut4(),
                    measure.upper());
        } else if (type instanceof ItemType.Choice choice) {
            return List.of(type.word(), scores(choice.options()));
        } else if (type instanceof ItemType.Choices choices) {
            return List.of(type.word(), scores(choices.options()), choices.count());
        }
        return type.word();
    }

    private static final TextMap NO_UNIT = TextMap.of("-", "-");

    private static Map<String, Double> scores(List<Option> options) {
        Map<String, Double> scores = new HashMap<>();
        options.forEach(option -> scores.put(option.key(), option.score()));
        return scores;
    }
}
