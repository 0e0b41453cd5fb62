package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.moatmark.core.Tiny.informants;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.scoring.Resampling;

/** Rule S16: in how many joint runs a level stays. */
class S16LevelStabilityTest {

    private static final int RUNS = 2_000;

    private static Confidence confidence(Tiny tiny, Tiny.Voice... voices) {
        return tiny.resampled(Resampling.DEFAULT, voices).confidence();
    }

    /** Draws of two out of 50 and 100 have a mean of 75 or more three times in four. */
    @Test
    void a_level_stays_where_its_gates_hold_in_the_run() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, itemAtLeast("a", 75))
                .staging(2, level("A", 2));
        Confidence confidence =
                confidence(tiny, seat("h1", "H").says("a", 5), seat("h2", "H").says("a", 3));

        LevelStability level = confidence.level();
        assertThat(level.level()).isEqualTo(2);
        assertThat(level.share()).isCloseTo(0.75, offset(0.03));
        assertThat(level.unscored()).isZero();
        assertThat(level.distribution().keySet()).containsExactly(1, 2);
        assertThat(confidence.nodes()).isEqualTo(Map.of("A", level));
    }

    /** A gate names its item: that it is left out of a mean for once says nothing of whether the gate holds. */
    @Test
    void gates_read_the_item_that_a_run_leaves_out_of_its_node() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c"))).gate("A", 2, itemAtLeast("a", 100));
        Confidence confidence = confidence(
                tiny,
                seat("h1", "H").says("a", 5).says("b", 4).says("c", 4),
                seat("h2", "H").says("a", 5).says("b", 4).says("c", 4));

        assertThat(confidence.nodes().get("A")).isEqualTo(new LevelStability(2, RUNS, Map.of(2, RUNS)));
    }

    /** How many were asked is a fact about the fielding: a draw that takes one of two twice does not unask the other. */
    @Test
    void informants_are_counted_as_they_were_fielded() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a"))).gate("A", 2, informants("C", 1), informants("H", 1));
        Confidence confidence =
                confidence(tiny, seat("h1", "H").says("a", 5), seat("h2", "C").says("a", 5));

        assertThat(confidence.nodes().get("A").share()).isEqualTo(1);
    }

    /** Half of two items is too little for the stricter missing rule: no score, no level. */
    @Test
    void runs_without_a_score_have_no_level_and_do_not_count_as_staying() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b"))).gate("A", 2, itemAtLeast("a", 50));
        LevelStability level = confidence(
                        tiny,
                        seat("h1", "H").says("a", 5).doesNotKnow("b"),
                        seat("h2", "H").says("a", 5).doesNotKnow("b"))
                .nodes()
                .get("A");

        assertThat(level.unscored()).isBetween(RUNS / 2 - 100, RUNS / 2 + 100);
        assertThat(level.share()).isEqualTo((double) (RUNS - level.unscored()) / RUNS);
        assertThat(level.distribution().keySet()).containsExactly(2);
    }

    @Test
    void the_cap_of_the_short_form_holds_in_every_run() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a").core()))
                .shortForm()
                .staging(2, itemAtLeast("a", 50))
                .staging(3, itemAtLeast("a", 50));
        Confidence confidence =
                confidence(tiny, seat("h1", "H").says("a", 5), seat("h2", "H").says("a", 5));

        assertThat(confidence.level()).isEqualTo(new LevelStability(2, RUNS, Map.of(2, RUNS)));
    }

    @Test
    void a_questionnaire_without_levels_has_no_stability() {
        Confidence confidence = confidence(
                Tiny.of(leaf("A", rubric("a"))),
                seat("h1", "H").says("a", 5),
                seat("h2", "H").says("a", 3));

        assertThat(confidence.level()).isNull();
        assertThat(confidence.nodes()).isEmpty();
    }

    @Test
    void more_runs_than_there_were_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelStability(1, 10, Map.of(1, 6, 2, 5)))
                .withMessage("A level was reached in 11 of 10 runs.");
    }
}
