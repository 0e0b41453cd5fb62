package org.moatmark.core.scoring;

import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.SideJoin;

/**
 * What the missing answers could make of every score (rule S8).
 *
 * <p>By hand: two items of weight 1, one answered with 50, one missing: from (50 + 0) / 2 = 25 to (50 + 100) / 2 = 75.
 */
final class BoundsScoring {

    private static final int BEST = 100;

    private final Plan plan;
    private final NodeStructure structure;
    private final Pass evidenced;
    private final Pass lowest;
    private final Pass highest;
    private final double[] low;
    private final double[] high;
    private final double[] values;
    private final double[] weights;

    BoundsScoring(Plan plan, NodeStructure structure, Pass evidenced) {
        this(plan, structure, evidenced, evidenced, evidenced);
    }

    /** Also of scored items that are not sure of their score; the same pass three times if all are. */
    BoundsScoring(Plan plan, NodeStructure structure, Pass evidenced, Pass lowest, Pass highest) {
        this.plan = plan;
        this.structure = structure;
        this.evidenced = evidenced;
        this.lowest = lowest;
        this.highest = highest;
        boolean sure = lowest == evidenced && highest == evidenced;
        low = new double[plan.nodes.length];
        high = new double[plan.nodes.length];
        values = new double[plan.widest];
        weights = new double[plan.widest];
        for (int node : plan.order) {
            if (structure.status[node].applies()) {
                if (sure && structure.complete[node]) {
                    low[node] = evidenced.node[node];
                    high[node] = low[node];
                } else if (plan.target[node] >= 0) {
                    low[node] = low[plan.target[node]];
                    high[node] = high[plan.target[node]];
                } else if (plan.itemCount[node] > 0) {
                    low[node] = leaf(node, lowest, 0);
                    high[node] = leaf(node, highest, BEST);
                } else {
                    low[node] = over(plan.children[node], plan.aggregation[node], Joint.FLOOR, true);
                    high[node] = over(plan.children[node], plan.aggregation[node], Joint.FLOOR, false);
                }
                widen(node);
            }
        }
    }

    private void widen(int node) {
        if (structure.scored[node]) {
            low[node] = Math.min(low[node], evidenced.node[node]);
            high[node] = Math.max(high[node], evidenced.node[node]);
        }
    }

    private double leaf(int node, Pass items, double missing) {
        boolean hq = structure.hasHq[node];
        boolean genba = structure.hasGenba[node];
        if (!hq && !genba) {
            return leafOver(node, items.item, missing);
        }
        SideJoin sides = ((Node.Leaf) plan.nodes[node]).sides();
        return Joint.sides(
                sides,
                hq ? leafOver(node, items.itemHq, missing) : Double.NaN,
                genba ? leafOver(node, items.itemGenba, missing) : Double.NaN);
    }

    private double leafOver(int node, double[] scores, double missing) {
        int n = 0;
        int end = plan.firstItem[node] + plan.itemCount[node];
        for (int i = plan.firstItem[node]; i < end; i++) {
            boolean open = structure.itemApplies(i) && !structure.itemScored(i);
            if (open || !Double.isNaN(scores[i])) {
                values[n] = open ? missing : scores[i];
                weights[n++] = plan.itemWeight[i];
            }
        }
        return Joint.aggregate(plan.aggregation[node], values, weights, n, Joint.FLOOR);
    }

    private double over(int[] nodes, Aggregation how, double floor, boolean lowest) {
        if (how instanceof Aggregation.Balance) {
            return balance(nodes[0], nodes[1], lowest);
        }
        double[] ends = lowest ? low : high;
        int n = 0;
        for (int node : nodes) {
            if (structure.status[node].applies()) {
                values[n] = ends[node];
                weights[n++] = plan.nodeWeight[node];
            }
        }
        return Joint.aggregate(how, values, weights, n, floor);
    }

    /** Interval arithmetic: the two scores are furthest apart at opposite ends, nearest where the intervals meet. */
    private double balance(int a, int b, boolean lowest) {
        if (lowest) {
            return 100 - Math.max(high[a] - low[b], high[b] - low[a]);
        }
        return 100 - Math.max(0, Math.max(low[a] - high[b], low[b] - high[a]));
    }

    @Nullable
    Bounds of(int node) {
        return structure.status[node].applies() ? new Bounds(low[node], high[node]) : null;
    }

    @Nullable
    Bounds ofIndex(double score) {
        if (!structure.indexStatus.applies()) {
            return null;
        }
        Aggregation how = plan.questionnaire.index().aggregation();
        double floor = plan.questionnaire.index().floor();
        double least = over(plan.tops, how, floor, true);
        double greatest = over(plan.tops, how, floor, false);
        if (structure.indexScored()) {
            least = Math.min(least, score);
            greatest = Math.max(greatest, score);
        }
        return new Bounds(least, greatest);
    }
}
