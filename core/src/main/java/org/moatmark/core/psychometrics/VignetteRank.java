package org.moatmark.core.psychometrics;

import java.io.Serializable;
import java.util.Objects;
import org.moatmark.core.issue.Words;

/** Where a respondent puts himself among the vignettes that he rated on the same scale. */
public sealed interface VignetteRank extends Serializable {

    /**
     * A rank, or an interval of ranks where ties or vignettes out of order leave several open. Intervals are kept as
     * they are: to choose one rank from them takes an assumption, such as {@link VignetteRanks#uniform}.
     *
     * @param low the least rank, at least 1
     * @param high the greatest rank, at least the least
     * @param ranks how many ranks the scale has
     */
    record Ranked(int low, int high, int ranks) implements VignetteRank {
        /** Refuses an interval outside the scale. */
        public Ranked {
            if (low < 1 || high < low || ranks < high) {
                throw new IllegalArgumentException(
                        "Ranks from " + low + " to " + high + " do not fit on a scale of " + ranks + ".");
            }
        }

        /**
         * Whether several ranks are open.
         *
         * @return true for an interval
         */
        public boolean isInterval() {
            return low < high;
        }
    }

    /**
     * No rank.
     *
     * @param why the reason as a whole sentence
     */
    record NotRanked(Words why) implements VignetteRank {
        /** Refuses null. */
        public NotRanked {
            Objects.requireNonNull(why, "why");
        }
    }
}
