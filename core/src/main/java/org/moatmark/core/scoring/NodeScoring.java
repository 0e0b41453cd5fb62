package org.moatmark.core.scoring;

import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.Node;
import org.moatmark.core.questionnaire.SideJoin;
import org.moatmark.core.stats.Means;

/**
 * The scores of nodes and of the index in one of the two passes (rules S6, S7).
 *
 * <p>By hand: headquarters scores two items of weight 1 with 100 and 50, the genba the same with 50 and 0: the sides are
 * 75 and 25, joined by the mean 50, by {@code geometric} sqrt(75 * 25) = 43.30, by {@code lower} 25.
 */
final class NodeScoring {

    private final Plan plan;
    private final Method method;
    private final NodeStructure structure;
    private final Pass pass;
    private final double[] values;
    private final double[] weights;

    NodeScoring(Plan plan, NodeStructure structure, Pass pass) {
        this(plan, plan.declared, structure, pass);
    }

    /** With other weights and aggregations than the questionnaire declares. */
    NodeScoring(Plan plan, Method method, NodeStructure structure, Pass pass) {
        this.plan = plan;
        this.method = method;
        this.structure = structure;
        this.pass = pass;
        values = new double[plan.widest];
        weights = new double[plan.widest];
    }

    /** Scores every node, sides and all. */
    void all() {
        for (int node : plan.order) {
            if (!structure.scored[node]) {
                continue;
            }
            int target = plan.target[node];
            if (target >= 0) {
                pass.nodeHq[node] = pass.nodeHq[target];
                pass.nodeGenba[node] = pass.nodeGenba[target];
                pass.node[node] = pass.node[target];
            } else if (plan.itemCount[node] > 0) {
                pass.nodeHq[node] = structure.hasHq[node] ? leafOver(node, pass.itemHq) : Double.NaN;
                pass.nodeGenba[node] = structure.hasGenba[node] ? leafOver(node, pass.itemGenba) : Double.NaN;
                pass.node[node] = joined(node, pass.nodeHq[node], pass.nodeGenba[node]);
            } else {
                pass.node[node] = branch(node);
                pass.nodeHq[node] = structure.hasHq[node] ? branchSide(node, pass.nodeHq) : Double.NaN;
                pass.nodeGenba[node] = structure.hasGenba[node] ? branchSide(node, pass.nodeGenba) : Double.NaN;
            }
        }
    }

    /** Scores every node as {@link #all}, without the sides of parents, on which no joined score depends. */
    void joined() {
        for (int node : plan.order) {
            if (structure.scored[node]) {
                int target = plan.target[node];
                pass.node[node] =
                        target >= 0 ? pass.node[target] : plan.itemCount[node] > 0 ? leaf(node) : branch(node);
            }
        }
    }

    /** The joined score of a scored leaf from the present numbers of its items. */
    double leaf(int node) {
        double hq = structure.hasHq[node] ? leafOver(node, pass.itemHq) : Double.NaN;
        double genba = structure.hasGenba[node] ? leafOver(node, pass.itemGenba) : Double.NaN;
        return joined(node, hq, genba);
    }

    private double joined(int node, double hq, double genba) {
        if (Double.isNaN(hq) && Double.isNaN(genba)) {
            return leafOver(node, pass.item);
        }
        SideJoin sides = ((Node.Leaf) plan.nodes[node]).sides();
        return Joint.sides(sides, hq, genba);
    }

    private double leafOver(int node, double[] scores) {
        int n = 0;
        int end = plan.firstItem[node] + plan.itemCount[node];
        for (int i = plan.firstItem[node]; i < end; i++) {
            if (!Double.isNaN(scores[i])) {
                values[n] = scores[i];
                weights[n++] = method.itemWeight[i];
            }
        }
        return Joint.aggregate(method.aggregation[node], values, weights, n, Joint.FLOOR);
    }

    /** The joined score of a scored branch from the present scores of its children. */
    double branch(int node) {
        if (method.aggregation[node] instanceof Aggregation.Geometric) {
            return geometric(plan.children[node]);
        }
        int n = 0;
        for (int child : plan.children[node]) {
            if (structure.scored[child]) {
                values[n] = pass.node[child];
                weights[n++] = method.nodeWeight[child];
            }
        }
        return Joint.aggregate(method.aggregation[node], values, weights, n, Joint.FLOOR);
    }

    private double branchSide(int node, double[] side) {
        int n = 0;
        for (int child : plan.children[node]) {
            if (structure.scored[child]) {
                values[n] = Double.isNaN(side[child]) ? pass.node[child] : side[child];
                weights[n++] = method.nodeWeight[child];
            }
        }
        return Joint.aggregate(method.aggregation[node], values, weights, n, Joint.FLOOR);
    }

    /** {@link Means#geometric} with logarithms that are worked out once. */
    private double geometric(int[] nodes) {
        double sum = 0;
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int node : nodes) {
            if (structure.scored[node]) {
                double value = Math.max(pass.node[node], Joint.FLOOR);
                sum += method.nodeWeight[node] * pass.log(node);
                total += method.nodeWeight[node];
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
        }
        return geometricFrom(sum, total, least, greatest);
    }

    /** The index from the present scores of the top nodes; only if it is scored. */
    double index() {
        if (method.plainGeometricIndex) {
            return geometric(plan.tops);
        }
        int n = 0;
        for (int top : plan.tops) {
            if (structure.scored[top]) {
                values[n] = pass.node[top];
                weights[n++] = method.nodeWeight[top];
            }
        }
        return Joint.aggregate(
                method.index, values, weights, n, plan.questionnaire.index().floor());
    }

    /** The clamp of all aggregates, for callers that keep logarithms. */
    static double geometricFrom(double logSum, double total, double least, double greatest) {
        return Means.clamp(StrictMath.exp(logSum / total), least, greatest);
    }
}
