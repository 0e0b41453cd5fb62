package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moatmark.core.stats.RandomWeights;
import org.moatmark.core.stats.SeededRandom;

/**
 * Which ranks alternatives take when nobody knows the weights, or the values, exactly (stochastic multicriteria
 * acceptability analysis, SMAA-2). The score of an alternative is the weighted sum of its values; the greatest is first.
 * Alternatives that tie share their ranks in equal parts.
 *
 * @param draws how many draws, at least 1
 * @param shares per alternative, for each rank from the first: the share of draws in which it takes that rank; rows and
 *     columns sum to 1
 * @param central per alternative, what weights put it first
 * @see <a href="https://doi.org/10.1287/opre.49.3.444.11220">R. Lahdelma and P. Salminen (2001), SMAA-2: stochastic
 *     multicriteria acceptability analysis for group decision making, Operations Research 49, 444-454</a>
 * @see <a href="https://doi.org/10.1002/mcda.407">T. Tervonen and J. R. Figueira (2008), A survey on stochastic multicriteria
 *     acceptability analysis methods, Journal of Multi-Criteria Decision Analysis 15, 1-14</a>
 */
public record RankAcceptability(int draws, List<List<Double>> shares, List<CentralWeights> central)
        implements Serializable {

    /** What weights put an alternative first. */
    public sealed interface CentralWeights extends Serializable {

        /**
         * The mean of the weights of the draws in which it is first.
         *
         * @param weights one per criterion, their sum 1 up to rounding
         * @param confidence the share of all draws of the values in which those weights do put it first (confidence
         *     factor), 0-1
         */
        record Favourable(List<Double> weights, double confidence) implements CentralWeights {
            /** Copies the list. */
            public Favourable {
                weights = List.copyOf(weights);
            }
        }

        /** No draw put it first. */
        record NeverFirst() implements CentralWeights {}
    }

    /** Where the values of the alternatives come from, where they are not known exactly. */
    public interface Values {
        /**
         * Draws values.
         *
         * @param random a generator for this draw alone
         * @return {@code double[alternatives][criteria]}, finite, more is better; the same shape each time
         */
        double[][] draw(SeededRandom random);
    }

    /** Copies the lists. */
    public RankAcceptability {
        shares = shares.stream().map(List::copyOf).toList();
        central = List.copyOf(central);
    }

    /**
     * From draws made elsewhere.
     *
     * @param values {@code double[draws][alternatives][criteria]}, finite, more is better; not modified
     * @param weights {@code double[draws][criteria]}, finite and at least 0; not modified
     * @return ranks and central weights
     * @throws IllegalArgumentException if there are no draws or their shapes differ
     */
    public static RankAcceptability of(double[][][] values, double[][] weights) {
        if (values.length == 0 || values.length != weights.length) {
            throw new IllegalArgumentException("Ranks need as many draws of values as of weights, at least one, not "
                    + values.length + " and " + weights.length + ".");
        }
        return of(weights.length, draw -> values[draw], draw -> weights[draw]);
    }

    /**
     * Fixed values, and weights drawn uniformly from all that are at least 0 and sum to 1.
     *
     * @param values {@code double[alternatives][criteria]}, finite, more is better, on comparable scales; not modified
     * @param seed seed of the weights
     * @param draws how many, at least 1
     * @return ranks and central weights
     * @throws IllegalArgumentException if there are no values or draws, or rows differ in length
     */
    public static RankAcceptability anyWeights(double[][] values, long seed, int draws) {
        return anyWeights(random -> values, seed, draws);
    }

    /**
     * Drawn values, and weights drawn uniformly from all that are at least 0 and sum to 1.
     *
     * @param values where the values come from
     * @param seed seed of values and weights
     * @param draws how many, at least 1
     * @return ranks and central weights
     * @throws IllegalArgumentException if there are no values or draws, or their shapes differ
     */
    public static RankAcceptability anyWeights(Values values, long seed, int draws) {
        SeededRandom ofValues = SeededRandom.of(seed).stream(1);
        SeededRandom ofWeights = SeededRandom.of(seed).stream(2);
        double[][] first = values.draw(ofValues.stream(0));
        if (draws < 1 || first.length == 0 || first[0].length == 0) {
            throw new IllegalArgumentException("Ranks need at least one alternative, criterion and draw; there are "
                    + draws + " draws of " + first.length + " alternatives.");
        }
        RandomWeights weights = RandomWeights.anywhere(first[0].length);
        return of(draws, draw -> values.draw(ofValues.stream(draw)), draw -> weights.draw(ofWeights));
    }

    private interface Draws<T> {
        T at(int draw);
    }

    private static RankAcceptability of(int draws, Draws<double[][]> values, Draws<double[]> weights) {
        double[][] first = values.at(0);
        int alternatives = first.length;
        RankCounts counts = new RankCounts(alternatives);
        double[][] sums = new double[alternatives][first[0].length];
        double[] times = new double[alternatives];
        for (int draw = 0; draw < draws; draw++) {
            double[] weight = weights.at(draw);
            double[] scores = scores(draw, values.at(draw), weight, first);
            counts.add(scores);
            for (int i = 0; i < alternatives; i++) {
                if (RankCounts.better(scores, i) == 0) {
                    double part = 1.0 / RankCounts.equal(scores, i);
                    times[i] += part;
                    for (int c = 0; c < weight.length; c++) {
                        sums[i][c] += part * weight[c];
                    }
                }
            }
        }
        List<CentralWeights> central = new ArrayList<>();
        for (int i = 0; i < alternatives; i++) {
            if (times[i] > 0) {
                double n = times[i];
                double[] mean = Arrays.stream(sums[i]).map(sum -> sum / n).toArray();
                central.add(new CentralWeights.Favourable(
                        Arrays.stream(mean).boxed().toList(), confidence(i, mean, draws, values)));
            } else {
                central.add(new CentralWeights.NeverFirst());
            }
        }
        return new RankAcceptability(draws, counts.shares(), central);
    }

    private static double confidence(int alternative, double[] weights, int draws, Draws<double[][]> values) {
        double first = 0;
        double[][] shape = values.at(0);
        for (int draw = 0; draw < draws; draw++) {
            double[] scores = scores(draw, values.at(draw), weights, shape);
            first += RankCounts.better(scores, alternative) == 0 ? 1 : 0;
        }
        return first / draws;
    }

    private static double[] scores(int draw, double[][] values, double[] weights, double[][] shape) {
        if (values.length != shape.length || weights.length != shape[0].length) {
            throw new IllegalArgumentException("Draw " + draw + " has " + values.length + " alternatives and "
                    + weights.length + " weights; the first has " + shape.length + " and " + shape[0].length
                    + " criteria.");
        }
        double[] scores = new double[values.length];
        for (int i = 0; i < scores.length; i++) {
            if (values[i].length != weights.length) {
                throw new IllegalArgumentException("Draw " + draw + ": alternative " + i + " has " + values[i].length
                        + " values for " + weights.length + " criteria.");
            }
            for (int c = 0; c < weights.length; c++) {
                scores[i] += weights[c] * values[i][c];
            }
        }
        return scores;
    }
}
