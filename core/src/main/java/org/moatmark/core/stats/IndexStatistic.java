package org.moatmark.core.stats;

/**
 * A number computed from some of the caller's cases, for resampling of rows, companies or raters. The caller keeps the
 * data and is told which cases were drawn.
 */
@FunctionalInterface
public interface IndexStatistic {

    /**
     * Computes the statistic.
     *
     * @param drawn {@code int[cases]}, indices from 0 of the cases in the sample, in the order in which they were drawn,
     *     often some of them more than once; a workspace that may be reordered, and must not be kept
     * @return the number; NaN or an infinity where the statistic has no value on these cases
     */
    double of(int[] drawn);
}
