package org.moatmark.core.questionnaire;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What kind of answer an item takes, and how that answer is scored 0-100 (rule S1). */
public sealed interface ItemType extends Serializable {

    /** The number of anchors of every rubric. */
    int RUBRIC_ANCHORS = 5;

    /** The number of cuts of every number item. */
    int CUTS = 4;

    /**
     * One of five written anchors, 1 to 5.
     *
     * @param anchors one observable behaviour each, lowest first; exactly five
     */
    record Rubric(List<TextMap> anchors) implements ItemType {
        /** Copies the anchors; refuses any number of them but five. */
        public Rubric {
            anchors = List.copyOf(anchors);
            if (anchors.size() != RUBRIC_ANCHORS) {
                throw new IllegalArgumentException("A rubric has five anchors, not " + anchors.size() + ".");
            }
        }
    }

    /**
     * A point of a shared agreement scale, 1 to {@code points}.
     *
     * @param scale key of the scale
     * @param points number of points of that scale, at least 2
     * @param reverse whether agreement is a bad sign: the score is taken from 100
     */
    record Agreement(String scale, int points, boolean reverse) implements ItemType {
        /** Refuses fewer than two points. */
        public Agreement {
            Objects.requireNonNull(scale, "scale");
            if (points < 2) {
                throw new IllegalArgumentException("Agreement scale '" + scale + "' needs at least two points.");
            }
        }
    }

    /** Yes (100) or no (0). */
    record YesNo() implements ItemType {}

    /**
     * A measured number with four cuts that score 25, 50, 75 and 100.
     *
     * @param unit what is counted
     * @param min the least possible answer
     * @param max the greatest possible answer
     * @param cut1 scores 25
     * @param cut2 scores 50
     * @param cut3 scores 75
     * @param cut4 scores 100
     * @param upper above it the score falls again, to 50 at {@code min(2 * upper, max)}; null: never
     */
    record Measure(
            TextMap unit,
            double min,
            double max,
            double cut1,
            double cut2,
            double cut3,
            double cut4,
            @Nullable Double upper)
            implements ItemType {

        /** Refuses cuts that are not strictly monotone inside min and max, and an upper not between cut 4 and max. */
        public Measure {
            Objects.requireNonNull(unit, "unit");
            boolean rising = cut1 < cut2 && cut2 < cut3 && cut3 < cut4 && min <= cut1 && cut4 <= max;
            boolean falling = cut1 > cut2 && cut2 > cut3 && cut3 > cut4 && cut1 <= max && min <= cut4;
            boolean finite = Double.isFinite(min) && Double.isFinite(max);
            if (!finite || !(rising || falling)) {
                throw new IllegalArgumentException("Cuts must be strictly monotone and lie inside min and max.");
            }
            if (upper != null && !(rising && upper >= cut4 && upper <= max)) {
                throw new IllegalArgumentException("'upper' needs rising cuts and lies between cut 4 and max.");
            }
        }

        /**
         * Whether a greater answer is a better one, up to {@code upper}.
         *
         * @return true for rising cuts
         */
        public boolean rising() {
            return cut1 < cut2;
        }

        /**
         * The point from which the score falls again.
         *
         * @return the point, or empty
         */
        public OptionalDouble upperPoint() {
            return upper == null ? OptionalDouble.empty() : OptionalDouble.of(upper);
        }
    }

    /**
     * One of several options.
     *
     * @param options at least one; their scores lie in 0-100
     */
    record Choice(List<Option> options) implements ItemType {
        /** Copies the options; refuses none at all and scores outside 0-100. */
        public Choice {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("A choice needs at least one option.");
            }
            for (Option option : options) {
                if (!(option.score() >= 0 && option.score() <= 100)) {
                    throw new IllegalArgumentException(
                            "Option '" + option.key() + "': score " + option.score() + " is not in 0-100.");
                }
            }
        }
    }

    /**
     * Any number of several options.
     *
     * @param options at least one
     * @param count how the chosen ones count
     */
    record Choices(List<Option> options, Count count) implements ItemType {
        /** Copies the options; refuses none at all. */
        public Choices {
            options = List.copyOf(options);
            Objects.requireNonNull(count, "count");
            if (options.isEmpty()) {
                throw new IllegalArgumentException("Choices need at least one option.");
            }
        }
    }

    /** Words; in no sum. */
    record FreeText() implements ItemType {}

    /** How the chosen options of {@link Choices} count. */
    enum Count {
        /** Chosen scores divided by all scores, in percent; 0 if the total is 0. */
        SHARE("share"),
        /** The sum of the chosen scores, clamped to 0-100. */
        SUM("sum");

        private final String word;

        Count(String word) {
            this.word = word;
        }

        /**
         * The word in files.
         *
         * @return the word as it stands in questionnaires
         */
        public String word() {
            return word;
        }
    }

    /**
     * Whether answers are opinions (rubric, agreement): each side has its own score (rule S4).
     *
     * @return true for rubric and agreement items
     */
    default boolean isOpinion() {
        return this instanceof Rubric || this instanceof Agreement;
    }

    /**
     * Whether answers are facts (yes/no, number, choice, choices): one score stands for both sides (rule S4).
     *
     * @return true for fact items
     */
    default boolean isFact() {
        return !isOpinion() && !(this instanceof FreeText);
    }

    /**
     * The word in files.
     *
     * @return the word as it stands in questionnaires
     */
    default String word() {
        if (this instanceof Rubric) {
            return "rubric";
        } else if (this instanceof Agreement) {
            return "agreement";
        } else if (this instanceof YesNo) {
            return "yesNo";
        } else if (this instanceof Measure) {
            return "number";
        } else if (this instanceof Choice) {
            return "choice";
        } else if (this instanceof Choices) {
            return "choices";
        }
        return "text";
    }
}
