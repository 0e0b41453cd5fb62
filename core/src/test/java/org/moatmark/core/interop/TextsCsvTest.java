package org.moatmark.core.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

class TextsCsvTest {

    private static final Questionnaire OUTSIDE_VIEW =
            Moatmark.shipped().catalogue().newest("outside-view").orElseThrow();
    private static final Version NEXT = Version.parse("9.0.0");

    private static Checked<String> with(String csv) {
        return Moatmark.withTexts(OUTSIDE_VIEW, csv.getBytes(StandardCharsets.UTF_8), NEXT);
    }

    @ParameterizedTest
    @MethodSource("org.moatmark.core.interop.SurveyJsTest#questionnaires")
    void what_nobody_changed_comes_back_as_it_was(Questionnaire questionnaire) {
        String csv = Moatmark.texts(questionnaire, true);

        String back = Moatmark.withTexts(questionnaire, csv.getBytes(StandardCharsets.UTF_8), questionnaire.version())
                .orThrow();

        assertThat(QuestionnaireJson.write(QuestionnaireJson.read(back).orThrow()))
                .isEqualTo(QuestionnaireJson.write(questionnaire));
    }

    @Test
    void a_row_says_where_a_text_stands_and_what_it_is() {
        String[] lines = Moatmark.texts(OUTSIDE_VIEW, false).split("\r\n");

        assertThat(lines[0]).isEqualTo("pointer,key,part,en,ja");
        assertThat(lines[1])
                .startsWith("/title,,title,")
                .contains(OUTSIDE_VIEW.title().in("ja"));
        assertThat(lines).anyMatch(line -> line.contains("/anchors/4,OV01,anchors 5,"));
    }

    @Test
    void a_translated_text_changes_and_nothing_else_does() {
        String back = with("pointer,ja\n/title,外からの目\n").orThrow();

        Questionnaire read = QuestionnaireJson.read(back).orThrow();
        assertThat(read.title().in("ja")).isEqualTo("外からの目");
        assertThat(read.title().in("en")).isEqualTo(OUTSIDE_VIEW.title().in("en"));
        assertThat(read.version()).isEqualTo(NEXT);
        assertThat(read.tree()).isEqualTo(OUTSIDE_VIEW.tree());
    }

    @Test
    void a_new_language_is_a_new_column_and_half_of_one_is_refused_by_the_reader() {
        String whole = Moatmark.texts(OUTSIDE_VIEW, false).replaceFirst("en,ja", "en,de");
        Checked<Questionnaire> all = QuestionnaireJson.read(with(whole).orThrow());
        Checked<Questionnaire> half =
                QuestionnaireJson.read(with("pointer,de\n/title,Von außen\n").orThrow());

        assertThat(all.orThrow().title().languages()).containsExactly("de", "en", "ja");
        assertThat(half.issues()).extracting(Issue::code).containsOnly("unknown-language");
    }

    @Test
    void every_fault_of_a_table_is_said_with_its_row() {
        assertThat(with("pointer,ja\n/nowhere,x\n/title,a\n/title,b\n/title\n").issues())
                .extracting(issue -> issue.path() + " " + issue.code())
                .containsExactly(
                        "/texts.csv/2 unknown-text", "/texts.csv/4 text-not-unique", "/texts.csv/5 wrong-cell-count");
        assertThat(with("a,b\n").issues()).extracting(Issue::code).containsExactly("missing-column");
        assertThat(with("").issues()).extracting(Issue::code).containsExactly("missing-column");
        assertThat(with("pointer,ja\n\"/title,x").issues())
                .extracting(issue -> issue.message().en())
                .containsExactly("texts.csv: its quotes do not match, so that rows cannot be told apart.");
    }
}
