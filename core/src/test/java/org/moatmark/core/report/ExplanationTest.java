package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.geometric;
import static org.moatmark.core.Tiny.itemAtLeast;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.nodeAtLeast;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.response.EvidenceGrade.E3;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Seen;
import org.moatmark.core.Tiny;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.questionnaire.CompanySize;

/** A result in words: every number with what it is made of, down to each answer. */
class ExplanationTest {

    private static Seen small() {
        return Tiny.of(branch(
                        "P", leaf("A", rubric("a").evidence(), percent("b").weight(3)), leaf("B", percent("c"))))
                .gate("A", 2, itemAtLeast("b", 50))
                .staging(2, nodeAtLeast("P", 20))
                .staging(3, nodeAtLeast("P", 90))
                .finding("F1", itemAtLeast("a", 50))
                .score(
                        seat("h1", "H").says("a", 5, E3).says("b", 40).says("c", 80),
                        seat("h2", "H").says("a", 5));
    }

    @Test
    void a_small_result_reads_so() {
        // A: (1 * 100 + 3 * 40) / 4 = 55; P: (55 + 80) / 2 = 67.5. One step of a is worth 0, of b 25 * 3/4 / 2 = 9.4.
        assertThat(small().result().explain()).isEqualTo("""
                        Tiny, 2026-11-01, tiny 1.0.0
                        Index 68, claimed 68, possible 68, full, S7 arithmetic
                          = 67.5 points from P (100 % of the weight)
                        Level 2, conditions of the next level that hold: 0 %
                          Level 3 needs: [node P 67.5 -> 90.0]

                        P Node P: 67.5 (claimed 67.5, possible 67.5-67.5), full, S7 arithmetic, headquarters 67.5
                          = 27.5 points from A (50 % of the weight)
                          = 40.0 points from B (50 % of the weight)
                          A Node A: 55.0 (claimed 55.0, possible 55.0-55.0), full, S6 arithmetic, headquarters 55.0
                            Level 1
                            Level 2 needs: A on 2 [item b 40.0 -> 50.0]
                            = 25.0 points from a (25 % of the weight): h1 100.0, h2 100.0; the next step is worth 0.0
                            = 30.0 points from b (75 % of the weight): h1 40.0; the next step is worth 9.4
                          B Node B: 80.0 (claimed 80.0, possible 80.0-80.0), full, S6 arithmetic
                            = 80.0 points from c (100 % of the weight): h1 80.0; the next step is worth 10.0

                        Findings
                          F1 Message of F1 (a)

                        Agreement within sides
                          A headquarters: shared view, 2 people, r_wg(J) 1.00, AD 0.00

                        What would allow better claims
                          1 more of 'Genba', answering all that they are asked, would allow a view of the genba on A.
                          2 more of 'Genba', answering all that they are asked, would allow comparing headquarters and genba on A.

                        How people answered: worth a second look
                          h2: the best answer without evidence of grade E2 or better to 1 item that asks for it (a). \
                        Left out: index 67.5 -> 67.5 (±0.0), level 2 -> 2; no node moves.
                        """);
    }

    @Test
    void a_disputed_fact_is_told_to_the_assessor_with_what_stands_and_why() {
        Seen seen = Tiny.of(leaf("A", percent("a").evidence(), percent("b").evidence(), yesNo("c")))
                .score(
                        seat("h1", "H").says("a", 70, E3).says("b", 20, E3).says("c", true),
                        seat("h2", "H").says("a", 12.345).says("b", 40, E3).says("c", false));
        assertThat(Explanation.of(seen.result(), "en")).contains("""
                        Facts that conflict, for the assessor
                          a: h1 says 70 (E3), h2 says 12.35 (E0); 70 stands, on the best evidence (E3)
                          b: h1 says 20 (E3), h2 says 40 (E3); 20 stands, the middle one by score (of two the lower) of the 2 on the best evidence (E3)
                          c: h1 says yes (E0), h2 says no (E0); no stands, the middle answer by score (of two the lower), since nobody gives evidence
                        """);
        assertThat(Explanation.of(seen.result(), "ja")).contains("""
                        食い違う事実（評価者向け）
                          a: h1：70（E3）、h2：12.35（E0）; 最も確かな根拠（E3）のある 70 を採用
                        """);
        assertThat(ResultJson.write(seen.result()))
                .contains("\"conflict\":[{\"seat\":\"h1\",\"value\":70,\"grade\":\"E3\",\"stands\":true},"
                        + "{\"seat\":\"h2\",\"value\":12.345,\"grade\":\"E0\",\"stands\":false}]");
        assertThat(ResultJson.read(ResultJson.write(seen.result())).orThrow()).isEqualTo(seen.result());
    }

    @Test
    void the_same_is_said_in_japanese_with_the_same_numbers() {
        String english = Explanation.of(small().result(), "en");
        String japanese = Explanation.of(small().result(), "ja");
        assertThat(japanese).contains("指数 68", "レベル 2", "所見", "本社 55.0").doesNotContain("points", "Level", "Index");
        assertThat(numbers(japanese)).isEqualTo(numbers(english));
        assertThat(japanese.lines()).hasSameSizeAs(english.lines().toList());
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("\\d+\\.\\d")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void every_scored_item_is_named_with_its_points_and_its_answers() {
        Seen seen = Tiny.of(
                        leaf("A", rubric("a").evidence(), rubric("b")).how(geometric()),
                        branch("P", leaf("B", percent("c"), percent("d"))))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 2).says("c", 10).says("d", 70),
                        seat("g1", "G").says("a", 3).says("b", 4).says("c", 20));
        String text = seen.result().explain();
        for (var node : seen.result().nodes()) {
            double sum = 0;
            for (var part : node.contributions()) {
                String line = text.lines()
                        .filter(one -> one.contains(" points from " + part.key() + " ("))
                        .reduce((one, other) -> {
                            throw new AssertionError(part.key() + " is explained twice");
                        })
                        .orElseThrow();
                sum += Double.parseDouble(line.substring(line.indexOf('=') + 1, line.indexOf("points")));
                if (node.key().equals("A") || node.key().equals("B")) {
                    for (var answer : seen.result().item(part.key()).respondents()) {
                        assertThat(line)
                                .contains(answer.seat() + " " + String.format(Locale.ROOT, "%.1f", answer.evidenced()));
                    }
                }
            }
            assertThat(sum).as(node.key()).isBetween(seen.node(node.key()) - 0.2, seen.node(node.key()) + 0.2);
        }
        assertThat(text).contains("h1 50.0 of claimed 100.0");
    }

    @Test
    void what_is_missing_is_said_with_its_reason_and_what_is_possible() {
        Seen seen = Tiny.of(
                        leaf("A", percent("a"), percent("b"), percent("c")),
                        leaf("B", rubric("d").asked("G")))
                .score(seat("h1", "H").says("a", 60));
        String text = seen.result().explain();
        assertThat(text)
                .contains("Index no score, child-missing, possible 10.0-93.3, insufficient, S7 arithmetic")
                .contains("No level: there is no index, or the questionnaire has no levels.")
                .contains("A Node A: no score, too-few-answers, possible 20.0-86.7, insufficient, S6 arithmetic")
                .contains("B Node B: no score, not-asked, possible 0.0-100.0, insufficient, S6 arithmetic")
                .contains("Worth knowing\n  Only one respondent is present: single informant - indicative.");
    }

    @Test
    void caps_flags_and_needs_are_said() {
        Seen seen = Tiny.of(branch("P", leaf("A", rubric("a").asked("H", "X")), leaf("B", percent("b")))
                        .flagBelow(10))
                .gate("A", 2, itemAtLeast("a", 50), Tiny.informants("G", 1), Tiny.other("business", "D1", 60))
                .staging(2, nodeAtLeast("P", 20))
                .staging(3, nodeAtLeast("P", 30))
                .shortForm()
                .score(seat("h1", "H").says("b", 80));
        assertThat(seen.result().explain()).contains("leftOut");
        Seen capped = Tiny.of(branch("P", leaf("A", rubric("a").asked("H", "X")), leaf("B", percent("b")))
                        .flagBelow(10))
                .gate("A", 2, itemAtLeast("a", 50), Tiny.informants("G", 1), Tiny.other("business", "D1", 60))
                .score(
                        seat("h1", "H").says("a", 5).says("b", 80),
                        seat("x1", "X").says("a", 2),
                        seat("x2", "X").says("a", 2),
                        seat("x3", "X").says("a", 2));
        assertThat(capped.result().explain())
                .contains("headquarters 37.5, below-parent, capped-by-customers")
                .contains(
                        "[item a 37.5 -> 50.0, customers say 25.0; informants G 0 -> 1; other business D1 none -> 60.0]");
        Seen one = Tiny.of(leaf("A", percent("a")))
                .staging(2, nodeAtLeast("A", 20))
                .staging(3, nodeAtLeast("A", 30))
                .score(seat("h1", "H").says("a", 80));
        assertThat(one.result().explain()).contains("Level 2 (capped from 3: one-respondent)");
    }

    @Test
    void an_answer_is_mentioned_even_where_its_node_has_no_score() {
        // The result explains itself down to each answer; this one stands in a node with too few of them.
        Seen seen = Tiny.of(leaf("A", percent("a"), percent("b"), percent("c")), leaf("B", percent("d")))
                .score(seat("h1", "H").says("a", 61).says("d", 50));
        assertThat(seen.status("A")).isEqualTo("insufficient");
        assertThat(seen.result().explain()).contains("h1 61.0");
    }

    @Test
    void agreement_and_gaps_are_said_with_what_nothing_is_said_of() {
        // a: 4, 5 against 1, 3: difference 2.5; 5 and 1 on a: no shared view of the genba (variance 2).
        Seen seen = Tiny.of(leaf("A", rubric("a")), leaf("B", rubric("b").asked("H", "X")))
                .score(
                        seat("h1", "H").says("a", 4).says("b", 5),
                        seat("h2", "H").says("a", 5).says("b", 5),
                        seat("g1", "G").says("a", 1),
                        seat("g2", "G").says("a", 3),
                        seat("x1", "X").says("b", 1));
        assertThat(seen.result().explain()).contains("""
                        Agreement within sides
                          A headquarters: shared view, 2 people, r_wg(J) 0.75, AD 0.50
                          A genba: no shared view, 2 people, r_wg(J) 0.00, AD 1.00; the median is 25.0
                          B headquarters: shared view, 2 people, r_wg(J) 1.00, AD 0.00

                        Perception gaps, in steps of 1-5
                          A headquarters against genba: 2.50 (95 % from -4.42 to 9.42), g 1.26, p 0.33, nothing is said \
                        of it: 2 and 2 people could show no less than 6.32
                          B own people against customers: 4.00, p 0.33, nothing is said of it with 2 and 1 people
                        """);
        String japanese = Explanation.of(seen.result(), "ja");
        assertThat(japanese)
                .contains("A 現場: 見方は共有されていない、2 人、r_wg(J) 0.00、AD 1.00、中央値 25.0")
                .contains("何も言えません（2 人と 2 人で示せる最小の差は 6.32）")
                .contains("2 人と 1 人では何も言えません");
    }

    @Test
    void a_warning_is_said() {
        Seen seen = Tiny.of(leaf("A", rubric("a").only(CompanySize.SMALL), rubric("b")))
                .score(
                        seat("h1", "H").says("a", 3).says("b", 3),
                        seat("h2", "H").says("b", 3));
        assertThat(seen.result().explain()).contains("Seat 'h1' answered item 'a', which is not meant for a company");
        assertThat(Explanation.of(seen.result(), "ja")).contains("回答枠「h1」の回答は算入しません。");
    }
}
