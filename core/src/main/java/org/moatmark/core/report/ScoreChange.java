package org.moatmark.core.report;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.ReliableChange;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;

/**
 * How one score changed between two snapshots, and what that is due to (rule S23). What is due to the answers and what is due
 * to the method add up to the change of the evidenced score.
 *
 * @param key key of the node, or {@code index}
 * @param title its name, in the later version where that has it
 * @param link whether the two scores may be joined by a line
 * @param reworded whether something beneath is asked in other words than before, so that part of the change may be due to
 *     them
 * @param before the score then
 * @param carried the answers of then, scored by the later version; null where that is the score then, or is not known
 * @param after the score now
 * @param you what is due to the answers; null where it cannot be said
 * @param ruler what is due to the method in points; null where it cannot be said
 */
public record ScoreChange(
        String key,
        TextMap title,
        Link link,
        boolean reworded,
        Point before,
        @Nullable Point carried,
        Point after,
        @Nullable Due you,
        @Nullable Double ruler)
        implements Serializable {

    /** The 95th percentile of the standard normal distribution: half of a 90 % interval in standard errors. */
    static final double HALF_WIDTH = 1.6448536269514722;

    /**
     * A score with its band.
     *
     * @param claimed as claimed, or null without a score, or where it is not shown
     * @param evidenced as far as evidence carries it, or null without a score
     * @param band its interval (rule S16), of a release its range; null without one
     * @param missing why there is no score: a reason, {@code fewer_than_k}, or {@code not-asked}; null with one
     */
    public record Point(
            @Nullable Double claimed,
            @Nullable Double evidenced,
            @Nullable Bounds band,
            @Nullable String missing) implements Serializable {

        /** A point of a version that does not have the node. */
        static final Point NOT_THERE = new Point(null, null, null, "not-asked");
    }

    /**
     * What is due to the answers.
     *
     * @param points how much the evidenced score changed
     * @param error its standard error, from the bands of both scores, taken as independent; null without them
     * @param low the lower end of its 90 % interval; null without an error
     * @param high the upper end; null without an error
     * @param reliableChange points over error; null without an error, and where that is 0
     * @param reading what it amounts to
     */
    public record Due(
            double points,
            @Nullable Double error,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double reliableChange,
            Reading reading)
            implements Serializable {

        static Due between(Point from, Point to, double points, boolean judged) {
            Bounds one = from.band();
            Bounds other = to.band();
            if (!judged || one == null || other == null) {
                return new Due(points, null, null, null, null, Reading.NOT_JUDGED);
            }
            double error = StrictMath.sqrt(square(error(one)) + square(error(other)));
            Double index = error == 0 ? null : points / error;
            boolean apart = one.high() < other.low() || other.high() < one.low();
            boolean counts = apart || (index != null && Math.abs(index) > ReliableChange.CRITERION);
            Reading reading = !counts || points == 0 ? Reading.NOT_SHOWN : points > 0 ? Reading.RISEN : Reading.FALLEN;
            return new Due(points, error, points - HALF_WIDTH * error, points + HALF_WIDTH * error, index, reading);
        }

        private static double error(Bounds band) {
            return (band.high() - band.low()) / (2 * HALF_WIDTH);
        }

        private static double square(double value) {
            return value * value;
        }
    }

    /** Whether two scores may be joined by a line. */
    public enum Link {
        /** Both were made by the same rules from the same questions. */
        CONNECTED("connected"),
        /** The rules or words changed; the answers of then are scored by the later version too, and that is joined. */
        SEPARATED("separated"),
        /** The rules changed, and there are no answers that could be scored by both. */
        NOT_COMPARABLE("not-comparable"),
        /** Only the later version has it. */
        ADDED("added"),
        /** Only the earlier version has it. */
        REMOVED("removed");

        private final String word;

        Link(String word) {
            this.word = word;
        }

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return word;
        }
    }

    /** What a change amounts to: it counts if the bands are apart or the reliable change index exceeds 1.96. */
    public enum Reading {
        /** Up, beyond what the bands explain. */
        RISEN("risen"),
        /** Down, beyond what the bands explain. */
        FALLEN("fallen"),
        /** Not beyond what the bands explain. */
        NOT_SHOWN("not-shown"),
        /** There are no intervals to judge it by: a single respondent, or a confidential assessment. */
        NOT_JUDGED("not-judged");

        private final String word;

        Reading(String word) {
            this.word = word;
        }

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return word;
        }
    }
}
