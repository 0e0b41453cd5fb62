package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Gate;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.questionnaire.StagingRow;

/** The gates and staging rows of a questionnaire, laid out by node and level. Nodes and items count in tree order. */
final class Ladder implements Serializable {

    private static final long serialVersionUID = 1L;

    final Questionnaire questionnaire;
    final HashMap<String, Integer> nodeIndex = new HashMap<>();
    final HashMap<String, Integer> itemIndex = new HashMap<>();
    final Item[] items;

    /** By node the items under it, also those that references lead to; each once, in tree order. */
    final int[][] itemsUnder;

    /** By item whether it is an opinion that both headquarters and genba are asked. */
    final boolean[] askedOfBoth;

    /** By node, by level its gates; a node without gates has no levels. */
    final Gate[][][] gates;

    final TreeMap<Integer, List<StagingRow>> staging = new TreeMap<>();

    Ladder(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        List<Node> nodes = questionnaire.nodes();
        for (Node node : nodes) {
            nodeIndex.put(node.key(), nodeIndex.size());
        }
        items = questionnaire.items().toArray(new Item[0]);
        for (Item item : items) {
            itemIndex.put(item.key(), itemIndex.size());
        }
        gates = new Gate[nodes.size()][][];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = gatesOf(nodes.get(i).key());
        }
        for (StagingRow row : questionnaire.staging()) {
            staging.computeIfAbsent(row.level(), level -> new ArrayList<>()).add(row);
        }
        itemsUnder = new int[nodes.size()][];
        for (int i = 0; i < itemsUnder.length; i++) {
            Set<Integer> found = new HashSet<>();
            collect(nodes.get(i), nodes, found);
            itemsUnder[i] = found.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
        askedOfBoth = new boolean[items.length];
        Map<String, Side> sides = new HashMap<>();
        for (Informant informant : questionnaire.informants()) {
            sides.put(informant.key(), informant.side());
        }
        for (int i = 0; i < items.length; i++) {
            List<Side> asked = items[i].informants().stream().map(sides::get).toList();
            askedOfBoth[i] =
                    items[i].type().isOpinion() && asked.contains(Side.HEADQUARTERS) && asked.contains(Side.GENBA);
        }
    }

    private Gate[][] gatesOf(String node) {
        List<Gate> own = questionnaire.gates().stream()
                .filter(gate -> gate.node().equals(node))
                .toList();
        int top = own.stream().mapToInt(Gate::level).max().orElse(-1);
        Gate[][] byLevel = new Gate[top + 1][];
        for (int level = 0; level <= top; level++) {
            int at = level;
            byLevel[level] = own.stream().filter(gate -> gate.level() == at).toArray(Gate[]::new);
        }
        return byLevel;
    }

    /** The highest level that a node's gates guard; -1 without gates. */
    int top(int node) {
        return gates[node].length - 1;
    }

    private void collect(Node node, List<Node> nodes, Set<Integer> found) {
        if (node instanceof Node.Leaf leaf) {
            leaf.items().forEach(item -> found.add(itemIndex.get(item.key())));
        } else if (node instanceof Node.Branch branch) {
            branch.nodes().forEach(child -> collect(child, nodes, found));
        } else if (node instanceof Node.Reference reference) {
            collect(nodes.get(node(reference.target())), nodes, found);
        }
    }

    int node(String key) {
        return place(nodeIndex.get(key), key);
    }

    int item(String key) {
        return place(itemIndex.get(key), key);
    }

    private int place(@Nullable Integer place, String key) {
        if (place == null) {
            throw new IllegalArgumentException(
                    "Questionnaire '" + questionnaire.id() + "' knows nothing of '" + key + "'.");
        }
        return place;
    }

    boolean hasLevels() {
        return !questionnaire.gates().isEmpty() || !questionnaire.staging().isEmpty();
    }
}
