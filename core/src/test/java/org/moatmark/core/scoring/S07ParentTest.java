package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.arithmetic;
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

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.Aggregation;

/** Rule S7: from children to their parent, and from the top nodes to the index. */
class S07ParentTest {

    /** Children A, B and C of one number each under P. */
    private static Tiny three(Aggregation how) {
        return Tiny.of(branch("P", leaf("A", percent("a")), leaf("B", percent("b")), leaf("C", percent("c")))
                .how(how));
    }

    private static Tiny.Voice says(double... numbers) {
        var voice = seat("h1", "H").doesNotKnow("a");
        String[] keys = {"a", "b", "c"};
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                voice.says(keys[i], numbers[i]);
            }
        }
        return voice;
    }

    @Test
    void weights_of_children_without_a_score_are_shared_out() {
        // A 80 of weight 1, B 20 of weight 3, C missing of weight 2: (80 + 60) / 4 = 35, with part 4/6.
        Seen seen = Tiny.of(branch(
                        "P",
                        leaf("A", percent("a")),
                        leaf("B", percent("b")).weight(3),
                        leaf("C", percent("c")).weight(2)))
                .score(says(80, 20));
        assertThat(seen.node("P")).isEqualTo(35);
        assertThat(seen.coverage("P")).isEqualTo(4.0 / 6);
        assertThat(seen.status("P")).isEqualTo("full");
        assertThat(seen.rule("P")).isEqualTo("S7 arithmetic");
    }

    @Test
    void a_geometric_mean_counts_children_from_one() {
        // (1 * 100 * 100) ^ (1/3)
        Seen seen = three(geometric()).score(says(0, 100, 100));
        assertThat(seen.node("P")).isCloseTo(21.544346900318843, within(1e-9));
        assertThat(seen.rule("P")).isEqualTo("S7 geometric");
        // Equal numbers come out as they went in.
        assertThat(three(geometric()).score(says(70, 70, 70)).node("P")).isEqualTo(70);
        assertThat(three(geometric()).score(says(0, 0, 0)).node("P")).isEqualTo(1);
    }

    @Test
    void the_index_has_its_own_floor() {
        // sqrt(max(0, 10) * 100) = 31.623
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")))
                .index(geometric(), 10)
                .score(says(0, 100));
        assertThat(seen.index()).isCloseTo(31.622776601683793, within(1e-9));
        assertThat(seen.result().index().rule()).isEqualTo("S7 geometric");
    }

    @Test
    void the_best_children_make_the_score() {
        Seen seen = three(meanOfBest(2)).score(says(90, 30, 60));
        assertThat(seen.node("P")).isEqualTo(75);
        assertThat(seen.coverage("P")).isEqualTo(1.0);
        assertThat(seen.rule("P")).isEqualTo("S7 meanOfBest");
    }

    @Test
    void fewer_children_than_asked_for_are_enough_for_a_mean_of_the_best() {
        // Best 5 of 3: all of them. Best 2 of 3 with one scored: 1 of min(2, 3) is provisional.
        assertThat(three(meanOfBest(5)).score(says(90, 30, 60)).node("P")).isEqualTo(60);
        Seen one = three(meanOfBest(2)).score(says(90));
        assertThat(one.node("P")).isEqualTo(90);
        assertThat(one.coverage("P")).isEqualTo(0.5);
        assertThat(one.status("P")).isEqualTo("provisional");
        // Two of min(2, 3) are the whole.
        assertThat(three(meanOfBest(2)).score(says(90, 10)).status("P")).isEqualTo("full");
        assertThat(three(meanOfBest(3)).score(says(90)).status("P")).isEqualTo("insufficient");
    }

    @Test
    void the_weakest_child_makes_the_score_and_all_are_needed() {
        assertThat(three(minimum()).score(says(90, 30, 60)).node("P")).isEqualTo(30);
        Seen missing = three(minimum()).score(says(90, 30));
        assertThat(missing.node("P")).isNaN();
        assertThat(missing.status("P")).isEqualTo("insufficient");
        assertThat(missing.reason("P")).isEqualTo("child-missing");
        assertThat(missing.bounds("P")).isEqualTo("0.0-30.0");
    }

    @Test
    void a_child_that_does_not_apply_is_not_missing() {
        Seen seen = three(minimum()).score(says(90, 30).callsNotApplicable("c"));
        assertThat(seen.node("P")).isEqualTo(30);
        assertThat(seen.status("P")).isEqualTo("full");
        assertThat(seen.coverage("P")).isEqualTo(1.0);
    }

    private static Tiny balanced() {
        return Tiny.of(
                leaf("T", percent("c")),
                branch("P", leaf("A", percent("a")), leaf("B", percent("b"))).how(balance()));
    }

    @Test
    void balance_is_what_lacks_between_two_children() {
        // 100 - |80 - 50| = 70, whichever is higher
        assertThat(balanced().score(says(80, 50, 0)).node("P")).isEqualTo(70);
        assertThat(balanced().score(says(50, 80, 0)).node("P")).isEqualTo(70);
        assertThat(balanced().score(says(0, 0, 0)).node("P")).isEqualTo(100);
        assertThat(balanced().score(says(80, 50, 0)).rule("P")).isEqualTo("S7 balance");
    }

    @Test
    void balance_needs_both_children() {
        Seen seen = balanced().score(says(80, -1, 40));
        assertThat(seen.status("P")).isEqualTo("insufficient");
        assertThat(seen.reason("P")).isEqualTo("child-missing");
        Seen notApplicable = balanced().score(says(80, -1, 40).callsNotApplicable("b"));
        assertThat(notApplicable.status("P")).isEqualTo("notApplicable");
        assertThat(notApplicable.reason("P")).isEqualTo("not-applicable");
        assertThat(notApplicable.bounds("P")).isEqualTo("none");
        assertThat(notApplicable.index()).isEqualTo(40);
        assertThat(notApplicable.indexStatus()).isEqualTo("full");
    }

    @Test
    void a_reference_reads_score_status_and_sides() {
        Seen seen = Tiny.of(
                        leaf("A", rubric("a"), rubric("b")), branch("P", reference("R", "A"), leaf("C", percent("c"))))
                .score(
                        seat("h1", "H").says("a", 5).says("c", 50),
                        seat("g1", "G").says("a", 3));
        assertThat(seen.node("R")).isEqualTo(75);
        assertThat(seen.status("R")).isEqualTo("provisional");
        assertThat(seen.hq("R")).isEqualTo(100);
        assertThat(seen.genba("R")).isEqualTo(50);
        assertThat(seen.rule("R")).isEqualTo("S7 reference");
        assertThat(seen.node("P")).isEqualTo(62.5);
    }

    @Test
    void a_reference_may_come_before_its_node() {
        Seen seen = Tiny.of(branch("P", reference("R", "A")), leaf("A", percent("a")))
                .score(says(40));
        assertThat(seen.node("P")).isEqualTo(40);
    }

    @Test
    void a_reference_to_nothing_scored_has_the_same_reason() {
        Seen seen = Tiny.of(branch("P", reference("R", "A")), leaf("A", percent("a")))
                .score(seat("h1", "H").doesNotKnow("a"));
        assertThat(seen.reason("R")).isEqualTo("too-few-answers");
        assertThat(seen.reason("P")).isEqualTo("child-missing");
    }

    @Test
    void status_follows_the_weight_of_scored_children() {
        // 2/3 full, 1/2 provisional, under it insufficient
        assertThat(three(arithmetic()).score(says(80, 20)).status("P")).isEqualTo("full");
        assertThat(three(arithmetic()).score(says(80)).status("P")).isEqualTo("insufficient");
        assertThat(three(arithmetic()).score(says(80)).reason("P")).isEqualTo("child-missing");
        Seen half = Tiny.of(branch(
                        "P", leaf("A", percent("a")).weight(2), leaf("B", percent("b")), leaf("C", percent("c"))))
                .score(says(80));
        assertThat(half.status("P")).isEqualTo("provisional");
        assertThat(half.node("P")).isEqualTo(80);
    }

    @Test
    void a_provisional_child_makes_its_parent_provisional() {
        // A rests on one of two items; best-of chooses B and still says so.
        var tiny = Tiny.of(branch("P", leaf("A", percent("a"), percent("a2")), leaf("B", percent("b")))
                .how(meanOfBest(1)));
        Seen seen = tiny.score(says(10, 90));
        assertThat(seen.status("A")).isEqualTo("provisional");
        assertThat(seen.node("P")).isEqualTo(90);
        assertThat(seen.status("P")).isEqualTo("provisional");
        assertThat(seen.indexStatus()).isEqualTo("provisional");
    }

    @Test
    void a_parent_has_the_sides_of_its_children() {
        // A: headquarters 100, genba 0; B is a fact of 40 and stands for both: (100 + 40) / 2 and (0 + 40) / 2.
        Seen seen = Tiny.of(branch("P", leaf("A", rubric("a")), leaf("B", percent("b"))))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 40),
                        seat("g1", "G").says("a", 1));
        assertThat(seen.hq("P")).isEqualTo(70);
        assertThat(seen.genba("P")).isEqualTo(20);
        assertThat(seen.node("P")).isEqualTo(45);
    }

    @Test
    void a_child_with_one_side_lends_its_joined_score_to_the_other() {
        // A: headquarters 100 alone; B: genba 0 alone. P: headquarters (100 + 0) / 2, genba the same.
        Seen seen = Tiny.of(branch(
                        "P",
                        leaf("A", rubric("a").asked("H")),
                        leaf("B", rubric("b").asked("G"))))
                .score(seat("h1", "H").says("a", 5), seat("g1", "G").says("b", 1));
        assertThat(seen.hq("P")).isEqualTo(50);
        assertThat(seen.genba("P")).isEqualTo(50);
    }

    @Test
    void a_side_of_a_best_of_parent_chooses_its_own_best() {
        // A: headquarters 100, genba 0 (mean 50); B: headquarters 0, genba 75 (mean 37.5). Best one: joined 50,
        // headquarters 100, genba 75.
        Seen seen = Tiny.of(branch("P", leaf("A", rubric("a")), leaf("B", rubric("b")))
                        .how(meanOfBest(1)))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 1),
                        seat("g1", "G").says("a", 1).says("b", 4));
        assertThat(seen.node("P")).isEqualTo(50);
        assertThat(seen.hq("P")).isEqualTo(100);
        assertThat(seen.genba("P")).isEqualTo(75);
    }

    @Test
    void the_index_is_at_most_provisional_while_a_top_node_has_no_score() {
        var tiny = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")), leaf("C", percent("c")));
        Seen seen = tiny.score(says(80, 20));
        assertThat(seen.index()).isEqualTo(50);
        assertThat(seen.indexStatus()).isEqualTo("provisional");
        assertThat(tiny.score(says(80, 20).callsNotApplicable("c")).indexStatus())
                .isEqualTo("full");
    }

    @Test
    void too_little_makes_no_index_and_says_why() {
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")), leaf("C", percent("c")))
                .score(says(80));
        assertThat(seen.index()).isNaN();
        assertThat(seen.indexStatus()).isEqualTo("insufficient");
        assertThat(((Outcome.NotScored) seen.result().index().outcome()).reason())
                .isEqualTo(Reason.CHILD_MISSING);
        assertThat(seen.gain("a")).isNull();
    }

    @Test
    void an_index_of_nothing_that_applies_does_not_apply() {
        Seen seen = Tiny.of(leaf("A", percent("a"))).score(seat("h1", "H").callsNotApplicable("a"));
        assertThat(seen.indexStatus()).isEqualTo("notApplicable");
        assertThat(seen.indexBounds()).isEqualTo("none");
    }

    @Test
    void the_index_may_be_balanced_minimal_or_best_of() {
        var tops = Tiny.of(leaf("A", percent("a")), leaf("B", percent("b")));
        assertThat(tops.index(balance(), 1).score(says(80, 50)).index()).isEqualTo(70);
        assertThat(tops.index(minimum(), 1).score(says(80, 50)).index()).isEqualTo(50);
        assertThat(tops.index(meanOfBest(1), 1).score(says(80, 50)).index()).isEqualTo(80);
        assertThat(tops.index(minimum(), 1).score(says(80)).index()).isNaN();
    }

    @Test
    void a_child_far_under_its_parent_is_flagged() {
        // P = (100 + 40) / 2 = 70; B lies 30 under it. Exactly as far as allowed is not flagged.
        var children = new Tiny.Part[] {leaf("A", percent("a")), leaf("B", percent("b"))};
        assertThat(Tiny.of(branch("P", children).flagBelow(29))
                        .score(says(100, 40))
                        .flags("B"))
                .containsExactly("below-parent");
        assertThat(Tiny.of(branch("P", children).flagBelow(30))
                        .score(says(100, 40))
                        .flags("B"))
                .isEmpty();
        assertThat(Tiny.of(branch("P", children)).score(says(100, 40)).flags("B"))
                .isEmpty();
    }
}
