package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Comparison;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.PositionJson;
import org.moatmark.core.report.CaseProfile;
import org.moatmark.core.report.ComparisonReport;
import org.moatmark.core.report.Explanation;
import org.moatmark.core.report.PositionReport;
import org.moatmark.core.report.ReliabilityTable;
import org.moatmark.core.report.Result;

/**
 * One full report per shipped questionnaire from a fixed wave, kept as files in {@code golden} and compared byte by byte:
 * the result document, and the explanation in English and in Japanese. Beside them stand positions among the cases,
 * companies side by side, one case company and the reliability of the raters.
 *
 * <p>After a change that is meant, {@code mvn -pl core test -Dtest=GoldenTest -Dmoatmark.golden=write} writes the files
 * anew. That run fails on purpose, so that nothing is rewritten silently: read the difference, name it in the changelog,
 * and run without the property.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));

    private static final Moatmark MOATMARK = Moatmark.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"business-model-differentiation", "marketing-leadership-maturity", "outside-view"})
    void a_report_is_what_it_was(String questionnaire) throws IOException {
        byte[] wave = Files.readAllBytes(FOLDER.resolve(questionnaire + ".wave.json"));
        Result result = MOATMARK.score(MOATMARK.readWave(wave).orThrow());
        assertThat(result.questionnaire()).isEqualTo(questionnaire);
        same(questionnaire + ".result.json", MOATMARK.write(result) + "\n");
        same(questionnaire + ".en.txt", Explanation.of(result, "en"));
        same(questionnaire + ".ja.txt", Explanation.of(result, "ja"));
    }

    @Test
    void ratings_among_vignettes_are_told_as_they_were() throws IOException {
        byte[] wave = Files.readAllBytes(FOLDER.resolve("vignettes.wave.json"));
        Result result = MOATMARK.score(MOATMARK.readWave(wave).orThrow());
        same("vignettes.result.json", MOATMARK.write(result) + "\n");
        same("vignettes.en.txt", Explanation.of(result, "en"));
        same("vignettes.ja.txt", Explanation.of(result, "ja"));
    }

    /** {@code outside-view} meets the cases as it is, the full instrument through the items that are linked. */
    @ParameterizedTest
    @ValueSource(strings = {"marketing-leadership-maturity", "outside-view"})
    void a_position_is_what_it_was(String questionnaire) throws IOException {
        byte[] wave = Files.readAllBytes(FOLDER.resolve(questionnaire + ".wave.json"));
        Result result = MOATMARK.score(MOATMARK.readWave(wave).orThrow());
        var position = (Checked.Valid<Position>) MOATMARK.position(result);
        CaseLibrary cases = MOATMARK.cases();
        same(questionnaire + ".position.en.txt", PositionReport.of(position, cases, "en"));
        same(questionnaire + ".position.ja.txt", PositionReport.of(position, cases, "ja"));
        if (questionnaire.startsWith("marketing")) {
            same(questionnaire + ".position.json", CompactJson.of(PositionJson.document(position, cases)) + "\n");
        }
    }

    @Test
    void companies_side_by_side_are_what_they_were() throws IOException {
        CaseLibrary cases = MOATMARK.cases();
        Comparison comparison = MOATMARK.benchmark()
                .compare(List.of(Subject.of(cases, "apple"), Subject.of(cases, "hp"), Subject.of(cases, "dell")))
                .orThrow();
        for (String language : List.of("en", "ja")) {
            same(
                    "apple-hp-dell." + language + ".txt",
                    ComparisonReport.of(comparison, cases.questionnaire(), cases, language));
            same("apple." + language + ".txt", CaseProfile.of(cases, "apple", language));
            same("reliability." + language + ".txt", ReliabilityTable.of(cases, language));
        }
    }

    @Test
    void golden_files_are_not_being_rewritten() {
        assertThat(WRITE)
                .as("The golden files were written anew. Read the difference and run without -Dmoatmark.golden=write.")
                .isFalse();
    }

    private static void same(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (WRITE) {
            Files.writeString(file, actual);
            return;
        }
        assertThat(file).isRegularFile();
        byte[] expected = Files.readAllBytes(file);
        if (!Arrays.equals(expected, actual.getBytes(StandardCharsets.UTF_8))) {
            assertThat(actual).as(name).isEqualTo(new String(expected, StandardCharsets.UTF_8));
        }
    }
}
