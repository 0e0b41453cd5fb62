package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.share;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.response.EvidenceGrade.E0;
import static org.moatmark.core.response.EvidenceGrade.E1;
import static org.moatmark.core.response.EvidenceGrade.E2;
import static org.moatmark.core.response.EvidenceGrade.E3;
import static org.moatmark.core.response.EvidenceGrade.E4;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.response.EvidenceGrade;

/** Rule S2: claimed as answered, evidenced as far as evidence carries it. */
class S02EvidenceTest {

    private static double evidenced(Tiny.Ask item, Tiny.Voice... voices) {
        return Tiny.of(leaf("A", item)).score(voices).item("a");
    }

    @ParameterizedTest
    @CsvSource({"E0, 50", "E1, 50", "E2, 75", "E3, 100", "E4, 100"})
    void a_top_anchor_counts_as_far_as_its_evidence(EvidenceGrade grade, double expected) {
        Seen seen =
                Tiny.of(leaf("A", rubric("a").evidence())).score(seat("h1", "H").says("a", 5, grade));
        assertThat(seen.claimedItem("a")).isEqualTo(100);
        assertThat(seen.item("a")).isEqualTo(expected);
        // The index that is quoted uses the evidenced score.
        assertThat(seen.index()).isEqualTo(expected);
        assertThat(seen.claimedIndex()).isEqualTo(100);
    }

    @Test
    void no_evidence_counts_as_a_claim() {
        assertThat(evidenced(rubric("a").evidence(), seat("h1", "H").says("a", 5)))
                .isEqualTo(50);
    }

    @Test
    void a_cap_never_raises_an_answer() {
        assertThat(evidenced(rubric("a").evidence(), seat("h1", "H").says("a", 2)))
                .isEqualTo(25);
        assertThat(evidenced(rubric("a").evidence(), seat("h1", "H").says("a", 3, E4)))
                .isEqualTo(50);
        assertThat(evidenced(rubric("a").evidence(), seat("h1", "H").says("a", 4, E2)))
                .isEqualTo(75);
    }

    @Test
    void the_best_grade_of_several_counts() {
        assertThat(evidenced(rubric("a").evidence(), seat("h1", "H").says("a", 5, E1, E3, E0)))
                .isEqualTo(100);
    }

    @Test
    void numbers_and_choices_are_capped_like_rubrics() {
        assertThat(evidenced(percent("a").evidence(), seat("h1", "H").says("a", 80)))
                .isEqualTo(50);
        assertThat(evidenced(percent("a").evidence(), seat("h1", "H").says("a", 80, E2)))
                .isEqualTo(75);
        assertThat(evidenced(percent("a").evidence(), seat("h1", "H").says("a", 80, E3)))
                .isEqualTo(80);
        var choice = choice("a", option("p", 90)).evidence();
        assertThat(evidenced(choice, seat("h1", "H").picks("a", "p"))).isEqualTo(50);
        assertThat(evidenced(choice, seat("h1", "H").picks("a", "p", E2))).isEqualTo(75);
        assertThat(evidenced(choice, seat("h1", "H").picks("a", "p", E3))).isEqualTo(90);
        // 9 of 10 points chosen: 90.
        var share = share("a", option("p", 9), option("q", 1)).evidence();
        assertThat(evidenced(share, seat("h1", "H").picksAll("a", "p"))).isEqualTo(50);
        assertThat(evidenced(share, seat("h1", "H").picksAll("a", List.of("p"), E2)))
                .isEqualTo(75);
        assertThat(evidenced(share, seat("h1", "H").picksAll("a", List.of("p"), E3)))
                .isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"E0, 50", "E1, 50", "E2, 100", "E3, 100", "E4, 100"})
    void a_yes_is_whole_from_a_document_on(EvidenceGrade grade, double expected) {
        assertThat(evidenced(yesNo("a").evidence(), seat("h1", "H").says("a", true, grade)))
                .isEqualTo(expected);
    }

    @Test
    void a_no_needs_no_evidence() {
        assertThat(evidenced(yesNo("a").evidence(), seat("h1", "H").says("a", false)))
                .isEqualTo(0);
    }

    @Test
    void where_no_evidence_is_asked_for_both_scores_are_equal() {
        Seen seen = Tiny.of(leaf("A", rubric("a"))).score(seat("h1", "H").says("a", 5));
        assertThat(seen.item("a")).isEqualTo(100);
        assertThat(seen.claimedItem("a")).isEqualTo(100);
    }

    @Test
    void the_evidence_of_one_serves_all_opinions() {
        // h1 shows a document: min(100, 75) = 75 = M. h2 without evidence: min(100, max(50, 75)) = 75. Mean 75.
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(seat("h1", "H").says("a", 5, E2), seat("h2", "H").says("a", 5));
        assertThat(seen.answers("a")).containsExactly(75.0, 75.0);
        assertThat(seen.item("a")).isEqualTo(75);
    }

    @Test
    void served_evidence_never_raises_an_answer_over_its_claim() {
        // M = 100 of h1; h2 says 4: min(75, max(50, 100)) = 75; h3 says 2: 25.
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(
                        seat("h1", "H").says("a", 5, E3),
                        seat("h2", "H").says("a", 4),
                        seat("h3", "H").says("a", 2));
        assertThat(seen.answers("a")).containsExactly(100.0, 75.0, 25.0);
    }

    @Test
    void a_weak_answer_with_good_evidence_serves_only_as_far_as_it_goes() {
        // M = min(25, 100) = 25, under everybody's own cap: h2 keeps min(100, max(50, 25)) = 50.
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(seat("h1", "H").says("a", 2, E4), seat("h2", "H").says("a", 5));
        assertThat(seen.answers("a")).containsExactly(25.0, 50.0);
    }

    @Test
    void an_own_cap_over_the_served_one_stays() {
        // M = 75 of h1 (E2 on 100); h2 with E3 keeps 100.
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(seat("g1", "G").says("a", 4, E2), seat("h2", "H").says("a", 5, E3));
        assertThat(seen.answers("a")).containsExactly(75.0, 100.0);
    }

    @Test
    void evidence_under_a_document_serves_nobody() {
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(seat("h1", "H").says("a", 5, E1), seat("h2", "H").says("a", 5));
        assertThat(seen.answers("a")).containsExactly(50.0, 50.0);
    }

    @Test
    void evidence_from_the_other_side_serves_as_well() {
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence()))
                .score(seat("g1", "G").says("a", 5, E3), seat("h1", "H").says("a", 5));
        assertThat(seen.itemHq("a")).isEqualTo(100);
    }

    @Test
    void the_evidence_of_facts_serves_nobody_else() {
        // The E3 answer stands (S4), and the other keeps its own cap of 50.
        Seen seen = Tiny.of(leaf("A", percent("a").evidence()))
                .score(seat("h1", "H").says("a", 80, E3), seat("h2", "H").says("a", 80));
        assertThat(seen.answers("a")).containsExactly(80.0, 50.0);
    }

    @Test
    void customers_are_asked_for_no_evidence_and_theirs_serves_nobody() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H", "X").evidence()))
                .score(seat("h1", "H").says("a", 5), seat("x1", "X").says("a", 5, E4));
        assertThat(seen.answers("a")).containsExactly(50.0, 100.0);
        assertThat(seen.item("a")).isEqualTo(50);
    }

    @Test
    void bounds_rest_on_evidenced_scores() {
        // One item capped at 50, one missing: (50 + 0) / 2 to (50 + 100) / 2.
        Seen seen = Tiny.of(leaf("A", rubric("a").evidence(), rubric("b")))
                .score(seat("h1", "H").says("a", 5));
        assertThat(seen.bounds("A")).isEqualTo("25.0-75.0");
    }
}
