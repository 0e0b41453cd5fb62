package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.number;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.peak;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.share;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.response.EvidenceGrade.E1;
import static org.moatmark.core.response.EvidenceGrade.E2;
import static org.moatmark.core.response.EvidenceGrade.E3;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.Condition.Comparison;

/** Rule S4: an opinion has one score per side, a fact one score that stands for both. */
class S04OpinionsAndFactsTest {

    private static Seen opinion(Tiny.Voice... voices) {
        return Tiny.of(leaf("A", rubric("a"))).score(voices);
    }

    @Test
    void an_opinion_has_the_mean_of_each_side() {
        // Headquarters (100 + 50) / 2 = 75, genba 25; the item's own number is (75 + 25) / 2 = 50.
        Seen seen = opinion(
                seat("h1", "H").says("a", 5),
                seat("h2", "C").says("a", 3),
                seat("g1", "G").says("a", 2));
        assertThat(seen.itemHq("a")).isEqualTo(75);
        assertThat(seen.itemGenba("a")).isEqualTo(25);
        assertThat(seen.item("a")).isEqualTo(50);
    }

    @Test
    void the_number_of_respondents_of_a_side_does_not_outweigh_the_other() {
        // Three at headquarters say 5, one of the genba says 1: (100 + 0) / 2.
        Seen seen = opinion(
                seat("h1", "H").says("a", 5),
                seat("h2", "H").says("a", 5),
                seat("h3", "H").says("a", 5),
                seat("g1", "G").says("a", 1));
        assertThat(seen.item("a")).isEqualTo(50);
    }

    @Test
    void neutral_respondents_count_on_both_sides_alike() {
        // Headquarters (100 + 0) / 2 = 50, genba (50 + 0) / 2 = 25.
        Seen seen = opinion(
                seat("h1", "H").says("a", 5),
                seat("g1", "G").says("a", 3),
                seat("n1", "N").says("a", 1));
        assertThat(seen.itemHq("a")).isEqualTo(50);
        assertThat(seen.itemGenba("a")).isEqualTo(25);
    }

    @Test
    void neutral_respondents_alone_make_no_second_side() {
        // Headquarters (100 + 0) / 2; nobody of the genba answered.
        Seen seen = opinion(seat("h1", "H").says("a", 5), seat("n1", "N").says("a", 1));
        assertThat(seen.itemHq("a")).isEqualTo(50);
        assertThat(seen.itemGenba("a")).isNaN();
        assertThat(seen.item("a")).isEqualTo(50);
    }

    @Test
    void the_neutral_mean_stands_for_both_where_neither_side_answered() {
        Seen seen = opinion(seat("n1", "N").says("a", 5), seat("n2", "N").says("a", 2));
        assertThat(seen.itemHq("a")).isEqualTo(62.5);
        assertThat(seen.itemGenba("a")).isEqualTo(62.5);
    }

    @Test
    void the_customers_mean_stands_for_both_where_customers_alone_are_asked() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("X")))
                .score(seat("x1", "X").says("a", 5), seat("x2", "X").says("a", 4));
        assertThat(seen.itemHq("a")).isEqualTo(87.5);
        assertThat(seen.itemGenba("a")).isEqualTo(87.5);
    }

    @Test
    void the_first_kind_of_a_list_decides_the_side() {
        Seen seen = opinion(seat("s1", "G", "H", "C").says("a", 4));
        assertThat(seen.itemGenba("a")).isEqualTo(75);
        assertThat(seen.itemHq("a")).isNaN();
    }

    @Test
    void a_fact_stands_for_both_sides() {
        Seen seen = Tiny.of(leaf("A", percent("a"))).score(seat("h1", "H").says("a", 80));
        assertThat(seen.itemHq("a")).isEqualTo(80);
        assertThat(seen.itemGenba("a")).isEqualTo(80);
        assertThat(seen.conflict("a")).isEmpty();
    }

    @Test
    void the_best_evidence_decides_a_disputed_fact() {
        // 70 with a document against 10 from the books: the 10 stands.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .score(seat("g1", "G").says("a", 10, E3), seat("h1", "H").says("a", 70, E2));
        assertThat(seen.item("a")).isEqualTo(10);
        assertThat(seen.conflict("a")).containsExactly("g1=10.0", "h1=70.0");
    }

    @Test
    void the_grade_decides_also_where_no_evidence_is_asked_for() {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .score(seat("h1", "H").says("a", 70), seat("h2", "H").says("a", 10, E1));
        assertThat(seen.item("a")).isEqualTo(10);
    }

    @Test
    void of_equal_evidence_the_median_stands_and_of_an_even_number_the_lower() {
        var tiny = Tiny.of(leaf("A", percent("a")));
        assertThat(tiny.score(
                                seat("h1", "H").says("a", 90),
                                seat("h2", "H").says("a", 20),
                                seat("h3", "H").says("a", 60))
                        .item("a"))
                .isEqualTo(60);
        assertThat(tiny.score(
                                seat("h1", "H").says("a", 90),
                                seat("h2", "H").says("a", 20),
                                seat("h3", "H").says("a", 60),
                                seat("h4", "H").says("a", 30))
                        .item("a"))
                .isEqualTo(30);
        assertThat(tiny.score(seat("h1", "H").says("a", 90), seat("h2", "H").says("a", 20))
                        .item("a"))
                .isEqualTo(20);
    }

    @Test
    void of_equal_evidenced_scores_the_lower_claim_stands() {
        // 80 and 60 without evidence both count 50: the 60 stands.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .score(seat("h1", "H").says("a", 80), seat("h2", "H").says("a", 60));
        assertThat(seen.item("a")).isEqualTo(50);
        assertThat(seen.claimedItem("a")).isEqualTo(60);
    }

    @Test
    void the_claim_is_compared_among_all_answers_with_the_median_score() {
        // All three count 50; the lowest claim among them is 55.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .score(
                        seat("h1", "H").says("a", 100),
                        seat("h2", "H").says("a", 75),
                        seat("h3", "H").says("a", 55));
        assertThat(seen.claimedItem("a")).isEqualTo(55);
    }

    @Test
    void of_equal_claims_the_smaller_number_stands() {
        // Cut 4 is 40, upper 50: 45 and 42 both score 100; the raw answer of a condition shows which one stands.
        var tiny = Tiny.of(leaf("A", peak("a", 0, 100, 50, 10, 20, 30, 40)))
                .finding("F42", Tiny.answer("a", Comparison.AT_MOST, 42));
        assertThat(tiny.score(seat("h1", "H").says("a", 45), seat("h2", "H").says("a", 42))
                        .findings())
                .containsExactly("F42");
        // By size and not as text: 9 is smaller than 10.
        var flat = Tiny.of(leaf("A", number("a", 0, 100, 1, 2, 3, 4)))
                .finding("F9", Tiny.answer("a", Comparison.AT_MOST, 9));
        assertThat(flat.score(seat("h1", "H").says("a", 10), seat("h2", "H").says("a", 9))
                        .findings())
                .containsExactly("F9");
    }

    @Test
    void of_equal_claims_the_smaller_text_stands() {
        // p and q are worth the same; "p" comes first, whoever says it.
        var tiny = Tiny.of(leaf("A", choice("a", option("q", 40), option("p", 40))))
                .finding("P", Tiny.answerIs("a", "p"));
        assertThat(tiny.score(seat("h1", "H").picks("a", "q"), seat("h2", "H").picks("a", "p"))
                        .findings())
                .containsExactly("P");
        assertThat(tiny.score(seat("h1", "H").picks("a", "p"), seat("h2", "H").picks("a", "q"))
                        .findings())
                .containsExactly("P");
    }

    @Test
    void a_yes_against_a_no_is_a_no() {
        Seen seen = Tiny.of(leaf("A", yesNo("a")))
                .score(seat("h1", "H").says("a", true), seat("h2", "H").says("a", false));
        assertThat(seen.item("a")).isEqualTo(0);
        assertThat(seen.conflict("a")).containsExactly("h1=yes", "h2=no");
    }

    @Test
    void equal_facts_are_no_conflict_whatever_the_order_of_options() {
        Seen seen = Tiny.of(leaf("A", percent("a"), share("b", option("p", 1), option("q", 1))))
                .score(
                        seat("h1", "H").says("a", 30).picksAll("b", "p", "q"),
                        seat("h2", "H").says("a", 30, E2).picksAll("b", "q", "p"));
        assertThat(seen.conflict("a")).isEmpty();
        assertThat(seen.conflict("b")).isEmpty();
    }

    @Test
    void a_conflict_lists_everybody_in_order_of_seats() {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .score(
                        seat("n3", "N").says("a", 30),
                        seat("h2", "H").says("a", 30),
                        seat("g1", "G").says("a", 40));
        assertThat(seen.conflict("a")).containsExactly("g1=40.0", "h2=30.0", "n3=30.0");
    }

    @Test
    void opinions_that_differ_are_no_conflict() {
        assertThat(opinion(seat("h1", "H").says("a", 5), seat("h2", "H").says("a", 1))
                        .conflict("a"))
                .isEmpty();
    }

    @Test
    void claimed_and_evidenced_sides_are_averaged_apart() {
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(
                        seat("h1", "H").says("a", 5, E2),
                        seat("h2", "H").says("a", 2),
                        seat("g1", "G").says("a", 5));
        // M = 75 of h1. Evidenced: 75 and 25 at headquarters, 75 at the genba; claimed: 100, 25 and 100.
        assertThat(seen.itemHq("a")).isEqualTo(50);
        assertThat(seen.itemGenba("a")).isEqualTo(75);
        assertThat(seen.claimedItemHq("a")).isEqualTo(62.5);
        assertThat(seen.claimedItemGenba("a")).isEqualTo(100);
        assertThat(seen.claimedItem("a")).isCloseTo(81.25, within(1e-12));
    }
}
