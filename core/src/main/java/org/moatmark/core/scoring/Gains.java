package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Aggregation;

/**
 * How much the index would rise with the next better answer to one item (rule S9).
 *
 * <p>Only what moves with the item is worked out again, logarithms of scores that stand still are kept, and items of one
 * leaf that would raise it to the same score share the work.
 *
 * <p>By hand: the index is the mean of two dimensions of one item each. An item at 50 rises to 75, so the gain is
 * 25 / 2 = 12.5.
 */
final class Gains {

    private final Plan plan;
    private final NodeStructure structure;
    private final Pass evidenced;
    private final NodeScoring nodes;
    private final ScoringPolicy policy;
    private final double index;
    private final Aggregation indexRule;
    private final double indexFloor;
    private final double[] topLog;
    private final double[] kept;
    private int lastLeaf = -1;
    private double lastScore;
    private double lastGain;

    Gains(Plan plan, NodeStructure structure, Pass evidenced, ScoringPolicy policy, double index) {
        this.plan = plan;
        this.structure = structure;
        this.evidenced = evidenced;
        this.policy = policy;
        this.index = index;
        nodes = new NodeScoring(plan, structure, evidenced);
        indexRule = plan.questionnaire.index().aggregation();
        indexFloor = plan.questionnaire.index().floor();
        topLog = new double[plan.tops.length];
        if (indexRule instanceof Aggregation.Geometric) {
            for (int k = 0; k < topLog.length; k++) {
                if (structure.scored[plan.tops[k]]) {
                    topLog[k] = indexFloor == Joint.FLOOR
                            ? evidenced.log(plan.tops[k])
                            : StrictMath.log(Math.max(evidenced.node[plan.tops[k]], indexFloor));
                }
            }
        }
        kept = evidenced.node.clone();
    }

    /** The gain of an item with a score; the index must have one. */
    double of(int i) {
        int leaf = plan.leafOfItem[i];
        if (!structure.scored[leaf]) {
            return 0;
        }
        double hq = evidenced.itemHq[i];
        double genba = evidenced.itemGenba[i];
        double joined = evidenced.item[i];
        double betterHq = Double.isNaN(hq) ? hq : AnswerScale.nextStep(plan.items[i], hq, policy);
        double betterGenba = Double.isNaN(genba) ? genba : AnswerScale.nextStep(plan.items[i], genba, policy);
        if (same(hq, betterHq) && same(genba, betterGenba)) {
            return 0;
        }
        evidenced.setItem(i, betterHq, betterGenba);
        double better = nodes.leaf(leaf);
        evidenced.itemHq[i] = hq;
        evidenced.itemGenba[i] = genba;
        evidenced.item[i] = joined;
        if (leaf != lastLeaf || better != lastScore) {
            lastGain = indexWith(leaf, better) - index;
            lastLeaf = leaf;
            lastScore = better;
        }
        return lastGain;
    }

    /** The index if a leaf had another score. */
    private double indexWith(int leaf, double score) {
        evidenced.node[leaf] = score;
        for (int node : plan.moved[leaf]) {
            if (structure.scored[node]) {
                evidenced.node[node] = moved(node);
            }
        }
        double better = indexNow();
        evidenced.node[leaf] = kept[leaf];
        for (int node : plan.moved[leaf]) {
            evidenced.node[node] = kept[node];
        }
        return better;
    }

    private static boolean same(double one, double other) {
        return one == other || Double.isNaN(one);
    }

    private double moved(int node) {
        if (plan.target[node] >= 0) {
            return evidenced.node[plan.target[node]];
        }
        if (!(plan.aggregation[node] instanceof Aggregation.Geometric)) {
            return nodes.branch(node);
        }
        double sum = 0;
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int child : plan.children[node]) {
            if (structure.scored[child]) {
                double value = Math.max(evidenced.node[child], Joint.FLOOR);
                sum += plan.nodeWeight[child] * log(child, value);
                total += plan.nodeWeight[child];
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
        }
        return NodeScoring.geometricFrom(sum, total, least, greatest);
    }

    private double log(int node, double value) {
        return evidenced.node[node] == kept[node] ? evidenced.log(node) : StrictMath.log(value);
    }

    private double indexNow() {
        if (!(indexRule instanceof Aggregation.Geometric)) {
            return nodes.index();
        }
        double sum = 0;
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int k = 0; k < plan.tops.length; k++) {
            int top = plan.tops[k];
            if (structure.scored[top]) {
                double value = Math.max(evidenced.node[top], indexFloor);
                double log = evidenced.node[top] == kept[top] ? topLog[k] : StrictMath.log(value);
                sum += plan.topWeight[k] * log;
                total += plan.topWeight[k];
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
        }
        return NodeScoring.geometricFrom(sum, total, least, greatest);
    }
}
