package org.moatmark.core.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Response;

/** The answers to one item, read once, so that the item can be scored for one draw of respondents after the other. */
abstract class ItemAnswers {

    /** What somebody who is asked did with the item. */
    private enum Said {
        ANSWER,
        /** An answer of a customer to what others are asked too. */
        NO_OWN_ANSWER,
        NOT_APPLICABLE,
        DONT_KNOW,
        NOTHING
    }

    /**
     * One answer.
     *
     * @param who place of the respondent
     * @param side his side
     * @param value what he answered
     * @param grade the best grade of his evidence
     * @param claimed score as answered
     * @param own evidenced score by his own evidence alone
     */
    record One(int who, Side side, AnswerValue value, EvidenceGrade grade, double claimed, double own) {}

    final int item;
    private final @Nullable ItemState fixed;
    private final int[] asked;
    private final Said[] said;

    /** Answers in order of seat keys; none to texts and to what is excluded or left out. */
    final One[] ones;

    ItemAnswers(Plan plan, Answers answers, int item, ItemState state, ScoringPolicy policy) {
        this.item = item;
        fixed = state == ItemState.EXCLUDED || state == ItemState.LEFT_OUT ? state : null;
        List<Integer> who = new ArrayList<>();
        List<Said> what = new ArrayList<>();
        List<One> given = new ArrayList<>();
        for (int r = 0; r < answers.respondents.length; r++) {
            if (answers.present[r] && (plan.asked[item] & answers.kinds[r]) != 0) {
                who.add(r);
                what.add(said(plan, answers, r, item));
                if (!plan.text[item] && fixed == null && answers.cells[r][item] instanceof Response.Answered answered) {
                    given.add(one(plan.items[item], r, answers.side[r], answered, policy));
                }
            }
        }
        asked = who.stream().mapToInt(Integer::intValue).toArray();
        said = what.toArray(new Said[0]);
        ones = given.toArray(new One[0]);
    }

    static ItemAnswers of(Plan plan, Answers answers, int item, ItemState state, ScoringPolicy policy) {
        return plan.opinion[item]
                ? new OpinionAnswers(plan, answers, item, state, policy)
                : new FactAnswers(plan, answers, item, state, policy);
    }

    private static Said said(Plan plan, Answers answers, int r, int item) {
        Response response = answers.cells[r][item];
        if (response instanceof Response.Answered) {
            boolean counts = plan.customersOnly[item] || answers.side[r] != Side.CUSTOMERS;
            return counts ? Said.ANSWER : Said.NO_OWN_ANSWER;
        } else if (response instanceof Response.NotApplicable) {
            return Said.NOT_APPLICABLE;
        }
        return response instanceof Response.DontKnow ? Said.DONT_KNOW : Said.NOTHING;
    }

    private static One one(Item item, int who, Side side, Response.Answered answered, ScoringPolicy policy) {
        EvidenceGrade grade = answered.bestGrade();
        double claimed = AnswerScale.score(item, answered.value());
        double own = side == Side.CUSTOMERS ? claimed : AnswerScale.capped(item, claimed, grade, policy);
        return new One(who, side, answered.value(), grade, claimed, own);
    }

    /** Scores the item for a draw. */
    final void score(DrawnItems into) {
        ItemState state = fixed == null ? state(into.times) : fixed;
        into.state[item] = state;
        into.blank(item);
        if (state == ItemState.ANSWERED && ones.length > 0) {
            answered(into);
        }
    }

    /** Rule S3. */
    private ItemState state(int[] times) {
        int anybody = 0;
        int notApplicable = 0;
        int dontKnow = 0;
        int nothing = 0;
        for (int k = 0; k < asked.length; k++) {
            int there = times[asked[k]];
            if (there > 0) {
                anybody += there;
                switch (said[k]) {
                    case ANSWER -> {
                        return ItemState.ANSWERED;
                    }
                    case NOT_APPLICABLE -> notApplicable += there;
                    case DONT_KNOW -> dontKnow += there;
                    case NOTHING -> nothing += there;
                    case NO_OWN_ANSWER -> {}
                }
            }
        }
        if (anybody == 0) {
            return ItemState.NOT_ASKED;
        } else if (notApplicable > dontKnow + nothing) {
            return ItemState.NOT_APPLICABLE;
        }
        return dontKnow > 0 ? ItemState.DONT_KNOW : ItemState.SKIPPED;
    }

    /** Scores the item, to which somebody who is there gave an answer. */
    abstract void answered(DrawnItems into);

    /** What gates read of the item, as it is scored there. */
    final ItemReading reading(DrawnItems drawn) {
        return drawn.state[item] == ItemState.ANSWERED && ones.length > 0
                ? answeredReading(drawn)
                : ItemReading.NOTHING;
    }

    abstract ItemReading answeredReading(DrawnItems drawn);
}
