package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Side;

/**
 * A questionnaire laid out in arrays, so that a wave is scored without a single search by key but the first.
 *
 * <p>Items and nodes are numbered in tree order; the items of a leaf are neighbours. Nodes are worked on in
 * {@link #order}: children and the targets of references first.
 */
final class Plan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Informant kinds are bits of a {@code long}. */
    static final int MOST_KINDS = 64;

    final Questionnaire questionnaire;
    final Item[] items;
    final long[] asked;
    final boolean[] opinion;
    final boolean[] text;
    final boolean[] customersOnly;
    final boolean[] customersToo;
    final double[] itemWeight;
    final int[] leafOfItem;
    final HashMap<String, Integer> itemIndex = new HashMap<>();

    final String[] kinds;
    final Side[] sideOfKind;
    final HashMap<String, Integer> kindIndex = new HashMap<>();
    final long customerKinds;

    final Node[] nodes;
    final int[] parent;
    final int[][] children;
    final int[] target;
    final int[] firstItem;
    final int[] itemCount;
    final double[] nodeWeight;
    final Aggregation[] aggregation;
    final int[] order;
    final int[] tops;
    final double[] topWeight;
    final HashMap<String, Integer> nodeIndex = new HashMap<>();

    /** By leaf: the nodes whose scores move with it, in working order, without the leaf. */
    final int[][] moved;

    /** The most children or items of one node. */
    final int widest;

    /** By node whether it holds nothing but texts, so that it is in no sum for any company. */
    final boolean[] onlyTexts;

    /** By node the rule that its explanation names. */
    final String[] rule;

    final String indexRule;

    /** Weights and aggregations as the questionnaire declares them. */
    final Method declared;

    /** Whether something is meant for some sizes, for some markets, only. */
    final boolean asksSize;

    final boolean asksMarket;

    /** Other questionnaires whose results gates or staging read. */
    final List<String> others;

    Plan(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        List<Node> tree = questionnaire.nodes();
        nodes = tree.toArray(new Node[0]);
        items = questionnaire.items().toArray(new Item[0]);
        kinds = new String[questionnaire.informants().size()];
        sideOfKind = new Side[kinds.length];
        if (kinds.length > MOST_KINDS) {
            throw new IllegalArgumentException("More than " + MOST_KINDS + " kinds of informants.");
        }
        customerKinds = readKinds();
        asked = new long[items.length];
        opinion = new boolean[items.length];
        text = new boolean[items.length];
        customersOnly = new boolean[items.length];
        customersToo = new boolean[items.length];
        itemWeight = new double[items.length];
        leafOfItem = new int[items.length];
        readItems();
        int n = nodes.length;
        parent = new int[n];
        children = new int[n][];
        target = new int[n];
        firstItem = new int[n];
        itemCount = new int[n];
        nodeWeight = new double[n];
        aggregation = new Aggregation[n];
        tops = readNodes();
        topWeight = new double[tops.length];
        for (int i = 0; i < tops.length; i++) {
            topWeight[i] = nodeWeight[tops[i]];
        }
        order = workingOrder();
        moved = movedByLeaf();
        int most = tops.length;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, Math.max(children[i].length, itemCount[i]));
        }
        widest = most;
        onlyTexts = new boolean[n];
        for (int node : order) {
            onlyTexts[node] = target[node] >= 0 ? onlyTexts[target[node]] : holdsOnlyTexts(node);
        }
        rule = new String[n];
        for (int i = 0; i < n; i++) {
            String kind = target[i] >= 0 ? "reference" : aggregation[i].word();
            rule[i] = (itemCount[i] > 0 ? "S6 " : "S7 ") + kind;
        }
        indexRule = "S7 " + questionnaire.index().aggregation().word();
        declared = new Method(
                itemWeight,
                nodeWeight,
                aggregation,
                questionnaire.index().aggregation(),
                questionnaire.index().floor());
        asksSize = Warnings.asks(questionnaire, true);
        asksMarket = Warnings.asks(questionnaire, false);
        others = Warnings.others(questionnaire);
    }

    private long readKinds() {
        long customers = 0;
        for (int i = 0; i < kinds.length; i++) {
            Informant informant = questionnaire.informants().get(i);
            kinds[i] = informant.key();
            sideOfKind[i] = informant.side();
            kindIndex.put(informant.key(), i);
            if (informant.side() == Side.CUSTOMERS) {
                customers |= 1L << i;
            }
        }
        return customers;
    }

    private void readItems() {
        for (int i = 0; i < items.length; i++) {
            Item item = items[i];
            itemIndex.put(item.key(), i);
            for (String kind : item.informants()) {
                asked[i] |= 1L << kind(kind);
            }
            opinion[i] = item.type().isOpinion();
            text[i] = !opinion[i] && !item.type().isFact();
            customersOnly[i] = opinion[i] && (asked[i] & ~customerKinds) == 0;
            customersToo[i] = opinion[i] && !customersOnly[i] && (asked[i] & customerKinds) != 0;
            itemWeight[i] = item.weight();
        }
    }

    private int[] readNodes() {
        for (int i = 0; i < nodes.length; i++) {
            nodeIndex.put(nodes[i].key(), i);
            parent[i] = -1;
            target[i] = -1;
            children[i] = new int[0];
            nodeWeight[i] = nodes[i].head().weight();
        }
        int nextItem = 0;
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            if (node instanceof Node.Branch branch) {
                aggregation[i] = branch.aggregation();
                children[i] = branch.nodes().stream()
                        .mapToInt(child -> node(child.key()))
                        .toArray();
                for (int child : children[i]) {
                    parent[child] = i;
                }
            } else if (node instanceof Node.Leaf leaf) {
                aggregation[i] = leaf.aggregation();
                firstItem[i] = nextItem;
                itemCount[i] = leaf.items().size();
                for (int k = 0; k < itemCount[i]; k++) {
                    leafOfItem[nextItem++] = i;
                }
            } else if (node instanceof Node.Reference reference) {
                aggregation[i] = new Aggregation.Arithmetic();
                target[i] = node(reference.target());
            }
        }
        return questionnaire.tree().stream().mapToInt(node -> node(node.key())).toArray();
    }

    private int[] workingOrder() {
        List<Integer> done = new ArrayList<>();
        boolean[] seen = new boolean[nodes.length];
        for (int top : tops) {
            visit(top, seen, done);
        }
        return done.stream().mapToInt(Integer::intValue).toArray();
    }

    private void visit(int node, boolean[] seen, List<Integer> done) {
        if (seen[node]) {
            return;
        }
        seen[node] = true;
        if (target[node] >= 0) {
            visit(target[node], seen, done);
        }
        for (int child : children[node]) {
            visit(child, seen, done);
        }
        done.add(node);
    }

    private int[][] movedByLeaf() {
        int[][] result = new int[nodes.length][];
        for (int leaf = 0; leaf < nodes.length; leaf++) {
            boolean[] moves = new boolean[nodes.length];
            moves[leaf] = true;
            List<Integer> list = new ArrayList<>();
            for (int node : order) {
                boolean touched = target[node] >= 0 && moves[target[node]];
                for (int child : children[node]) {
                    touched |= moves[child];
                }
                if (touched) {
                    moves[node] = true;
                    list.add(node);
                }
            }
            result[leaf] = list.stream().mapToInt(Integer::intValue).toArray();
        }
        return result;
    }

    private boolean holdsOnlyTexts(int node) {
        boolean only = true;
        for (int child : children[node]) {
            only &= onlyTexts[child];
        }
        for (int i = firstItem[node]; i < firstItem[node] + itemCount[node]; i++) {
            only &= text[i];
        }
        return only;
    }

    /** The bits of a list of informant kinds. */
    long mask(List<String> informants) {
        long mask = 0;
        for (String kind : informants) {
            mask |= 1L << kind(kind);
        }
        return mask;
    }

    private int node(String key) {
        Integer node = nodeIndex.get(key);
        if (node == null) {
            throw new IllegalArgumentException("Questionnaire '" + questionnaire.id() + "' has no node '" + key + "'.");
        }
        return node;
    }

    /** The number of an informant kind. */
    int kind(String key) {
        Integer kind = kindIndex.get(key);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "Questionnaire '" + questionnaire.id() + "' has no informant kind '" + key + "'; it has "
                            + Map.copyOf(kindIndex).keySet().stream().sorted().toList() + ".");
        }
        return kind;
    }
}
