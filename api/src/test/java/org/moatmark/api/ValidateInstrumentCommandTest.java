package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Program.Ended;

/** {@code validate-instrument} as a shell sees it. */
class ValidateInstrumentCommandTest {

    private static final List<String> CALL = List.of("validate-instrument", "outside-view@1.0.0");

    private final Program program = Program.inEnglish().here();

    private static String wave(String questionnaire, String answer) {
        return "{\"format\": \"moatmark/wave/1\", \"questionnaire\": {\"id\": \"" + questionnaire
                + "\", \"version\": \"1.0.0\"}, \"company\": {\"name\": \"Example\"}, \"date\": \"2026-11-01\","
                + " \"respondents\": [{\"seat\": {\"key\": \"r\", \"informant\": \"outsider\"}, \"answers\": {\"OV01\":"
                + " {\"value\": " + answer + "}}}]}\n";
    }

    @Test
    void every_fault_is_named_with_the_number_of_its_line() throws Exception {
        String lines = wave("outside-view", "3") + "\n" + wave("outside-view", "7")
                + "{\"format\": \n"
                + wave("marketing-leadership-maturity", "3")
                        .replace("OV01", "M1.1b")
                        .replace("outsider", "H");
        Ended ended = program.run(lines, CALL);

        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("Standard input has 3 issues:\n")
                .contains(
                        "/respondents/0/answers/OV01/value [answer-out-of-range]\n  Line 3: Item 'OV01': answer 7 is not on its scale",
                        "\n  Line 4: ",
                        "/questionnaire [another-questionnaire]\n  Line 5: The wave is of questionnaire"
                                + " 'marketing-leadership-maturity' 1.0.0, not of 'outside-view' 1.0.0.\n");
        assertThat(program.run(lines, List.of("validate-instrument", "outside-view@1.0.0", "--json", "--lang=ja"))
                        .err())
                .startsWith("[{")
                .contains("3行目：");
    }

    @Test
    void too_little_data_is_no_fault_and_said_in_the_report() throws Exception {
        Ended none = program.run("", CALL);
        Ended few = program.run(
                wave("outside-view", "3").repeat(5), List.of("validate-instrument", CALL.get(1), "--explain"));

        assertThat(none.code()).isZero();
        assertThat(none.out())
                .startsWith("{\"format\":\"moatmark/instrument/1\"")
                .contains("\"respondents\":0", "\"en\":\"Nothing is said about fewer than 5 respondents.\"");
        assertThat(few.err()).isEmpty();
        assertThat(few.out())
                .startsWith("outside-view 1.0.0 as an instrument: 5 respondents in 5 companies; 0 seats gave nothing\n")
                .contains("Not computed, because n = 0 companies (needs 30).");
    }

    @Test
    void it_is_explained_in_japanese() throws Exception {
        Ended ended = program.run(
                wave("outside-view", "3").repeat(5),
                List.of("validate-instrument", "outside-view@1.0.0", "--explain", "--lang", "ja"));

        assertThat(ended.out())
                .startsWith("outside-view 1.0.0 の妥当性検証：回答者5人")
                .contains("企業の n = 0 のため計算していません（30 以上が必要）。");
    }

    @Test
    void an_unknown_questionnaire_is_a_wrong_call() throws Exception {
        Ended ended = program.run("", List.of("validate-instrument", "outside-veiw"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("There is no questionnaire 'outside-veiw'. There are: ");
        assertThat(program.run("validate-instrument").err())
                .startsWith("'validate-instrument' takes the id of one questionnaire, not 0.");
    }

    @Test
    void a_model_that_does_not_converge_is_named_and_not_shown() throws Exception {
        // LEAD01 is 5 exactly where the next three are high together, so that its slope has no end.
        Random random = new Random(5);
        StringBuilder lines = new StringBuilder();
        for (int company = 0; company < 30; company++) {
            StringJoiner people = new StringJoiner(", ");
            for (int person = 0; person < 20; person++) {
                double theta = random.nextGaussian();
                long[] points = new long[4];
                for (int i = 1; i < 4; i++) {
                    points[i] = Math.max(1, Math.min(5, Math.round(3 + theta - i * 0.2 + 0.8 * random.nextGaussian())));
                }
                points[0] = points[1] + points[2] + points[3] > 9 ? 5 : 1;
                people.add("{\"seat\": {\"key\": \"p" + person + "\", \"informant\": \"soldier\"}, \"answers\": {"
                        + IntStream.range(0, 4)
                                .mapToObj(i -> "\"LEAD0" + (i + 1) + "\": {\"value\": " + points[i] + "}")
                                .collect(Collectors.joining(", "))
                        + "}}");
            }
            lines.append(
                    "{\"format\": \"moatmark/wave/1\", \"questionnaire\": {\"id\": \"leadership-climate\", \"version\":"
                            + " \"1.0.0\"}, \"company\": {\"name\": \"C\"}, \"date\": \"2026-11-01\", \"respondents\": ["
                            + people + "]}\n");
        }
        String own = Readme.ROOT.resolve("api/examples/tutorial/questionnaires").toString();
        List<String> call = List.of("validate-instrument", "leadership-climate", "--questionnaires", own);
        Ended json = program.run(lines.toString(), call);
        Ended words = program.run(
                lines.toString(),
                Stream.concat(call.stream(), Stream.of("--explain")).toList());

        String why =
                "The slope of item 'LEAD01' grows without bound: its answers split the respondents almost perfectly.";
        assertThat(json.code()).isZero();
        assertThat(json.out())
                .contains("\"gradedResponse\":{\"computed\":false,\"n\":600,\"needs\":null,\"why\":{\"en\":\"" + why
                        + "\"");
        assertThat(words.out()).contains("  items under the graded response model: " + why + "\n");
    }
}
