package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.all;
import static org.moatmark.core.Tiny.answer;
import static org.moatmark.core.Tiny.any;
import static org.moatmark.core.Tiny.gap;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.reference;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.questionnaire.Condition.Comparison.AT_LEAST;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.AppliesTo;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Condition;
import org.moatmark.core.questionnaire.Market;

/** Rule S11: lists of conditions, and what drops out of them. */
class S11GroupsTest {

    @Test
    void parts_of_all_and_any_are_needs_of_their_own() {
        var tiny = Tiny.of(leaf("A", percent("a"), percent("b"), percent("c")))
                .gate("A", 2, all(itemAtLeast("a", 50), any(itemAtLeast("b", 50), itemAtLeast("c", 60))));
        Seen seen = tiny.score(seat("h1", "H").says("a", 90).says("b", 40).says("c", 40));
        assertThat(seen.progress("A")).isEqualTo(0.0);
        // Of 'all' only what fails, of 'any' every branch that would do.
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item b 40.0 -> 50.0; item c 40.0 -> 60.0]");
        assertThat(tiny.score(seat("h1", "H").says("a", 90).says("b", 40).says("c", 60))
                        .level("A"))
                .isEqualTo(2);
    }

    @Test
    void a_condition_drops_out_where_its_item_is_excluded() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b").only(CompanySize.SMALL)))
                .gate("A", 2, itemAtLeast("a", 50), itemAtLeast("b", 50), answer("b", AT_LEAST, 50))
                .gate("A", 3, itemAtLeast("a", 99), itemAtLeast("b", 50))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.level("A")).isEqualTo(2);
        // It leaves the count of progress, too: one condition is left, and it fails.
        assertThat(seen.progress("A")).isEqualTo(0.0);
        assertThat(seen.blocking("A")).containsExactly("3 A on 3 [item a 60.0 -> 99.0]");
    }

    @Test
    void a_condition_drops_out_where_all_items_of_its_node_are_excluded() {
        Seen seen = Tiny.of(
                        leaf("A", percent("a")), leaf("B", percent("b").only(CompanySize.SMALL)), reference("R", "B"))
                .gate("A", 2, nodeAtLeast("B", 50), level("B", 2), gap("B", 1), nodeAtLeast("R", 50))
                .gate("B", 2, itemAtLeast("b", 50))
                .score(seat("h1", "H").says("a", 60));
        // A list that becomes empty does not block.
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void a_condition_drops_out_where_it_is_meant_for_others() {
        var tiny = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, nodeAtLeast("A", 20), nodeAtLeast("A", 90, CompanySize.SMALL));
        assertThat(tiny.company(CompanySize.LARGE, null)
                        .score(seat("h1", "H").says("a", 60))
                        .level("A"))
                .isEqualTo(2);
        assertThat(tiny.company(CompanySize.SMALL, null)
                        .score(seat("h1", "H").says("a", 60))
                        .level("A"))
                .isEqualTo(1);
        // Where the size is not known nothing drops out.
        assertThat(tiny.company(null, null).score(seat("h1", "H").says("a", 60)).level("A"))
                .isEqualTo(1);
    }

    @Test
    void parts_drop_out_of_all_and_any_and_an_empty_list_does_not_block() {
        var mine = nodeAtLeast("A", 20);
        var theirs = nodeAtLeast("A", 90, CompanySize.SMALL);
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, all(mine, theirs), any(mine, theirs), any(theirs), all(theirs))
                .gate("A", 3, any(theirs, nodeAtLeast("A", 70)))
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.level("A")).isEqualTo(2);
        assertThat(seen.blocking("A")).containsExactly("3 A on 3 [node A 60.0 -> 70.0]");
    }

    @Test
    void a_group_of_conditions_may_be_meant_for_others_as_a_whole() {
        Condition group = new Condition.All(
                List.of(nodeAtLeast("A", 99)), new AppliesTo(Set.of(CompanySize.SMALL), Set.of(Market.B2C)));
        Seen seen = Tiny.of(leaf("A", percent("a")))
                .gate("A", 2, group)
                .score(seat("h1", "H").says("a", 60));
        assertThat(seen.level("A")).isEqualTo(2);
    }

    @Test
    void what_respondents_call_not_applicable_does_not_open_a_gate() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .gate("A", 2, itemAtLeast("b", 10))
                .score(seat("h1", "H").says("a", 60).callsNotApplicable("b"));
        assertThat(seen.node("A")).isEqualTo(60);
        assertThat(seen.blocking("A")).containsExactly("2 A on 2 [item b none -> 10.0]");
    }
}
