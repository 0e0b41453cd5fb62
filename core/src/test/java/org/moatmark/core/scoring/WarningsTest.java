package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;

/** What the owner of the answers is told, in full. */
class WarningsTest {

    private static Issue only(Seen seen, String code) {
        return seen.result().warnings().stream()
                .filter(one -> one.code().equals(code))
                .reduce((one, other) -> {
                    throw new AssertionError("Two warnings '" + code + "'");
                })
                .orElseThrow();
    }

    @Test
    void ignored_answers_are_named_in_the_order_of_the_questionnaire_whatever_the_order_of_answers() {
        // S10: the order of map keys never changes a result.
        var tiny = Tiny.of(leaf(
                "A", rubric("a").asked("H"), rubric("b").asked("H"), rubric("c").asked("G")));
        Seen one = tiny.score(seat("g1", "G").says("a", 3).says("b", 3).says("c", 3));
        Seen other = tiny.score(seat("g1", "G").says("c", 3).says("b", 3).says("a", 3));
        assertThat(other.result().warnings()).isEqualTo(one.result().warnings());
    }

    @Test
    void an_ignored_answer_says_whose_it_is_and_what_to_do() {
        Seen seen = Tiny.of(leaf("A", rubric("a").asked("H"), rubric("b").asked("G")))
                .score(seat("g1", "G").says("a", 3).says("b", 3));
        assertThat(only(seen, "answer-not-asked"))
                .isEqualTo(new Issue(
                        "answer-not-asked",
                        "/respondents/g1/answers/a",
                        new Words(
                                "Seat 'g1' answered item 'a', which its informant kind is not asked; the answer is"
                                        + " ignored.",
                                "回答枠「g1」の回答者区分には設問「a」は割り当てられていません。回答は算入しません。"),
                        new Words(
                                "Leave the answer out, or add the informant kind to the seat.",
                                "回答を外すか、回答枠に該当する回答者区分を加えてください。")));
    }

    @Test
    void an_excluded_answer_says_whose_it_is_and_what_to_do() {
        Seen seen = Tiny.of(leaf("A", rubric("a").only(CompanySize.SMALL), rubric("b")))
                .score(seat("g1", "G").says("a", 3).says("b", 3));
        Issue warning = only(seen, "answer-excluded");
        assertThat(warning.path()).isEqualTo("/respondents/g1/answers/a");
        assertThat(warning.message().en())
                .isEqualTo("Seat 'g1' answered item 'a', which is not meant for a company of this size or market; the"
                        + " answer is ignored.");
        assertThat(warning.hint().en()).isEqualTo("Leave the answer out, or correct the company's size or market.");
    }

    @Test
    void only_an_answer_is_worth_a_warning_where_an_item_is_excluded() {
        Seen seen = Tiny.of(leaf("A", rubric("a").only(CompanySize.SMALL), rubric("b")))
                .score(seat("g1", "G").doesNotKnow("a").says("b", 3));
        assertThat(seen.warnings()).containsExactly("one-respondent");
    }

    @Test
    void unknown_facts_of_the_company_are_named_where_something_depends_on_them() {
        Seen none = Tiny.of(leaf("A", rubric("a")))
                .company(null, null)
                .score(seat("g1", "G").says("a", 3));
        assertThat(none.warnings()).containsExactly("one-respondent");
        Seen size = Tiny.of(leaf("A", rubric("a").only(CompanySize.SMALL)))
                .company(null, null)
                .score(seat("g1", "G").says("a", 3));
        assertThat(size.warnings()).containsExactly("company-size-unknown", "one-respondent");
        assertThat(only(size, "company-size-unknown").message().en())
                .isEqualTo("The company's size is not given, so that nothing is excluded because of it.");
        assertThat(only(size, "company-size-unknown").path()).isEqualTo("/company/size");
        Seen market = Tiny.of(leaf("A", rubric("a").only(Market.B2B)))
                .company(CompanySize.SMALL, null)
                .score(seat("g1", "G").says("a", 3));
        assertThat(market.warnings()).containsExactly("company-market-unknown", "one-respondent");
        // A condition counts as well as an item.
        Seen gate = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, Tiny.all(Tiny.nodeAtLeast("A", 10, CompanySize.SMALL)))
                .company(null, null)
                .score(seat("g1", "G").says("a", 3));
        assertThat(gate.warnings()).containsExactly("company-size-unknown", "one-respondent");
    }

    @Test
    void a_single_informant_is_called_indicative() {
        Seen seen = Tiny.of(leaf("A", rubric("a"))).score(seat("g1", "G").says("a", 3));
        assertThat(only(seen, "one-respondent").message())
                .isEqualTo(new Words(
                        "Only one respondent is present: single informant - indicative. No interval, agreement or gap is"
                                + " computed.",
                        "回答者が一人のため、結果は参考値です。区間、一致度、認識差は計算しません。"));
    }

    @Test
    void a_missing_result_of_another_questionnaire_is_named_once() {
        Seen seen = Tiny.of(leaf("A", rubric("a")))
                .gate("A", 2, Tiny.other("business", "D1", 60), Tiny.other("business", "D2", 60))
                .staging(2, Tiny.any(Tiny.other("outside", "M", 60), Tiny.other("business", "D1", 10)))
                .given("outside", "M", 70)
                .score(seat("g1", "G").says("a", 3));
        assertThat(seen.warnings()).containsExactly("one-respondent", "other-not-evaluable");
        assertThat(only(seen, "other-not-evaluable").message().en())
                .isEqualTo(
                        "Conditions on questionnaire 'business' are not evaluable: no result of it was given, so they"
                                + " do not hold.");
    }

    @Test
    void seats_and_items_are_escaped_in_a_path() {
        Seen seen = Tiny.of(leaf("A", rubric("a/b").asked("H"), rubric("b").asked("G")))
                .score(seat("g~1", "G").says("a/b", 3).says("b", 3));
        assertThat(seen.result().warnings().stream().map(Issue::path).toList())
                .isEqualTo(List.of("/respondents", "/respondents/g~01/answers/a~1b"));
    }
}
