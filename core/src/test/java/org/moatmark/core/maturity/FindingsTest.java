package org.moatmark.core.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.all;
import static org.moatmark.core.Tiny.answer;
import static org.moatmark.core.Tiny.answerIs;
import static org.moatmark.core.Tiny.any;
import static org.moatmark.core.Tiny.gap;
import static org.moatmark.core.Tiny.informants;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.level;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.other;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.questionnaire.Condition.Comparison.AT_LEAST;

import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Finding;

/** Findings: patterns worth a sentence, with what they rest on. */
class FindingsTest {

    @Test
    void a_finding_says_its_message_and_what_it_rests_on() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .finding("F1", all(itemAtLeast("a", 50), nodeAtLeast("A", 50)))
                .finding("F2", itemAtLeast("b", 50))
                .score(seat("h1", "H").says("a", 80).says("b", 20));
        assertThat(seen.findings()).containsExactly("F1");
        assertThat(seen.because("F1")).containsExactly("a", "A");
        Pattern pattern = seen.result().maturity().findings().get(0);
        assertThat(pattern.tone()).isEqualTo(Finding.Tone.RISK);
        assertThat(pattern.message().in("ja")).isEqualTo("Message of F1");
    }

    @Test
    void it_rests_on_what_holds_and_names_each_once() {
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b")))
                .finding("F1", all(any(itemAtLeast("b", 50), itemAtLeast("a", 50)), answer("a", AT_LEAST, 60)))
                .score(seat("h1", "H").says("a", 80).says("b", 20));
        assertThat(seen.because("F1")).containsExactly("a");
    }

    @Test
    void nothing_drops_out_of_a_finding() {
        var excluded = percent("b").only(CompanySize.SMALL);
        Seen seen = Tiny.of(leaf("A", percent("a")), leaf("B", excluded))
                .finding("item", all(itemAtLeast("a", 50), itemAtLeast("b", 50)))
                .finding("node", all(itemAtLeast("a", 50), nodeAtLeast("B", 50)))
                .finding("any", any(itemAtLeast("b", 50), itemAtLeast("a", 50)))
                .score(seat("h1", "H").says("a", 80).says("b", 80));
        assertThat(seen.findings()).containsExactly("any");
        assertThat(seen.because("any")).containsExactly("a");
    }

    @Test
    void every_form_of_condition_can_be_a_reason() {
        Seen seen = Tiny.of(leaf("A", rubric("a"), rubric("b"), yesNo("y")))
                .gate("A", 2, nodeAtLeast("A", 10))
                .given("business", "D1", 70)
                .finding(
                        "F",
                        all(
                                itemAtLeast("a", 50),
                                nodeAtLeast("A", 10),
                                answerIs("y", true),
                                level("A", 2),
                                gap("A", 100),
                                informants("G", 1),
                                other("business", "D1", 60)))
                .score(
                        seat("h1", "H").says("a", 3).says("b", 3).says("y", true),
                        seat("g1", "G").says("a", 3).says("b", 3));
        assertThat(seen.because("F")).containsExactly("a", "A", "y", "G", "D1");
    }
}
