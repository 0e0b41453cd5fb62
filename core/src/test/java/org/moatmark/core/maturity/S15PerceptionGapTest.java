package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;

/** Rule S15: perception gaps, by hand and against R. */
class S15PerceptionGapTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static List<PerceptionGap> all(Seen seen) {
        return seen.result().perceptions().gaps();
    }

    private static PerceptionGap only(Seen seen) {
        assertThat(all(seen)).hasSize(1);
        return all(seen).get(0);
    }

    /** Headquarters 3.5, 4, 4.5; genba 2, 2.5, 2.5, 4, each the mean of two opinions. */
    private static Tiny.Voice[] sevenPeople() {
        return new Tiny.Voice[] {
            seat("h1", "H").says("a", 3).says("b", 4),
            seat("h2", "H").says("a", 4).says("b", 4),
            seat("h3", "H").says("a", 5).says("b", 4),
            seat("g1", "G").says("a", 2).says("b", 2),
            seat("g2", "G").says("a", 2).says("b", 3),
            seat("g3", "G").says("a", 3).says("b", 2),
            seat("g4", "G").says("a", 4).says("b", 4),
        };
    }

    @Test
    void seven_people_of_two_sides_read_so() {
        // Means 4 and 2.75: 1.25. Pooled variance (0.5 + 2.25) / 5 = 0.55.
        // R 4.2.2: t.test(c(3.5, 4, 4.5), c(2, 2.5, 2.5, 4))$conf.int; of the 35 arrangements 4 lie as far apart.
        // Detectable: delta of noncentral t with 5 degrees of freedom, 3.5139039, times sqrt(0.55 (1/3 + 1/4)).
        PerceptionGap gap = only(Tiny.of(leaf("A", rubric("a"), rubric("b"))).score(sevenPeople()));
        assertThat(gap.node()).isEqualTo("A");
        assertThat(gap.between()).isEqualTo(PerceptionGap.Between.SIDES);
        assertThat(gap.first()).isEqualTo(3);
        assertThat(gap.second()).isEqualTo(4);
        assertThat(gap.difference()).isEqualTo(1.25, CLOSE);
        assertThat(gap.interval().low()).isEqualTo(-0.102185597728662, CLOSE);
        assertThat(gap.interval().high()).isEqualTo(2.602185597728662, CLOSE);
        assertThat(gap.hedgesG()).isEqualTo(1.41708161520119, within(1e-11));
        assertThat(gap.test().p()).isEqualTo(4 / 35.0, CLOSE);
        assertThat(gap.test().exact()).isTrue();
        assertThat(gap.test().arrangements()).isEqualTo(35);
        assertThat(gap.detectable()).isEqualTo(3.51390410556236 * Math.sqrt(0.55 * 7 / 12), within(1e-7));
        assertThat(gap.reading()).isNull();
        assertThat(gap.silence()).isEqualTo(PerceptionGap.Silence.BELOW_DETECTABLE);
    }

    @Test
    void the_order_of_respondents_changes_nothing() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b")));
        Perceptions expected = tiny.score(sevenPeople()).result().perceptions();
        for (int seed = 0; seed < 20; seed++) {
            List<Tiny.Voice> shuffled = new ArrayList<>(List.of(sevenPeople()));
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(tiny.score(shuffled.toArray(new Tiny.Voice[0])).result().perceptions())
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void people_who_all_say_the_same_agree_and_do_not_part() {
        for (int answer = 1; answer <= 5; answer++) {
            Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                    .score(
                            says("h1", "H", answer),
                            says("h2", "H", answer),
                            says("g1", "G", answer),
                            says("g2", "G", answer));
            assertThat(seen.result().perceptions().agreement()).hasSize(2).allSatisfy(one -> {
                assertThat(one.rwgJ()).isEqualTo(1);
                assertThat(one.ad()).isZero();
                assertThat(one.shared()).isEqualTo(SharedView.YES);
            });
            PerceptionGap gap = only(seen);
            assertThat(gap.difference()).isZero();
            assertThat(gap.test().p()).isEqualTo(1);
            assertThat(gap.interval()).isNull();
            assertThat(gap.hedgesG()).isNull();
            assertThat(gap.reading()).isEqualTo(PerceptionGap.Reading.ALIGNED);
        }
    }

    private static Tiny.Voice says(String seat, String kind, double answer) {
        return seat(seat, kind).says("a", answer).says("b", answer);
    }

    @Test
    void a_difference_that_could_be_shown_has_a_name() {
        // Nobody differs from his own side, so that every difference could be shown.
        assertThat(reading(50, 60)).isEqualTo(PerceptionGap.Reading.ALIGNED);
        assertThat(reading(50, 62.4)).isEqualTo(PerceptionGap.Reading.ALIGNED);
        assertThat(reading(75, 50)).isEqualTo(PerceptionGap.Reading.GAP);
        assertThat(reading(50, 62.5)).isEqualTo(PerceptionGap.Reading.GAP);
        assertThat(reading(75, 49.9)).isEqualTo(PerceptionGap.Reading.SPLIT);
    }

    /** An agreement scale of 1001 points: one more than ten times the score. */
    private static PerceptionGap.Reading reading(double headquarters, double genba) {
        double hq = 1 + headquarters * 10;
        double other = 1 + genba * 10;
        return only(Tiny.of(leaf("A", Tiny.agreement("a", 1001)))
                        .score(
                                seat("h1", "H").says("a", hq),
                                seat("h2", "H").says("a", hq),
                                seat("g1", "G").says("a", other),
                                seat("g2", "G").says("a", other)))
                .reading();
    }

    @Test
    void only_opinions_that_both_sides_answered_are_compared() {
        // a is answered by both; b by headquarters alone; c by the genba alone; d is a fact; n1 is on neither side.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c"), percent("d")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 1).says("d", 0),
                        seat("h2", "H").says("b", 1),
                        seat("g1", "G").says("a", 4).says("c", 1).says("d", 100),
                        seat("n1", "N").says("a", 1).says("b", 1).says("c", 1));
        PerceptionGap gap = only(seen);
        assertThat(gap.difference()).isEqualTo(1, CLOSE);
        assertThat(gap.first()).isEqualTo(1);
        assertThat(gap.second()).isEqualTo(1);
    }

    @Test
    void one_person_on_a_side_gives_a_difference_and_claims_nothing() {
        PerceptionGap gap = only(Tiny.of(leaf("A", rubric("a")))
                .score(
                        seat("h1", "H").says("a", 5),
                        seat("g1", "G").says("a", 1),
                        seat("g2", "G").says("a", 2)));
        assertThat(gap.difference()).isEqualTo(3.5, CLOSE);
        assertThat(gap.interval()).isNull();
        assertThat(gap.hedgesG()).isNull();
        assertThat(gap.detectable()).isNull();
        assertThat(gap.reading()).isNull();
        assertThat(gap.silence()).isEqualTo(PerceptionGap.Silence.TOO_FEW_PEOPLE);
        // 5 against 1, 2; 1 against 5, 2 (2.5); 2 against 5, 1 (1): one of three lies as far apart.
        assertThat(gap.test().p()).isEqualTo(1 / 3.0, CLOSE);
    }

    @Test
    void claimed_and_not_evidenced_opinions_are_compared() {
        // Without evidence a 5 is worth 50, but it was said.
        PerceptionGap gap = only(Tiny.of(leaf("A", rubric("a").evidence()))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").says("a", 3)));
        assertThat(gap.difference()).isEqualTo(2, CLOSE);
    }

    @Test
    void the_company_is_compared_with_its_customers_likewise() {
        // Own: 4 (headquarters), 5 (neutral), 3 (genba), mean 4; customers 2 and 1. Of the ten ways to choose two of
        // five, {1, 2} and {4, 5} lie 2.5 apart, the others less.
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H", "G", "N", "X"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 4).says("b", 1),
                        seat("n1", "N").says("a", 5).says("b", 1),
                        seat("g1", "G").says("a", 3).says("b", 1),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 1));
        assertThat(all(seen))
                .extracting(PerceptionGap::between)
                .containsExactly(PerceptionGap.Between.SIDES, PerceptionGap.Between.CUSTOMERS);
        PerceptionGap gap = all(seen).get(1);
        assertThat(gap.first()).isEqualTo(3);
        assertThat(gap.second()).isEqualTo(2);
        assertThat(gap.difference()).isEqualTo(2.5, CLOSE);
        assertThat(gap.test().p()).isEqualTo(2 / 10.0, CLOSE);
    }
}
