package org.moatmark.core.scoring;

import java.util.Arrays;

/** The numbers of one of the two scores (claimed or evidenced); NaN where there is none. */
final class Pass {

    /** By item: the score of each side, and the item's own number. */
    final double[] itemHq;

    final double[] itemGenba;
    final double[] item;

    /** By node: the score of each side, and the joined score. */
    final double[] nodeHq;

    final double[] nodeGenba;
    final double[] node;

    private final double[] nodeLog;

    Pass(Plan plan) {
        itemHq = blank(plan.items.length);
        itemGenba = blank(plan.items.length);
        item = blank(plan.items.length);
        nodeHq = blank(plan.nodes.length);
        nodeGenba = blank(plan.nodes.length);
        node = blank(plan.nodes.length);
        nodeLog = blank(plan.nodes.length);
    }

    void setItem(int i, double hq, double genba) {
        itemHq[i] = hq;
        itemGenba[i] = genba;
        item[i] = Double.isNaN(hq) ? genba : Double.isNaN(genba) ? hq : (hq + genba) / 2;
    }

    /** Whether every item has the same scores in another pass, as it has where nothing asks for evidence. */
    boolean hasItemsOf(Pass other) {
        return Arrays.equals(itemHq, other.itemHq) && Arrays.equals(itemGenba, other.itemGenba);
    }

    /** Forgets the scores of nodes, so that they can be worked out anew. */
    void forgetNodes() {
        Arrays.fill(nodeHq, Double.NaN);
        Arrays.fill(nodeGenba, Double.NaN);
        Arrays.fill(node, Double.NaN);
        Arrays.fill(nodeLog, Double.NaN);
    }

    /** Takes the node scores of a pass with the same item scores. */
    void takeNodesOf(Pass other) {
        System.arraycopy(other.nodeHq, 0, nodeHq, 0, nodeHq.length);
        System.arraycopy(other.nodeGenba, 0, nodeGenba, 0, nodeGenba.length);
        System.arraycopy(other.node, 0, node, 0, node.length);
    }

    /** The logarithm of a node's score, at least that of 1, as geometric means take it; worked out once. */
    double log(int n) {
        double log = nodeLog[n];
        if (Double.isNaN(log)) {
            log = StrictMath.log(Math.max(node[n], Joint.FLOOR));
            nodeLog[n] = log;
        }
        return log;
    }

    private static double[] blank(int n) {
        double[] array = new double[n];
        Arrays.fill(array, Double.NaN);
        return array;
    }
}
