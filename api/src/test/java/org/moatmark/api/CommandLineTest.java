package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.Moatmark;
import org.moatmark.core.report.Explanation;
import org.moatmark.core.report.Result;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** The command line as a shell sees it: standard output, standard error, exit code. */
class CommandLineTest {

    private static final Path DEMO = Path.of("src/main/resources/demo/business-model-differentiation.json");

    private static final String SOUND = """
            {"format": "moatmark/wave/1", "questionnaire": {"id": "outside-view", "version": "1.0.0"},
             "company": {"name": "Example", "size": "large", "market": "b2b"}, "date": "2026-11-01",
             "respondents": [{"seat": {"key": "r", "informant": "outsider"}, "answers": {"OV01": {"value": 4}}}]}
            """;

    private static final String FIVE_FAULTS = """
            {"format": "moatmark/wave/1", "questionnaire": {"id": "outside-view", "version": "1.0.0"},
             "company": {"name": "Example", "market": "b2b", "size": "huge"}, "date": "2026-02-30",
             "respondents": [{"seat": {"key": "r", "informant": "outsidr"},
               "answers": {"OV01": {"value": 7}, "OV02": {"value": 3, "vaule": 4}}}]}
            """;

    private final Program process = Program.inEnglish();
    private final Program program = process.here();

    @Test
    void standard_input_can_be_a_pipe_that_fills_slowly() throws Exception {
        Process started = process.builder(List.of("score", "-")).start();
        byte[] wave = SOUND.getBytes(StandardCharsets.UTF_8);
        try (var out = started.getOutputStream()) {
            for (int i = 0; i < wave.length; i += 100) {
                out.write(wave, i, Math.min(100, wave.length - i));
                out.flush();
            }
        }
        String result = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor()).isZero();
        assertThat(result).startsWith("{\"format\":\"moatmark/result/1\"");
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, 141, ''", "No space left on device, 2, The result cannot be written."})
    void a_reader_who_has_heard_enough_is_no_fault_and_a_full_disk_is(String why, int code, String said) {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(why);
            }
        };
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(new byte[0]);

        int ended = Main.commands(Map.of("LANG", "C"), in, closed, err).run(List.of("cases"));

        assertThat(ended).isEqualTo(code);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(said)
                .matches(text -> !said.isEmpty() || text.isEmpty());
    }

    @Test
    void a_wave_is_scored_to_one_line_of_json_and_nothing_else() throws Exception {
        Moatmark moatmark = Moatmark.shipped();
        Result result =
                moatmark.score(moatmark.readWave(Files.readAllBytes(DEMO)).orThrow());

        Ended ended = process.run("score", DEMO.toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEqualTo(moatmark.write(result) + "\n");
    }

    @Test
    void a_wave_is_scored_with_the_seed_and_the_runs_that_are_asked_for() throws Exception {
        Moatmark moatmark = Moatmark.shipped();
        Wave wave = moatmark.readWave(Files.readAllBytes(DEMO)).orThrow();
        String expected = moatmark.write(moatmark.score(wave, new Resampling(7, 30, Long.MAX_VALUE))) + "\n";

        Ended scored = program.run("score", DEMO.toString(), "--seed=7", "--runs", "30");
        String line = Files.readString(DEMO).replace("\n", " ") + "\n";
        Ended batch = program.run(line, List.of("batch", "--seed", "7", "--runs=30"));
        Ended wrong = program.run("score", DEMO.toString(), "--runs", "1000001");

        assertThat(scored.out()).isEqualTo(expected);
        assertThat(batch.out()).isEqualTo(expected);
        assertThat(program.run("score", DEMO.toString(), "--runs=0").out()).doesNotContain("\"resampling\"");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("Option '--runs' has '1000001'; it takes a whole number from 0 to 1000000.\n");
    }

    @Test
    void a_wave_is_explained_in_both_languages_and_without_gains() throws Exception {
        Moatmark moatmark = Moatmark.shipped();
        Wave wave = moatmark.readWave(SOUND).orThrow();
        Result full = moatmark.score(wave);
        Result without = moatmark.scoreWithoutGains(wave);

        assertThat(program.run(SOUND, List.of("score", "-", "--explain")).out())
                .isEqualTo(Explanation.of(full, wave, "en"));
        assertThat(program.run(SOUND, List.of("score", "--lang", "ja", "--explain", "-"))
                        .out())
                .isEqualTo(Explanation.of(full, wave, "ja"));
        assertThat(program.run(SOUND, List.of("score", "-", "--no-gains")).out())
                .isEqualTo(moatmark.write(without) + "\n");
    }

    @Test
    void a_wave_with_five_faults_names_all_five() throws Exception {
        Ended ended = program.run(FIVE_FAULTS, List.of("score", "-"));

        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("""
                        Standard input has 5 issues:
                        /company/size [unknown-word]
                          The company: 'size' is "huge", which is not one of its words.
                          Possible: micro, small, medium, large.
                        /date [invalid-date]
                          The wave: date '2026-02-30' is not a day of the calendar as year-month-day.
                          Write a date such as 2026-11-01.
                        /respondents/0/seat/informant [unknown-informant]
                          The seat: the questionnaire has no informant kind 'outsidr'.
                          Did you mean 'outsider'? Possible: outsider, executive.
                        /respondents/0/answers/OV01/value [answer-out-of-range]
                          Item 'OV01': answer 7 is not on its scale (1 to 5).
                          Write a whole number from 1 to 5.
                        /respondents/0/answers/OV02/vaule [unknown-property]
                          Item 'OV02': property 'vaule' is not known.
                          Did you mean 'value'? Possible: value, state, reason, evidence, note, seconds.
                        """);
    }

    @Test
    void the_same_five_faults_are_a_list_for_programs_in_japanese() throws Exception {
        Ended ended = process.run(FIVE_FAULTS, List.of("score", "-", "--json", "--lang=ja"));

        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .isEqualTo("["
                        + String.join(
                                ",",
                                error(
                                        "unknown-word",
                                        "会社情報：「size」の値 \\\"huge\\\" は使えない語です。",
                                        "使える語：micro, small, medium, large",
                                        "/company/size"),
                                error(
                                        "invalid-date",
                                        "回答データ：日付「2026-02-30」は、年-月-日の形の実在する日付ではありません。",
                                        "2026-11-01 のように書いてください。",
                                        "/date"),
                                error(
                                        "unknown-informant",
                                        "回答枠：質問票に回答者区分「outsidr」はありません。",
                                        "「outsider」ではありませんか。使える回答者区分：outsider, executive",
                                        "/respondents/0/seat/informant"),
                                error(
                                        "answer-out-of-range",
                                        "設問「OV01」：回答 7 は尺度（1〜5）の範囲にありません。",
                                        "1〜5の整数を書いてください。",
                                        "/respondents/0/answers/OV01/value"),
                                error(
                                        "unknown-property",
                                        "設問「OV02」：プロパティ「vaule」は使えません。",
                                        "「value」ではありませんか。使えるプロパティ：value, state, reason, evidence, note, seconds",
                                        "/respondents/0/answers/OV02/vaule"))
                        + "]\n");
    }

    @Test
    void a_questionnaire_of_ones_own_is_known_from_its_directory(@TempDir Path folder) throws Exception {
        String own = Files.readString(Path.of("../questionnaires/outside-view.json"))
                .replaceFirst("\"id\": \"outside-view\"", "\"id\": \"own-view\"");
        Files.writeString(folder.resolve("own.json"), own);
        // The same as a shipped one, and something that is no questionnaire: both are passed over.
        Files.copy(Path.of("../questionnaires/outside-view.json"), folder.resolve("shipped.json"));
        Files.writeString(folder.resolve("notes.txt"), "?");
        String wave = SOUND.replace("\"outside-view\"", "\"own-view\"");

        Ended ended = program.run(wave, List.of("score", "-", "--questionnaires", folder.toString()));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("{\"format\":\"moatmark/result/1\",\"questionnaire\":{\"id\":\"own-view\"");
    }

    @Test
    void every_faulty_questionnaire_file_is_reported(@TempDir Path folder) throws Exception {
        String shipped = Files.readString(Path.of("../questionnaires/outside-view.json"));
        Files.writeString(
                folder.resolve("a.json"), shipped.replaceFirst("\"licence\": \"[^\"]*\"", "\"licence\": \"MIT\""));
        Files.writeString(folder.resolve("b.json"), shipped.replaceFirst("\"licence\"", "\"license\""));
        Files.writeString(folder.resolve("c.json"), "{");

        Ended ended = program.run(SOUND, List.of("score", "-", "--questionnaires=" + folder));

        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().replace(folder.toString(), "DIR")).isEqualTo("""
                        DIR has 4 issues:
                        DIR/a.json /version [version-taken]
                          Questionnaire 'outside-view' 1.0.0 is known already and says something else.
                          A published version never changes: give yours a new version or a new id.
                        DIR/b.json /license [unknown-property]
                          The questionnaire: property 'license' is not known.
                          Did you mean 'licence'? Possible: format, id, version, title, purpose, licence, sources, informants, \
                        scales, tree, index, levels, gates, staging, findings, vignettes, pairs.
                        DIR/b.json /licence [missing-property]
                          The questionnaire: property 'licence' is missing.
                          Add 'licence'.
                        DIR/c.json (the whole document) [malformed-json]
                          The document cannot be read as JSON at line 1, column 2: it breaks the rules of JSON.
                          Look at the character before this place: a quote, a comma or a bracket is missing, or there is one \
                        too many. Comments, single quotes and text after the end are not JSON.
                        """);
    }

    @Test
    void a_sound_questionnaire_is_named_with_its_method_hash() throws Exception {
        String file = "../questionnaires/outside-view.json";
        String hash = Moatmark.readQuestionnaire(Files.readString(Path.of(file)))
                .orThrow()
                .methodHash();

        Ended text = program.run("validate", file);
        assertThat(text.err()).isEmpty();
        assertThat(text.code()).isZero();
        assertThat(text.out()).isEqualTo("outside-view 1.0.0 is sound: 29 items, method hash " + hash + "\n");
        assertThat(program.run("validate", file, "--json").out())
                .isEqualTo("{\"id\":\"outside-view\",\"methodHash\":\"" + hash + "\",\"version\":\"1.0.0\"}\n");
        assertThat(program.run("validate", file, "--lang", "ja").out())
                .isEqualTo("outside-view 1.0.0：問題ありません（29設問、方式のハッシュ値 " + hash + "）\n");
    }

    @Test
    void a_faulty_questionnaire_is_refused_with_place_and_hint() throws Exception {
        Ended ended = program.run("{\"format\": 3", List.of("validate", "-"));

        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("""
                        Standard input has 1 issue:
                        (the whole document) [malformed-json]
                          The document cannot be read as JSON at line 1, column 13: it breaks the rules of JSON.
                          Look at the character before this place: a quote, a comma or a bracket is missing, or there is one \
                        too many. Comments, single quotes and text after the end are not JSON.
                        """);
    }

    private static String error(String code, String detail, String hint, String pointer) {
        return "{\"code\":\"" + code + "\",\"detail\":\"" + detail + "\",\"hint\":\"" + hint + "\",\"pointer\":\""
                + pointer + "\"}";
    }
}
