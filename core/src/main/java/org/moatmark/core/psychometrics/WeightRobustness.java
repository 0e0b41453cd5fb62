package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.IndexRule;
import org.moatmark.core.stats.Means;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;
import org.moatmark.core.stats.RandomWeights;
import org.moatmark.core.stats.SeededRandom;

/**
 * How much a ranking hangs on the weights: scores and ranks under weights drawn at random around the given ones.
 *
 * @param runs how many draws
 * @param seed seed of the draws; the same seed gives the same numbers
 * @param companies one entry per company, in their order
 * @param beats share of runs in which a company (row) has more than another (column), ties half; 0.5 on the diagonal
 * @param sameWinner share of runs in which the company that is first under the given weights is first, ties in equal
 *     parts
 * @see "M. Saisana, A. Saltelli and S. Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the
 *     quality assessment of composite indicators, Journal of the Royal Statistical Society A 168, 307-323"
 */
public record WeightRobustness(
        int runs, long seed, List<Company> companies, List<List<Double>> beats, double sameWinner)
        implements Serializable {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /**
     * One company under all draws.
     *
     * @param score its score under the given weights
     * @param rank its rank under the given weights, 1 is best; the best of those that it shares
     * @param low 5th percentile of its scores
     * @param median 50th percentile
     * @param high 95th percentile
     * @param ranks share of runs in which it takes each rank, from the first
     */
    public record Company(double score, int rank, double low, double median, double high, List<Double> ranks)
            implements Serializable {
        /** Copies the list. */
        public Company {
            ranks = List.copyOf(ranks);
        }
    }

    /** Copies the lists. */
    public WeightRobustness {
        companies = List.copyOf(companies);
        beats = beats.stream().map(List::copyOf).toList();
    }

    /**
     * Draws weights again and again.
     *
     * @param scores {@code double[companies][dimensions]}, 0-100, none missing; not modified
     * @param weights {@code double[dimensions]}, finite and above 0; not modified
     * @param rule how dimensions form the index: arithmetic or geometric
     * @param spread relative standard deviation of the weights, as in {@link RandomWeights#around}; 0.3 is about +-30 %
     * @param seed seed of the draws
     * @param runs how many draws, at least 1
     * @return scores and ranks under all draws
     * @throws IllegalArgumentException if shapes do not fit, a score is not in 0-100, the rule has no use for weights, or
     *     the spread is out of range
     */
    public static WeightRobustness of(
            double[][] scores, double[] weights, IndexRule rule, double spread, long seed, int runs) {
        check(scores, weights, rule, runs);
        RandomWeights drawn = RandomWeights.around(weights, spread);
        SeededRandom random = SeededRandom.of(seed);
        int n = scores.length;
        double[] nominal = index(scores, weights, rule);
        RankCounts counts = new RankCounts(n);
        double[][] all = new double[n][runs];
        double[][] beats = new double[n][n];
        double same = 0;
        for (int run = 0; run < runs; run++) {
            double[] index = index(scores, drawn.draw(random), rule);
            counts.add(index);
            for (int i = 0; i < n; i++) {
                all[i][run] = index[i];
                for (int j = 0; j < n; j++) {
                    beats[i][j] += index[i] > index[j] ? 1 : index[i] == index[j] ? 0.5 : 0;
                }
            }
            same += sharedFirst(nominal, index);
        }
        List<Company> companies = new ArrayList<>();
        List<List<Double>> wins = new ArrayList<>();
        List<List<Double>> ranks = counts.shares();
        for (int i = 0; i < n; i++) {
            double[] band = Quantiles.of(all[i], QuantileType.LINEAR, LOW, 0.5, HIGH);
            companies.add(new Company(
                    nominal[i], RankCounts.better(nominal, i) + 1, band[0], band[1], band[2], ranks.get(i)));
            wins.add(Arrays.stream(beats[i]).map(times -> times / runs).boxed().toList());
        }
        return new WeightRobustness(runs, seed, companies, wins, same / runs);
    }

    /** The part of the first rank that goes to companies that are first under the given weights. */
    private static double sharedFirst(double[] nominal, double[] index) {
        double part = 0;
        for (int i = 0; i < index.length; i++) {
            if (RankCounts.better(nominal, i) == 0 && RankCounts.better(index, i) == 0) {
                part += 1.0 / RankCounts.equal(index, i);
            }
        }
        return part;
    }

    private static double[] index(double[][] scores, double[] weights, IndexRule rule) {
        double[] index = new double[scores.length];
        for (int i = 0; i < index.length; i++) {
            index[i] = rule.aggregation() instanceof Aggregation.Geometric
                    ? Means.geometric(scores[i], weights, weights.length, rule.floor())
                    : Means.arithmetic(scores[i], weights, weights.length);
        }
        return index;
    }

    private static void check(double[][] scores, double[] weights, IndexRule rule, int runs) {
        boolean weighted = rule.aggregation() instanceof Aggregation.Arithmetic
                || rule.aggregation() instanceof Aggregation.Geometric;
        if (!weighted) {
            throw new IllegalArgumentException("Weights play no part in the aggregation '"
                    + rule.aggregation().word() + "'; arithmetic or geometric was expected.");
        }
        if (scores.length == 0 || runs < 1) {
            throw new IllegalArgumentException("Ranks under drawn weights need a company and a run, not "
                    + scores.length + " companies and " + runs + " runs.");
        }
        for (int i = 0; i < scores.length; i++) {
            if (scores[i].length != weights.length) {
                throw new IllegalArgumentException(
                        "Company " + i + " has " + scores[i].length + " scores for " + weights.length + " weights.");
            }
            for (double score : scores[i]) {
                if (!(score >= 0 && score <= 100)) {
                    throw new IllegalArgumentException("Company " + i + ": score " + score + " is not in 0-100.");
                }
            }
        }
    }
}
