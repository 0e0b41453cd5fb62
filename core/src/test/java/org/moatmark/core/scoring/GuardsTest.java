package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;

/** Scores, bounds and policies that exist are in range; the index alone refuses what it cannot do. */
class GuardsTest {

    private static void refuses(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
    }

    @Test
    void a_score_lies_in_its_range() {
        refuses(() -> new Outcome.Scored(101, 50), "Scores lie in 0-100, not claimed 101.0 and evidenced 50.0.");
        refuses(() -> new Outcome.Scored(50, -1), "Scores lie in 0-100, not claimed 50.0 and evidenced -1.0.");
        refuses(() -> new Outcome.Scored(50, Double.NaN), "Scores lie in 0-100, not claimed 50.0 and evidenced NaN.");
        assertThat(new Outcome.Scored(0, 100).isScored()).isTrue();
        assertThat(new Outcome.NotScored(Reason.NOT_ASKED).isScored()).isFalse();
    }

    @Test
    void bounds_do_not_cross() {
        refuses(() -> new Bounds(60, 50), "Bounds 60.0 to 50.0 do not lie in 0-100.");
        refuses(() -> new Bounds(-1, 50), "Bounds -1.0 to 50.0 do not lie in 0-100.");
        refuses(() -> new Bounds(0, 101), "Bounds 0.0 to 101.0 do not lie in 0-100.");
        refuses(() -> new Bounds(Double.NaN, 1), "Bounds NaN to 1.0 do not lie in 0-100.");
    }

    private static ScoringPolicy policy(
            double without, double document, double room, int needed, double side, double step) {
        return new ScoringPolicy(without, document, room, needed, side, 2.0 / 3, 0.5, 0.5, 0.25, step);
    }

    @Test
    void a_policy_is_in_range() {
        refuses(() -> policy(80, 75, 12.5, 3, 0.5, 25), "This scoring policy is out of range: caps.");
        refuses(() -> policy(-1, 75, 12.5, 3, 0.5, 25), "This scoring policy is out of range: caps.");
        refuses(() -> policy(50, 101, 12.5, 3, 0.5, 25), "This scoring policy is out of range: caps.");
        refuses(() -> policy(50, 75, -1, 3, 0.5, 25), "This scoring policy is out of range: customers' cap.");
        refuses(() -> policy(50, 75, 12.5, 0, 0.5, 25), "This scoring policy is out of range: customers' cap.");
        refuses(() -> policy(50, 75, 12.5, 3, 1.5, 25), "This scoring policy is out of range: sidePart.");
        refuses(() -> policy(50, 75, 12.5, 3, 0.5, 0), "This scoring policy is out of range: step.");
        refuses(
                () -> ScoringPolicy.DEFAULT.withProvisionalFrom(0.9, 0.25),
                "This scoring policy is out of range: coverage order.");
        refuses(
                () -> ScoringPolicy.DEFAULT.withProvisionalFrom(Double.NaN, 0.25),
                "This scoring policy is out of range: coverage for provisional.");
        assertThat(ScoringPolicy.DEFAULT).isEqualTo(policy(50, 75, 12.5, 3, 0.5, 25));
    }

    @Test
    void another_policy_changes_what_it_names_and_nothing_else() {
        var tiny = Tiny.of(leaf("A", rubric("a").evidence(), rubric("b"), rubric("c")));
        var wave = tiny.wave(seat("h1", "H").says("a", 5));
        Scorer plain = Scorer.of(tiny.questionnaire());
        // One of three answered: a third is enough where provisional starts at 0.3; the cap without evidence is 60.
        Scorer other =
                plain.with(ScoringPolicy.DEFAULT.withProvisionalFrom(0.3, 0.3).withEvidenceCaps(60, 80));
        assertThat(plain.score(wave).nodes().get(0).status()).isEqualTo(Status.INSUFFICIENT);
        NodeScore node = other.score(wave).nodes().get(0);
        assertThat(node.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(node.outcome()).isEqualTo(new Outcome.Scored(100, 60));
    }

    @Test
    void the_index_alone_refuses_choices_unknown_kinds_and_answers_off_the_scale() {
        var choices = Tiny.of(leaf("A", choice("c", option("p", 1)))).questionnaire();
        refuses(() -> IndexOnly.of(choices, "H"), "Item 'c': choices do not fit into an array of numbers.");
        var rubrics = Tiny.of(leaf("A", rubric("a"), percent("p"), yesNo("y"))).questionnaire();
        refuses(() -> IndexOnly.of(rubrics, "Z"), "There is no informant kind 'Z'; there are [H, C, G, N, X].");
        IndexOnly index = IndexOnly.of(rubrics, "H");
        assertThat(index.items()).isEqualTo(3);
        refuses(() -> index.index(new double[] {6, 50, 1}, 0), "Item 'a': answer 6.0 is not on its scale.");
        refuses(() -> index.index(new double[] {0, 50, 1}, 0), "Item 'a': answer 0.0 is not on its scale.");
        refuses(() -> index.index(new double[] {2.5, 50, 1}, 0), "Item 'a': answer 2.5 is not on its scale.");
        refuses(() -> index.index(new double[] {3, 101, 1}, 0), "Item 'p': answer 101.0 is not on its scale.");
        refuses(() -> index.index(new double[] {3, 50, 2}, 0), "Item 'y': answer 2.0 is not on its scale.");
        // (50 + 80 + 100) / 3
        assertThat(index.index(new double[] {9, 3, 80, 1}, 1)).isEqualTo(230.0 / 3);
        assertThat(index.index(new double[] {3, Double.NaN, Double.NaN}, 0)).isNaN();
    }
}
