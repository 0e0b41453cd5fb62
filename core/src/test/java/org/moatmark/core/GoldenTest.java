package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.report.Explanation;
import org.moatmark.core.report.Result;

/**
 * One full report per shipped questionnaire from a fixed wave, kept as files in {@code golden} and compared byte by byte:
 * the result document, and the explanation in English and in Japanese.
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
