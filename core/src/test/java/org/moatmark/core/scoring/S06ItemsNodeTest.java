package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.balance;
import static org.moatmark.core.Tiny.geometric;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.meanOfBest;
import static org.moatmark.core.Tiny.minimum;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.SideJoin;

/**
 * Rule S6: from items to their node, by sides, with coverage and status. Long, since every score is reckoned by hand beside it.
 */
class S06ItemsNodeTest {

    /** Headquarters scores a and b with 100 and 50, the genba with 50 and 0: the sides are 75 and 25. */
    private static Seen bothSides(SideJoin join) {
        return Tiny.of(leaf("A", rubric("a"), rubric("b")).sides(join))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 3),
                        seat("g1", "G").says("a", 3).says("b", 1));
    }

    @Test
    void sides_are_joined_by_their_mean() {
        Seen seen = bothSides(SideJoin.MEAN);
        assertThat(seen.hq("A")).isEqualTo(75);
        assertThat(seen.genba("A")).isEqualTo(25);
        assertThat(seen.node("A")).isEqualTo(50);
        assertThat(seen.rule("A")).isEqualTo("S6 arithmetic");
    }

    @Test
    void sides_are_joined_by_their_geometric_mean() {
        // sqrt(75 * 25) = 43.301
        assertThat(bothSides(SideJoin.GEOMETRIC).node("A")).isCloseTo(43.30127018922193, within(1e-9));
    }

    @Test
    void sides_are_joined_by_the_lower() {
        assertThat(bothSides(SideJoin.LOWER).node("A")).isEqualTo(25);
    }

    @Test
    void geometric_sides_count_from_one_but_zero_and_zero_stay_zero() {
        var tiny = Tiny.of(leaf("A", rubric("a")).sides(SideJoin.GEOMETRIC));
        // sqrt(max(0, 1) * 100) = 10
        assertThat(tiny.score(seat("h1", "H").says("a", 1), seat("g1", "G").says("a", 5))
                        .node("A"))
                .isCloseTo(10, within(1e-9));
        assertThat(tiny.score(seat("h1", "H").says("a", 1), seat("g1", "G").says("a", 1))
                        .node("A"))
                .isEqualTo(0);
    }

    @Test
    void one_side_alone_is_the_score_whatever_joins_them() {
        for (SideJoin join : SideJoin.values()) {
            Seen seen = Tiny.of(leaf("A", rubric("a")).sides(join))
                    .score(seat("g1", "G").says("a", 4));
            assertThat(seen.node("A")).isEqualTo(75);
            assertThat(seen.genba("A")).isEqualTo(75);
            assertThat(seen.hq("A")).isNaN();
        }
    }

    @Test
    void without_sides_all_scored_items_make_the_score() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), percent("b")))
                .score(seat("n1", "N").says("a", 5).says("b", 50));
        assertThat(seen.node("A")).isEqualTo(75);
        assertThat(seen.hq("A")).isNaN();
        assertThat(seen.genba("A")).isNaN();
    }

    @Test
    void facts_alone_make_no_side() {
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .score(seat("h1", "H").says("a", 30), seat("g1", "G").says("a", 30));
        assertThat(seen.node("A")).isEqualTo(30);
        assertThat(seen.hq("A")).isNaN();
    }

    @Test
    void a_side_counts_facts_and_neutral_opinions_as_its_own() {
        // Headquarters: a 100, fact 40, neutral c 25: 165 / 3 = 55. Genba: a 50, fact 40, c 25: 115 / 3.
        Seen seen = Tiny.of(leaf("A", rubric("a"), percent("b"), rubric("c").asked("N")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 40),
                        seat("g1", "G").says("a", 3),
                        seat("n1", "N").says("c", 2));
        assertThat(seen.hq("A")).isCloseTo(55, within(1e-9));
        assertThat(seen.genba("A")).isCloseTo(115.0 / 3, within(1e-9));
    }

    @Test
    void weights_are_relative() {
        // (1 * 100 + 3 * 0) / 4
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").weight(3)))
                .score(seat("h1", "H").says("a", 5).says("b", 1));
        assertThat(seen.node("A")).isEqualTo(25);
    }

    @Test
    void a_side_exists_from_half_of_its_opinions_on() {
        // The genba answered 1 of 2: it exists with 0. Headquarters 100; mean 50.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("a", 1));
        assertThat(seen.genba("A")).isEqualTo(0);
        assertThat(seen.node("A")).isEqualTo(50);
        assertThat(seen.flags("A")).isEmpty();
    }

    @Test
    void a_thinner_side_stays_out_and_is_flagged() {
        // By weight the genba answered 1 / 2.1.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b").weight(1.1)))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("a", 1));
        assertThat(seen.genba("A")).isNaN();
        assertThat(seen.node("A")).isEqualTo(100);
        assertThat(seen.flags("A")).containsExactly("thin-side");
        // The item itself still shows both.
        assertThat(seen.itemGenba("a")).isEqualTo(0);
    }

    @Test
    void half_a_side_is_half_whatever_binary_fractions_say() {
        // 0.3 / (0.1 + 0.2 + 0.3) is 0.49999999999999994.
        assertThat(0.3 / (0.1 + 0.2 + 0.3)).isLessThan(0.5);
        Seen seen = Tiny.of(leaf(
                        "A",
                        rubric("a").weight(0.1),
                        rubric("b").weight(0.2),
                        rubric("c").weight(0.3)))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5).says("c", 5),
                        seat("g1", "G").says("c", 1));
        assertThat(seen.genba("A")).isEqualTo(0);
    }

    @Test
    void a_side_is_measured_by_what_its_present_people_are_asked() {
        // The genba is asked a alone; c is not asked of it, and the fact f is no opinion.
        Seen seen = Tiny.of(leaf(
                        "A", rubric("a"), rubric("b").asked("H"), rubric("c").asked("H"), percent("f")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5).says("c", 5).says("f", 100),
                        seat("g1", "G").says("a", 1));
        assertThat(seen.genba("A")).isEqualTo(50);
    }

    @Test
    void what_does_not_apply_is_not_held_against_a_side() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c")))
                .score(seat("g1", "G").says("a", 3).callsNotApplicable("b").callsNotApplicable("c"));
        assertThat(seen.genba("A")).isEqualTo(50);
    }

    @Test
    void neutral_answers_give_no_side_its_half() {
        // The genba answered 1 of 3 itself; the neutral respondent's answers do not count for it.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c")))
                .score(
                        seat("g1", "G").says("a", 1),
                        seat("n1", "N").says("a", 5).says("b", 5).says("c", 5));
        assertThat(seen.genba("A")).isNaN();
        assertThat(seen.flags("A")).containsExactly("thin-side");
        // Without sides: a is (0 + 100) / 2 = 50, b and c 100.
        assertThat(seen.node("A")).isCloseTo(250.0 / 3, within(1e-9));
    }

    @Test
    void a_side_that_said_nothing_is_not_flagged() {
        Seen seen = Tiny.of(leaf("A", rubric("a")), leaf("B", rubric("b")))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("b", 5));
        assertThat(seen.flags("A")).isEmpty();
    }

    @Test
    void items_may_be_joined_geometrically() {
        // Three items 0, 100, 100: (1 * 100 * 100) ^ (1/3) = 21.544
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b"), percent("c")).how(geometric()))
                .score(seat("h1", "H").says("a", 0).says("b", 100).says("c", 100));
        assertThat(seen.node("A")).isCloseTo(21.544346900318843, within(1e-9));
        assertThat(seen.rule("A")).isEqualTo("S6 geometric");
    }

    @Test
    void items_may_be_joined_by_the_best_of_them() {
        // The best two of 90, 30, 60 without their weights: 75.
        Seen seen = Tiny.of(leaf("A", percent("a").weight(9), percent("b"), percent("c"))
                        .how(meanOfBest(2)))
                .score(seat("h1", "H").says("a", 90).says("b", 30).says("c", 60));
        assertThat(seen.node("A")).isEqualTo(75);
        assertThat(seen.rule("A")).isEqualTo("S6 meanOfBest");
    }

    @Test
    void the_weakest_item_may_make_the_score_and_then_all_are_needed() {
        var tiny = Tiny.of(leaf("A", percent("a"), percent("b"), percent("c")).how(minimum()));
        assertThat(tiny.score(seat("h1", "H").says("a", 90).says("b", 30).says("c", 60))
                        .node("A"))
                .isEqualTo(30);
        Seen missing = tiny.score(seat("h1", "H").says("a", 90).says("b", 30));
        assertThat(missing.node("A")).isNaN();
        assertThat(missing.status("A")).isEqualTo("insufficient");
        assertThat(missing.reason("A")).isEqualTo("too-few-answers");
        assertThat(missing.coverage("A")).isEqualTo(2.0 / 3);
        assertThat(missing.bounds("A")).isEqualTo("0.0-30.0");
        // Not applicable is not missing.
        assertThat(tiny.score(seat("h1", "H").says("a", 90).says("b", 30).callsNotApplicable("c"))
                        .node("A"))
                .isEqualTo(30);
    }

    @Test
    void items_cannot_be_balanced() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiny.of(leaf("A", percent("a"), percent("b")).how(balance())))
                .withMessage("Node 'A': balance is for child nodes, not items.");
    }

    /** A node of {@code asked} items asked of H and {@code notAsked} asked of G, where h1 answers so many. */
    private static Seen covered(int asked, int notAsked, int answered) {
        Tiny.Ask[] items = new Tiny.Ask[asked + notAsked];
        var voice = seat("h1", "H").doesNotKnow("i0");
        for (int i = 0; i < items.length; i++) {
            items[i] = rubric("i" + i).asked(i < asked ? "H" : "G");
            if (i < answered) {
                voice.says("i" + i, 4);
            }
        }
        return Tiny.of(leaf("A", items)).score(voice);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, 2, full", // asked 2/3, coverage 2/3
        "5, 0, 3, provisional", // asked 3/5
        "2, 0, 1, provisional", // asked 1/2
        "3, 0, 1, insufficient", // asked 1/3
        "2, 2, 2, full", // asked 1, coverage 1/2
        "2, 3, 2, provisional", // asked 1, coverage 2/5
        "1, 3, 1, provisional", // asked 1, coverage 1/4
        "1, 4, 1, insufficient", // asked 1, coverage 1/5
        "3, 2, 2, provisional", // asked 2/3, coverage 2/5
        "4, 4, 2, provisional", // asked 1/2, coverage 1/4
        "4, 5, 2, insufficient", // asked 1/2, coverage 2/9
        "3, 0, 0, insufficient"
    })
    void status_follows_asked_coverage_and_coverage(int asked, int notAsked, int answered, String status) {
        Seen seen = covered(asked, notAsked, answered);
        assertThat(seen.status("A")).isEqualTo(status);
        assertThat(seen.coverage("A")).isEqualTo((double) answered / (asked + notAsked));
        assertThat(seen.askedCoverage("A")).isEqualTo((double) answered / asked);
        if (status.equals("insufficient")) {
            assertThat(seen.node("A")).isNaN();
            assertThat(seen.reason("A")).isEqualTo("too-few-answers");
            assertThat(seen.hq("A")).isNaN();
        } else {
            assertThat(seen.node("A")).isEqualTo(75);
        }
    }

    @Test
    void a_node_that_nobody_present_is_asked_has_no_score_and_says_so() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("G")), leaf("B", rubric("b")))
                .score(seat("h1", "H").says("b", 3));
        assertThat(seen.status("A")).isEqualTo("insufficient");
        assertThat(seen.reason("A")).isEqualTo("not-asked");
        assertThat(seen.coverage("A")).isEqualTo(0.0);
        assertThat(seen.askedCoverage("A")).isEqualTo(0.0);
        assertThat(seen.bounds("A")).isEqualTo("0.0-100.0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.6666666661, full", // 2/3 less 5.7e-10 passes
        "0.6666666646, provisional", // 2/3 less 2.1e-9 does not
        "0.4999999995, provisional",
        "0.4999999979, insufficient"
    })
    void a_threshold_has_a_slack_of_one_billionth(double answered, String status) {
        Seen seen = Tiny.of(leaf("A", rubric("a").weight(answered), rubric("b").weight(1 - answered)))
                .score(seat("h1", "H").says("a", 4));
        assertThat(seen.status("A")).isEqualTo(status);
    }

    @Test
    void the_short_form_is_at_most_provisional() {
        Seen seen = Tiny.of(leaf("A", rubric("a").core(), rubric("b").core()))
                .shortForm()
                .score(seat("h1", "H").says("a", 4).says("b", 4));
        assertThat(seen.coverage("A")).isEqualTo(1.0);
        assertThat(seen.status("A")).isEqualTo("provisional");
        assertThat(seen.indexStatus()).isEqualTo("provisional");
    }
}
