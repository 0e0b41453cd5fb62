package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.answer;
import static org.moatmark.core.Tiny.answerIs;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.informants;
import static org.moatmark.core.Tiny.item;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.node;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.number;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.other;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.reversed;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.share;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.questionnaire.Condition.Comparison.AT_LEAST;
import static org.moatmark.core.questionnaire.Condition.Comparison.AT_MOST;
import static org.moatmark.core.questionnaire.Condition.Comparison.BELOW;
import static org.moatmark.core.response.EvidenceGrade.E1;
import static org.moatmark.core.response.EvidenceGrade.E2;
import static org.moatmark.core.response.EvidenceGrade.E3;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;

/** Rule S11: what each condition reads, and with which slack. */
class S11ConditionsTest {

    @Test
    void a_need_of_an_item_that_was_not_asked_names_whom_to_ask() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").asked("G", "N").weight(0.5)))
                .gate("A", 2, itemAtLeast("b", 50), answer("b", AT_LEAST, 3))
                .score(seat("h1", "H").says("a", 5));
        assertThat(seen.blocking("A"))
                .containsExactly("2 A on 2 [item b none -> 50.0 ask G/N; answer b none -> 3.0 ask G/N]");
    }

    @Test
    void a_raw_answer_needs_its_evidence_in_a_gate() {
        var tiny = Tiny.of(leaf("A", percent("a").evidence()))
                .gate("A", 2, answer("a", AT_LEAST, 40))
                .finding("forty", answer("a", AT_LEAST, 40));
        Seen claim = tiny.score(seat("h1", "H").says("a", 45, E1));
        assertThat(claim.level("A")).isEqualTo(1);
        assertThat(claim.blocking("A")).containsExactly("2 A on 2 [answer a 45.0 -> 40.0]");
        // A finding does not ask for evidence.
        assertThat(claim.findings()).containsExactly("forty");
        assertThat(tiny.score(seat("h1", "H").says("a", 45, E2)).level("A")).isEqualTo(2);
        // Where no evidence is asked for, none is needed.
        assertThat(Tiny.of(leaf("A", percent("a")))
                        .gate("A", 2, answer("a", AT_LEAST, 40))
                        .score(seat("h1", "H").says("a", 45))
                        .level("A"))
                .isEqualTo(2);
    }

    @Test
    void the_raw_answer_of_an_opinion_is_the_mean_of_all_and_is_not_reversed() {
        // Agreement reversed: 2 and 3 of 7, mean 2.5 of the raw answers, customers too.
        var tiny = Tiny.of(leaf("A", reversed("a", 7).asked("H", "G", "X")))
                .finding("at least 2.5", answer("a", AT_LEAST, 2.5))
                .finding("at most 2.5", answer("a", AT_MOST, 2.5))
                .finding("below 2.5", answer("a", BELOW, 2.5));
        assertThat(tiny.score(seat("h1", "H").says("a", 2), seat("g1", "G").says("a", 3))
                        .findings())
                .containsExactly("at least 2.5", "at most 2.5");
        assertThat(tiny.score(
                                seat("h1", "H").says("a", 2),
                                seat("g1", "G").says("a", 3),
                                seat("x1", "X").says("a", 7))
                        .findings())
                .containsExactly("at least 2.5");
    }

    @Test
    void an_opinion_counts_in_a_gate_with_one_documented_answer_of_the_company() {
        var tiny = Tiny.of(leaf("A", rubric("a").asked("H", "X").evidence())).gate("A", 2, answer("a", AT_LEAST, 2));
        assertThat(tiny.score(seat("h1", "H").says("a", 3), seat("h2", "H").says("a", 3, E2))
                        .level("A"))
                .isEqualTo(2);
        assertThat(tiny.score(seat("h1", "H").says("a", 3), seat("x1", "X").says("a", 3, E3))
                        .level("A"))
                .isEqualTo(1);
    }

    @Test
    void a_number_is_read_raw_whatever_it_scores() {
        // Falling cuts: 5 % scores 100, but the gate asks for 5 to be at most 10.
        Seen seen = Tiny.of(leaf("A", number("a", 0, 100, 70, 50, 30, 15)))
                .gate("A", 2, answer("a", AT_MOST, 10))
                .score(seat("h1", "H").says("a", 5));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void an_answer_may_have_to_be_yes_or_an_option() {
        var tiny = Tiny.of(leaf(
                        "A",
                        yesNo("y"),
                        choice("c", option("p", 10), option("q", 90)),
                        share("s", option("p", 1), option("q", 1))))
                .gate("A", 2, answerIs("y", true))
                .finding("no", answerIs("y", false))
                .finding("c is q", answerIs("c", "q"))
                .finding("s has p", answerIs("s", "p"));
        Seen seen = tiny.score(seat("h1", "H").says("y", true).picks("c", "q").picksAll("s", "q", "p"));
        assertThat(seen.level("A")).isEqualTo(2);
        assertThat(seen.findings()).containsExactly("c is q", "s has p");
        Seen not = tiny.score(seat("h1", "H").says("y", false).picks("c", "p").picksAll("s", "q"));
        assertThat(not.level("A")).isEqualTo(1);
        assertThat(not.blocking("A")).containsExactly("2 A on 2 [answer y no -> yes]");
        assertThat(not.findings()).containsExactly("no");
        // Unanswered is neither yes nor no.
        assertThat(tiny.score(seat("h1", "H").picks("c", "q").picksAll("s", "q"))
                        .findings())
                .containsExactly("c is q");
    }

    @Test
    void an_answer_that_must_be_an_option_says_what_stands() {
        Seen seen = Tiny.of(leaf("A", choice("c", option("p", 50), option("q", 90))))
                .gate("A", 2, answerIs("c", "q"))
                .score(seat("h1", "H").picks("c", "p"));
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [answer c p -> q]");
    }

    @Test
    void a_gate_may_ask_for_the_level_of_another_node() {
        var tiny = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")))
                .gate("A", 2, level("B", 3))
                .gate("B", 2, itemAtLeast("b", 20))
                .gate("B", 3, itemAtLeast("b", 40));
        assertThat(tiny.score(seat("h1", "H").says("a", 50).says("b", 40)).level("A"))
                .isEqualTo(2);
        assertThat(tiny.score(seat("h1", "H").says("a", 50).says("b", 30)).blocking("A"))
                .containsExactly("2 A on 2 [level B 2.0 -> 3.0]");
        assertThat(tiny.score(seat("h1", "H").says("a", 50).doesNotKnow("b")).blocking("A"))
                .containsExactly("2 A on 2 [level B none -> 3.0]");
    }

    @Test
    void informants_are_counted_by_kind() {
        var tiny = Tiny.of(leaf("A", rubric("a"))).gate("A", 2, informants("G", 2));
        assertThat(tiny.score(seat("g1", "G").says("a", 3), seat("h1", "H", "G").says("a", 3))
                        .level("A"))
                .isEqualTo(2);
        assertThat(tiny.score(seat("g1", "G").says("a", 3), seat("g2", "G")).blocking("A"))
                .containsExactly("2 A on 2 [informants G 1.0 -> 2.0]");
        assertThat(tiny.score(seat("h1", "H").says("a", 3)).blocking("A"))
                .containsExactly("2 A on 2 [informants G 0.0 -> 2.0]");
    }

    @Test
    void another_questionnaire_counts_where_its_result_is_given() {
        var gate = other("business", "D1", 60);
        Seen without = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, gate)
                .score(seat("h1", "H").says("a", 3));
        assertThat(without.blocking("A")).containsExactly("2 A on 2 [other business/D1 none -> 60.0]");
        assertThat(without.warnings()).containsExactly("one-respondent", "other-not-evaluable");
        Seen low = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, gate)
                .given("business", "D1", 59)
                .score(seat("h1", "H").says("a", 3));
        assertThat(low.blocking("A")).containsExactly("2 A on 2 [other business/D1 59.0 -> 60.0]");
        assertThat(low.warnings()).containsExactly("one-respondent");
        Seen enough = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, gate)
                .given("else", "D1", 99)
                .given("business", "D1", 60)
                .score(seat("h1", "H").says("a", 3));
        assertThat(enough.level("A")).isEqualTo(2);
    }

    @Test
    void something_without_a_score_is_neither_high_nor_low() {
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")))
                .finding("high", itemAtLeast("b", 0))
                .finding("low", item("b", AT_MOST, 100))
                .finding("below", item("b", BELOW, 100))
                .finding("node high", nodeAtLeast("B", 0))
                .finding("node low", node("B", AT_MOST, 100))
                .finding("answer", answer("b", BELOW, 100))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void below_is_strict_by_more_than_the_slack() {
        var tiny = Tiny.of(leaf("A", percent("a"))).finding("below", item("a", BELOW, 50));
        assertThat(tiny.score(seat("h1", "H").says("a", 50)).findings()).isEmpty();
        assertThat(tiny.score(seat("h1", "H").says("a", 49.9999999995)).findings())
                .isEmpty();
        assertThat(tiny.score(seat("h1", "H").says("a", 49.999999998)).findings())
                .containsExactly("below");
    }
}
