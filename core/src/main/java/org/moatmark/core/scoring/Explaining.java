package org.moatmark.core.scoring;

import java.util.Arrays;
import java.util.List;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.stats.Means;

/**
 * What every score is made of (rule S9): contributions whose points sum to the evidenced score.
 *
 * <p>By hand: the geometric mean of 1, 100 and 100 with equal weights is 100^(2/3) = 21.54. The weighted logarithms are
 * 0, 1.535 and 1.535, so the points are 0, 10.77 and 10.77.
 */
final class Explaining {

    private final Plan plan;
    private final NodeStructure structure;
    private final Pass evidenced;
    private final int[] chosen;
    private final double[] values;
    private final double[] weights;
    private final double[] share;
    private final double[] points;
    private final double[] logs;

    Explaining(Plan plan, NodeStructure structure, Pass evidenced) {
        this.plan = plan;
        this.structure = structure;
        this.evidenced = evidenced;
        chosen = new int[plan.widest];
        values = new double[plan.widest];
        weights = new double[plan.widest];
        share = new double[plan.widest];
        points = new double[plan.widest];
        logs = new double[plan.widest];
    }

    List<Contribution> of(int node) {
        if (!structure.scored[node]) {
            return List.of();
        }
        int target = plan.target[node];
        if (target >= 0) {
            return List.of(new Contribution(plan.nodes[target].key(), 1, 1, evidenced.node[node]));
        }
        return plan.itemCount[node] > 0
                ? leaf(node)
                : branch(plan.children[node], plan.aggregation[node], evidenced.node[node], Joint.FLOOR);
    }

    List<Contribution> ofIndex(double score) {
        if (!structure.indexScored()) {
            return List.of();
        }
        return branch(
                plan.tops,
                plan.questionnaire.index().aggregation(),
                score,
                plan.questionnaire.index().floor());
    }

    private List<Contribution> branch(int[] nodes, Aggregation how, double score, double floor) {
        int n = 0;
        for (int node : nodes) {
            if (structure.scored[node]) {
                chosen[n] = node;
                values[n] = evidenced.node[node];
                weights[n++] = plan.nodeWeight[node];
            }
        }
        Arrays.fill(share, 0, n, 0);
        Arrays.fill(points, 0, n, 0);
        part(how, n, score, floor, 1, chosen, true);
        Contribution[] result = new Contribution[n];
        for (int k = 0; k < n; k++) {
            result[k] = new Contribution(plan.nodes[chosen[k]].key(), weights[k], share[k], points[k]);
        }
        return List.of(result);
    }

    private List<Contribution> leaf(int node) {
        int first = plan.firstItem[node];
        int count = plan.itemCount[node];
        Arrays.fill(share, 0, count, 0);
        Arrays.fill(points, 0, count, 0);
        int sides = (structure.hasHq[node] ? 1 : 0) + (structure.hasGenba[node] ? 1 : 0);
        if (sides == 0) {
            side(node, evidenced.item, evidenced.node[node], 1);
        } else {
            if (structure.hasHq[node]) {
                side(node, evidenced.itemHq, evidenced.nodeHq[node], 1.0 / sides);
            }
            if (structure.hasGenba[node]) {
                side(node, evidenced.itemGenba, evidenced.nodeGenba[node], 1.0 / sides);
            }
        }
        double unscaled = 0;
        int scored = 0;
        for (int k = 0; k < count; k++) {
            if (structure.itemScored(first + k)) {
                unscaled += points[k];
                scored++;
            }
        }
        double joined = evidenced.node[node];
        Contribution[] result = new Contribution[scored];
        int at = 0;
        for (int k = 0; k < count; k++) {
            if (structure.itemScored(first + k)) {
                double scaled = unscaled == 0 ? joined / scored : sides < 2 ? points[k] : points[k] * joined / unscaled;
                result[at++] =
                        new Contribution(plan.items[first + k].key(), plan.itemWeight[first + k], share[k], scaled);
            }
        }
        return List.of(result);
    }

    /** Adds the parts of one side of a leaf, times its part in the mean over sides. */
    private void side(int node, double[] scores, double score, double part) {
        int n = 0;
        int first = plan.firstItem[node];
        for (int i = first; i < first + plan.itemCount[node]; i++) {
            if (!Double.isNaN(scores[i])) {
                chosen[n] = i - first;
                values[n] = scores[i];
                weights[n++] = plan.itemWeight[i];
            }
        }
        part(plan.aggregation[node], n, score, Joint.FLOOR, part, chosen, false);
    }

    /** Adds share and points of the {@code n} values to {@code share} and {@code points}. */
    private void part(Aggregation how, int n, double score, double floor, double part, int[] to, boolean inPlace) {
        double total = 0;
        double sumOfLogs = 0;
        int lowest = 0;
        double least = Means.minimum(values, n);
        boolean geometric = how instanceof Aggregation.Geometric;
        for (int k = 0; k < n; k++) {
            total += weights[k];
            lowest += values[k] == least ? 1 : 0;
            logs[k] = geometric ? weights[k] * log(k, floor, inPlace) : 0;
            sumOfLogs += logs[k];
        }
        boolean[] best = how instanceof Aggregation.MeanOfBest some ? Means.chooseBest(values, n, some.n()) : NONE;
        int bestCount = how instanceof Aggregation.MeanOfBest some ? Math.min(some.n(), n) : 1;
        for (int k = 0; k < n; k++) {
            double ofShare = weights[k] / total;
            double ofPoints;
            if (how instanceof Aggregation.Arithmetic) {
                ofPoints = ofShare * values[k];
            } else if (geometric) {
                ofPoints = sumOfLogs == 0 ? score / n : score * logs[k] / sumOfLogs;
            } else if (how instanceof Aggregation.Minimum) {
                ofShare = values[k] == least ? 1.0 / lowest : 0;
                ofPoints = ofShare * score;
            } else if (how instanceof Aggregation.MeanOfBest) {
                ofShare = best[k] ? 1.0 / bestCount : 0;
                ofPoints = ofShare * values[k];
            } else {
                ofShare = 1.0 / 2;
                ofPoints = score / 2;
            }
            int at = inPlace ? k : to[k];
            share[at] += part * ofShare;
            points[at] += part * ofPoints;
        }
    }

    private double log(int k, double floor, boolean ofNodes) {
        return ofNodes && floor == Joint.FLOOR ? evidenced.log(chosen[k]) : StrictMath.log(Math.max(values[k], floor));
    }

    private static final boolean[] NONE = {};
}
