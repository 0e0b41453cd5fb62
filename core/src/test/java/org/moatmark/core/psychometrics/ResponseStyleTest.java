package org.moatmark.core.psychometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moatmark.core.Tiny.agreement;
import static org.moatmark.core.Tiny.choice;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.number;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.reversed;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.share;
import static org.moatmark.core.Tiny.words;
import static org.moatmark.core.Tiny.yesNo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.Tiny.Ask;
import org.moatmark.core.Tiny.Voice;
import org.moatmark.core.questionnaire.ContradictoryPair;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.EvidenceGrade;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;

class ResponseStyleTest {

    private static ResponseStyle style(Tiny tiny, Voice voice, ContradictoryPair... pairs) {
        return style(tiny, tiny.wave(voice).respondents().get(0), pairs);
    }

    private static ResponseStyle style(Tiny tiny, Respondent respondent, ContradictoryPair... pairs) {
        return ResponseStyle.of(
                withPairs(tiny.questionnaire(), List.of(pairs)), respondent, ResponseStylePolicy.DEFAULT);
    }

    private static Questionnaire withPairs(Questionnaire q, List<ContradictoryPair> pairs) {
        return new Questionnaire(
                q.id(),
                q.version(),
                q.methodHash(),
                q.title(),
                q.purpose(),
                q.licence(),
                q.sources(),
                q.informants(),
                q.scales(),
                q.tree(),
                q.index(),
                q.levels(),
                q.gates(),
                q.staging(),
                q.findings(),
                q.vignettes(),
                pairs);
    }

    private static Tiny agreements(int count) {
        List<Ask> asks = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            asks.add(i % 2 == 0 ? reversed("r" + i, 5) : agreement("a" + i, 5));
        }
        return Tiny.of(leaf("A", asks.toArray(Ask[]::new)));
    }

    private static Voice sayingAll(int count, double point) {
        Voice voice = seat("s1", "H");
        for (int i = 1; i <= count; i++) {
            voice.says((i % 2 == 0 ? "r" : "a") + i, point);
        }
        return voice;
    }

    @Test
    void twelve_equal_answers_in_a_row_are_a_straight_line() {
        ResponseStyle twelve = style(agreements(12), sayingAll(12, 4));
        ResponseStyle eleven = style(agreements(12), sayingAll(11, 4));

        assertThat(twelve.flags()).singleElement().isInstanceOfSatisfying(StyleFlag.StraightLine.class, line -> {
            assertThat(line.answer()).isEqualTo(4);
            assertThat(line.items()).hasSize(12).startsWith("a1", "r2").endsWith("r12");
        });
        assertThat(eleven.flags()).isEmpty();
        assertThat(eleven.longestRun()).hasSize(11);
        assertThat(twelve.agreementItems()).isEqualTo(12);
        assertThat(twelve.reversed()).isEqualTo(6);
        assertThat(twelve.seat()).isEqualTo("s1");
    }

    @Test
    void another_answer_or_another_scale_ends_a_run() {
        Tiny tiny = Tiny.of(
                leaf("A", agreement("a", 5), agreement("b", 5), agreement("c", 7), agreement("d", 5), rubric("e")));

        ResponseStyle style = style(
                tiny,
                seat("s", "H")
                        .says("a", 3)
                        .says("b", 3)
                        .says("c", 3)
                        .says("d", 3)
                        .says("e", 3));

        assertThat(style.longestRun()).containsExactly("a", "b");
    }

    @Test
    void agreeing_with_everything_shows_as_acquiescence_whatever_is_reversed() {
        assertThat(style(agreements(4), sayingAll(4, 5)).acquiescence()).isEqualTo(Estimate.of(1, 4));
        assertThat(style(agreements(4), sayingAll(4, 1)).acquiescence()).isEqualTo(Estimate.of(-1, 4));
        assertThat(style(agreements(4), sayingAll(4, 3)).acquiescence()).isEqualTo(Estimate.of(0, 4));
        assertThat(style(agreements(4), sayingAll(2, 4).says("a3", 2).says("r4", 3))
                        .acquiescence())
                .isEqualTo(Estimate.of(0.25, 4));
    }

    @Test
    void middle_and_ends_are_counted_over_all_opinions() {
        Tiny tiny = Tiny.of(leaf("A", agreement("a", 5), agreement("b", 4), rubric("c"), rubric("d"), yesNo("e")));

        ResponseStyle style = style(
                tiny,
                seat("s", "H")
                        .says("a", 3)
                        .says("b", 4)
                        .says("c", 1)
                        .says("d", 2)
                        .says("e", true));

        assertThat(style.midpoint()).isEqualTo(Estimate.of(1 / 3.0, 3));
        assertThat(style.extreme()).isEqualTo(Estimate.of(0.5, 4));
    }

    @Test
    void contradictory_pairs_contradict_when_both_answers_are_high() {
        Tiny tiny = Tiny.of(leaf(
                "A",
                rubric("a"),
                reversed("b", 5),
                yesNo("c"),
                number("d", 0, 100, 20, 40, 60, 80),
                choice("e", option("x", 0), option("y", 80)),
                words("f")));
        Voice voice = seat("s", "H")
                .says("a", 4)
                .says("b", 4)
                .says("c", true)
                .says("d", 60)
                .picks("e", "y")
                .writes("f", "much");

        ResponseStyle style = style(
                tiny,
                voice,
                new ContradictoryPair("a", "b"),
                new ContradictoryPair("c", "d"),
                new ContradictoryPair("a", "e"),
                new ContradictoryPair("a", "f"));
        ResponseStyle lower = style(
                tiny,
                seat("s", "H").says("a", 4).says("b", 3).says("c", false).says("d", 59),
                new ContradictoryPair("a", "b"),
                new ContradictoryPair("c", "d"),
                new ContradictoryPair("d", "a"),
                new ContradictoryPair("a", "e"));

        assertThat(style.contradictions()).hasSize(3);
        assertThat(style.comparedPairs()).isEqualTo(3);
        assertThat(style.flags()).contains(new StyleFlag.Contradiction(new ContradictoryPair("a", "b")));
        assertThat(lower.contradictions()).isEmpty();
        assertThat(lower.comparedPairs()).isEqualTo(3);
    }

    @Test
    void answers_faster_than_reading_are_flagged() {
        Tiny tiny = agreements(6);

        ResponseStyle fast = style(tiny, timed(1.5, 1.9, 1, 600, 1.2));
        ResponseStyle slow = style(tiny, timed(2, 2, 2, 1, 2));
        ResponseStyle few = style(tiny, timed(1, 1, 1, 1));

        assertThat(fast.secondsPerItem()).isEqualTo(Estimate.of(1.5, 5));
        assertThat(fast.flags()).contains(new StyleFlag.TooFast(1.5, 5));
        assertThat(slow.flags()).isEmpty();
        assertThat(few.secondsPerItem()).isEqualTo(Estimate.of(1, 4));
        assertThat(few.flags()).isEmpty();
    }

    private static Respondent timed(double... seconds) {
        Map<String, Response> answers = new LinkedHashMap<>();
        for (int i = 0; i < seconds.length; i++) {
            Response.Remarks remarks = new Response.Remarks(null, seconds[i]);
            answers.put(
                    (i % 2 == 1 ? "r" : "a") + (i + 1),
                    new Response.Answered(new AnswerValue.Number(i % 3 + 2), List.of(), remarks));
        }
        return new Respondent(
                Tiny.of(leaf("A", rubric("x")))
                        .wave(seat("s", "H"))
                        .respondents()
                        .get(0)
                        .seat(),
                answers);
    }

    @Test
    void top_answers_without_evidence_are_named() {
        Tiny tiny = Tiny.of(leaf(
                "A",
                rubric("a").evidence(),
                rubric("b").evidence(),
                rubric("c").evidence(),
                rubric("d"),
                yesNo("e").evidence(),
                number("f", 0, 100, 80, 60, 40, 20).evidence(),
                reversed("g", 5).evidence(),
                choice("h", option("x", 100)).evidence(),
                share("i", option("x", 1), option("y", 1)).evidence()));
        Voice voice = seat("s", "H")
                .says("a", 5, EvidenceGrade.E1)
                .says("b", 5, EvidenceGrade.E0, EvidenceGrade.E2)
                .says("c", 4)
                .says("d", 5)
                .says("e", true)
                .says("f", 20)
                .says("g", 1)
                .picks("h", "x")
                .picksAll("i", "x", "y");

        ResponseStyle style = style(tiny, voice);

        assertThat(style.unprovenTops()).containsExactly("a", "e", "f", "g", "h", "i");
        assertThat(style.flags()).containsExactly(new StyleFlag.UnprovenTops(style.unprovenTops()));
        assertThat(style(tiny, seat("s", "H").says("f", 21).picksAll("i", "x").says("g", 5))
                        .unprovenTops())
                .isEmpty();
    }

    @Test
    void somebody_who_answers_nothing_has_no_style() {
        ResponseStyle style =
                style(agreements(3), seat("s", "H").doesNotKnow("a1").callsNotApplicable("r2"));

        assertThat(style.flags()).isEmpty();
        assertThat(style.longestRun()).isEmpty();
        assertThatThrownBy(() -> style.acquiescence().orThrow()).hasMessage("No item of this kind was answered.");
        assertThatThrownBy(() -> style.secondsPerItem().orThrow()).hasMessage("No answer has a time.");
        assertThat(style.midpoint().number()).isEmpty();
        assertThat(style.extreme().number()).isEmpty();
    }

    @Test
    void a_policy_that_flags_everybody_or_nobody_is_refused() {
        assertThatThrownBy(() -> new ResponseStylePolicy(1, 0.75, 2, 5, 1))
                .hasMessage("This response style policy is out of range: 1 in a row, high from 0.75, 2.0 seconds over 5"
                        + " items, 1 top answers.");
        assertThatThrownBy(() -> new ResponseStylePolicy(12, 1.1, 2, 5, 1)).hasMessageContaining("high from 1.1");
    }
}
