package org.moatmark.core.scoring;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;

/**
 * How the scores of a wave are resampled (rule S16).
 *
 * @param seed where the draws begin: the same seed gives the same intervals for ever; from -{@link #GREATEST_SEED} to
 *     {@link #GREATEST_SEED}, so that every JSON reader takes it over unharmed
 * @param runs how many joint runs, from 0 (no interval at all) to {@link #MOST_RUNS}
 * @param mostWork the most work that is done, as {@link #work} counts it; a wave that needs more gets no interval but a
 *     warning
 */
public record Resampling(long seed, int runs, long mostWork) implements Serializable {

    /** The part of the runs that an interval holds: from the 5th to the 95th percentile. */
    public static final double LEVEL = 0.9;

    /** The greatest whole number up to which JSON readers agree on every one. */
    public static final long GREATEST_SEED = 9_007_199_254_740_991L;

    /** The most runs. */
    public static final int MOST_RUNS = 1_000_000;

    /** Seed 1 and 2,000 runs, however much work that is. */
    public static final Resampling DEFAULT = new Resampling(1, 2_000, Long.MAX_VALUE);

    /** No resampling. */
    public static final Resampling NONE = new Resampling(1, 0, Long.MAX_VALUE);

    /** The work on nodes, which every run does whoever answered, in respondents. */
    private static final int NODES_IN_RESPONDENTS = 50;

    /** Refuses seeds and runs out of range. */
    public Resampling {
        if (seed < -GREATEST_SEED || seed > GREATEST_SEED) {
            throw new IllegalArgumentException(
                    "A seed is a whole number from " + -GREATEST_SEED + " to " + GREATEST_SEED + ", not " + seed + ".");
        }
        if (runs < 0 || runs > MOST_RUNS) {
            throw new IllegalArgumentException("There are 0 to " + MOST_RUNS + " runs, not " + runs + ".");
        }
    }

    /**
     * The same with another seed.
     *
     * @param other the seed, from -{@link #GREATEST_SEED} to {@link #GREATEST_SEED}
     * @return the new settings
     * @throws IllegalArgumentException if it is out of range
     */
    public Resampling withSeed(long other) {
        return new Resampling(other, runs, mostWork);
    }

    /**
     * The same with another number of runs.
     *
     * @param other how many, from 0 to {@link #MOST_RUNS}
     * @return the new settings
     * @throws IllegalArgumentException if it is out of range
     */
    public Resampling withRuns(int other) {
        return new Resampling(seed, other, mostWork);
    }

    /**
     * The same with another limit.
     *
     * @param most the most work that is done
     * @return the new settings
     */
    public Resampling withMostWork(long most) {
        return new Resampling(seed, runs, most);
    }

    /**
     * The work on a wave: {@code (respondents + 50) * items * runs}. The demonstration assessment needs about 17 million
     * for a questionnaire, which takes a fraction of a second.
     *
     * @param respondents how many are present
     * @param items how many items the questionnaire has
     * @return the work
     */
    public long work(int respondents, int items) {
        return ((long) respondents + NODES_IN_RESPONDENTS) * items * runs;
    }

    /**
     * Whether a scored wave is resampled: runs are asked for, at least two respondents are present, and the work is within
     * the limit.
     *
     * @param tree the scored wave
     * @return true if there will be intervals
     */
    public boolean suits(ScoreTree tree) {
        return runs > 0 && tree.presentRespondents() > 1 && !exceeds(tree);
    }

    /**
     * What a reader of the intervals should know.
     *
     * @param tree the scored wave
     * @param resampled its intervals, or null if it has none
     * @return that it was too much work, and which sides have a single respondent, whose intervals say nothing of others
     */
    public List<Issue> warnings(ScoreTree tree, @Nullable Resampled resampled) {
        return ResamplingWarnings.of(this, tree, resampled);
    }

    /** Whether a scored wave would be resampled if that were not too much work. */
    boolean exceeds(ScoreTree tree) {
        return tree.presentRespondents() > 1
                && work(tree.presentRespondents(), tree.items().size()) > mostWork;
    }
}
