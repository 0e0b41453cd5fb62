package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Program.Ended;

/** {@code validate-instrument} as a shell sees it. */
class ValidateInstrumentCommandTest {

    private static final List<String> CALL = List.of("validate-instrument", "outside-view@1.0.0");

    private final Program program = Program.inEnglish();

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
}
