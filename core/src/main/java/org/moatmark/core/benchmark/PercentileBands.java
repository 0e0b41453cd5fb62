package org.moatmark.core.benchmark;

import java.util.Arrays;
import org.moatmark.core.scoring.Slack;
import org.moatmark.core.stats.PercentileRank;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;
import org.moatmark.core.stats.SeededRandom;

/**
 * Mid-rank percentiles in a peer group with their intervals, for all places at once (rule S19).
 *
 * <p>Each run draws as many companies as the group has, with replacement, the same for all places; at each place it takes
 * the mid-rank percentiles of the lower and of the upper end of the company's band among the drawn companies that have a
 * score there. The interval goes from the 5th percentile of the former to the 95th of the latter (quantile definition 6,
 * as in {@code stats}). So it holds what a different collection of cases would have said and what the company's own
 * answers leave open; with a band of no width it is the plain bootstrap interval.
 *
 * <p>What a company adds to a place is the same in every run: 2 if it lies below, 1 if it is equal, 0 if above, for both
 * ends, and 1 if it is there at all. The three counts share a {@code long}, 21 bits each, so that a draw costs one
 * addition a place.
 */
final class PercentileBands {

    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;
    private static final int LANE = 21;
    private static final long MASK = (1L << LANE) - 1;

    /** The sum of twos must fit into a lane. */
    private static final int MOST = 1 << (LANE - 1);

    private PercentileBands() {}

    /** The mid-rank percentile of a score at a place among members; scores within the slack count as equal. */
    static double percent(Field field, int key, int[] members, double score) {
        int below = 0;
        int equal = 0;
        int n = 0;
        for (int member : members) {
            if (field.scored(key, member)) {
                int adds = adds(field.score[key][member], score);
                below += adds == 2 ? 1 : 0;
                equal += adds == 1 ? 1 : 0;
                n++;
            }
        }
        return PercentileRank.MID.percent(below, equal, n);
    }

    /**
     * The intervals.
     *
     * @param keys the places, at each of which at least one member has a score
     * @param low by place the lower end of the company's band
     * @param high by place the upper end
     * @return {@code double[places][2]}
     */
    static double[][] of(Field field, int[] members, int[] keys, double[] low, double[] high, int runs, long seed) {
        if (members.length >= MOST) {
            throw new IllegalArgumentException(
                    "A peer group has fewer than " + MOST + " companies, not " + members.length + ".");
        }
        int places = keys.length;
        long[] adds = adds(field, members, keys, low, high);
        double[][] lows = new double[places][runs];
        double[][] highs = new double[places][runs];
        int[] drawn = new int[members.length];
        long[] sums = new long[places];
        SeededRandom random = SeededRandom.of(seed);
        for (int run = 0; run < runs; run++) {
            random.fill(drawn, members.length);
            Arrays.fill(sums, 0);
            for (int one : drawn) {
                int at = one * places;
                for (int k = 0; k < places; k++) {
                    sums[k] += adds[at + k];
                }
            }
            for (int k = 0; k < places; k++) {
                long n = sums[k] >>> (2 * LANE);
                lows[k][run] = n == 0 ? Double.NaN : 50.0 * (sums[k] & MASK) / n;
                highs[k][run] = n == 0 ? Double.NaN : 50.0 * ((sums[k] >>> LANE) & MASK) / n;
            }
        }
        double[][] intervals = new double[places][2];
        for (int k = 0; k < places; k++) {
            intervals[k][0] = quantile(lows[k], LOWER);
            intervals[k][1] = quantile(highs[k], UPPER);
        }
        return intervals;
    }

    private static long[] adds(Field field, int[] members, int[] keys, double[] low, double[] high) {
        long[] adds = new long[members.length * keys.length];
        for (int m = 0; m < members.length; m++) {
            for (int k = 0; k < keys.length; k++) {
                double score = field.score[keys[k]][members[m]];
                if (!Double.isNaN(score)) {
                    adds[m * keys.length + k] =
                            adds(score, low[k]) | ((long) adds(score, high[k]) << LANE) | (1L << (2 * LANE));
                }
            }
        }
        return adds;
    }

    /** 2 if a peer's score is below the company's, 1 if it is equal, 0 if it is above. */
    private static int adds(double peer, double own) {
        if (Slack.below(peer, own)) {
            return 2;
        }
        return Slack.below(own, peer) ? 0 : 1;
    }

    /** Runs in which nobody with a score was drawn say nothing and are left out. */
    private static double quantile(double[] percents, double probability) {
        int n = 0;
        for (double percent : percents) {
            if (!Double.isNaN(percent)) {
                percents[n++] = percent;
            }
        }
        return Quantiles.one(
                n == percents.length ? percents : Arrays.copyOf(percents, n), QuantileType.WEIBULL, probability);
    }
}
