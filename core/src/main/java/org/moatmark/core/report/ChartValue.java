package org.moatmark.core.report;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;

/** A score in a chart, or why there is none. */
public sealed interface ChartValue extends Serializable {

    /**
     * A score.
     *
     * @param score 0-100, unrounded
     * @param band where it may lie, or null
     * @param provisional whether it rests on little
     */
    record Scored(double score, @Nullable Bounds band, boolean provisional) implements ChartValue {
        /** Refuses numbers outside 0-100, NaN among them. */
        public Scored {
            if (!(score >= 0 && score <= 100)) {
                throw new IllegalArgumentException("A score lies in 0-100, not at " + score + ".");
            }
        }
    }

    /**
     * No score.
     *
     * @param why a few words
     */
    record Missing(Words why) implements ChartValue {}

    /**
     * How the scores of others are spread.
     *
     * @param low their lower quartile, 0-100
     * @param median their median
     * @param high their upper quartile
     * @param n how many there are
     */
    record Spread(double low, double median, double high, int n) implements Serializable {
        /** Refuses quartiles that are not in order, NaN among them. */
        public Spread {
            if (!(low >= 0 && low <= median && median <= high && high <= 100)) {
                throw new IllegalArgumentException(
                        "Quartiles " + low + ", " + median + " and " + high + " are not in order in 0-100.");
            }
        }
    }

    /**
     * A row of a profile.
     *
     * @param key key of the node
     * @param label its name
     * @param value its score, or why there is none
     * @param level its level, or null
     * @param n how many people answered there, or null where that is not told
     * @param peers how others are spread there, or null
     */
    record Row(
            String key,
            TextMap label,
            ChartValue value,
            @Nullable Integer level,
            @Nullable Integer n,
            @Nullable Spread peers)
            implements Serializable {

        /**
         * The same with peers.
         *
         * @param others how they are spread, or null
         * @return the row
         */
        Row with(@Nullable Spread others) {
            return new Row(key, label, value, level, n, others);
        }
    }
}
