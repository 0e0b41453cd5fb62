package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition.Comparison;

/** The bounds that must hold together, sorted by what they are of; finds two of the same that exclude each other. */
final class JointBounds {

    private final List<Bound> bounds = new ArrayList<>();

    /** The same, by the English words for what is compared, each list in the order in which it was read. */
    private final Map<String, List<Bound>> bySubject = new LinkedHashMap<>();

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

        /** Whether a bound of the same subject cannot hold together with this one. */
        boolean excludes(Bound other) {
            boolean apart = comparison == null || other.comparison == null
                    ? comparison == null && other.comparison == null && !answer.equals(other.answer)
                    : isOver(this, other) || isOver(other, this);
            return apart && meet(applies, other.applies);
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
        add(new Bound(subject, comparison, limit, "", applies, at, who));
    }

    void addAnswer(Words subject, String answer, List<AppliesTo> applies, Place at, Words who) {
        add(new Bound(subject, null, 0, answer, applies, at, who));
    }

    private void add(Bound bound) {
        bounds.add(bound);
        bySubject.computeIfAbsent(bound.subject.en(), none -> new ArrayList<>()).add(bound);
    }

    /** Notes every bound that an earlier one excludes. */
    void check(Faults faults) {
        for (List<Bound> same : bySubject.values()) {
            for (int i = 1; i < same.size(); i++) {
                checkAgainst(same.subList(0, i), same.get(i), faults);
            }
        }
    }

    /** Notes every bound that one of the others excludes; these must hold as well. */
    void checkAgainst(JointBounds others, Faults faults) {
        for (Bound bound : bounds) {
            checkAgainst(others.bySubject.getOrDefault(bound.subject.en(), List.of()), bound, faults);
        }
    }

    private static void checkAgainst(List<Bound> others, Bound bound, Faults faults) {
        for (Bound other : others) {
            if (other.excludes(bound)) {
                exclude(bound, other, faults);
                return;
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
