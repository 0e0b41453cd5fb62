package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.stats.SeededRandom;

/**
 * The permutation test of two groups: in what share of all ways to deal the same people into groups of these sizes the
 * means lie at least as far apart, in either direction, as they do.
 *
 * <p>Exact up to {@value #MOST} ways. Beyond, that many ways are drawn with a seed, and the share counts the observed one
 * too, {@code (1 + hits) / (1 + drawn)}, so that it is never 0.
 *
 * <p>Sources: E. S. Edgington and P. Onghena (2007), Randomization tests, 4th ed., chapters 3 and 4; B. Phipson and G. K.
 * Smyth (2010), Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular Biology
 * 9(1), article 39.
 *
 * @param p two-sided, above 0 and at most 1
 * @param arrangements how many ways were counted, or drawn
 * @param seed what the drawing began with; null if the test is exact
 */
public record PermutationTest(
        double p, int arrangements, @Nullable Long seed) implements Serializable {

    /** The most ways that are all counted, and how many are drawn where there are more. */
    public static final int MOST = 10_000;

    /** What rounding may do to a distance, as a share of the greatest. */
    private static final double SLACK = 1e-9;

    /** Refuses what is no probability, and a test of nothing. */
    public PermutationTest {
        if (!(p > 0 && p <= 1) || arrangements < 1) {
            throw new IllegalArgumentException("A permutation test has a p above 0 and at most 1 from at least 1 way,"
                    + " not " + p + " from " + arrangements + ".");
        }
    }

    /**
     * The test of two groups.
     *
     * @param one {@code double[people]}, at least one, finite; not modified
     * @param other {@code double[people]}, at least one, finite; not modified
     * @param seed what a drawing would begin with; an exact test does not use it
     * @return p and how it was found
     * @throws IllegalArgumentException if a group is empty or a value is not finite
     */
    public static PermutationTest of(double[] one, double[] other, long seed) {
        TwoGroups.check(one, other);
        if (one.length == 0 || other.length == 0) {
            throw new IllegalArgumentException("A permutation test needs somebody in each group: " + one.length
                    + " and " + other.length + " people were given.");
        }
        Deal deal = new Deal(one, other);
        int ways = ways(one.length + other.length, deal.size);
        if (ways <= MOST) {
            deal.count(0, 0, 0);
            return new PermutationTest((double) deal.hits / ways, ways, null);
        }
        deal.draw(SeededRandom.of(seed));
        return new PermutationTest((1.0 + deal.hits) / (1.0 + MOST), MOST, seed);
    }

    /**
     * Whether all ways were counted.
     *
     * @return false if they were drawn
     */
    public boolean exact() {
        return seed == null;
    }

    /** How many ways there are to choose some of n, as far as {@link #MOST} and one more. */
    private static int ways(int n, int chosen) {
        long ways = 1;
        for (int i = 1; i <= chosen && ways <= MOST; i++) {
            ways = ways * (n - chosen + i) / i;
        }
        return (int) Math.min(ways, MOST + 1L);
    }

    /** Deals people into the smaller group; the others are the larger one. */
    private static final class Deal {

        private final int size;
        private final double[] values;
        private final double total;
        private final double enough;
        private int hits;

        Deal(double[] one, double[] other) {
            double[] few = one.length <= other.length ? one : other;
            double[] many = few == one ? other : one;
            size = few.length;
            values = new double[few.length + many.length];
            double sum = 0;
            double observed = 0;
            double farthest = 0;
            for (int i = 0; i < values.length; i++) {
                // From one of them, so that equal values leave nothing to rounding.
                values[i] = (i < size ? few[i] : many[i - size]) - few[0];
                sum += values[i];
                observed += i < size ? values[i] : 0;
                farthest = Math.max(farthest, Math.abs(values[i]));
            }
            total = sum;
            enough = distance(observed) - SLACK * farthest;
        }

        private double distance(double chosen) {
            return Math.abs(chosen / size - (total - chosen) / (values.length - size));
        }

        /** Counts the ways to go on from some people chosen among the first. */
        void count(int next, int chosen, double sum) {
            if (chosen == size) {
                hits += distance(sum) >= enough ? 1 : 0;
                return;
            }
            for (int i = next; i <= values.length - (size - chosen); i++) {
                count(i + 1, chosen + 1, sum + values[i]);
            }
        }

        /** Shuffles the front of the values, as far as the smaller group reaches. */
        void draw(SeededRandom random) {
            for (int run = 0; run < MOST; run++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    int with = i + random.nextInt(values.length - i);
                    double swap = values[i];
                    values[i] = values[with];
                    values[with] = swap;
                    sum += values[i];
                }
                hits += distance(sum) >= enough ? 1 : 0;
            }
        }
    }
}
