package org.moatmark.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.moatmark.core.Tiny.agreement;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.number;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.peak;
import static org.moatmark.core.Tiny.reversed;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.share;
import static org.moatmark.core.Tiny.sum;
import static org.moatmark.core.Tiny.words;
import static org.moatmark.core.Tiny.yesNo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.response.AnswerValue;

/** Rule S1: from an answer to its score 0-100, as the questionnaire format says. */
class S01ItemScoreTest {

    private static double score(Tiny.Ask item, double answer) {
        return AnswerScale.score(item.build(), new AnswerValue.Number(answer));
    }

    private static double score(Tiny.Ask item, String... options) {
        return AnswerScale.score(item.build(), new AnswerValue.SomeOptions(List.of(options)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 25", "3, 50", "4, 75", "5, 100"})
    void a_rubric_anchor_is_a_quarter_step(double anchor, double expected) {
        // (x - 1) / 4 * 100
        assertThat(score(rubric("a"), anchor)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 7, 0", "4, 7, 50", "7, 7, 100", "3, 5, 50", "2, 2, 100", "1, 2, 0"})
    void a_point_of_an_agreement_scale_is_its_part_of_the_way_to_the_top(double point, int points, double expected) {
        // (x - 1) / (points - 1) * 100: point 4 of 7 is 3/6
        assertThat(score(agreement("a", points), point)).isEqualTo(expected);
    }

    @Test
    void a_reversed_scale_is_taken_from_one_hundred() {
        // Point 3 of 7: 2/6 * 100 = 33.333; reversed 66.667
        assertThat(score(reversed("a", 7), 3)).isCloseTo(66.0 + 2.0 / 3, within(1e-9));
        assertThat(score(reversed("a", 7), 7)).isEqualTo(0);
        assertThat(score(reversed("a", 7), 1)).isEqualTo(100);
    }

    @Test
    void no_is_zero_and_yes_is_one_hundred() {
        assertThat(AnswerScale.score(yesNo("a").build(), new AnswerValue.YesNo(false)))
                .isEqualTo(0);
        assertThat(AnswerScale.score(yesNo("a").build(), new AnswerValue.YesNo(true)))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", // the worst end
        "5, 12.5", // half way to cut 1
        "10, 25", // cut 1
        "20, 37.5", // half way from 10 to 30
        "30, 50", // cut 2
        "45, 68.75", // 50 + 25 * (45 - 30) / (50 - 30)
        "50, 75", // cut 3
        "60, 87.5", // half way from 50 to 70
        "70, 100", // cut 4
        "100, 100" // flat beyond
    })
    void rising_cuts_are_joined_by_straight_lines(double answer, double expected) {
        assertThat(score(number("a", 0, 100, 10, 30, 50, 70), answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0", // the worst end is the maximum
        "85, 12.5", // half way from 100 to 70
        "70, 25",
        "60, 37.5",
        "50, 50",
        "30, 75",
        "15, 100",
        "0, 100" // flat below
    })
    void falling_cuts_count_from_the_maximum(double answer, double expected) {
        assertThat(score(number("a", 0, 100, 70, 50, 30, 15), answer)).isEqualTo(expected);
    }

    @Test
    void a_first_cut_on_the_worst_end_scores_twenty_five_there() {
        assertThat(score(number("rising", 0, 10, 0, 2, 4, 8), 0)).isEqualTo(25);
        assertThat(score(number("rising", 0, 10, 0, 2, 4, 8), 1)).isEqualTo(37.5);
        assertThat(score(number("falling", 0, 10, 10, 8, 4, 2), 10)).isEqualTo(25);
        assertThat(score(number("falling", 0, 10, 10, 8, 4, 2), 9)).isEqualTo(37.5);
    }

    @Test
    void cuts_may_lie_below_zero() {
        // Cuts -10, 0, 15, 30 from -100: -5 is half way from 25 to 50; -55 half way from -100 to -10.
        assertThat(score(number("a", -100, 100, -10, 0, 15, 30), -5)).isEqualTo(37.5);
        assertThat(score(number("a", -100, 100, -10, 0, 15, 30), -55)).isEqualTo(12.5);
    }

    @ParameterizedTest
    @CsvSource({
        "40, 100", // cut 4
        "45, 100", // upper itself
        "67.5, 75", // half way from 45 to 90
        "90, 50", // min(2 * 45, 100) = 90
        "100, 50" // and it stays there
    })
    void above_upper_the_score_falls_to_fifty_at_twice_upper(double answer, double expected) {
        assertThat(score(peak("a", 0, 100, 45, 10, 20, 30, 40), answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"80, 100", "90, 75", "100, 50"})
    void above_upper_the_score_falls_to_fifty_at_the_maximum_where_that_comes_first(double answer, double expected) {
        // min(2 * 80, 100) = 100: 90 is half way.
        assertThat(score(peak("a", 0, 100, 80, 10, 30, 50, 70), answer)).isEqualTo(expected);
    }

    @Test
    void an_upper_on_the_maximum_never_lowers_a_score() {
        assertThat(score(peak("a", 0, 100, 100, 10, 30, 50, 70), 100)).isEqualTo(100);
    }

    @Test
    void an_upper_on_the_fourth_cut_is_the_only_top() {
        // Up to 40 rising, from 40 on falling to 50 at 80.
        assertThat(score(peak("a", 0, 100, 40, 10, 20, 30, 40), 35)).isEqualTo(87.5);
        assertThat(score(peak("a", 0, 100, 40, 10, 20, 30, 40), 40)).isEqualTo(100);
        assertThat(score(peak("a", 0, 100, 40, 10, 20, 30, 40), 60)).isEqualTo(75);
    }

    @Test
    void a_choice_is_worth_its_option() {
        var item = choice("a", option("none", 0), option("some", 40), option("all", 100))
                .build();
        assertThat(AnswerScale.score(item, new AnswerValue.OneOption("some"))).isEqualTo(40);
    }

    @Test
    void choices_by_share_are_the_chosen_part_of_all_scores() {
        // (1 + 3) / (1 + 1 + 3 + 5) = 40 %
        var item = share("a", option("p", 1), option("q", 1), option("r", 3), option("s", 5));
        assertThat(score(item, "p", "r")).isEqualTo(40);
        assertThat(score(item)).isEqualTo(0);
        assertThat(score(item, "s", "r", "q", "p")).isEqualTo(100);
    }

    @Test
    void choices_by_share_of_nothing_are_zero() {
        assertThat(score(share("a", option("p", 0), option("q", 0)), "p")).isEqualTo(0);
    }

    @Test
    void choices_by_sum_add_up_and_stay_within_the_scale() {
        var item = sum("a", option("p", 30), option("q", 60), option("r", 50), option("s", -40));
        assertThat(score(item, "p", "q")).isEqualTo(90);
        assertThat(score(item, "q", "r")).isEqualTo(100);
        assertThat(score(item, "s")).isEqualTo(0);
        assertThat(score(item, "p", "s", "r")).isEqualTo(40);
    }

    @Test
    void words_are_in_no_sum() {
        Seen seen = Tiny.of(leaf("A", words("w"), rubric("a")))
                .score(seat("h1", "H").writes("w", "hello").says("a", 3));
        assertThat(seen.state("w")).isEqualTo("answered");
        assertThat(seen.item("w")).isNaN();
        assertThat(seen.gain("w")).isNull();
        assertThat(seen.result().item("w").respondents()).isEmpty();
        assertThat(seen.coverage("A")).isEqualTo(1.0);
        assertThat(seen.node("A")).isEqualTo(50);
        assertThat(seen.result().node("A").contributions()).hasSize(1);
    }

    @Test
    void an_answer_off_the_scale_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(rubric("a"), 6))
                .withMessage("Item 'a': answer 6.0 is not on its scale.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(rubric("a"), 2.5))
                .withMessage("Item 'a': answer 2.5 is not on its scale.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(agreement("a", 7), 0))
                .withMessage("Item 'a': answer 0.0 is not on its scale.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(number("a", 0, 100, 10, 30, 50, 70), 100.5))
                .withMessage("Item 'a': answer 100.5 is not on its scale.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(share("a", option("p", 1)), "q"))
                .withMessage("Item 'a': answer q is not on its scale.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AnswerScale.score(choice("a", option("p", 1)).build(), new AnswerValue.OneOption("q")))
                .withMessage("Item 'a': answer q is not on its scale.");
    }

    @Test
    void an_answer_of_another_kind_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerScale.score(rubric("a").build(), new AnswerValue.YesNo(true)))
                .withMessage("Item 'a': an answer of this kind does not fit a rubric item.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerScale.score(words("a").build(), new AnswerValue.FreeText("x")))
                .withMessage("Item 'a': an answer of this kind does not fit a text item.");
    }
}
