package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.words;
import static org.moatmark.core.Tiny.yesNo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;

/** Rule S3: who is present, what became of an item, and what leaves the sums. */
class S03StatesTest {

    @Test
    void a_respondent_with_an_answer_or_a_state_is_present() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 3),
                        seat("h2", "H").doesNotKnow("a"),
                        seat("h3", "H").callsNotApplicable("b"),
                        seat("h4", "H"));
        assertThat(seen.result().respondents()).containsOnlyKeys("H").containsEntry("H", 3);
    }

    @Test
    void an_answer_to_what_one_is_not_asked_makes_nobody_present_and_is_ignored_with_a_warning() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H"), rubric("b").asked("G")))
                .score(seat("h1", "H").says("a", 3), seat("g1", "G").says("a", 5));
        assertThat(seen.result().respondents()).containsOnlyKeys("H");
        assertThat(seen.node("A")).isEqualTo(50);
        assertThat(seen.state("b")).isEqualTo("notAsked");
        assertThat(seen.warnings()).containsExactly("one-respondent", "answer-not-asked");
        assertThat(seen.result().warnings().get(1).path()).isEqualTo("/respondents/g1/answers/a");
    }

    @Test
    void somebody_with_several_kinds_counts_for_each() {
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .score(seat("owner", "C", "H", "N").says("a", 3));
        assertThat(seen.result().respondents()).containsOnlyKeys("C", "H", "N").containsEntry("N", 1);
    }

    @Test
    void an_item_is_answered_if_anyone_answered() {
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .score(
                        seat("h1", "H").callsNotApplicable("a"),
                        seat("h2", "H").callsNotApplicable("a"),
                        seat("h3", "H").says("a", 2));
        assertThat(seen.state("a")).isEqualTo("answered");
        assertThat(seen.item("a")).isEqualTo(25);
    }

    @Test
    void not_applicable_needs_more_voices_than_dont_know_and_skipped_together() {
        var tiny = Tiny.of(leaf("A", rubric("a"), rubric("b")));
        // 2 not applicable against 1 don't know
        assertThat(tiny.score(
                                seat("h1", "H").callsNotApplicable("a").says("b", 3),
                                seat("h2", "H").callsNotApplicable("a").says("b", 3),
                                seat("h3", "H").doesNotKnow("a").says("b", 3))
                        .state("a"))
                .isEqualTo("notApplicable");
        // 1 against 1 don't know
        assertThat(tiny.score(
                                seat("h1", "H").callsNotApplicable("a").says("b", 3),
                                seat("h2", "H").doesNotKnow("a").says("b", 3))
                        .state("a"))
                .isEqualTo("dontKnow");
        // 1 against 1 skipped
        assertThat(tiny.score(
                                seat("h1", "H").callsNotApplicable("a").says("b", 3),
                                seat("h2", "H").says("b", 3))
                        .state("a"))
                .isEqualTo("skipped");
        // 2 against 1 don't know and 1 skipped
        assertThat(tiny.score(
                                seat("h1", "H").callsNotApplicable("a").says("b", 3),
                                seat("h2", "H").callsNotApplicable("a").says("b", 3),
                                seat("h3", "H").doesNotKnow("a").says("b", 3),
                                seat("h4", "H").says("b", 3))
                        .state("a"))
                .isEqualTo("dontKnow");
    }

    @Test
    void only_those_who_are_asked_have_a_voice() {
        // g1 is not asked 'a', so that his silence is no skipping.
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H"), rubric("b")))
                .score(
                        seat("h1", "H").callsNotApplicable("a").says("b", 3),
                        seat("g1", "G").says("b", 3),
                        seat("g2", "G").says("b", 3));
        assertThat(seen.state("a")).isEqualTo("notApplicable");
    }

    @Test
    void the_absent_have_no_voice() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b")))
                .score(seat("h1", "H").callsNotApplicable("a").says("b", 3), seat("h2", "H"), seat("h3", "H"));
        assertThat(seen.state("a")).isEqualTo("notApplicable");
    }

    @Test
    void customers_answer_only_what_is_asked_of_customers_alone() {
        Seen seen = Tiny.of(leaf(
                        "A", rubric("mixed").asked("H", "X"), rubric("theirs").asked("X"), rubric("ours")))
                .score(
                        seat("h1", "H").says("ours", 3),
                        seat("x1", "X").says("mixed", 4).says("theirs", 4));
        assertThat(seen.state("mixed")).isEqualTo("skipped");
        assertThat(seen.state("theirs")).isEqualTo("answered");
        assertThat(seen.item("theirs")).isEqualTo(75);
    }

    @Test
    void dont_know_and_skipped_are_missing_and_never_a_zero() {
        // Three items, two answered 4 (75): the score is 75, and only coverage falls to 2/3.
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c")))
                .score(seat("h1", "H").says("a", 4).says("b", 4).doesNotKnow("c"));
        assertThat(seen.node("A")).isEqualTo(75);
        assertThat(seen.coverage("A")).isEqualTo(2.0 / 3);
        assertThat(seen.state("c")).isEqualTo("dontKnow");
        assertThat(seen.item("c")).isNaN();
    }

    @Test
    void not_applicable_leaves_numerator_and_denominator() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), rubric("c").weight(5)))
                .score(seat("h1", "H").says("a", 4).says("b", 3).callsNotApplicable("c"));
        assertThat(seen.node("A")).isEqualTo(62.5);
        assertThat(seen.coverage("A")).isEqualTo(1.0);
        assertThat(seen.bounds("A")).isEqualTo("62.5-62.5");
    }

    @Test
    void an_excluded_item_leaves_even_if_it_was_answered_and_says_so() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("big").only(CompanySize.LARGE)))
                .company(CompanySize.SMALL, Market.B2B)
                .score(
                        seat("h1", "H").says("a", 4).says("big", 1),
                        seat("h2", "H").says("a", 4));
        assertThat(seen.state("big")).isEqualTo("excluded");
        assertThat(seen.node("A")).isEqualTo(75);
        assertThat(seen.result().item("big").respondents()).isEmpty();
        assertThat(seen.warnings()).containsExactly("answer-excluded");
        assertThat(seen.result().warnings().get(0).path()).isEqualTo("/respondents/h1/answers/big");
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL, B2B, answered",
        "LARGE, B2B, excluded",
        "SMALL, B2C, excluded",
        "LARGE, B2C, excluded",
        "SMALL, BOTH, answered",
        "LARGE, BOTH, excluded"
    })
    void size_and_market_must_both_fit_and_a_market_of_both_fits_either(CompanySize size, Market market, String state) {
        Seen seen = Tiny.of(leaf(
                        "A", rubric("a"), rubric("b").only(CompanySize.SMALL).only(Market.B2B)))
                .company(size, market)
                .score(seat("h1", "H").says("a", 4).says("b", 4));
        assertThat(seen.state("b")).isEqualTo(state);
    }

    @Test
    void what_is_not_known_of_a_company_excludes_nothing_and_is_a_warning() {
        var tiny = Tiny.of(
                leaf("A", rubric("a").only(CompanySize.SMALL), rubric("b").only(Market.B2B)));
        Seen seen = tiny.company(null, null)
                .score(
                        seat("h1", "H").says("a", 4).says("b", 4),
                        seat("h2", "H").says("a", 4));
        assertThat(seen.state("a")).isEqualTo("answered");
        assertThat(seen.state("b")).isEqualTo("answered");
        assertThat(seen.warnings()).containsExactly("company-size-unknown", "company-market-unknown");
        // The size alone still excludes.
        Seen large = tiny.company(CompanySize.LARGE, null)
                .score(seat("h1", "H").says("a", 4).says("b", 4));
        assertThat(large.state("a")).isEqualTo("excluded");
        assertThat(large.state("b")).isEqualTo("answered");
    }

    @Test
    void the_short_form_leaves_out_what_is_not_core() {
        // 'b' is in no sum and no bound; node B is empty by it.
        Seen seen = Tiny.of(leaf("A", rubric("a").core(), rubric("b")), leaf("B", rubric("c")))
                .shortForm()
                .score(seat("h1", "H").says("a", 4), seat("h2", "H").says("a", 4));
        assertThat(seen.state("b")).isEqualTo("leftOut");
        assertThat(seen.node("A")).isEqualTo(75);
        assertThat(seen.bounds("A")).isEqualTo("75.0-75.0");
        assertThat(seen.coverage("A")).isEqualTo(1.0);
        assertThat(seen.status("B")).isEqualTo("leftOut");
        assertThat(seen.bounds("B")).isEqualTo("none");
        assertThat(seen.coverage("B")).isNull();
        assertThat(seen.index()).isEqualTo(75);
        assertThat(seen.indexBounds()).isEqualTo("75.0-75.0");
    }

    @Test
    void a_node_that_keeps_only_what_does_not_apply_is_not_applicable_in_the_short_form() {
        // 'c' is left out by the form, 'd' is core but not meant for a large company: of B nothing is left out alone.
        Seen seen = Tiny.of(
                        leaf("A", rubric("a").core()),
                        leaf("B", rubric("c"), rubric("d").core().only(CompanySize.SMALL)))
                .company(CompanySize.LARGE, Market.B2B)
                .shortForm()
                .score(seat("h1", "H").says("a", 4), seat("h2", "H").says("a", 4));
        assertThat(seen.status("B")).isEqualTo("notApplicable");
        assertThat(seen.index()).isEqualTo(75);
    }

    @Test
    void an_excluded_item_stays_excluded_in_the_short_form() {
        Seen seen = Tiny.of(leaf("A", rubric("a").core(), rubric("b").only(CompanySize.SMALL)))
                .shortForm()
                .score(seat("h1", "H").says("a", 4));
        assertThat(seen.state("b")).isEqualTo("excluded");
    }

    @Test
    void a_node_whose_items_are_all_excluded_or_not_applicable_does_not_apply() {
        Seen seen = Tiny.of(
                        leaf("A", rubric("a")), leaf("B", rubric("b").only(CompanySize.SMALL), yesNo("c"), words("w")))
                .score(seat("h1", "H").says("a", 4).callsNotApplicable("c"));
        assertThat(seen.status("B")).isEqualTo("notApplicable");
        assertThat(seen.reason("B")).isEqualTo("not-applicable");
        assertThat(seen.bounds("B")).isEqualTo("none");
        assertThat(seen.index()).isEqualTo(75);
        assertThat(seen.indexStatus()).isEqualTo("full");
    }
}
