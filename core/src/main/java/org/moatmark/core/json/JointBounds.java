package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.Condition.Comparison;

/** The bounds that must hold together, sorted by what they are of; finds two of the same that exclude each other. */
final class JointBounds {

    private final List<Bound> bounds = new ArrayList<>();

    /** The same, by the English words for what is compared. */
    private final Map<String, BoundsOfOne> bySubject = new LinkedHashMap<>();

    /**
     * One bound, or one answer that is asked for.
     *
     * @param number how many were read before it
     * @param subject what is compared, such as the score of an item
     * @param comparison how, or null if a certain answer is asked for
     * @param limit the bound
     * @param answer the answer that is asked for, if there is no comparison
     * @param meant the companies that the condition and those around it are meant for
     * @param at where it stands
     * @param who whose it is
     */
    record Bound(
            int number,
            Words subject,
            @Nullable Comparison comparison,
            double limit,
            String answer,
            MeantFor meant,
            Place at,
            Words who) {

        String says() {
            return comparison == null ? "is " + answer : comparison.word() + " " + NumberText.of(limit);
        }
    }

    void add(Words subject, Comparison comparison, double limit, List<AppliesTo> applies, Place at, Words who) {
        add(new Bound(bounds.size(), subject, comparison, limit, "", MeantFor.of(applies), at, who));
    }

    void addAnswer(Words subject, String answer, List<AppliesTo> applies, Place at, Words who) {
        add(new Bound(bounds.size(), subject, null, 0, answer, MeantFor.of(applies), at, who));
    }

    private void add(Bound bound) {
        bounds.add(bound);
        bySubject.computeIfAbsent(bound.subject.en(), none -> new BoundsOfOne()).add(bound);
    }

    /** Notes every bound that an earlier one excludes. */
    void check(Faults faults) {
        for (BoundsOfOne same : bySubject.values()) {
            BoundsOfOne earlier = new BoundsOfOne();
            for (Bound bound : same.all()) {
                checkAgainst(earlier, bound, faults);
                earlier.add(bound);
            }
        }
    }

    /** Notes every bound that one of the others excludes; these must hold as well. */
    void checkAgainst(JointBounds others, Faults faults) {
        for (Bound bound : bounds) {
            BoundsOfOne same = others.bySubject.get(bound.subject.en());
            if (same != null) {
                checkAgainst(same, bound, faults);
            }
        }
    }

    private static void checkAgainst(BoundsOfOne others, Bound bound, Faults faults) {
        Bound other = others.excluding(bound);
        if (other == null) {
            return;
        }
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
