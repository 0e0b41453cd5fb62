package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.informants;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.CompanySize;

/** Rule S12: the level of the organisation. */
class S12StagingTest {

    private static Tiny staged() {
        return Tiny.of(leaf("A", percent("a").core()))
                .staging(2, nodeAtLeast("A", 20))
                .staging(3, nodeAtLeast("A", 40), nodeAtLeast("A", 50))
                .staging(4, nodeAtLeast("A", 60));
    }

    private static Seen two(Tiny tiny, double score) {
        return tiny.score(seat("h1", "H").says("a", score), seat("h2", "H").says("a", score));
    }

    @Test
    void the_level_is_the_highest_whose_rows_and_all_below_hold() {
        assertThat(two(staged(), 10).level()).isEqualTo(1);
        assertThat(two(staged(), 20).level()).isEqualTo(2);
        assertThat(two(staged(), 49).level()).isEqualTo(2);
        assertThat(two(staged(), 50).level()).isEqualTo(3);
        assertThat(two(staged(), 100).level()).isEqualTo(4);
    }

    @Test
    void a_row_that_fails_stops_those_above_it() {
        Seen seen = two(
                Tiny.of(leaf("A", percent("a"))).staging(2, informants("G", 1)).staging(3, nodeAtLeast("A", 10)), 90);
        assertThat(seen.level()).isEqualTo(1);
        assertThat(seen.blocking()).containsExactly("2 [informants G 0.0 -> 1.0]");
    }

    @Test
    void progress_and_needs_are_those_of_the_next_row() {
        Seen seen = two(staged(), 45);
        assertThat(seen.progress()).isEqualTo(0.5);
        assertThat(seen.blocking()).containsExactly("3 [node A 45.0 -> 50.0]");
        assertThat(two(staged(), 100).progress()).isEqualTo(1.0);
        assertThat(two(staged(), 100).blocking()).isEmpty();
    }

    @Test
    void several_rows_of_a_level_must_all_hold() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .staging(2, nodeAtLeast("A", 20))
                .staging(2, nodeAtLeast("A", 30));
        assertThat(two(tiny, 25).level()).isEqualTo(1);
        assertThat(two(tiny, 25).progress()).isEqualTo(0.5);
        assertThat(two(tiny, 30).level()).isEqualTo(2);
    }

    @Test
    void a_level_without_a_row_is_never_the_organisations() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .staging(2, nodeAtLeast("A", 20))
                .staging(4, nodeAtLeast("A", 60));
        assertThat(two(tiny, 50).level()).isEqualTo(2);
        assertThat(two(tiny, 50).blocking()).containsExactly("4 [node A 50.0 -> 60.0]");
        assertThat(two(tiny, 60).level()).isEqualTo(4);
    }

    @Test
    void a_row_may_read_the_levels_of_nodes() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, itemAtLeast("a", 40))
                .staging(2, level("A", 2));
        assertThat(two(tiny, 40).level()).isEqualTo(2);
        assertThat(two(tiny, 30).blocking()).containsExactly("2 [level A 1.0 -> 2.0]");
    }

    @Test
    void what_is_meant_for_others_drops_out_of_a_row() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .staging(2, nodeAtLeast("A", 20), nodeAtLeast("A", 90, CompanySize.SMALL))
                .staging(3, nodeAtLeast("A", 90, CompanySize.SMALL));
        assertThat(two(tiny, 50).level()).isEqualTo(3);
    }

    @Test
    void one_respondent_is_worth_level_two_at_most_and_it_says_so() {
        Seen seen = staged().score(seat("h1", "H").says("a", 100));
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.capped()).isEqualTo("4 one-respondent");
        assertThat(seen.warnings()).containsExactly("one-respondent");
        // Under the cap nothing is said of it.
        assertThat(staged().score(seat("h1", "H").says("a", 20)).capped()).isEqualTo("none");
    }

    @Test
    void a_second_seat_without_an_answer_does_not_lift_the_cap() {
        Seen seen = staged().score(seat("h1", "H").says("a", 100), seat("h2", "H"));
        assertThat(seen.capped()).isEqualTo("4 one-respondent");
        // One who says that he does not know is present.
        assertThat(staged().score(
                                seat("h1", "H").says("a", 100), seat("h2", "H").doesNotKnow("a"))
                        .level())
                .isEqualTo(4);
    }

    @Test
    void the_short_form_is_worth_level_two_at_most_and_it_says_so() {
        Seen seen = two(staged().shortForm(), 100);
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.capped()).isEqualTo("4 core-form");
    }

    @Test
    void of_both_caps_the_one_respondent_is_named() {
        Seen seen = staged().shortForm().score(seat("h1", "H").says("a", 55));
        assertThat(seen.level()).isEqualTo(2);
        assertThat(seen.capped()).isEqualTo("3 one-respondent");
    }

    @Test
    void a_capped_level_shows_the_row_after_it() {
        // The row of level 3 holds.
        Seen seen = staged().score(seat("h1", "H").says("a", 100));
        assertThat(seen.progress()).isEqualTo(1.0);
        assertThat(seen.blocking()).isEmpty();
    }

    @Test
    void levels_of_nodes_are_not_capped() {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, nodeAtLeast("A", 0))
                .gate("A", 3, nodeAtLeast("A", 0))
                .score(seat("h1", "H").says("a", 100));
        assertThat(seen.level("A")).isEqualTo(3);
    }

    @Test
    void without_an_index_there_is_no_level() {
        Seen seen =
                staged().score(seat("h1", "H").doesNotKnow("a"), seat("h2", "H").doesNotKnow("a"));
        assertThat(seen.level()).isNull();
        assertThat(seen.progress()).isNull();
        assertThat(seen.blocking()).isEmpty();
    }

    @Test
    void without_gates_and_staging_there_is_no_level() {
        assertThat(two(Tiny.of(leaf("A", percent("a"))), 100).level()).isNull();
    }

    @Test
    void with_gates_alone_the_level_is_one() {
        Seen seen = two(Tiny.of(leaf("A", percent("a"))).gate("A", 2, nodeAtLeast("A", 0)), 100);
        assertThat(seen.level()).isEqualTo(1);
        assertThat(seen.progress()).isEqualTo(1.0);
    }
}
