package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Program.Ended;

/** {@code report} as a shell sees it. */
class ReportCommandTest {

    private static final String WAVE = Readme.ROOT
            .resolve("api/src/main/resources/demo/business-model-differentiation.json")
            .toString();

    private final Program program = Program.inEnglish().here();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "html, <!DOCTYPE html>",
        "pdf, %PDF-",
        "pptx, PK",
        "md, # 事業モデルの差別化",
        "json, '{\"format\":\"moatmark/report/1\"'"
    })
    void each_format_becomes_a_file(String format, String beginning) throws Exception {
        Path file = folder.resolve("report." + format);
        Ended ended = program.run("report", WAVE, "--format", format, "--lang", "ja", "-o", file.toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"answers, 0.0", "result, 0.0"})
    void what_changed_since_an_earlier_file_is_told(String kind, String questionnaire) throws Exception {
        Path then = folder.resolve("2025-autumn.json");
        String now = Files.readString(Path.of(WAVE));
        String before = now.replace("\"value\": 4", "\"value\": 3").replace("2026-10-30", "2025-10-30");
        assertThat(before).isNotEqualTo(now);
        Files.writeString(then, before);
        if ("result".equals(kind)) {
            Ended scored = program.run("score", then.toString());
            Files.writeString(then, scored.out());
        }
        Ended ended = program.run("report", WAVE, "--since", then.toString(), "--format", "md");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("## Change since “2025-autumn”, 30 October 2025")
                .containsPattern("The index went from \\d+ to \\d+ \\(\\+")
                .containsPattern("\\| Index \\| .* \\| \\+\\d+\\.\\d \\| " + questionnaire + " \\|")
                .contains("Distance to the mean of the peers");
    }

    @Test
    void a_change_is_told_between_results_of_one_questionnaire_alone() throws Exception {
        String other = WAVE.replace("business-model-differentiation", "marketing-leadership-maturity");
        Ended ended = program.run("report", WAVE, "--since", other);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("'--since' has a result of 'marketing-leadership-maturity', and the report is of"
                        + " 'business-model-differentiation'.");
        assertThat(program.run("report", WAVE, "--since", "nowhere.json").err())
                .startsWith("There is no file 'nowhere.json'.");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\":\"moatmark/result/1\"}");
        Ended faulty = program.run("report", WAVE, "--since", broken.toString());
        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.err()).startsWith(broken + " has ");
    }

    @Test
    void without_a_file_the_report_is_standard_output() throws Exception {
        Ended ended = program.run("report", WAVE, "--format=md");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("# Business-model differentiation\n").contains("## Method and limits");
    }

    @Test
    void what_is_not_known_is_refused_with_what_is() throws Exception {
        Ended format = program.run("report", WAVE, "--format", "docx");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).startsWith("'--format' is one of html, pdf, pptx, md, json, not 'docx'.");
        assertThat(program.run("report", WAVE, "--format", "pdf", "--paper", "a5")
                        .err())
                .startsWith("'--paper' is one of a4, letter, not 'a5'.");
        Ended lost =
                program.run("report", WAVE, "-o", folder.resolve("no/such/file").toString());
        assertThat(lost.code()).isEqualTo(2);
        assertThat(lost.err()).contains("cannot be written.");
        Ended faulty = program.run("{\"format\":\"moatmark/wave/1\"}", List.of("report", "-"));
        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.out()).isEmpty();
    }
}
