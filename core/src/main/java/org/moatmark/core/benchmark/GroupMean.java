package org.moatmark.core.benchmark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;

/**
 * The mean of a peer group, as it is and shrunk toward the library (rule S20).
 *
 * @param n how many companies of the group have a score there
 * @param raw their mean; null if there are none
 * @param libraryN how many companies of the library have a score there, the placed company left out
 * @param library their mean; null if there are none
 * @param shrinkage the shrunk mean, or why there is none
 */
public record GroupMean(
        int n, @Nullable Double raw, int libraryN, @Nullable Double library, Shrinkage shrinkage)
        implements Serializable {

    /** The shrunk mean, or why there is none. */
    public sealed interface Shrinkage extends Serializable {}

    /**
     * The mean shrunk by empirical Bayes: the cells into which the criteria that are still active cut the library are
     * groups of a one-way random-effects model, with variances from the analysis of variance.
     *
     * @param mean the shrunk mean
     * @param toward the mean of the model toward which it is drawn
     * @param factor how much of the distance from there stays, 0 to 1
     * @param cells how many cells there are
     * @param between variance between cells
     * @param within variance within cells
     */
    public record Shrunk(double mean, double toward, double factor, int cells, double between, double within)
            implements Shrinkage {}

    /**
     * No shrunk mean.
     *
     * @param why a sentence
     */
    public record NotShrunk(Words why) implements Shrinkage {}
}
