package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;

/** Rule S5: what customers think caps what the company says of itself. */
class S05CustomersCapTest {

    private static final Tiny.Ask MIXED = rubric("a").asked("H", "G", "N", "X");

    private static Seen score(Tiny.Voice... voices) {
        return Tiny.of(leaf("A", MIXED)).score(voices);
    }

    @Test
    void three_customers_cap_each_side_at_their_mean_and_twelve_and_a_half() {
        // Customers 25, 25, 100: mean 50, cap 62.5. Headquarters 100 falls to it, the genba at 50 stays.
        Seen seen = score(
                seat("h1", "H").says("a", 5),
                seat("g1", "G").says("a", 3),
                seat("x1", "X").says("a", 2),
                seat("x2", "X").says("a", 2),
                seat("x3", "X").says("a", 5));
        assertThat(seen.itemHq("a")).isEqualTo(62.5);
        assertThat(seen.claimedItemHq("a")).isEqualTo(62.5);
        assertThat(seen.itemGenba("a")).isEqualTo(50);
        assertThat(seen.item("a")).isEqualTo(56.25);
        assertThat(seen.flags("A")).containsExactly("capped-by-customers");
    }

    @Test
    void two_customers_cap_nothing() {
        Seen seen = score(
                seat("h1", "H").says("a", 5),
                seat("x1", "X").says("a", 1),
                seat("x2", "X").says("a", 1));
        assertThat(seen.item("a")).isEqualTo(100);
        assertThat(seen.flags("A")).isEmpty();
    }

    @Test
    void a_company_under_its_customers_is_left_alone() {
        Seen seen = score(
                seat("h1", "H").says("a", 2),
                seat("x1", "X").says("a", 5),
                seat("x2", "X").says("a", 5),
                seat("x3", "X").says("a", 5));
        assertThat(seen.item("a")).isEqualTo(25);
        assertThat(seen.flags("A")).isEmpty();
    }

    @Test
    void the_cap_itself_is_reached_without_a_flag() {
        // Customers 100, 75, 50, 25: mean 62.5, cap 75.
        Seen seen = score(
                seat("h1", "H").says("a", 4),
                seat("x1", "X").says("a", 5),
                seat("x2", "X").says("a", 4),
                seat("x3", "X").says("a", 3),
                seat("x4", "X").says("a", 2));
        assertThat(seen.item("a")).isEqualTo(75);
        assertThat(seen.flags("A")).isEmpty();
    }

    @Test
    void the_neutral_mean_that_stands_for_both_sides_is_capped_too() {
        Seen seen = score(
                seat("n1", "N").says("a", 5),
                seat("x1", "X").says("a", 1),
                seat("x2", "X").says("a", 1),
                seat("x3", "X").says("a", 1));
        assertThat(seen.itemHq("a")).isEqualTo(12.5);
        assertThat(seen.itemGenba("a")).isEqualTo(12.5);
    }

    @Test
    void claimed_is_capped_by_claimed_and_evidenced_by_evidenced() {
        // Without evidence headquarters counts 50 and claims 100. Customers' mean 25, cap 37.5 for both.
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H", "X").evidence()))
                .score(
                        seat("h1", "H").says("a", 5),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 2),
                        seat("x3", "X").says("a", 2));
        assertThat(seen.claimedItem("a")).isEqualTo(37.5);
        assertThat(seen.item("a")).isEqualTo(37.5);
        // With customers at 75 the cap of 87.5 lowers the claim of 100 and leaves the evidenced 50.
        Seen mild = Tiny.of(leaf("A", rubric("a").asked("H", "X").evidence()))
                .score(
                        seat("h1", "H").says("a", 5),
                        seat("x1", "X").says("a", 4),
                        seat("x2", "X").says("a", 4),
                        seat("x3", "X").says("a", 4));
        assertThat(mild.claimedItem("a")).isEqualTo(87.5);
        assertThat(mild.item("a")).isEqualTo(50);
        assertThat(mild.flags("A")).containsExactly("capped-by-customers");
    }

    @Test
    void what_is_asked_of_customers_alone_has_no_cap() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("X")))
                .score(
                        seat("x1", "X").says("a", 1),
                        seat("x2", "X").says("a", 1),
                        seat("x3", "X").says("a", 5));
        assertThat(seen.item("a")).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(seen.flags("A")).isEmpty();
    }

    @Test
    void customers_alone_do_not_answer_a_mixed_question() {
        Seen seen = score(
                seat("x1", "X").says("a", 5),
                seat("x2", "X").says("a", 5),
                seat("x3", "X").says("a", 5));
        assertThat(seen.state("a")).isEqualTo("skipped");
        assertThat(seen.node("A")).isNaN();
        assertThat(seen.answers("a")).containsExactly(100.0, 100.0, 100.0);
    }
}
