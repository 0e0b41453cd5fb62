package org.moatmark.core.psychometrics;

import java.io.Serializable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.stats.QuantileType;
import org.moatmark.core.stats.Quantiles;

/**
 * Percentile limits (Hyndman and Fan's type 7) from a seeded bootstrap, with what is needed to repeat it.
 *
 * @param limits the limits
 * @param runs how often was drawn
 * @param runsWithout in how many of these draws the statistic could not be computed; they are left out
 * @param seed of the draws
 */
public record BootstrapInterval(IntervalEstimate limits, int runs, int runsWithout, long seed) implements Serializable {

    private static final int FEWEST_RUNS = 100;

    private static final Words TOO_FEW_UNITS =
            new Words("A bootstrap needs at least two units that can be drawn.", "ブートストラップには、抽出できる対象が二つ以上必要です。");

    private static final Words TOO_FEW_RUNS = new Words(
            "More than half of the bootstrap draws gave no value, mostly because all drawn ratings were equal.",
            "ブートストラップ標本の半数を超えて値が求められませんでした。多くの場合、抽出された評定がすべて同じだったためです。");

    static BootstrapInterval none(int runs, long seed) {
        return new BootstrapInterval(new IntervalEstimate.NotComputable(TOO_FEW_UNITS), runs, runs, seed);
    }

    /**
     * The limits of a sample of values.
     *
     * @param values what the draws gave, in any order; not modified
     */
    static BootstrapInterval of(double[] values, double level, int runs, long seed) {
        int without = runs - values.length;
        if (2 * values.length < runs) {
            return new BootstrapInterval(new IntervalEstimate.NotComputable(TOO_FEW_RUNS), runs, without, seed);
        }
        double tail = (1 - level) / 2;
        double[] ends = Quantiles.of(values, QuantileType.LINEAR, tail, 1 - tail);
        return new BootstrapInterval(new IntervalEstimate.Limits(ends[0], ends[1], level), runs, without, seed);
    }

    static void requireRuns(int runs) {
        if (runs < FEWEST_RUNS) {
            throw new IllegalArgumentException("A bootstrap interval needs at least " + FEWEST_RUNS
                    + " runs to have tails, not " + runs + "; 2,000 are usual.");
        }
    }
}
