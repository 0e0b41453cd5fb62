package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Questionnaire;

/** Corpus: one defect a file, with exactly the issues that are written beside it. */
class QuestionnaireCorpusTest {

    static List<Path> invalid() {
        return Corpus.documents("/questionnaires/invalid");
    }

    static List<Path> valid() {
        return Corpus.documents("/questionnaires/valid");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void a_faulty_file_gives_exactly_the_expected_issues(Path file) {
        List<Issue> issues = QuestionnaireJson.read(Corpus.bytes(file)).issues();

        assertThat(issues.stream().map(Corpus.Expected::of).toList()).isEqualTo(Corpus.expected(file, "issues"));
        Bilingual.check(issues);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_sound_file_is_read_without_an_issue(Path file) {
        Checked<Questionnaire> read = QuestionnaireJson.read(Corpus.bytes(file));

        assertThat(read.issues()).isEmpty();
        assertThat(read).isInstanceOf(Checked.Valid.class);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void what_is_written_is_read_back_as_the_same_questionnaire(Path file) {
        Questionnaire read = QuestionnaireJson.read(Corpus.bytes(file)).orThrow();

        SameQuestionnaire.check(
                QuestionnaireJson.read(QuestionnaireJson.write(read)).orThrow(), read);
    }

    @Test
    void the_corpus_is_large_enough() {
        assertThat(invalid()).hasSizeGreaterThanOrEqualTo(190);
        assertThat(valid()).hasSizeGreaterThanOrEqualTo(20);
    }
}
