package org.moatmark.core.maturity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.PermutationTest;
import org.moatmark.core.stats.Interval;

/**
 * How far two groups of people see one node apart (rule S15). A person's view is the mean of his claimed opinions there on
 * 1-5, over the opinions that both groups answered.
 *
 * @param node key of the node
 * @param between which groups
 * @param first how many people of the first group have a view
 * @param second how many of the second
 * @param difference mean of the first less mean of the second, -4 to 4
 * @param interval Welch's 95 % interval of it; null with fewer than two people in a group, or where nobody differs from
 *     his own group
 * @param hedgesG Hedges' g; null as the interval
 * @param test the permutation test
 * @param detectable the smallest difference that these numbers of people could show; null with fewer than two people in a
 *     group
 * @param reading what the difference is called; null where nothing is said of it
 */
public record PerceptionGap(
        String node,
        Between between,
        int first,
        int second,
        double difference,
        @Nullable Interval interval,
        @Nullable Double hedgesG,
        PermutationTest test,
        @Nullable Double detectable,
        @Nullable Reading reading)
        implements Serializable {

    /** Which groups are compared. */
    public enum Between {
        /** The own people of headquarters against those of the genba. */
        SIDES("headquarters", "genba"),
        /** Everybody of the company, of whichever side, against customers. */
        CUSTOMERS("own", "customers");

        private final String first;
        private final String second;

        Between(String first, String second) {
            this.first = first;
            this.second = second;
        }

        /**
         * The first group.
         *
         * @return its word in files
         */
        public String first() {
            return first;
        }

        /**
         * The second group.
         *
         * @return its word in files
         */
        public String second() {
            return second;
        }
    }

    /** What the absolute difference is called. */
    public enum Reading {
        /** Under 0.5. */
        ALIGNED("aligned"),
        /** From 0.5 to 1.0. */
        GAP("gap"),
        /** Above 1.0. */
        SPLIT("split");

        private final String word;

        Reading(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in results
         */
        public String word() {
            return word;
        }
    }

    /** Why nothing is said of a difference. */
    public enum Silence {
        /** It is smaller than what these numbers of people could show. */
        BELOW_DETECTABLE("below-detectable"),
        /** A group has a single person. */
        TOO_FEW_PEOPLE("too-few-people");

        private final String word;

        Silence(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in results
         */
        public String word() {
            return word;
        }
    }

    /** Refuses empty groups, and a reading of what could not be shown. */
    public PerceptionGap {
        if (first < 1 || second < 1) {
            throw new IllegalArgumentException(
                    "Node '" + node + "': a gap needs somebody in each group, not " + first + " and " + second + ".");
        }
        if (reading != null && detectable == null) {
            throw new IllegalArgumentException(
                    "Node '" + node + "': nothing is said of a gap without the smallest that could be shown.");
        }
    }

    /**
     * Why nothing is said of the difference.
     *
     * @return the reason, or null if something is said
     */
    public @Nullable Silence silence() {
        if (reading != null) {
            return null;
        }
        return detectable == null ? Silence.TOO_FEW_PEOPLE : Silence.BELOW_DETECTABLE;
    }
}
