package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.moatmark.core.Tiny.any;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.other;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Scorer;

/** Rule S11: levels of nodes, and what blocks the next one. */
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
