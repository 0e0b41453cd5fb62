package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moatmark.core.Tiny;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.report.Result;

/** Agreement and gaps as they stand in a result document. */
class PerceptionJsonTest {

    private static Result result(Tiny.Voice... voices) {
        return Tiny.of(leaf("A", rubric("a").asked("H", "G", "X")))
                .score(voices)
                .result();
    }

    private static Result five() {
        return result(
                seat("h1", "H").says("a", 5),
                seat("h2", "H").says("a", 5),
                seat("g1", "G").says("a", 1),
                seat("g2", "G").says("a", 5),
                seat("x1", "X").says("a", 4));
    }

    private static String part(String json, String from, String to) {
        return json.substring(json.indexOf(from), json.indexOf(to));
    }

    @Test
    void the_names_are_those_of_the_wire_format() {
        // 1 and 5: variance 8 is over 2. Own 5, 5, 1, 5: mean 4. Of the six ways {5, 5} {1, 5} all lie 2 apart.
        String json = ResultJson.write(five());
        assertThat(part(json, "\"agreement\"", ",\"gaps\""))
                .isEqualTo("\"agreement\":["
                        + "{\"node\":\"A\",\"side\":\"headquarters\",\"n\":2,\"rwgJ\":1,\"rwgJSkewed\":1,\"ad\":0,"
                        + "\"adMedian\":0,\"shared\":\"yes\","
                        + "\"items\":[{\"key\":\"a\",\"n\":2,\"rwg\":1,\"rwgSkewed\":1}]},"
                        + "{\"node\":\"A\",\"side\":\"genba\",\"n\":2,\"rwgJ\":0,\"rwgJSkewed\":0,\"ad\":2,"
                        + "\"adMedian\":2,\"shared\":\"no\",\"median\":50,"
                        + "\"items\":[{\"key\":\"a\",\"n\":2,\"rwg\":0,\"rwgSkewed\":0}]}]");
        String gaps = part(json, "\"gaps\"", ",\"findings\"");
        assertThat(gaps)
                .startsWith("\"gaps\":[{\"node\":\"A\",\"between\":[\"headquarters\",\"genba\"],\"n\":[2,2],"
                        + "\"difference\":2,\"interval\":{\"low\":")
                .contains(",\"p\":1,\"exact\":true,\"arrangements\":6,\"detectable\":")
                .contains(",\"reading\":null,\"reason\":\"below-detectable\"}")
                .endsWith("{\"node\":\"A\",\"between\":[\"own\",\"customers\"],\"n\":[4,1],\"difference\":0,"
                        + "\"interval\":null,\"hedgesG\":null,\"p\":1,\"exact\":true,\"arrangements\":5,"
                        + "\"detectable\":null,\"reading\":null,\"reason\":\"too-few-people\"}]");
    }

    @Test
    void one_respondent_leaves_both_absent_and_two_do_not() {
        assertThat(ResultJson.write(result(seat("h1", "H").says("a", 5))))
                .doesNotContain("\"agreement\":", "\"gaps\":")
                .contains("\"code\":\"one-respondent\"");
        assertThat(ResultJson.write(
                        result(seat("h1", "H").says("a", 5), seat("x1", "X").doesNotKnow("a"))))
                .contains("\"agreement\":[],\"gaps\":[],");
    }

    @Test
    void what_is_written_is_read_again() {
        Result alone = result(seat("h1", "H").says("a", 5));
        assertThat(ResultJson.read(ResultJson.write(alone)).orThrow()).isEqualTo(alone);
        assertThat(ResultJson.read(ResultJson.write(five())).orThrow()).isEqualTo(five());
        // So many people that arrangements are drawn with a seed.
        Random random = new Random(5);
        List<Tiny.Voice> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(seat("s" + i, i % 2 == 0 ? "H" : "G").says("a", 1 + random.nextInt(5)));
        }
        Result drawn = result(many.toArray(new Tiny.Voice[0]));
        String json = ResultJson.write(drawn);
        assertThat(json).contains("\"exact\":false,\"arrangements\":10000,\"seed\":1,");
        assertThat(ResultJson.read(json).orThrow()).isEqualTo(drawn);
    }

    @Test
    void every_fault_is_named_with_its_place() {
        String json = ResultJson.write(five());
        assertThat(faults(json.replace("\"rwgJ\":1,", "\"rwgJ\":1.5,")))
                .containsExactly("/agreement/0/rwgJ 'rwgJ' is 1.5, but a number from 0 to 1 is expected.");
        assertThat(faults(json.replace("\"shared\":\"yes\"", "\"shared\":\"perhaps\"")))
                .hasSize(1)
                .allMatch(one -> one.startsWith("/agreement/0/shared "));
        assertThat(faults(json.replace("\"own\",\"customers\"],\"n\"", "\"own\",\"genba\"],\"n\"")))
                .hasSize(1)
                .allMatch(one -> one.startsWith("/gaps/1/between/1 "));
        assertThat(faults(json.replace("\"n\":[4,1]", "\"n\":[4]")))
                .containsExactly("/gaps/1/n 'n' is 1, but a list of two is expected.");
        assertThat(faults(json.replace("\"arrangements\":5", "\"arrangements\":0")))
                .containsExactly("/gaps/1/arrangements 'arrangements' is 0, but a number from 1 on is expected.");
        assertThat(faults(json.replace("\"median\":50,", "")))
                .hasSize(1)
                .allMatch(one -> one.startsWith("/agreement/1/median "));
        assertThat(faults(json.replace("\"difference\":2,", "\"difference\":7,")))
                .containsExactly("/gaps/0/difference 'difference' is 7, but a number from -4 to 4 is expected.");
    }

    private static List<String> faults(String json) {
        Checked<Result> read = ResultJson.read(json);
        assertThat(read).isInstanceOf(Checked.Invalid.class);
        return ((Checked.Invalid<Result>) read)
                .issues().stream().map(PerceptionJsonTest::shown).toList();
    }

    private static String shown(Issue issue) {
        return issue.path() + " " + issue.message().en().replaceFirst("^The result: ", "");
    }
}
