package org.moatmark.core.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Option;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;

/**
 * From an answer to its score 0-100 (rule S1) and to what evidence lets stand of it (rule S2).
 *
 * <p>By hand: anchor 4 of 5 scores (4 - 1) / 4 * 100 = 75; point 3 of 7 on a reversed scale scores 100 - 33.33 =
 * 66.67; 45 on the cuts 10, 30, 50, 70 scores 50 + 25 * 15 / 20 = 68.75.
 */
public final class AnswerScale {

    private AnswerScale() {}

    /**
     * The score of an answer (rule S1).
     *
     * @param item the item; not a text item
     * @param value an answer of its kind
     * @return 0-100
     * @throws IllegalArgumentException if the answer is not of the item's kind or off its scale
     */
    public static double score(Item item, AnswerValue value) {
        ItemType type = item.type();
        if (type.isOpinion() && value instanceof AnswerValue.Mean mean) {
            return mean.score();
        }
        if (type instanceof ItemType.Rubric && value instanceof AnswerValue.Number number) {
            return point(item, number.value(), ItemType.RUBRIC_ANCHORS);
        }
        if (type instanceof ItemType.Agreement scale && value instanceof AnswerValue.Number number) {
            double score = point(item, number.value(), scale.points());
            return scale.reverse() ? 100 - score : score;
        }
        if (type instanceof ItemType.YesNo && value instanceof AnswerValue.YesNo answer) {
            return answer.yes() ? 100 : 0;
        }
        if (type instanceof ItemType.Measure measure && value instanceof AnswerValue.Number number) {
            return measured(item, measure, number.value());
        }
        if (type instanceof ItemType.Choice choice && value instanceof AnswerValue.OneOption chosen) {
            for (Option option : choice.options()) {
                if (option.key().equals(chosen.option())) {
                    return option.score();
                }
            }
            throw offScale(item, chosen.option());
        }
        if (type instanceof ItemType.Choices choices && value instanceof AnswerValue.SomeOptions chosen) {
            return counted(item, choices, chosen.options());
        }
        throw new IllegalArgumentException(
                "Item '" + item.key() + "': an answer of this kind does not fit a " + type.word() + " item.");
    }

    /**
     * What evidence lets stand of a claimed score (rule S2), before the evidence of others is looked at.
     *
     * @param item the item
     * @param claimed the score as answered
     * @param grade the best grade among the answer's evidence
     * @param policy the caps
     * @return the lower of the claimed score and the cap
     */
    public static double capped(Item item, double claimed, EvidenceGrade grade, ScoringPolicy policy) {
        if (!item.evidence() || grade.compareTo(EvidenceGrade.E3) >= 0) {
            return claimed;
        }
        if (grade == EvidenceGrade.E2) {
            return item.type() instanceof ItemType.YesNo ? claimed : Math.min(claimed, policy.capWithDocument());
        }
        return Math.min(claimed, policy.capWithoutEvidence());
    }

    /**
     * The evidenced score one step up (rule S9).
     *
     * @param item the item
     * @param evidenced the evidenced score of a side
     * @param policy the step
     * @return the raised score, at most 100
     */
    static double nextStep(Item item, double evidenced, ScoringPolicy policy) {
        if (item.type() instanceof ItemType.YesNo) {
            return Slack.below(evidenced, 50) ? 50 : 100;
        }
        return Math.min(100, evidenced + policy.step());
    }

    private static double point(Item item, double value, int points) {
        if (!(value >= 1 && value <= points && value == (int) value)) {
            throw offScale(item, value);
        }
        return (value - 1) / (points - 1) * 100;
    }

    /** An opinion on its own scale, from 1; a mean lies between the points. */
    static double raw(Item item, AnswerValue value) {
        if (value instanceof AnswerValue.Mean mean) {
            boolean reverse = item.type() instanceof ItemType.Agreement scale && scale.reverse();
            double score = reverse ? 100 - mean.score() : mean.score();
            return 1 + score / 100 * (points(item) - 1);
        }
        return ((AnswerValue.Number) value).value();
    }

    /**
     * How far two neighbouring answers to an opinion lie apart.
     *
     * @param item a rubric or agreement item
     * @return the step on 0-100: 25 of a rubric and of a scale of five points
     * @throws IllegalArgumentException if the item is no opinion
     */
    public static double step(Item item) {
        return 100.0 / (points(item) - 1);
    }

    private static int points(Item item) {
        if (item.type() instanceof ItemType.Agreement scale) {
            return scale.points();
        }
        if (item.type() instanceof ItemType.Rubric) {
            return ItemType.RUBRIC_ANCHORS;
        }
        throw new IllegalArgumentException("Item '" + item.key() + "' is no opinion and has no points.");
    }

    private static double measured(Item item, ItemType.Measure measure, double value) {
        if (!(value >= measure.min() && value <= measure.max())) {
            throw offScale(item, value);
        }
        if (!measure.rising()) {
            return steps(value, measure.max(), measure);
        }
        Double upper = measure.upper();
        if (upper != null && value > upper) {
            double end = Math.min(2 * upper, measure.max());
            return value >= end ? 50 : 100 - 50 * (value - upper) / (end - upper);
        }
        return steps(value, measure.min(), measure);
    }

    private static double steps(double value, double worst, ItemType.Measure measure) {
        boolean rising = measure.rising();
        double[] at = {worst, measure.cut1(), measure.cut2(), measure.cut3(), measure.cut4()};
        for (int step = ItemType.CUTS; step >= 1; step--) {
            if (rising ? value >= at[step] : value <= at[step]) {
                return step == ItemType.CUTS ? 100 : 25 * step + 25 * (value - at[step]) / (at[step + 1] - at[step]);
            }
        }
        return 25 * (value - worst) / (measure.cut1() - worst);
    }

    private static double counted(Item item, ItemType.Choices choices, List<String> chosen) {
        Set<String> open = new HashSet<>(chosen);
        double sum = 0;
        double all = 0;
        for (Option option : choices.options()) {
            all += option.score();
            if (open.remove(option.key())) {
                sum += option.score();
            }
        }
        if (!open.isEmpty()) {
            throw offScale(item, open.iterator().next());
        }
        double score = choices.count() == ItemType.Count.SUM ? sum : all == 0 ? 0 : sum / all * 100;
        return Math.min(Math.max(score, 0), 100);
    }

    private static IllegalArgumentException offScale(Item item, Object value) {
        return new IllegalArgumentException("Item '" + item.key() + "': answer " + value + " is not on its scale.");
    }
}
