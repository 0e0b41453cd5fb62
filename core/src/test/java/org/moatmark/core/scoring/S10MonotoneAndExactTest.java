package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.moatmark.core.Tiny.balance;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.peak;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.response.EvidenceGrade.E2;
import static org.moatmark.core.response.EvidenceGrade.E3;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.response.Wave;

/** Rule S10: better never scores lower, but for three named exceptions; and the order of input says nothing. */
class S10MonotoneAndExactTest {

    @Test
    void a_better_answer_of_one_raises_the_side() {
        var tiny = Tiny.of(leaf("A", rubric("a").evidence()));
        double before = tiny.score(
                        seat("h1", "H").says("a", 3, E3), seat("h2", "H").says("a", 5))
                .node("A");
        double after = tiny.score(
                        seat("h1", "H").says("a", 4, E3), seat("h2", "H").says("a", 5))
                .node("A");
        // 50 and 50, then 75 and, served by it, 75.
        assertThat(before).isEqualTo(50);
        assertThat(after).isEqualTo(75);
    }

    @Test
    void better_evidence_raises_and_never_lowers() {
        var tiny = Tiny.of(leaf("A", rubric("a").evidence()));
        assertThat(tiny.score(seat("h1", "H").says("a", 5)).node("A")).isEqualTo(50);
        assertThat(tiny.score(seat("h1", "H").says("a", 5, E2)).node("A")).isEqualTo(75);
        assertThat(tiny.score(seat("h1", "H").says("a", 5, E3)).node("A")).isEqualTo(100);
    }

    @Test
    void balance_may_fall_by_a_better_answer() {
        var tiny = Tiny.of(
                branch("P", leaf("A", percent("a")), leaf("B", percent("b"))).how(balance()));
        assertThat(tiny.score(seat("h1", "H").says("a", 60).says("b", 60)).node("P"))
                .isEqualTo(100);
        assertThat(tiny.score(seat("h1", "H").says("a", 90).says("b", 60)).node("P"))
                .isEqualTo(70);
    }

    @Test
    void over_an_upper_more_is_not_better() {
        var tiny = Tiny.of(leaf("A", peak("a", 0, 100, 50, 10, 20, 30, 40)));
        assertThat(tiny.score(seat("h1", "H").says("a", 50)).node("A")).isEqualTo(100);
        assertThat(tiny.score(seat("h1", "H").says("a", 75)).node("A")).isEqualTo(75);
    }

    @Test
    void better_evidence_for_a_worse_fact_may_lower_what_stands() {
        var tiny = Tiny.of(leaf("A", percent("a")));
        assertThat(tiny.score(seat("h1", "H").says("a", 80, E2), seat("h2", "H").says("a", 20))
                        .node("A"))
                .isEqualTo(80);
        assertThat(tiny.score(seat("h1", "H").says("a", 80, E2), seat("h2", "H").says("a", 20, E3))
                        .node("A"))
                .isEqualTo(20);
    }

    @Test
    void the_order_of_respondents_and_answers_says_nothing() {
        var tiny = Tiny.of(leaf("A", rubric("a"), percent("b")), leaf("B", rubric("c")));
        Seen one = tiny.score(
                seat("h1", "H").says("a", 4).says("b", 30).says("c", 2),
                seat("g1", "G").says("a", 1).says("b", 40).says("c", 5),
                seat("n1", "N").says("c", 3));
        Seen other = tiny.score(
                seat("n1", "N").says("c", 3),
                seat("g1", "G").says("c", 5).says("b", 40).says("a", 1),
                seat("h1", "H").says("b", 30).says("c", 2).says("a", 4));
        assertThat(other.result()).isEqualTo(one.result());
    }

    @Test
    void a_wave_of_another_questionnaire_or_version_is_refused() {
        var scorer = Scorer.of(Tiny.of(leaf("A", rubric("a"))).questionnaire());
        var wave = Tiny.of(leaf("A", rubric("a"))).wave();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(
                        new Wave("other", "1.0.0", null, null, wave.form(), wave.respondents(), wave.others())))
                .withMessage("This wave is of 'other' 1.0.0, not of 'tiny' 1.0.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(
                        new Wave("tiny", "1.0.1", null, null, wave.form(), wave.respondents(), wave.others())))
                .withMessage("This wave is of 'tiny' 1.0.1, not of 'tiny' 1.0.0.");
    }

    @Test
    void a_seat_twice_an_unknown_item_and_an_unknown_kind_are_refused() {
        var tiny = Tiny.of(leaf("A", rubric("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        tiny.score(seat("h1", "H").says("a", 3), seat("h1", "G").says("a", 3)))
                .withMessage("Seat 'h1' is there twice; give each respondent an own seat.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tiny.score(seat("h1", "H").says("b", 3)))
                .withMessage("Questionnaire 'tiny' has no item 'b'.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tiny.score(seat("h1", "Z").says("a", 3)))
                .withMessage("Questionnaire 'tiny' has no informant kind 'Z'; it has [C, G, H, N, X].");
    }

    @Test
    void nobody_at_all_gives_a_result_without_a_score() {
        Seen seen = Tiny.of(leaf("A", rubric("a"))).score();
        assertThat(seen.index()).isNaN();
        assertThat(seen.state("a")).isEqualTo("notAsked");
        assertThat(seen.bounds("A")).isEqualTo("0.0-100.0");
        assertThat(seen.result().respondents()).isEmpty();
    }
}
