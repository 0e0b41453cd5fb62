package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.gap;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.reference;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.CompanySize;

/** Rule S11: what a gap between two sides reads, and what is no gap. */
class S11GapsTest {

    @Test
    void a_gap_compares_the_claims_of_both_sides() {
        // Opinions both answered: a (weight 1) 100 against 50, b (weight 3) 50 against 50.
        // Headquarters (100 + 150) / 4 = 62.5, genba 50: gap 12.5.
        var tiny = Tiny.of(leaf("A", rubric("a"), rubric("b").weight(3)));
        var voices = new Tiny.Voice[] {
            seat("h1", "H").says("a", 5).says("b", 3),
            seat("g1", "G").says("a", 3).says("b", 3)
        };
        assertThat(tiny.gate("A", 2, gap("A", 12.5)).score(voices).level("A")).isEqualTo(2);
        Seen blocked = tiny.gate("A", 3, gap("A", 12)).score(voices);
        assertThat(blocked.level("A")).isEqualTo(2);
        assertThat(blocked.blocking("A")).containsExactly("3 A on 3 [gap A 12.5 -> 12.0]");
    }

    @Test
    void a_gap_reads_claims_and_not_evidence() {
        // Claimed 100 and 75, 25 apart; evidenced 50 and 50.
        var tiny = Tiny.of(leaf("A", rubric("a").evidence(), rubric("b").evidence()));
        Seen seen = tiny.gate("A", 2, gap("A", 24))
                .finding("none", gap("A", 0))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("a", 4).says("b", 4));
        assertThat(seen.hq("A")).isEqualTo(50);
        assertThat(seen.genba("A")).isEqualTo(50);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [gap A 25.0 -> 24.0]");
        // Claimed 100 and 100: no gap on either reading, but one on a mixture.
        assertThat(tiny.score(
                                seat("h1", "H").says("a", 5).says("b", 5),
                                seat("g1", "G").says("a", 5).says("b", 5))
                        .findings())
                .containsExactly("none");
    }

    @Test
    void a_gap_needs_two_opinions_that_both_answered() {
        var two = Tiny.of(leaf("A", rubric("a"), rubric("b"))).gate("A", 2, gap("A", 100));
        Seen one = two.score(
                seat("h1", "H").says("a", 3).says("b", 3), seat("g1", "G").says("a", 3));
        assertThat(one.blocking("A")).containsExactly("2 A on 2 [gap A none -> 100.0]");
        assertThat(two.score(
                                seat("h1", "H").says("a", 3).says("b", 3),
                                seat("g1", "G").says("a", 3).says("b", 3))
                        .level("A"))
                .isEqualTo(2);
    }

    @Test
    void one_opinion_is_enough_for_a_gap_where_only_one_is_asked_of_both() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").asked("H"), percent("f")))
                .gate("A", 2, gap("A", 100))
                .score(
                        seat("h1", "H").says("a", 3).says("b", 3).says("f", 50),
                        seat("g1", "G").says("a", 3));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void an_excluded_opinion_is_not_asked_of_both() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").only(CompanySize.SMALL)))
                .gate("A", 2, gap("A", 100))
                .score(seat("h1", "H").says("a", 3), seat("g1", "G").says("a", 3));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void neutral_answers_make_no_gap() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .gate("A", 2, gap("A", 100))
                .score(seat("n1", "N").says("a", 3).says("b", 3));
        assertThat(seen.level("A")).isEqualTo(1);
    }

    @Test
    void a_gap_looks_under_every_child_and_through_references() {
        Seen seen = Tiny.of(leaf("A", rubric("a")), branch("P", reference("R", "A"), leaf("B", rubric("b"))))
                .gate("P", 2, gap("P", 50))
                .gate("P", 3, gap("P", 49))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 4),
                        seat("g1", "G").says("a", 3).says("b", 2));
        assertThat(seen.blocking("P")).containsExactly("3 P on 3 [gap P 50.0 -> 49.0]");
    }
}
