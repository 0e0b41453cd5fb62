package org.moatmark.core.psychometrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts which rank each of several things takes in one run after another; the greatest score is first. Things that tie
 * share their ranks in equal parts, so that every run gives away every rank exactly once.
 */
final class RankCounts {

    private final double[][] counts;
    private int runs;

    RankCounts(int things) {
        counts = new double[things][things];
    }

    /**
     * Adds a run.
     *
     * @param scores one per thing; not modified
     */
    void add(double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            int better = better(scores, i);
            int equal = equal(scores, i);
            for (int rank = better; rank < better + equal; rank++) {
                counts[i][rank] += 1.0 / equal;
            }
        }
        runs++;
    }

    /** How many have more than one of them. */
    static int better(double[] scores, int one) {
        int better = 0;
        for (double score : scores) {
            better += score > scores[one] ? 1 : 0;
        }
        return better;
    }

    /** How many have as much as one of them, itself included. */
    static int equal(double[] scores, int one) {
        int equal = 0;
        for (double score : scores) {
            equal += score == scores[one] ? 1 : 0;
        }
        return equal;
    }

    /** The share of all runs in which a thing takes a rank: a list of ranks per thing. */
    List<List<Double>> shares() {
        List<List<Double>> shares = new ArrayList<>();
        for (double[] row : counts) {
            shares.add(Arrays.stream(row).map(count -> count / runs).boxed().toList());
        }
        return List.copyOf(shares);
    }
}
