package org.moatmark.core.scoring;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;

/**
 * Rule S4 of a fact, for draws of respondents. Its answers are kept in the order in which they could stand: best grade
 * first, then by evidenced score, claimed score and value, so that the median of the best grade is found by counting.
 */
final class FactAnswers extends ItemAnswers {

    private static final Comparator<One> STANDING = Comparator.comparing(One::grade)
            .reversed()
            .thenComparingDouble(One::own)
            .thenComparingDouble(One::claimed)
            .thenComparing(One::value, FactOrder::compare);

    private final boolean plain;

    FactAnswers(Plan plan, Answers answers, int item, ItemState state, ScoringPolicy policy) {
        super(plan, answers, item, state, policy);
        plain = !plan.items[item].evidence();
        Arrays.sort(ones, STANDING);
    }

    @Override
    void answered(DrawnItems into) {
        One standing = standing(into.times, null);
        if (standing == null) {
            throw new IllegalStateException("Nobody who is there answered item " + item + ".");
        }
        into.claimed.setItem(item, standing.claimed(), standing.claimed());
        into.evidenced.setItem(item, standing.own(), standing.own());
        for (One one : ones) {
            boolean there = into.times[one.who()] > 0;
            into.ownHq[item] |= there && one.side() == Side.HEADQUARTERS;
            into.ownGenba[item] |= there && one.side() == Side.GENBA;
        }
    }

    /** The answer that stands, among all or those of one side; null if none of them is there. */
    private @Nullable One standing(int[] times, @Nullable Side only) {
        EvidenceGrade best = null;
        int count = 0;
        for (One one : ones) {
            if (there(one, times, only) && (best == null || one.grade() == best)) {
                best = one.grade();
                count += times[one.who()];
            }
        }
        int before = (count - 1) / 2;
        One first = null;
        for (One one : ones) {
            if (there(one, times, only)) {
                first = first == null || one.own() != first.own() ? one : first;
                before -= times[one.who()];
                if (before < 0) {
                    return first;
                }
            }
        }
        return null;
    }

    private static boolean there(One one, int[] times, @Nullable Side only) {
        return times[one.who()] > 0 && (only == null || one.side() == only);
    }

    @Override
    ItemReading answeredReading(DrawnItems drawn) {
        One standing = standing(drawn.times, null);
        if (standing == null) {
            return ItemReading.NOTHING;
        }
        double lowest = standing.own();
        double highest = standing.claimed();
        for (Side side : new Side[] {Side.HEADQUARTERS, Side.GENBA}) {
            One own = standing(drawn.times, side);
            if (own != null) {
                lowest = Math.min(lowest, own.claimed());
                highest = Math.max(highest, own.claimed());
            }
        }
        AnswerValue value = standing.value();
        return new ItemReading(
                lowest,
                highest,
                value instanceof AnswerValue.Number number ? number.value() : Double.NaN,
                value,
                plain || standing.grade().compareTo(EvidenceGrade.E2) >= 0,
                false,
                Double.NaN);
    }
}
