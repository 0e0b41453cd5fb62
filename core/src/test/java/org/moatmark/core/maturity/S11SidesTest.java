package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.item;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.node;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.questionnaire.Condition.Comparison.AT_MOST;
import static org.moatmark.core.questionnaire.Condition.Comparison.BELOW;
import static org.moatmark.core.response.EvidenceGrade.E2;
import static org.moatmark.core.response.EvidenceGrade.E3;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;

/** Rule S11: which side of several decides a condition, of opinions and of facts. */
class S11SidesTest {

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
    void at_most_has_its_slack_on_the_upper_side() {
        var tiny = Tiny.of(leaf("A", percent("a"))).finding("low", item("a", AT_MOST, 50));
        assertThat(tiny.score(seat("h1", "H").says("a", 50.0000000005)).findings())
                .containsExactly("low");
        assertThat(tiny.score(seat("h1", "H").says("a", 50.000000002)).findings())
                .isEmpty();
    }
}
