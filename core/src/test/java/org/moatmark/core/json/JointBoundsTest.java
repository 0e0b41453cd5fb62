package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition.Comparison;
import org.moatmark.core.questionnaire.Market;

/** Bounds that exclude each other, each held against all others by the plain words of the rule; and how long many take. */
class JointBoundsTest {

    private static final Words WHO = new Words("Gate", "ゲート");
    private static final Duration SOON = Duration.ofSeconds(10);

    /** A bound as it is drawn; without a comparison it asks for an answer. */
    private record Drawn(int subject, Comparison comparison, int limit, List<AppliesTo> applies) {

        static Drawn of(SplittableRandom random) {
            int kind = random.nextInt(Comparison.values().length + 1);
            List<AppliesTo> applies = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                applies.add(new AppliesTo(
                        some(random, CompanySize.values()), some(random, new Market[] {Market.B2B, Market.B2C})));
            }
            return new Drawn(
                    random.nextInt(2),
                    kind == 0 ? null : Comparison.values()[kind - 1],
                    random.nextInt(6),
                    List.copyOf(applies));
        }

        private static <T> Set<T> some(SplittableRandom random, T[] values) {
            return Stream.of(values).filter(value -> random.nextInt(3) == 0).collect(Collectors.toSet());
        }

        void into(JointBounds bounds, Place at) {
            Words what = new Words("thing " + subject, "もの" + subject);
            if (comparison == null) {
                bounds.addAnswer(what, "option " + limit, applies, at, WHO);
            } else {
                bounds.add(what, comparison, limit, applies, at, WHO);
            }
        }

        boolean excludes(Drawn other) {
            return subject == other.subject
                    && (comparison == null || other.comparison == null
                            ? comparison == null && other.comparison == null && limit != other.limit
                            : isOver(this, other) || isOver(other, this))
                    && applies.stream()
                            .allMatch(one -> other.applies.stream()
                                    .allMatch(two -> meet(one.size(), two.size()) && meet(one.market(), two.market())));
        }

        private static boolean isOver(Drawn low, Drawn high) {
            return low.comparison == Comparison.AT_LEAST
                    && (high.comparison == Comparison.AT_MOST && low.limit > high.limit
                            || high.comparison == Comparison.BELOW && low.limit >= high.limit);
        }

        private static boolean meet(Set<?> one, Set<?> other) {
            return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
        }
    }

    private static List<Drawn> drawn(SplittableRandom random) {
        return Stream.generate(() -> Drawn.of(random)).limit(random.nextInt(25)).toList();
    }

    private static JointBounds read(List<Drawn> drawn, String list) {
        JointBounds bounds = new JointBounds();
        for (int i = 0; i < drawn.size(); i++) {
            drawn.get(i).into(bounds, Place.ROOT.at(list).at(i));
        }
        return bounds;
    }

    /** Where it stands, and where the one stands that excludes it. */
    private static String pair(String later, int i, String earlier, int j) {
        return "/" + later + "/" + i + " with /" + earlier + "/" + j;
    }

    private static List<String> found(Faults faults) {
        Checked<String> result = faults.result(null, () -> "");
        return result instanceof Checked.Invalid<String> invalid
                ? invalid.issues().stream().map(JointBoundsTest::pair).toList()
                : List.of();
    }

    private static String pair(Issue issue) {
        return issue.path() + " with " + issue.message().en().replaceFirst("(?s).* at (/\\S+)\\.$", "$1");
    }

    private static List<String> expected(
            List<Drawn> later, String name, List<Drawn> earlier, String other, boolean own) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < later.size(); i++) {
            for (int j = 0; j < (own ? i : earlier.size()); j++) {
                if (earlier.get(j).excludes(later.get(i))) {
                    pairs.add(pair(name, i, other, j));
                    break;
                }
            }
        }
        return pairs;
    }

    @Test
    void each_bound_is_noted_with_the_first_that_excludes_it() {
        for (long seed = 1; seed <= 2_000; seed++) {
            List<Drawn> drawn = drawn(new SplittableRandom(seed));
            Faults faults = new Faults();

            read(drawn, "a").check(faults);

            assertThat(found(faults))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(expected(drawn, "a", drawn, "a", true));
        }
    }

    @Test
    void and_with_the_first_of_a_lower_level() {
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Drawn> low = drawn(random);
            List<Drawn> high = drawn(random);
            Faults faults = new Faults();

            read(high, "high").checkAgainst(read(low, "low"), faults);

            assertThat(found(faults))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(expected(high, "high", low, "low", false));
        }
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void hundreds_of_thousands_of_bounds_of_one_thing_are_no_work(Comparison comparison) {
        JointBounds bounds = new JointBounds();
        Words what = new Words("thing", "もの");
        for (int i = 0; i < 300_000; i++) {
            bounds.add(what, comparison, i, List.of(), Place.ROOT.at(i), WHO);
            bounds.addAnswer(what, "yes", List.of(), Place.ROOT.at(i), WHO);
        }
        Faults faults = new Faults();

        assertTimeout(SOON, () -> bounds.check(faults));

        assertThat(faults.count()).isZero();
    }
}
