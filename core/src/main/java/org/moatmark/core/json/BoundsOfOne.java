package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.JointBounds.Bound;
import org.moatmark.core.questionnaire.Condition.Comparison;

/**
 * Bounds of one thing, such as the score of an item, in the order in which they were read. The first of them that excludes
 * another is found without asking each: it is stricter than all that were read before it and are meant for the same companies,
 * and of such there is a stair that can be halved and halved again.
 */
final class BoundsOfOne {

    private final List<Bound> all = new ArrayList<>();
    private final Map<MeantFor, Stairs> stairs = new LinkedHashMap<>();

    /** What is strictest among the bounds that are meant for the same companies. */
    private static final class Stairs {
        private final List<Bound> low = new ArrayList<>();
        private final List<Bound> high = new ArrayList<>();

        /** The first answer that is asked for, and the first other one: whichever a third one is not, excludes it. */
        private final List<Bound> answers = new ArrayList<>(2);

        void add(Bound bound) {
            if (bound.comparison() == null) {
                if (answers.isEmpty() || answers.size() == 1 && isAnother(answers.get(0), bound)) {
                    answers.add(bound);
                }
            } else {
                List<Bound> steps = bound.comparison() == Comparison.AT_LEAST ? low : high;
                if (steps.isEmpty() || isStricter(bound, steps.get(steps.size() - 1))) {
                    steps.add(bound);
                }
            }
        }

        private static boolean isAnother(Bound one, Bound other) {
            return !one.answer().equals(other.answer());
        }

        private static boolean isStricter(Bound one, Bound other) {
            if (one.comparison() == Comparison.AT_LEAST) {
                return one.limit() > other.limit();
            }
            return one.limit() < other.limit()
                    || one.limit() == other.limit()
                            && one.comparison() == Comparison.BELOW
                            && other.comparison() != Comparison.BELOW;
        }

        /** The first that cannot hold together with this one. */
        @Nullable
        Bound excluding(Bound bound) {
            if (bound.comparison() == null) {
                return answers.stream()
                        .filter(one -> isAnother(one, bound))
                        .findFirst()
                        .orElse(null);
            }
            boolean asksForMuch = bound.comparison() == Comparison.AT_LEAST;
            List<Bound> steps = asksForMuch ? high : low;
            int from = 0;
            int to = steps.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                Bound step = steps.get(middle);
                if (asksForMuch ? isOver(bound, step) : isOver(step, bound)) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return from < steps.size() ? steps.get(from) : null;
        }

        private static boolean isOver(Bound low, Bound high) {
            return high.comparison() == Comparison.BELOW ? low.limit() >= high.limit() : low.limit() > high.limit();
        }
    }

    void add(Bound bound) {
        all.add(bound);
        stairs.computeIfAbsent(bound.meant(), none -> new Stairs()).add(bound);
    }

    List<Bound> all() {
        return all;
    }

    /** The first that cannot hold together with this one for companies that both are meant for; null if all can. */
    @Nullable
    Bound excluding(Bound bound) {
        Bound first = null;
        for (var same : stairs.entrySet()) {
            if (same.getKey().meets(bound.meant())) {
                Bound found = same.getValue().excluding(bound);
                if (found != null && (first == null || found.number() < first.number())) {
                    first = found;
                }
            }
        }
        return first;
    }
}
