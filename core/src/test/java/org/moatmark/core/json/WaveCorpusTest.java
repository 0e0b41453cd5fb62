package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.response.Wave;

/** Corpus: waves with one defect a file, and sound ones with the warnings that are written beside them. */
class WaveCorpusTest {

    private static final WaveReader READER =
            new WaveReader(new Catalogue(Corpus.documents("/waves/questionnaires").stream()
                    .map(file -> QuestionnaireJson.read(Corpus.bytes(file)).orThrow())
                    .toList()));

    static List<Path> invalid() {
        return Corpus.documents("/waves/invalid");
    }

    static List<Path> valid() {
        return Corpus.documents("/waves/valid");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void a_faulty_wave_gives_exactly_the_expected_issues(Path file) {
        List<Issue> issues = READER.read(Corpus.bytes(file)).issues();

        assertThat(issues.stream().map(Corpus.Expected::of).toList()).isEqualTo(Corpus.expected(file, "issues"));
        Bilingual.check(issues);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_sound_wave_is_read_with_exactly_the_expected_warnings(Path file) {
        Checked<Wave> read = READER.read(Corpus.bytes(file));

        assertThat(read.issues()).isEmpty();
        List<Issue> warnings = ((Checked.Valid<Wave>) read).warnings();
        assertThat(warnings.stream().map(Corpus.Expected::of).toList()).isEqualTo(Corpus.expected(file, "warnings"));
        Bilingual.check(warnings);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void what_is_written_is_read_back_as_the_same_wave(Path file) {
        Wave wave = READER.read(Corpus.bytes(file)).orThrow();

        assertThat(READER.read(WaveJson.write(wave)).orThrow()).isEqualTo(wave);
    }

    @Test
    void the_corpus_is_large_enough() {
        assertThat(invalid()).hasSizeGreaterThanOrEqualTo(95);
        assertThat(valid()).hasSizeGreaterThanOrEqualTo(15);
    }
}
