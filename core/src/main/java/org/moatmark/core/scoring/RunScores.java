package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.scoring.MethodEffect.Choice;
import org.moatmark.core.scoring.MethodEffect.Shift;
import org.moatmark.core.scoring.VariancePart.Source;
import org.moatmark.core.stats.PickFreeze;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/** The scores of all joint runs, NaN where a run gives none, and what is said of them (rule S16). */
final class RunScores {

    /** The index of each run as drawn, evidenced and claimed. */
    final double[] drawn;

    final double[] claimed;

    /** The index of each run under every mean, with the declared weights, under each missing rule. */
    final double[][] means;

    final double[] declaredWeights;
    final double[][] missing;

    /** The index of the second state, and with one source of the first. */
    final double[] second;

    final double[] people;
    final double[] items;
    final double[] method;
    final double[] weights;

    /** By node, by run. */
    private final double[][] node;

    private final double[][] nodeHq;
    private final double[][] nodeGenba;

    RunScores(int runs, int nodes) {
        drawn = new double[runs];
        claimed = new double[runs];
        means = new double[DrawnWeights.Means.values().length][runs];
        declaredWeights = new double[runs];
        missing = new double[2][runs];
        second = new double[runs];
        people = new double[runs];
        items = new double[runs];
        method = new double[runs];
        weights = new double[runs];
        node = new double[nodes][runs];
        nodeHq = new double[nodes][runs];
        nodeGenba = new double[nodes][runs];
    }

    void keepNodes(int run, Pass pass) {
        for (int i = 0; i < node.length; i++) {
            node[i][run] = pass.node[i];
            nodeHq[i][run] = pass.nodeHq[i];
            nodeGenba[i][run] = pass.nodeGenba[i];
        }
    }

    Resampled summary(ScoreTree tree, Resampling how, Map<Side, Integer> strata) {
        ScoreInterval index = tree.indexScored() ? interval(drawn, how) : null;
        List<NodeInterval> nodes = new ArrayList<>();
        for (int i = 0; i < node.length; i++) {
            NodeScore score = tree.nodes().get(i);
            nodes.add(
                    score.outcome().isScored()
                            ? new NodeInterval(
                                    interval(node[i], how),
                                    score.sides().headquarters() == null ? null : interval(nodeHq[i], how),
                                    score.sides().genba() == null ? null : interval(nodeGenba[i], how))
                            : NodeInterval.NONE);
        }
        if (index == null) {
            return new Resampled(how.seed(), how.runs(), strata, null, null, null, List.of(), List.of(), nodes);
        }
        double[] scored = withoutNaN(drawn);
        double mean = mean(scored);
        return new Resampled(
                how.seed(), how.runs(), strata, index, mean, deviation(scored, mean), parts(), effects(), nodes);
    }

    private static @Nullable ScoreInterval interval(double[] scores, Resampling how) {
        double[] scored = withoutNaN(scores);
        if (scored.length == 0) {
            return null;
        }
        double tail = (1 - Resampling.LEVEL) / 2;
        double[] ends = Quantiles.of(scored, QuantileType.LINEAR, tail, 1 - tail);
        return new ScoreInterval(ends[0], ends[1], how.seed(), how.runs(), scores.length - scored.length);
    }

    private List<VariancePart> parts() {
        List<VariancePart> parts = new ArrayList<>();
        part(Source.PEOPLE, people, parts);
        part(Source.ITEMS, items, parts);
        part(Source.METHOD, method, parts);
        return parts;
    }

    private void part(Source source, double[] frozen, List<VariancePart> parts) {
        PickFreeze part = PickFreeze.of(drawn, second, frozen);
        if (part != null) {
            parts.add(new VariancePart(source, part.first(), part.total()));
        }
    }

    private List<MethodEffect> effects() {
        PickFreeze ofWeights = PickFreeze.of(drawn, second, weights);
        return List.of(
                new MethodEffect(
                        Choice.WEIGHTS,
                        ofWeights == null ? null : ofWeights.first(),
                        List.of(shift("drawn", drawn, "declared", declaredWeights))),
                new MethodEffect(
                        Choice.AGGREGATION,
                        mainEffect(means),
                        List.of(
                                shift("arithmetic", means[1], "declared", means[0]),
                                shift("geometric", means[2], "declared", means[0]))),
                new MethodEffect(
                        Choice.MISSING_RULE, mainEffect(missing), List.of(shift("2/3", missing[1], "1/2", missing[0]))),
                new MethodEffect(Choice.EVIDENCE_CAP, null, List.of(shift("claimed", claimed, "evidenced", drawn))));
    }

    private static Shift shift(String option, double[] under, String against, double[] reference) {
        double[] differences = new double[under.length];
        for (int r = 0; r < differences.length; r++) {
            differences[r] = under[r] - reference[r];
        }
        double[] both = withoutNaN(differences);
        if (both.length == 0) {
            return new Shift(option, against, 0, null, null);
        }
        double mean = mean(both);
        return new Shift(option, against, both.length, mean, deviation(both, mean));
    }

    /** The variance of the means under equally likely options, over the runs that all score, as a part of the whole. */
    private @Nullable Double mainEffect(double[][] options) {
        double[] sums = new double[options.length];
        int n = 0;
        for (int r = 0; r < drawn.length; r++) {
            boolean all = true;
            for (double[] option : options) {
                all &= !Double.isNaN(option[r]);
            }
            if (all) {
                n++;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += options[k][r];
                }
            }
        }
        if (n == 0 || parts().isEmpty()) {
            return null;
        }
        double[] averages = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            averages[k] = sums[k] / n;
        }
        double between = deviation(averages, mean(averages));
        double both = pooledDeviation();
        return between * between / (both * both);
    }

    private double pooledDeviation() {
        double[] all = Arrays.copyOf(drawn, 2 * drawn.length);
        System.arraycopy(second, 0, all, drawn.length, second.length);
        double[] scored = withoutNaN(all);
        return deviation(scored, mean(scored));
    }

    private static double[] withoutNaN(double[] values) {
        double[] kept = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                kept[n++] = value;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
