package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.balance;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.geometric;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.meanOfBest;
import static org.moatmark.core.Tiny.minimum;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.reference;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.response.EvidenceGrade.E2;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.Aggregation;
import org.moatmark.core.questionnaire.SideJoin;

/**
 * Rule S9: what every score is made of, and what the next step is worth. Long, since every sum is written out beside its parts.
 */
class S09ExplanationTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static Seen three(Aggregation how, double a, double b, double c) {
        return Tiny.of(branch(
                                "P",
                                leaf("A", percent("a")),
                                leaf("B", percent("b")).weight(2),
                                leaf("C", percent("c")))
                        .how(how))
                .score(seat("h1", "H").says("a", a).says("b", b).says("c", c));
    }

    @Test
    void arithmetic_points_are_share_times_score() {
        // Weights 1, 2, 1: 1/4 * 80 + 2/4 * 40 + 1/4 * 60 = 20 + 20 + 15 = 55
        Seen seen = three(Tiny.arithmetic(), 80, 40, 60);
        assertThat(seen.points("P", "A")).isEqualTo(20);
        assertThat(seen.points("P", "B")).isEqualTo(20);
        assertThat(seen.points("P", "C")).isEqualTo(15);
        assertThat(seen.share("P", "B")).isEqualTo(0.5);
        assertThat(seen.node("P")).isEqualTo(55);
        assertThat(seen.indexPoints("P")).isEqualTo(55);
    }

    @Test
    void geometric_points_are_parts_of_the_log_sum() {
        // 10, 100, 1 with weights 1, 2, 1: logs 1, 4, 0 (base 10), sum 5, score 10 ^ (5/4) = 17.783.
        Seen seen = three(geometric(), 10, 100, 1);
        double score = 17.78279410038923;
        assertThat(seen.node("P")).isCloseTo(score, CLOSE);
        assertThat(seen.points("P", "A")).isCloseTo(score / 5, CLOSE);
        assertThat(seen.points("P", "B")).isCloseTo(score * 4 / 5, CLOSE);
        assertThat(seen.points("P", "C")).isEqualTo(0);
        assertThat(seen.share("P", "C")).isEqualTo(0.25);
    }

    @Test
    void geometric_points_are_equal_parts_where_all_is_at_the_floor() {
        // 0, 0, 0 count as 1: the score is 1, and each log is 0.
        Seen seen = three(geometric(), 0, 0, 0);
        assertThat(seen.node("P")).isEqualTo(1);
        assertThat(seen.points("P", "A")).isCloseTo(1.0 / 3, CLOSE);
        assertThat(seen.points("P", "B")).isCloseTo(1.0 / 3, CLOSE);
    }

    @Test
    void a_minimum_is_split_among_the_lowest() {
        Seen seen = three(minimum(), 30, 80, 30);
        assertThat(seen.points("P", "A")).isEqualTo(15);
        assertThat(seen.points("P", "B")).isEqualTo(0);
        assertThat(seen.points("P", "C")).isEqualTo(15);
        assertThat(seen.share("P", "A")).isEqualTo(0.5);
        assertThat(seen.share("P", "B")).isEqualTo(0);
    }

    @Test
    void the_best_have_equal_parts_and_the_others_none() {
        Seen seen = three(meanOfBest(2), 90, 30, 60);
        assertThat(seen.points("P", "A")).isEqualTo(45);
        assertThat(seen.points("P", "B")).isEqualTo(0);
        assertThat(seen.points("P", "C")).isEqualTo(30);
        assertThat(seen.share("P", "A")).isEqualTo(0.5);
        assertThat(seen.share("P", "B")).isEqualTo(0);
    }

    @Test
    void of_equally_good_ones_the_first_is_chosen() {
        Seen seen = three(meanOfBest(1), 60, 60, 60);
        assertThat(seen.points("P", "A")).isEqualTo(60);
        assertThat(seen.points("P", "B")).isEqualTo(0);
        assertThat(seen.points("P", "C")).isEqualTo(0);
    }

    @Test
    void balance_is_half_each() {
        Seen seen = Tiny.of(branch(
                                "P",
                                leaf("A", percent("a")),
                                leaf("B", percent("b")).weight(3))
                        .how(balance()))
                .score(seat("h1", "H").says("a", 80).says("b", 50));
        assertThat(seen.points("P", "A")).isEqualTo(35);
        assertThat(seen.points("P", "B")).isEqualTo(35);
        assertThat(seen.share("P", "B")).isEqualTo(0.5);
    }

    @Test
    void a_reference_is_made_of_its_node() {
        Seen seen = Tiny.of(leaf("A", percent("a")), reference("R", "A"))
                .score(seat("h1", "H").says("a", 40));
        assertThat(seen.points("R", "A")).isEqualTo(40);
        assertThat(seen.share("R", "A")).isEqualTo(1);
    }

    @Test
    void children_without_a_score_are_not_listed() {
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b"))))
                .score(seat("h1", "H").says("a", 40));
        assertThat(seen.result().node("P").contributions()).hasSize(1);
        assertThat(seen.points("P", "A")).isEqualTo(40);
        assertThat(seen.result().node("B").contributions()).isEmpty();
    }

    /** Headquarters 100 and 50, genba 50 and 0. */
    private static Seen sides(SideJoin join) {
        return Tiny.of(leaf("A", rubric("a"), rubric("b")).sides(join))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 3),
                        seat("g1", "G").says("a", 3).says("b", 1));
    }

    @Test
    void items_have_the_mean_of_their_parts_in_the_sides() {
        // Headquarters 50 + 25, genba 25 + 0: means 37.5 + 12.5 = 50
        Seen seen = sides(SideJoin.MEAN);
        assertThat(seen.points("A", "a")).isEqualTo(37.5);
        assertThat(seen.points("A", "b")).isEqualTo(12.5);
        assertThat(seen.share("A", "a")).isEqualTo(0.5);
    }

    @Test
    void parts_of_items_are_rescaled_to_the_joined_score() {
        // 37.5 + 12.5 = 50 becomes 25, and sqrt(75 * 25) = 43.301
        assertThat(sides(SideJoin.LOWER).points("A", "a")).isEqualTo(18.75);
        assertThat(sides(SideJoin.LOWER).points("A", "b")).isEqualTo(6.25);
        assertThat(sides(SideJoin.GEOMETRIC).points("A", "a")).isCloseTo(37.5 * 43.30127018922193 / 50, CLOSE);
    }

    @Test
    void an_item_of_one_side_has_half_its_part() {
        // Headquarters a 100, b 100: 50 + 50; genba a alone with 0: share 1, 0 points. Joined 50.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("a", 1));
        assertThat(seen.points("A", "a")).isEqualTo(25);
        assertThat(seen.points("A", "b")).isEqualTo(25);
        assertThat(seen.share("A", "a")).isEqualTo(0.75);
        assertThat(seen.share("A", "b")).isEqualTo(0.25);
    }

    @Test
    void an_item_that_only_a_thin_side_answered_is_listed_with_nothing() {
        // The genba answered d alone of a to d: it stays out, and d has no headquarters score.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c"), rubric("d")))
                .score(
                        seat("h1", "H").says("a", 3).says("b", 3).says("c", 3),
                        seat("g1", "G").says("d", 5));
        assertThat(seen.node("A")).isEqualTo(50);
        assertThat(seen.points("A", "d")).isEqualTo(0);
        assertThat(seen.share("A", "d")).isEqualTo(0);
    }

    @Test
    void where_all_is_zero_the_parts_are_equal() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b").weight(4)))
                .score(seat("h1", "H").says("a", 0).says("b", 0));
        assertThat(seen.points("A", "a")).isEqualTo(0);
        assertThat(seen.points("A", "b")).isEqualTo(0);
    }

    @Test
    void each_side_chooses_its_own_best_items() {
        // Best one: headquarters a (100), genba b (75). Joined 87.5; parts a 50, b 37.5.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")).how(meanOfBest(1)))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 1),
                        seat("g1", "G").says("a", 1).says("b", 4));
        assertThat(seen.node("A")).isEqualTo(87.5);
        assertThat(seen.points("A", "a")).isEqualTo(50);
        assertThat(seen.points("A", "b")).isEqualTo(37.5);
    }

    @Test
    void the_next_step_is_worth_its_part_of_the_index() {
        // Index (50 + 50) / 2; a rises to 75: 12.5 more.
        Seen seen = Tiny.of(leaf("A", rubric("a")), leaf("B", rubric("b")))
                .score(seat("h1", "H").says("a", 3).says("b", 3));
        assertThat(seen.gain("a")).isEqualTo(12.5);
    }

    @Test
    void a_step_ends_at_one_hundred() {
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")))
                .score(seat("h1", "H").says("a", 90).says("b", 100));
        assertThat(seen.gain("a")).isCloseTo(5, CLOSE);
        assertThat(seen.gain("b")).isEqualTo(0);
    }

    @Test
    void a_yes_or_no_goes_from_zero_to_fifty_to_one_hundred() {
        var tiny = Tiny.of(leaf("A", yesNo("a").evidence()));
        assertThat(tiny.score(seat("h1", "H").says("a", false)).gain("a")).isEqualTo(50);
        assertThat(tiny.score(seat("h1", "H").says("a", true)).gain("a")).isEqualTo(50);
        assertThat(tiny.score(seat("h1", "H").says("a", true, E2)).gain("a")).isEqualTo(0);
    }

    @Test
    void the_step_starts_from_the_evidenced_score() {
        // Claimed 100, evidenced 50: the next step is 75.
        Seen seen =
                Tiny.of(leaf("A", rubric("a").evidence())).score(seat("h1", "H").says("a", 5));
        assertThat(seen.gain("a")).isEqualTo(25);
    }

    @Test
    void the_step_comes_after_the_customers_cap() {
        // Customers' mean 25, capped at 37.5: the step leads to 62.5, over the cap.
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H", "X")))
                .score(
                        seat("h1", "H").says("a", 5),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 2),
                        seat("x3", "X").says("a", 2));
        assertThat(seen.gain("a")).isEqualTo(25);
    }

    @Test
    void the_step_is_taken_on_both_sides() {
        // Headquarters 100 stays, genba 50 rises to 75: the mean rises by 12.5.
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").says("a", 3));
        assertThat(seen.gain("a")).isEqualTo(12.5);
    }

    @Test
    void only_the_weakest_link_is_worth_a_step() {
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b")))
                        .how(minimum()))
                .score(seat("h1", "H").says("a", 30).says("b", 40));
        assertThat(seen.gain("a")).isEqualTo(10);
        assertThat(seen.gain("b")).isEqualTo(0);
    }

    @Test
    void a_step_of_the_stronger_child_of_a_balance_costs_points() {
        // 100 - |60 - 40| = 80 falls to 100 - |85 - 40| = 55.
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b")))
                        .how(balance()))
                .score(seat("h1", "H").says("a", 60).says("b", 40));
        assertThat(seen.gain("a")).isCloseTo(-25, CLOSE);
        assertThat(seen.gain("b")).isCloseTo(15, CLOSE);
    }

    @Test
    void a_step_counts_wherever_its_node_is_read() {
        // A is read twice: index (A + A + B) / 3, so 25 * 2 / 3.
        Seen seen = Tiny.of(leaf("A", percent("a")), reference("R", "A"), leaf("B", percent("b")))
                .score(seat("h1", "H").says("a", 40).says("b", 40));
        assertThat(seen.gain("a")).isCloseTo(50.0 / 3, CLOSE);
        assertThat(seen.gain("b")).isCloseTo(25.0 / 3, CLOSE);
    }

    @Test
    void a_step_under_geometric_means_is_worked_out_again() {
        // Index sqrt(25 * 100) = 50; a to 50: sqrt(50 * 100) = 70.711.
        Seen seen = Tiny.of(branch("P", leaf("A", percent("a"))).how(geometric()), leaf("B", percent("b")))
                .index(geometric(), 1)
                .score(seat("h1", "H").says("a", 25).says("b", 100));
        assertThat(seen.index()).isCloseTo(50, CLOSE);
        assertThat(seen.gain("a")).isCloseTo(20.710678118654755, CLOSE);
    }

    @Test
    void without_a_score_there_is_no_gain() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .score(seat("h1", "H").says("a", 40));
        assertThat(seen.gain("b")).isNull();
    }

    @Test
    void an_item_of_a_node_without_a_score_moves_nothing() {
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b"), percent("c"), percent("d")))
                .score(seat("h1", "H").says("a", 40).says("b", 40));
        assertThat(seen.status("B")).isEqualTo("insufficient");
        assertThat(seen.gain("b")).isEqualTo(0);
    }

    @Test
    void bulk_work_leaves_gains_out_and_nothing_else() {
        var tiny = Tiny.of(leaf("A", percent("a")));
        var wave = tiny.wave(seat("h1", "H").says("a", 40));
        ScoreTree with = Scorer.of(tiny.questionnaire()).score(wave);
        ScoreTree without = Scorer.of(tiny.questionnaire()).scoreWithoutGains(wave);
        assertThat(with.items().get(0).gainOfNextStep()).isEqualTo(25);
        assertThat(without.items().get(0).gainOfNextStep()).isNull();
        assertThat(without.nodes()).isEqualTo(with.nodes());
        assertThat(without.index()).isEqualTo(with.index());
    }
}
