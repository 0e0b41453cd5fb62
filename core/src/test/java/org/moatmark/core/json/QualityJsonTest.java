package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.agreement;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.reversed;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.Tiny.Ask;
import org.moatmark.core.Tiny.Voice;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.report.Explanation;
import org.moatmark.core.report.Result;

/** How respondents answered, as it stands in a result document and in words. */
class QualityJsonTest {

    private static final Tiny TINY = Tiny.of(leaf("A", rubric("a").evidence(), reversed("r", 5)))
            .pair("a", "r")
            .vignette("a", "v", 1)
            .vignette("a", "w", 2);

    private static Result two() {
        return TINY.score(
                        seat("h1", "H").says("a", 5).says("r", 4).rates("v", 3).rates("w", 3),
                        seat("h2", "H").says("a", 2).says("r", 3).rates("v", 2).rates("w", 4))
                .result();
    }

    private static Result all() {
        List<Ask> asks = new ArrayList<>();
        Voice one = seat("h1", "H");
        for (int i = 0; i < 12; i++) {
            asks.add(agreement("q" + i, 5));
            one.saysIn(1, "q" + i, 3);
        }
        return Tiny.of(leaf("A", asks.toArray(Ask[]::new))).score(one).result();
    }

    @Test
    void the_names_are_those_of_the_wire_format() {
        // h1: 50 (capped, no evidence) and 25; h2: 25 and 50: A is 37.5 with both and with either.
        String json = ResultJson.write(two());

        assertThat(json.substring(json.indexOf(",\"respondentFindings\""), json.indexOf(",\"findings\"")))
                .isEqualTo(",\"respondentFindings\":[{\"key\":\"response-style\",\"seat\":\"h1\",\"tone\":\"risk\","
                        + "\"message\":{\"en\":\"Seat 'h1': high answers to a and to r, which contradict each other; the"
                        + " best answer without evidence of grade E2 or better to 1 item that asks for it (a). The answers"
                        + " count as they were given.\",\"ja\":\"回答枠「h1」：互いに矛盾するaとrの両方に高い回答をしています／根拠を求める設問のうち"
                        + "1問で、E2以上の根拠なしに最高の回答をしています（a）。回答はそのまま採点に使われています。\"},"
                        + "\"because\":[\"a\",\"r\"],\"flags\":[{\"kind\":\"contradiction\",\"items\":[\"a\",\"r\"]},"
                        + "{\"kind\":\"unproven-tops\",\"items\":[\"a\"]}],\"use\":{\"agreementItems\":1,\"reversed\":1,"
                        + "\"acquiescence\":1,\"midpoint\":0,\"extreme\":0.5},\"without\":{\"index\":{\"with\":37.5,"
                        + "\"without\":37.5,\"difference\":0},\"level\":{\"with\":null,\"without\":null},\"nodes\":[]}}],"
                        + "\"vignettes\":{\"ranks\":[{\"seat\":\"h1\",\"item\":\"a\",\"rating\":5,\"vignettes\":["
                        + "{\"key\":\"v\",\"rating\":3},{\"key\":\"w\",\"rating\":3}],\"c\":{\"low\":5,\"high\":5,\"ranks\":5},"
                        + "\"b\":{\"low\":3,\"high\":3,\"ranks\":3},\"outOfOrder\":0},{\"seat\":\"h2\",\"item\":\"a\","
                        + "\"rating\":2,\"vignettes\":[{\"key\":\"v\",\"rating\":2},{\"key\":\"w\",\"rating\":4}],"
                        + "\"c\":{\"low\":2,\"high\":2,\"ranks\":5},\"b\":{\"low\":1,\"high\":2,\"ranks\":3},\"outOfOrder\":0}],"
                        + "\"items\":[{\"key\":\"a\",\"n\":2,\"violations\":0,\"ties\":0.5,\"ranked\":2,\"intervals\":0,"
                        + "\"shares\":[0,0.5,0,0,0.5]}]}");
    }

    @Test
    void a_result_with_nothing_to_say_has_neither() {
        Result plain = TINY.score(seat("h1", "H").says("a", 3).says("r", 3)).result();

        assertThat(ResultJson.write(plain)).doesNotContain("respondentFindings", "vignettes");
        assertThat(Explanation.of(plain, "en")).doesNotContain("How people answered", "vignettes");
        assertThat(Explanation.of(plain, "ja")).doesNotContain("回答の仕方", "仮想事例");
    }

    @Test
    void what_is_written_is_read_again() {
        Result unranked = TINY.score(
                        seat("h1", "H").says("a", 3).rates("v", 3),
                        seat("h2", "H").doesNotKnow("a").rates("v", 4).rates("w", 3))
                .result();
        for (Result result : List.of(two(), all(), unranked)) {
            assertThat(ResultJson.read(ResultJson.write(result)).orThrow()).isEqualTo(result);
        }
    }

    @Test
    void the_words_say_who_why_and_what_it_would_change() {
        assertThat(Explanation.of(two(), "en"))
                .contains(
                        "How people answered: worth a second look\n  h1: high answers to a and to r, which contradict")
                .contains("Left out: index 37.5 -> 37.5 (±0.0), level none -> none; no node moves.\n")
                .contains("Ratings among vignettes, in no score\n  h1 a: rated 5 beside v 3, w 3; C 5 of 5, B 3 of 3\n")
                .contains("  h2 a: rated 2 beside v 2, w 4; C 2 of 5, B 1 to 2 of 3\n")
                .contains("  a: 2 rated all vignettes, 0 % against the expected order, 50 % with ties\n");
        assertThat(Explanation.of(two(), "ja"))
                .contains("回答の仕方：確認したい点\n  h1：互いに矛盾するaとrの両方に高い回答をしています")
                .contains("除いた場合：指数 37.5 -> 37.5 (±0.0)、レベル なし -> なし／動くノードなし。")
                .contains("  a：2人がすべての仮想事例を評価、想定と逆の順序 0 %、同順位 50 %\n");
        assertThat(Explanation.of(all(), "en"))
                .contains(
                        "h1: the same answer, 3, to 12 agreement items in a row (q0 to q11); a median of 1.0 seconds an"
                                + " item over 12 items. Nobody else answered.");
        assertThat(Explanation.of(all(), "ja"))
                .contains("h1：同意の程度を尋ねる設問で、同じ回答「3」が12問続いています（q0～q11）／" + "一問あたりの回答時間の中央値が1.0秒です（12問）。ほかに回答者はいません。");
    }

    @Test
    void every_fault_is_named_with_its_place() {
        String json = ResultJson.write(two());

        assertThat(faults(json.replace("\"kind\":\"contradiction\"", "\"kind\":\"lying\"")))
                .containsExactly("/respondentFindings/0/flags/0/kind");
        assertThat(faults(json.replace(
                        "{\"kind\":\"unproven-tops\",\"items\":[\"a\"]}", "{\"kind\":\"unproven-tops\",\"items\":[]}")))
                .containsExactly("/respondentFindings/0/flags/1/items");
        assertThat(faults(json.replaceFirst("\"flags\":\\[\\{\"kind\".*?\\}\\],\"use\"", "\"flags\":[],\"use\"")))
                .containsExactly("/respondentFindings/0/flags");
        assertThat(faults(json.replace("\"ties\":0.5", "\"ties\":1.5"))).containsExactly("/vignettes/items/0/ties");
        assertThat(faults(json.replace("\"c\":{\"low\":5,\"high\":5,", "\"c\":{\"low\":5,\"high\":4,")))
                .containsExactly("/vignettes/ranks/0/c/high");
        assertThat(faults(json.replace("\"without\":37.5", "\"without\":137.5")))
                .containsExactly("/respondentFindings/0/without/index/without");
    }

    private static List<String> faults(String json) {
        Checked<Result> read = ResultJson.read(json);
        assertThat(read).isInstanceOf(Checked.Invalid.class);
        return ((Checked.Invalid<Result>) read)
                .issues().stream().map(issue -> issue.path()).toList();
    }
}
