package org.moatmark.core.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.ItemType;
import org.moatmark.core.questionnaire.Questionnaire;

class SurveyJsTest {

    /** As its documentation shows them: pages, panels, every kind of question that is taken over, and some that are not. */
    private static final String FOREIGN = """
            {"title": "Service", "locale": "en", "pages": [
              {"name": "page1", "elements": [
                {"type": "rating", "name": "nps", "title": "Would you recommend us?", "rateMin": 0, "rateMax": 10,
                 "minRateDescription": "Not at all", "maxRateDescription": "Certainly"},
                {"type": "panel", "name": "inner", "elements": [
                  {"type": "radiogroup", "name": "care", "title": {"default": "They care", "ja": "気にかけてくれる"},
                   "isRequired": true, "choices": [{"value": 1, "text": "No"}, {"value": 2, "text": "Partly"}, {"value": 3, "text": "Yes"}]},
                  {"type": "boolean", "name": "again", "title": "Would you come again?", "visibleIf": "{nps} > 6"}]}]},
              {"name": "page2", "elements": [
                {"type": "matrix", "name": "views", "title": "We are", "columns": ["Never", "Often"], "rows": [{"value": "fast", "text": "Fast"}, "kind"]},
                {"type": "dropdown", "name": "channel", "choices": ["Shop", "Web"]},
                {"type": "text", "inputType": "number", "name": "age"},
                {"type": "comment", "name": "rest"},
                {"type": "signaturepad", "name": "sign"}]}]}""";

    static Stream<Questionnaire> questionnaires() throws IOException {
        List<Questionnaire> own;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/questionnaires/valid"))) {
            own = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(SurveyJsTest::read)
                    .toList();
        }
        return Stream.concat(Moatmark.shipped().catalogue().questionnaires().stream(), own.stream());
    }

    private static Questionnaire read(Path file) {
        try {
            return QuestionnaireJson.read(Files.readAllBytes(file)).orThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void a_questionnaire_comes_back_from_a_survey_as_it_was(Questionnaire questionnaire) {
        String survey = Moatmark.survey(questionnaire);

        Checked<String> back = Moatmark.fromSurvey(survey.getBytes(StandardCharsets.UTF_8), "unused");

        assertThat(((Checked.Valid<String>) back).warnings()).isEmpty();
        Questionnaire again = QuestionnaireJson.read(back.orThrow()).orThrow();
        assertThat(QuestionnaireJson.write(again)).isEqualTo(QuestionnaireJson.write(questionnaire));
    }

    @Test
    void a_survey_says_in_its_own_words_what_is_asked() {
        JsonObject survey = JsonParser.parseString(Moatmark.survey(
                        Moatmark.shipped().catalogue().newest("outside-view").orElseThrow()))
                .getAsJsonObject();
        JsonObject question = first(survey.getAsJsonArray("pages").get(0).getAsJsonObject());

        assertThat(survey.getAsJsonArray("pages")).hasSize(2);
        assertThat(question.get("type").getAsString()).isEqualTo("radiogroup");
        assertThat(question.getAsJsonObject("title").keySet()).containsExactly("default", "ja");
        assertThat(question.getAsJsonArray("choices")).hasSize(5);
        assertThat(question.get("showDontKnowItem").getAsBoolean()).isTrue();
    }

    private static JsonObject first(JsonObject panel) {
        JsonObject element = panel.getAsJsonArray("elements").get(0).getAsJsonObject();
        return element.has("elements") ? first(element) : element;
    }

    @Test
    void what_was_changed_in_a_designer_counts() {
        Questionnaire questionnaire =
                Moatmark.shipped().catalogue().newest("outside-view").orElseThrow();
        String text = questionnaire.items().get(0).text().in("ja");
        String edited = Moatmark.survey(questionnaire).replace(text, "新しい問い");

        Questionnaire back = QuestionnaireJson.read(
                        Moatmark.fromSurvey(edited.getBytes(StandardCharsets.UTF_8), "unused")
                                .orThrow())
                .orThrow();

        assertThat(back.items().get(0).text().in("ja")).isEqualTo("新しい問い");
        assertThat(back.gates()).isEqualTo(questionnaire.gates());
    }

    @Test
    void a_survey_from_elsewhere_becomes_a_draft_that_can_be_read() {
        Checked<String> draft = Moatmark.fromSurvey(FOREIGN.getBytes(StandardCharsets.UTF_8), "service");

        Questionnaire read = QuestionnaireJson.read(draft.orThrow()).orThrow();
        assertThat(read.id()).isEqualTo("service");
        assertThat(read.items())
                .extracting(item -> item.key() + " " + item.type().word())
                .containsExactly(
                        "care agreement",
                        "again yesNo",
                        "nps agreement",
                        "views.fast agreement",
                        "views.kind agreement",
                        "channel choice",
                        "age text",
                        "rest text");
        assertThat(((ItemType.Agreement) read.items().get(2).type()).points()).isEqualTo(11);
        assertThat(read.items().get(0).text().in("ja")).isEqualTo("気にかけてくれる");
        assertThat(read.items().get(3).text().in("en")).isEqualTo("We are – Fast");
        assertThat(read.tree()).hasSize(2);
    }

    @Test
    void what_a_draft_lost_is_said_in_both_languages() {
        var draft = (Checked.Valid<String>) Moatmark.fromSurvey(FOREIGN.getBytes(StandardCharsets.UTF_8), "service");

        assertThat(draft.warnings())
                .extracting(Issue::code, Issue::path)
                .contains(
                        tuple("not-taken", "/pages/0/elements/1/elements/0/isRequired"),
                        tuple("not-taken", "/pages/0/elements/1/elements/1/visibleIf"),
                        tuple("no-scores", "/pages/1/elements/1"),
                        tuple("no-cuts", "/pages/1/elements/2"),
                        tuple("type-not-taken", "/pages/1/elements/4"));
        assertThat(draft.warnings())
                .filteredOn(issue -> issue.code().equals("type-not-taken"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.message().en())
                            .isEqualTo("'sign': elements of type 'signaturepad' are not taken over.");
                    assertThat(issue.message().ja()).isEqualTo("「sign」：種類「signaturepad」の要素は取り込まれません。");
                });
    }

    @Test
    void names_that_come_twice_become_keys_of_their_own() {
        String twice = "{\"title\": \"T\", \"elements\": [{\"type\": \"boolean\", \"name\": \"a\"},"
                + " {\"type\": \"boolean\", \"name\": \"a\"}]}";

        var draft = (Checked.Valid<String>) Moatmark.fromSurvey(twice.getBytes(StandardCharsets.UTF_8), "twice");

        assertThat(QuestionnaireJson.read(draft.value()).orThrow().items())
                .extracting(item -> item.key())
                .containsExactly("a", "a-2");
        assertThat(draft.warnings()).extracting(Issue::code).containsExactly("renamed");
    }

    @Test
    void a_survey_that_names_japanese_is_in_japanese() {
        String survey =
                "{\"locale\": \"ja\", \"title\": \"調査\", \"elements\": [{\"type\": \"boolean\", \"name\": \"問い\"}]}";

        Questionnaire draft = QuestionnaireJson.read(
                        Moatmark.fromSurvey(survey.getBytes(StandardCharsets.UTF_8), "chosa")
                                .orThrow())
                .orThrow();

        assertThat(draft.title().byLanguage()).containsEntry("ja", "調査");
    }

    @Test
    void what_asks_nothing_is_no_survey() {
        assertThat(Moatmark.fromSurvey("[]".getBytes(StandardCharsets.UTF_8), "x")
                        .issues())
                .extracting(Issue::code)
                .containsExactly("nothing-asked");
        assertThat(Moatmark.fromSurvey("{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8), "x")
                        .issues())
                .isNotEmpty();
        assertThatThrownBy(() -> SurveyJs.questionnaire("{", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The survey is not JSON.");
    }

    @Test
    void a_survey_that_would_fill_the_memory_is_refused() {
        String question = "{\"type\": \"rating\", \"name\": \"a\", \"rateMax\": 999999999}";
        String many = "{\"elements\": [" + (question + ",").repeat(600) + question + "]}";
        String wide = "{\"elements\": [" + (question + ",").repeat(1_000) + question + "]}";
        StringBuilder languages = new StringBuilder("{\"title\": {\"en\": \"T\"");
        for (int i = 0; i < 2_000; i++) {
            languages.append(", \"l").append(i).append("\": \"T\"");
        }
        languages
                .append("}, \"elements\": [")
                .append((question + ",").repeat(300))
                .append(question)
                .append("]}");

        String rows = "\"r\",".repeat(400) + "\"r\"";
        String title = "{\"elements\": [{\"type\": \"matrix\", \"name\": \"m\", \"title\": \"" + "T".repeat(20_000)
                + "\", \"columns\": [1, 2], \"rows\": [" + rows + "]}]}";
        String name = "{\"elements\": [{\"" + "n".repeat(300) + "\": [1]}]}";
        String asked = "{\"moatmark\": {\"informants\": [{\"key\": \"" + "k".repeat(9_000) + "\"}]}, \"elements\": ["
                + question + "]}";

        for (String survey : List.of(many, wide, languages.toString(), title, name, asked)) {
            assertThat(SurveyJs.questionnaire(survey, "x").issues())
                    .extracting(Issue::code)
                    .containsExactly("too-many");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"rateMin\": 2147483447, \"rateMax\": 2147483647",
                "\"rateMin\": 2147483647, \"rateCount\": 2147483647",
                "\"rateMin\": -2147483648, \"rateMax\": 2147483647"
            })
    void a_rating_at_the_end_of_all_numbers_ends(String ends) {
        String survey = "{\"elements\": [{\"type\": \"rating\", \"name\": \"a\", " + ends + "}]}";

        assertThat(SurveyJs.questionnaire(survey, "x").orThrow()).hasSizeLessThan(100_000);
    }

    @Test
    void an_empty_text_of_ours_is_a_dash() {
        String survey =
                "{\"moatmark\": {\"levels\": [{\"name\": {}}]}, \"elements\": [{\"type\": \"boolean\", \"name\": \"a\"}]}";

        assertThat(SurveyJs.questionnaire(survey, "x").orThrow()).contains("\"en\": \"-\"");
    }
}
