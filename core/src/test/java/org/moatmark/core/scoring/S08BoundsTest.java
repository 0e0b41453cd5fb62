package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.balance;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.geometric;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.meanOfBest;
import static org.moatmark.core.Tiny.minimum;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.reference;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;

/** Rule S8: what the missing answers could make of every score. */
class S08BoundsTest {

    @Test
    void a_missing_item_takes_any_score() {
        // 50 and one missing: (50 + 0) / 2 to (50 + 100) / 2
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .score(seat("h1", "H").says("a", 50));
        assertThat(seen.bounds("A")).isEqualTo("25.0-75.0");
        assertThat(seen.indexBounds()).isEqualTo("25.0-75.0");
    }

    @Test
    void with_nothing_missing_both_bounds_are_the_score() {
        Seen seen = Tiny.of(branch("P", leaf("A", rubric("a"), rubric("b").weight(0.3)), leaf("B", percent("c")))
                        .how(geometric()))
                .index(geometric(), 1)
                .score(
                        seat("h1", "H").says("a", 4).says("b", 2).says("c", 37.7),
                        seat("g1", "G").says("a", 2).says("b", 5));
        for (String node : new String[] {"P", "A", "B"}) {
            assertThat(seen.low(node)).isEqualTo(seen.node(node));
            assertThat(seen.high(node)).isEqualTo(seen.node(node));
        }
        assertThat(seen.indexBounds()).isEqualTo(seen.index() + "-" + seen.index());
    }

    @Test
    void what_nobody_present_is_asked_is_missing_too() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").asked("G")))
                .score(seat("h1", "H").says("a", 3));
        assertThat(seen.bounds("A")).isEqualTo("25.0-75.0");
    }

    @Test
    void a_node_without_a_score_has_bounds_only() {
        // One of three answered: 75 / 3 to (75 + 200) / 3
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b"), percent("c")))
                .score(seat("h1", "H").says("a", 75));
        assertThat(seen.node("A")).isNaN();
        assertThat(seen.low("A")).isCloseTo(25, within(1e-9));
        assertThat(seen.high("A")).isCloseTo(275.0 / 3, within(1e-9));
    }

    @Test
    void a_missing_item_counts_on_both_sides_that_exist() {
        // Headquarters 100, genba 50, one missing. Low: (100 + 0) / 2 and (50 + 0) / 2, mean 37.5; high 100 and 75.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").says("a", 3));
        assertThat(seen.bounds("A")).isEqualTo("37.5-87.5");
    }

    @Test
    void no_side_comes_into_being() {
        // Only headquarters exists with 100: a missing item may not bring the genba in. (100 + 0) / 2 to 100.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").asked("G")))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").doesNotKnow("b"));
        assertThat(seen.bounds("A")).isEqualTo("50.0-100.0");
    }

    @Test
    void an_item_answered_on_one_side_is_not_missing_on_the_other() {
        // b has no genba score; the genba rests on a alone.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("a", 1));
        assertThat(seen.bounds("A")).isEqualTo("50.0-50.0");
    }

    @Test
    void what_does_not_apply_is_in_no_bound() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .score(seat("h1", "H").says("a", 50).callsNotApplicable("b"));
        assertThat(seen.bounds("A")).isEqualTo("50.0-50.0");
    }

    @Test
    void the_floor_of_a_geometric_mean_is_its_lowest_bound() {
        // Missing leaf: 0 to 100. P of 100 and it: sqrt(100 * max(0, 1)) = 10 to 100.
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b")))
                        .how(geometric()))
                .score(seat("h1", "H").says("a", 100));
        assertThat(seen.bounds("B")).isEqualTo("0.0-100.0");
        assertThat(seen.low("P")).isCloseTo(10, within(1e-9));
        assertThat(seen.high("P")).isCloseTo(100, within(1e-9));
    }

    @Test
    void the_minimum_may_fall_but_not_rise() {
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b")))
                        .how(minimum()))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.bounds("P")).isEqualTo("0.0-60.0");
    }

    @Test
    void the_best_may_rise_but_not_fall() {
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b")))
                        .how(meanOfBest(1)))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.bounds("P")).isEqualTo("60.0-100.0");
    }

    @Test
    void balance_is_bounded_by_the_ends_of_its_children() {
        // A is 80 and one missing: 40 to 90. B is 60. Furthest apart 90 - 60 = 30; they may meet: 70 to 100.
        Seen meeting = Tiny.of(branch("P", leaf("A", percent("a"), percent("a2")), leaf("B", percent("b")))
                        .how(balance()))
                .score(seat("h1", "H").says("a", 80).says("b", 60));
        assertThat(meeting.bounds("A")).isEqualTo("40.0-90.0");
        assertThat(meeting.bounds("P")).isEqualTo("70.0-100.0");
        // B is 10: 30 to 80 apart: 20 to 70. The score itself is 100 - |80 - 10| = 30.
        Seen apart = Tiny.of(branch("P", leaf("A", percent("a"), percent("a2")), leaf("B", percent("b")))
                        .how(balance()))
                .score(seat("h1", "H").says("a", 80).says("b", 10));
        assertThat(apart.bounds("P")).isEqualTo("20.0-70.0");
        assertThat(apart.node("P")).isEqualTo(30);
    }

    @Test
    void bounds_are_widened_to_hold_the_score() {
        // B has no score, bounds (50 + 0 + 0) / 3 to (50 + 200) / 3. P rests on A alone: 100, though at most
        // (100 + 83.3) / 2 = 91.7 were possible.
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b"), percent("b2"), percent("b3"))))
                .score(seat("h1", "H").says("a", 100).says("b", 50));
        assertThat(seen.node("P")).isEqualTo(100);
        assertThat(seen.high("P")).isEqualTo(100);
        assertThat(seen.low("P")).isCloseTo((100 + 50.0 / 3) / 2, within(1e-9));
        // The index is made of the widened bounds.
        assertThat(seen.result().index().bounds().high()).isEqualTo(100);
    }

    @Test
    void a_reference_has_the_bounds_of_its_node() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")), reference("R", "A"))
                .score(seat("h1", "H").says("a", 50));
        assertThat(seen.bounds("R")).isEqualTo("25.0-75.0");
    }
}
