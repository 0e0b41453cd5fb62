package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition.Comparison;

/** The bounds that must hold together; finds two that exclude each other. */
final class JointBounds {

    private final List<Bound> bounds = new ArrayList<>();

    /**
     * One bound, or one answer that is asked for.
     *
     * @param subject what is compared, such as the score of an item
     * @param comparison how, or null if a certain answer is asked for
     * @param limit the bound
     * @param answer the answer that is asked for, if there is no comparison
     * @param applies the companies that the condition and those around it are meant for
     * @param at where it stands
     * @param who whose it is
     */
    private record Bound(
            Words subject,
            @Nullable Comparison comparison,
            double limit,
            String answer,
            List<AppliesTo> applies,
            Place at,
            Words who) {

        boolean excludes(Bound other) {
            // English alone says it, and the equals of a record is slow when it is called first.
            if (!subject.en().equals(other.subject.en()) || !meet(applies, other.applies)) {
                return false;
            }
            if (comparison == null || other.comparison == null) {
                return comparison == null && other.comparison == null && !answer.equals(other.answer);
            }
            return isOver(this, other) || isOver(other, this);
        }

        private static boolean isOver(Bound low, Bound high) {
            if (low.comparison != Comparison.AT_LEAST || high.comparison == Comparison.AT_LEAST) {
                return false;
            }
            return high.comparison == Comparison.BELOW ? low.limit >= high.limit : low.limit > high.limit;
        }

        private static boolean meet(List<AppliesTo> one, List<AppliesTo> other) {
            for (AppliesTo a : one) {
                for (AppliesTo b : other) {
                    if (!meet(a.size(), b.size()) || !meet(a.market(), b.market())) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean meet(Set<?> one, Set<?> other) {
            return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
        }

        String says() {
            return comparison == null ? "is " + answer : comparison.word() + " " + NumberText.of(limit);
        }
    }

    void add(Words subject, Comparison comparison, double limit, List<AppliesTo> applies, Place at, Words who) {
        bounds.add(new Bound(subject, comparison, limit, "", applies, at, who));
    }

    void addAnswer(Words subject, String answer, List<AppliesTo> applies, Place at, Words who) {
        bounds.add(new Bound(subject, null, 0, answer, applies, at, who));
    }

    /** Notes every bound that an earlier one excludes. */
    void check(Faults faults) {
        for (int i = 1; i < bounds.size(); i++) {
            Bound later = bounds.get(i);
            for (Bound earlier : bounds.subList(0, i)) {
                if (earlier.excludes(later)) {
                    exclude(later, earlier, faults);
                    break;
                }
            }
        }
    }

    /** Notes every bound that one of the others excludes; these must hold as well. */
    void checkAgainst(JointBounds others, Faults faults) {
        for (Bound bound : bounds) {
            for (Bound other : others.bounds) {
                if (other.excludes(bound)) {
                    exclude(bound, other, faults);
                    break;
                }
            }
        }
    }

    private static void exclude(Bound bound, Bound other, Faults faults) {
        String first = Shown.text(other.says());
        String second = Shown.text(bound.says());
        String place = other.at.pointer();
        faults.add(
                "bounds-exclude-each-other",
                bound.at,
                bound.who,
                "'" + second + "' for " + bound.subject.en() + " can never hold together with '" + first + "' at "
                        + place + ".",
                bound.subject.ja() + "についての「" + second + "」は、" + place + " の「" + first + "」と同時に成り立ちません。",
                "Change one of the two, or put them into 'any' if one of them is enough.",
                "どちらかを変えるか、一方だけで足りるなら any に入れてください。");
    }
}
