package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.moatmark.core.Tiny.informants;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.issue.Words;

/** What is missing for better claims, in cases small enough to see it. */
class BetterClaimsTest {

    private static List<String> english(Tiny tiny, Tiny.Voice... voices) {
        return tiny.score(voices).result().betterClaims().stream()
                .map(one -> one.message().en())
                .toList();
    }

    private static List<String> japanese(Tiny tiny, Tiny.Voice... voices) {
        return tiny.score(voices).result().betterClaims().stream()
                .map(one -> one.message().ja())
                .toList();
    }

    @Test
    void a_level_waits_for_people_of_a_kind() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a").asked("H")))
                .staging(2, itemAtLeast("a", 25))
                .staging(3, informants("G", 2), informants("H", 2))
                .staging(4, informants("H", 4));
        Tiny.Voice[] two = {seat("h1", "H").says("a", 5), seat("h2", "H").says("a", 5)};
        assertThat(english(tiny, two))
                .containsExactly(
                        "2 more of 'Genba', answering all that they are asked, would allow level 3 of the organisation, as"
                                + " far as everything else holds.",
                        "2 more of 'Headquarters' and 2 more of 'Genba', answering all that they are asked, would allow"
                                + " level 4 of the organisation, as far as everything else holds.");
        assertThat(japanese(tiny, two))
                .first()
                .isEqualTo("「Genba」の回答者があと2人いて、割り当てられた設問すべてに回答すれば、他の条件がすべて満たされる限り、組織のレベル3が可能になります。");
    }

    @Test
    void of_several_ways_the_one_that_takes_the_fewest_people_is_named_and_none_if_one_takes_nobody() {
        Tiny.Voice voice = seat("h1", "H").says("a", 1);
        Tiny.Voice other = seat("h2", "H").says("a", 1);
        Tiny people =
                Tiny.of(leaf("A", rubric("a").asked("H"))).staging(2, Tiny.any(informants("G", 3), informants("X", 1)));
        assertThat(people.score(voice, other).result().betterClaims())
                .extracting(BetterClaim::people)
                .containsExactly(List.of(new MorePeople("X", null, 0, 1, List.of())));
        Tiny answers = Tiny.of(leaf("A", rubric("a").asked("H")))
                .staging(2, Tiny.any(informants("G", 3), itemAtLeast("a", 50)));
        assertThat(answers.score(voice, other).result().betterClaims()).isEmpty();
    }

    @Test
    void one_respondent_has_no_interval_and_a_capped_level() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a").asked("H")))
                .staging(2, itemAtLeast("a", 25))
                .staging(3, itemAtLeast("a", 50));
        assertThat(english(tiny, seat("h1", "H").says("a", 5)))
                .containsExactly(
                        "1 more respondent, answering all that they are asked, would allow level 3 of the organisation, as"
                                + " far as everything else holds.",
                        "1 more respondent, answering all that they are asked, would allow intervals.",
                        "1 more of 'Headquarters', answering all that they are asked, would allow saying whether people of"
                                + " headquarters agree on A.");
    }

    @Test
    void a_node_waits_for_the_heaviest_of_what_was_left_open() {
        Tiny tiny = Tiny.of(leaf("A", yesNo("a"), yesNo("b").weight(2), yesNo("c")));
        assertThat(english(
                        tiny, seat("n1", "N").says("a", true), seat("n2", "N").doesNotKnow("b")))
                .containsExactly(
                        "The same status of A would allow full status of the index.",
                        "Answers to b would allow full status of A.");
    }

    @Test
    void a_node_waits_for_kinds_of_people_who_are_not_there() {
        Tiny tiny = Tiny.of(
                leaf(
                        "A",
                        yesNo("a").asked("N"),
                        yesNo("b").asked("C"),
                        yesNo("c").asked("G")),
                leaf("B", yesNo("d").asked("N")));
        assertThat(tiny.score(
                                seat("n1", "N").says("a", true).says("d", true),
                                seat("n2", "N").says("a", true))
                        .result()
                        .betterClaims())
                .extracting(BetterClaim::people, one -> one.allows().toString())
                .contains(tuple(
                        List.of(new MorePeople("C", null, 0, 1, List.of())),
                        "BetterStatus[status=FULL, nodes=[A], index=false]"));
    }

    @Test
    void a_thin_side_waits_for_its_own_answers_and_a_missing_one_for_somebody() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c"), rubric("d")));
        assertThat(english(
                        tiny,
                        seat("h1", "H").says("a", 3).says("b", 3).says("c", 3).says("d", 3),
                        seat("h2", "H").says("a", 3).says("b", 3).says("c", 3).says("d", 3),
                        seat("g1", "G").says("a", 3)))
                .contains("Answers of the genba to b would allow a view of the genba on A.");
        assertThat(english(
                        tiny,
                        seat("h1", "H").says("a", 3).says("b", 3).says("c", 3).says("d", 3),
                        seat("h2", "H").says("a", 3).says("b", 3).says("c", 3).says("d", 3)))
                .containsExactly(
                        "1 more of 'Genba', answering all that they are asked, would allow a view of the genba on A.",
                        "2 more of 'Genba', answering all that they are asked, would allow comparing headquarters and genba"
                                + " on A.");
    }

    @Test
    void a_gap_waits_for_people_in_each_group() {
        // Views 4, 3.5 against 2.5, 3: a pooled standard deviation of 0.354. Three a side could show 3.76 * 0.354 *
        // sqrt(2/3)
        // = 1.09 and no less, four 3.37 * 0.354 * sqrt(2/4) = 0.84.
        // show 0.9.
        Tiny tiny = Tiny.of(leaf("A", rubric("a"), rubric("b")));
        assertThat(english(
                        tiny,
                        seat("h1", "H").says("a", 4).says("b", 4),
                        seat("h2", "H").says("a", 3).says("b", 4),
                        seat("g1", "G").says("a", 2).says("b", 3),
                        seat("g2", "G").says("a", 3).says("b", 3)))
                .containsExactly(
                        "2 more of headquarters and 2 more of the genba, as spread as those who answered, would"
                                + " allow showing a gap of 1.00 steps, if there is one, between headquarters and genba on A.");
    }

    @Test
    void units_with_fewer_people_are_asked_first() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a").asked("H", "G"))).staging(2, informants("G", 4));
        assertThat(english(
                        tiny,
                        Tiny.seatIn("Kyoto", "g1", "G").says("a", 3),
                        Tiny.seatIn("Osaka", "g2", "G").says("a", 3),
                        Tiny.seatIn("Osaka", "g3", "G").says("a", 3)))
                .first()
                .isEqualTo(
                        "1 more of 'Genba' (best from Kyoto), answering all that they are asked, would allow level 2 of"
                                + " the organisation, as far as everything else holds.");
    }

    @Test
    void the_short_form_says_that_the_full_one_would_allow_more() {
        Tiny tiny = Tiny.of(leaf("A", yesNo("a").core(), yesNo("b"))).shortForm();
        assertThat(english(
                        tiny, seat("n1", "N").says("a", true), seat("n2", "N").says("a", true)))
                .containsExactly("The full form instead of the short one would allow full status of the index.");
    }

    @Test
    void a_claim_misses_something_and_people_are_at_least_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetterClaim(
                        List.of(), List.of(), List.of(), false, new Allowed.Intervals(), new Words("Nothing.", "なし。")))
                .withMessage("A claim for which nothing is missing can be made already.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MorePeople("G", null, 1, 0, List.of()))
                .withMessage("More people are at least one, beside none or more, not 0 beside 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MorePeople("G", "genba", 1, 1, List.of()))
                .withMessage("More people are of kind 'G' or of the group 'genba', not of both.");
    }
}
