package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.json.QuestionnaireJson;

/** {@code convert} as a shell sees it. */
class ConvertCommandTest {

    private static final String FILE =
            Readme.ROOT.resolve("questionnaires/outside-view.json").toString();

    private final Program program = Program.inEnglish().here();

    @Test
    void a_questionnaire_goes_to_surveyjs_and_comes_back() throws Exception {
        String survey = program.run("convert", FILE, "--to", "surveyjs").out();
        Ended back = program.run(survey, List.of("convert", "-", "--to", "questionnaire"));

        assertThat(survey).startsWith("{\n  \"title\": {\n    \"default\": \"Outside view");
        assertThat(back.code()).isZero();
        assertThat(back.err()).isEmpty();
        assertThat(program.run(back.out(), List.of("validate", "-")).out())
                .startsWith("outside-view 1.0.0 is sound: 29 items");
    }

    @Test
    void translators_change_texts_and_a_new_version_comes_of_it() throws Exception {
        String table = program.run("convert", FILE, "--to", "texts").out();

        Ended next = program.run(
                "pointer,ja\n/title,外からの目\n",
                List.of("convert", FILE, "--to", "questionnaire", "--texts", "-", "--version", "2.0.0"));

        assertThat(table).startsWith("pointer,key,part,en,ja\r\n/title,");
        assertThat(program.run("convert", FILE, "--to", "texts", "--bom").out()).startsWith("\uFEFFpointer");
        assertThat(QuestionnaireJson.read(next.out()).orThrow().title().in("ja"))
                .isEqualTo("外からの目");
    }

    @Test
    void what_a_survey_from_elsewhere_loses_is_said_and_is_no_fault() throws Exception {
        String survey =
                "{\"elements\": [{\"type\": \"boolean\", \"name\": \"a\", \"visibleIf\": \"{b}\"}, {\"type\": \"html\", \"name\": \"b\"}]}";

        Ended draft = program.run(survey, List.of("convert", "-", "--to", "questionnaire", "--id", "mine"));

        assertThat(draft.code()).isZero();
        assertThat(QuestionnaireJson.read(draft.out()).orThrow().id()).isEqualTo("mine");
        assertThat(draft.err())
                .startsWith("Standard input has 2 issues:\n/elements/0/visibleIf [not-taken]\n"
                        + "  'a': property 'visibleIf' was not taken over.");
    }

    @Test
    void faults_and_wrong_calls_print_nothing() throws Exception {
        assertThat(program.run("convert", FILE).err()).contains("'--to' is one of questionnaire, surveyjs, texts.");
        assertThat(program.run("x,y\n", List.of("convert", FILE, "--to", "questionnaire", "--texts", "-"))
                        .err())
                .contains("'--texts' makes a new version");
        Ended faulty = program.run(
                "pointer,ja\n/x,y\n",
                List.of("convert", FILE, "--to", "questionnaire", "--texts", "-", "--version", "2.0.0"));
        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.out()).isEmpty();
        assertThat(program.run("{}", List.of("convert", "-", "--to", "surveyjs"))
                        .code())
                .isEqualTo(1);
    }
}
