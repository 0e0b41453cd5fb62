package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Questionnaire;

/** {@code reweigh} as a shell sees it. */
class ReweighCommandTest {

    private static final String FILE =
            Readme.ROOT.resolve("questionnaires/outside-view.json").toString();

    /** OV18 over OV19 over OV20 over OV18: a circle. */
    private static final String CIRCLE = """
            {"format": "moatmark/judgements/1", "questionnaire": {"id": "outside-view", "version": "1.0.0"},
             "aggregation": "judgements", "judges": [{"key": "ceo", "comparisons": [
               {"pairs": [{"a": "B", "b": "M", "value": 3}]},
               {"node": "L", "pairs": [{"a": "OV18", "b": "OV19", "value": 2}, {"a": "OV19", "b": "OV20", "value": 3},
                 {"a": "OV20", "b": "OV18", "value": 2}]}]}]}
            """;

    private final Program program = Program.inEnglish().here();

    @Test
    void the_file_goes_to_standard_output_and_all_else_to_standard_error() throws Exception {
        Ended ended = program.run(CIRCLE, List.of("reweigh", FILE, "-", "--version", "1.5.0"));
        Questionnaire before =
                QuestionnaireJson.read(Files.readAllBytes(Path.of(FILE))).orThrow();
        Questionnaire after = QuestionnaireJson.read(ended.out()).orThrow();

        assertThat(ended.code()).isZero();
        assertThat(after.version()).hasToString("1.5.0");
        assertThat(ended.err())
                .startsWith("outside-view 1.0.0 -> 1.5.0: 5 weights differ\nmethod hash " + before.methodHash() + " -> "
                        + after.methodHash()
                        + "\n\nThe index\n  B: weight 1.000 -> 1.500, now 75.0 %\n  M: weight 1.000 ->"
                        + " 0.500, now 25.0 %\n  ceo: consistency ratio 0.000\n\nL ")
                .contains(
                        " - WARNING: above 0.10, the judgements contradict each other (Saaty 1980)\n    look first at ")
                .endsWith(
                        "\nScores that can move: the index, M, L; with them levels and findings whose conditions read them.\n");
        assertThat(program.run(CIRCLE, List.of("reweigh", FILE, "-", "--version", "1.5.0", "--lang=ja"))
                        .err())
                .contains("5個の重みが変わります", "警告：0.10を超えており", "動きうる得点：指数、M、L");
    }

    @Test
    void faults_and_wrong_calls_print_no_file() throws Exception {
        Ended faulty = program.run(
                CIRCLE.replace("\"node\": \"L\"", "\"node\": \"LL\""),
                List.of("reweigh", FILE, "-", "--version=1.0.0"));

        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.out()).isEmpty();
        assertThat(faulty.err())
                .startsWith("Standard input has 2 issues:\n/questionnaire/version [version-not-newer]\n")
                .contains("/judges/0/comparisons/1/node [unknown-reference]\n  Judge 'ceo': there is no node 'LL'.\n");
        assertThat(program.run("reweigh", FILE, "-").err())
                .startsWith("Option '--version' is missing; it takes the new version, such as 1.1.0.\n");
        assertThat(program.run("reweigh", "-", "-", "--version", "2.0.0").err())
                .startsWith("Only one of the two files can be standard input.\n");
        assertThat(program.run("reweigh", FILE).code()).isEqualTo(2);
    }
}
