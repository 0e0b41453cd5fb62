package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.moatmark.core.Tiny.all;
import static org.moatmark.core.Tiny.answer;
import static org.moatmark.core.Tiny.answerIs;
import static org.moatmark.core.Tiny.any;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.gap;
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
import static org.moatmark.core.Tiny.reference;
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

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Scorer;

/** Rule S11: levels of nodes, and what each condition reads. */
class S11GatesTest {

    /** One number, gates of levels 2, 3 and 4 at 25, 50 and 75. */
    private static Seen ladder(double score) {
        return Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, itemAtLeast("a", 25))
                .gate("A", 3, itemAtLeast("a", 50))
                .gate("A", 4, itemAtLeast("a", 75))
                .score(seat("h1", "H").says("a", score));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "24, 1", "25, 2", "49, 2", "50, 3", "74, 3", "75, 4", "100, 4"})
    void a_level_is_reached_when_all_gates_up_to_it_hold(double score, int level) {
        assertThat(ladder(score).level("A")).isEqualTo(level);
    }

    @Test
    void what_blocks_is_the_next_levels_statement_with_what_it_takes() {
        Seen seen = ladder(30);
        assertThat(seen.blocking("A")).containsExactly("3 A on 3 [item a 30.0 -> 50.0]");
        assertThat(seen.progress("A")).isEqualTo(0.0);
    }

    @Test
    void at_the_top_nothing_blocks() {
        assertThat(ladder(90).blocking("A")).isEmpty();
        assertThat(ladder(90).progress("A")).isEqualTo(1.0);
    }

    @Test
    void a_higher_gate_does_not_help_over_a_lower_one_that_fails() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .gate("A", 2, itemAtLeast("a", 25))
                .gate("A", 3, itemAtLeast("b", 25))
                .score(seat("h1", "H").says("a", 0).says("b", 100));
        assertThat(seen.level("A")).isEqualTo(1);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 0.0 -> 25.0]");
    }

    @Test
    void without_a_score_or_without_gates_there_is_no_level() {
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")))
                .gate("A", 2, itemAtLeast("b", 25))
                .score(seat("h1", "H").doesNotKnow("a").says("b", 100));
        assertThat(seen.level("A")).isNull();
        assertThat(seen.progress("A")).isNull();
        assertThat(seen.blocking("A")).isEmpty();
        assertThat(seen.level("B")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"9.9, 1", "10, 2", "29.9, 2", "30, 3", "49.9, 3", "50, 4", "69.9, 4", "70, 5", "100, 5"})
    void the_score_must_lie_over_the_line_of_the_level(double score, int level) {
        // 20 * (k - 1) - 10: 10 for level 2, 30, 50, 70 for level 5
        var free = nodeAtLeast("A", 0);
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, free)
                .gate("A", 3, free)
                .gate("A", 4, free)
                .gate("A", 5, free)
                .score(seat("h1", "H").says("a", score));
        assertThat(seen.level("A")).isEqualTo(level);
    }

    @Test
    void the_line_is_a_need_of_its_own_without_a_statement() {
        // The only gate holds; the score of 25 lacks, and the need names the full line 20 * (3 - 1) = 40.
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, nodeAtLeast("A", 0))
                .gate("A", 3, nodeAtLeast("A", 20))
                .score(seat("h1", "H").says("a", 25));
        assertThat(seen.level("A")).isEqualTo(2);
        assertThat(seen.progress("A")).isEqualTo(1.0);
        assertThat(seen.blocking("A")).containsExactly("3 [node A 25.0 -> 40.0]");
    }

    @Test
    void the_line_comes_after_the_gates() {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(seat("h1", "H").says("a", 5));
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 5.0 -> 50.0]", "2 [node A 5.0 -> 20.0]");
    }

    @Test
    void a_level_without_gates_between_two_with_gates_takes_its_line() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, nodeAtLeast("A", 0))
                .gate("A", 4, nodeAtLeast("A", 0));
        assertThat(tiny.score(seat("h1", "H").says("a", 29)).level("A")).isEqualTo(2);
        assertThat(tiny.score(seat("h1", "H").says("a", 30)).level("A")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"49.9999999995, 2", "49.999999998, 1"})
    void a_gate_has_a_slack_of_one_billionth(double score, int level) {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(seat("h1", "H").says("a", score));
        assertThat(seen.level("A")).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"29.9999999995, 3", "29.999999998, 2"})
    void the_line_has_the_same_slack(double score, int level) {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, nodeAtLeast("A", 0))
                .gate("A", 3, nodeAtLeast("A", 0))
                .score(seat("h1", "H").says("a", score));
        assertThat(seen.level("A")).isEqualTo(level);
    }

    @Test
    void progress_is_the_share_of_top_level_conditions_that_hold() {
        // Two gates with three conditions: a holds, b fails, and one 'any' of two holds: 2/3.
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .gate("A", 2, itemAtLeast("a", 50), itemAtLeast("b", 50))
                .gate("A", 2, any(itemAtLeast("a", 50), itemAtLeast("b", 50)))
                .score(seat("h1", "H").says("a", 60).says("b", 40));
        assertThat(seen.progress("A")).isEqualTo(2.0 / 3);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item b 40.0 -> 50.0]");
    }

    @Test
    void the_lower_side_decides_what_must_be_high() {
        // Headquarters 100, genba 25; the item scores 62.5 and the gate reads 25.
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").says("a", 2));
        assertThat(seen.item("a")).isEqualTo(62.5);
        assertThat(seen.level("A")).isEqualTo(1);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 25.0 -> 50.0]");
    }

    @Test
    void the_lower_side_of_a_node_decides_gates_and_line() {
        // Sides 100 and 25: the node scores 62.5, but its line reads 25: level 2 and not 4.
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, nodeAtLeast("A", 25))
                .gate("A", 3, nodeAtLeast("A", 25))
                .gate("A", 4, nodeAtLeast("A", 26))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").says("a", 2));
        assertThat(seen.level("A")).isEqualTo(2);
        assertThat(seen.blocking("A")).containsExactly("3 [node A 25.0 -> 40.0]");
    }

    @Test
    void what_must_be_low_reads_the_claim_of_the_higher_side() {
        // Claimed: headquarters 100 (evidenced 50), genba 0.
        var tiny = Tiny.of(leaf("A", rubric("a").evidence()));
        var voices =
                new Tiny.Voice[] {seat("h1", "H").says("a", 5), seat("g1", "G").says("a", 1)};
        Seen seen = tiny.finding("item at most 99", item("a", AT_MOST, 99))
                .finding("item at most 100", item("a", AT_MOST, 100))
                .finding("item below 100", item("a", BELOW, 100))
                .finding("node at most 99", node("A", AT_MOST, 99))
                .finding("node at most 100", node("A", AT_MOST, 100))
                .finding("node below 100", node("A", BELOW, 100))
                .score(voices);
        assertThat(seen.findings()).containsExactly("item at most 100", "node at most 100");
    }

    @Test
    void where_one_side_exists_it_decides() {
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .gate(
                        "A",
                        2,
                        itemAtLeast("a", 50),
                        item("a", AT_MOST, 50),
                        nodeAtLeast("A", 50),
                        node("A", AT_MOST, 50))
                .score(seat("g1", "G").says("a", 3));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void a_fact_is_as_low_as_the_lowest_standing_answer_of_a_side() {
        // 70 stands (E3 of headquarters), the genba says 30: atLeast reads 30.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(seat("h1", "H").says("a", 70, E3), seat("g1", "G").says("a", 30));
        assertThat(seen.item("a")).isEqualTo(70);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 30.0 -> 50.0]");
    }

    @Test
    void a_fact_is_as_low_as_its_evidenced_score() {
        // Both claim 90, without evidence it counts 50.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .gate("A", 2, itemAtLeast("a", 60))
                .score(seat("h1", "H").says("a", 90), seat("g1", "G").says("a", 90));
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 50.0 -> 60.0]");
    }

    @Test
    void a_fact_is_as_high_as_the_highest_standing_answer_of_a_side() {
        // 30 stands, the genba claims 70: atMost 50 does not hold.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .finding("low", item("a", AT_MOST, 50))
                .finding("seventy", item("a", AT_MOST, 70))
                .score(seat("h1", "H").says("a", 30, E3), seat("g1", "G").says("a", 70));
        assertThat(seen.findings()).containsExactly("seventy");
    }

    @Test
    void a_standing_answer_of_a_side_is_found_as_the_rule_of_facts_says() {
        // Of the genba's 20 and 80 with E2 against 10 without, the lower of the median, 20, is its own.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(
                        seat("h1", "H").says("a", 70, E3),
                        seat("g1", "G").says("a", 80, E2),
                        seat("g2", "G").says("a", 20, E2),
                        seat("g3", "G").says("a", 10));
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 20.0 -> 50.0]");
    }

    @Test
    void a_dissenting_neutral_respondent_is_no_side_of_a_fact() {
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(seat("h1", "H").says("a", 70, E3), seat("n1", "N").says("a", 10));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void a_need_names_the_customers_mean_where_it_binds() {
        // Customers' mean 25, cap 37.5.
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H", "X")))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(
                        seat("h1", "H").says("a", 5),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 2),
                        seat("x3", "X").says("a", 2));
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 37.5 -> 50.0 customers 25.0]");
    }

    @Test
    void a_need_does_not_name_customers_who_hold_nothing_down() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H", "X")))
                .gate("A", 2, itemAtLeast("a", 50))
                .score(
                        seat("h1", "H").says("a", 2),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 2),
                        seat("x3", "X").says("a", 2));
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item a 25.0 -> 50.0]");
    }

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
    void parts_of_all_and_any_are_needs_of_their_own() {
        var tiny = Tiny.of(leaf("A", percent("a"), percent("b"), percent("c")))
                .gate("A", 2, all(itemAtLeast("a", 50), any(itemAtLeast("b", 50), itemAtLeast("c", 60))));
        Seen seen = tiny.score(seat("h1", "H").says("a", 90).says("b", 40).says("c", 40));
        assertThat(seen.progress("A")).isEqualTo(0.0);
        // Of 'all' only what fails, of 'any' every branch that would do.
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item b 40.0 -> 50.0; item c 40.0 -> 60.0]");
        assertThat(tiny.score(seat("h1", "H").says("a", 90).says("b", 40).says("c", 60))
                        .level("A"))
                .isEqualTo(2);
    }

    @Test
    void a_condition_drops_out_where_its_item_is_excluded() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b").only(CompanySize.SMALL)))
                .gate("A", 2, itemAtLeast("a", 50), itemAtLeast("b", 50), answer("b", AT_LEAST, 50))
                .gate("A", 3, itemAtLeast("a", 99), itemAtLeast("b", 50))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.level("A")).isEqualTo(2);
        // It leaves the count of progress, too: one condition is left, and it fails.
        assertThat(seen.progress("A")).isEqualTo(0.0);
        assertThat(seen.blocking("A")).containsExactly("3 A on 3 [item a 60.0 -> 99.0]");
    }

    @Test
    void a_condition_drops_out_where_all_items_of_its_node_are_excluded() {
        Seen seen = Tiny.of(
                        leaf("A", percent("a")), leaf("B", percent("b").only(CompanySize.SMALL)), reference("R", "B"))
                .gate("A", 2, nodeAtLeast("B", 50), level("B", 2), gap("B", 1), nodeAtLeast("R", 50))
                .gate("B", 2, itemAtLeast("b", 50))
                .score(seat("h1", "H").says("a", 60));
        // A list that becomes empty does not block.
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void a_condition_drops_out_where_it_is_meant_for_others() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, nodeAtLeast("A", 20), nodeAtLeast("A", 90, CompanySize.SMALL));
        assertThat(tiny.company(CompanySize.LARGE, null)
                        .score(seat("h1", "H").says("a", 60))
                        .level("A"))
                .isEqualTo(2);
        assertThat(tiny.company(CompanySize.SMALL, null)
                        .score(seat("h1", "H").says("a", 60))
                        .level("A"))
                .isEqualTo(1);
        // Where the size is not known nothing drops out.
        assertThat(tiny.company(null, null).score(seat("h1", "H").says("a", 60)).level("A"))
                .isEqualTo(1);
    }

    @Test
    void parts_drop_out_of_all_and_any_and_an_empty_list_does_not_block() {
        var mine = nodeAtLeast("A", 20);
        var theirs = nodeAtLeast("A", 90, CompanySize.SMALL);
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, all(mine, theirs), any(mine, theirs), any(theirs), all(theirs))
                .gate("A", 3, any(theirs, nodeAtLeast("A", 70)))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.level("A")).isEqualTo(2);
        assertThat(seen.blocking("A")).containsExactly("3 A on 3 [node A 60.0 -> 70.0]");
    }

    @Test
    void a_group_of_conditions_may_be_meant_for_others_as_a_whole() {
        Condition group = new Condition.All(
                List.of(nodeAtLeast("A", 99)), new AppliesTo(Set.of(CompanySize.SMALL), Set.of(Market.B2C)));
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, group)
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void what_respondents_call_not_applicable_does_not_open_a_gate() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .gate("A", 2, itemAtLeast("b", 10))
                .score(seat("h1", "H").says("a", 60).callsNotApplicable("b"));
        assertThat(seen.node("A")).isEqualTo(60);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item b none -> 10.0]");
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

    @Test
    void at_most_has_its_slack_on_the_upper_side() {
        var tiny = Tiny.of(leaf("A", percent("a"))).finding("low", item("a", AT_MOST, 50));
        assertThat(tiny.score(seat("h1", "H").says("a", 50.0000000005)).findings())
                .containsExactly("low");
        assertThat(tiny.score(seat("h1", "H").says("a", 50.000000002)).findings())
                .isEmpty();
    }

    @Test
    void a_verdict_on_another_questionnaire_is_refused() {
        var tiny = Tiny.of(leaf("A", percent("a")));
        var tree = Scorer.of(tiny.questionnaire()).score(tiny.wave());
        var other = tiny.questionnaire();
        var renamed = new Questionnaire(
                other.id(),
                other.version(),
                "sha256:" + "1".repeat(64),
                other.title(),
                other.purpose(),
                other.licence(),
                other.sources(),
                other.informants(),
                other.scales(),
                other.tree(),
                other.index(),
                other.levels(),
                other.gates(),
                other.staging(),
                other.findings(),
                other.vignettes(),
                other.pairs());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Maturity.of(renamed).verdict(tree))
                .withMessage("This score tree is of another questionnaire than these levels.");
    }
}
