package org.moatmark.core.json;

import org.moatmark.core.questionnaire.Condition.Comparison;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;

/**
 * The least and the greatest value that something can take, so that bounds which nothing can reach are found.
 *
 * @param least the least value
 * @param most the greatest value
 */
record Reach(double least, double most) {

    /** Every score. */
    static final Reach SCORE = new Reach(0, 100);

    private static final double FIRST_CUT = 25;

    /** The scores that an item can have (rule S1). */
    static Reach ofScore(Item item) {
        if (item.type() instanceof ItemType.Choice choice) {
            double least = 100;
            double most = 0;
            for (Option option : choice.options()) {
                least = Math.min(least, option.score());
                most = Math.max(most, option.score());
            }
            return new Reach(least, most);
        } else if (item.type() instanceof ItemType.Choices choices) {
            return ofChoices(choices);
        } else if (item.type() instanceof ItemType.Measure measure) {
            double worst = measure.rising() ? measure.min() : measure.max();
            return new Reach(measure.cut1() == worst ? FIRST_CUT : 0, 100);
        }
        return SCORE;
    }

    private static Reach ofChoices(ItemType.Choices choices) {
        double best = 0;
        for (Option option : choices.options()) {
            best += Math.max(0, option.score());
        }
        boolean share = choices.count() == ItemType.Count.SHARE;
        return new Reach(0, share ? (best > 0 ? 100 : 0) : Math.min(100, best));
    }

    /** The answers that an item takes, for items that are answered by a number. */
    static Reach ofAnswer(ItemType type) {
        if (type instanceof ItemType.Rubric) {
            return new Reach(1, ItemType.RUBRIC_ANCHORS);
        } else if (type instanceof ItemType.Agreement agreement) {
            return new Reach(1, agreement.points());
        } else if (type instanceof ItemType.Measure measure) {
            return new Reach(measure.min(), measure.max());
        }
        throw new IllegalArgumentException("Items of type " + type.word() + " are not answered by a number.");
    }

    /** Whether some value satisfies the comparison. */
    boolean allows(Comparison comparison, double bound) {
        return switch (comparison) {
            case AT_LEAST -> bound <= most;
            case AT_MOST -> bound >= least;
            case BELOW -> bound > least;
        };
    }

    /** Whether the bound is a value of the range. */
    boolean holds(double bound) {
        return bound >= least && bound <= most;
    }
}
