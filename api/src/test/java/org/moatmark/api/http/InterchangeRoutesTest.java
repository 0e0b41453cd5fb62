package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.QuestionnaireJson;

/** Questionnaires for SurveyJS and for translators. */
@ExtendWith(Served.class)
class InterchangeRoutesTest {

    private static final String VERSION = "/v1/questionnaires/outside-view/versions/1.0.0";

    private final Http http;
    private final World world;

    InterchangeRoutesTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @Test
    void a_questionnaire_goes_to_surveyjs_and_comes_back() {
        Http.Reply survey = http.ask("GET", VERSION + "/survey.json").send();

        Http.Reply draft = http.ask("POST", "/v1/questionnaires/from-survey")
                .json(survey.body())
                .send();

        assertThat(survey.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"outside-view-1.0.0-survey.json\"");
        assertThat(draft.status()).as(draft.body()).isEqualTo(200);
        assertThat(draft.body()).endsWith("\"warnings\":[]}");
        String document = draft.body()
                .substring("{\"questionnaire\":".length(), draft.body().indexOf(",\"warnings\":[]}"));
        assertThat(QuestionnaireJson.read(document).orThrow().items()).hasSize(29);
    }

    @Test
    void texts_are_a_table_for_translators() {
        Http.Reply texts = http.ask("GET", VERSION + "/texts.csv?bom=true").send();

        assertThat(texts.header("Content-Type")).startsWith("text/csv");
        assertThat(texts.body())
                .isEqualTo(Moatmark.texts(
                        Moatmark.shipped()
                                .catalogue()
                                .find("outside-view", "1.0.0")
                                .orElseThrow(),
                        true));
    }

    @Test
    void what_a_tenant_asks_leaves_to_that_tenant_only() {
        world.ask("POST", "/v1/questionnaires")
                .json(World.questionnaire("our-survey", "1.0.0"))
                .send();
        for (String file : new String[] {"/survey.json", "/texts.csv"}) {
            String path = "/v1/questionnaires/our-survey/versions/1.0.0" + file;

            assertThat(world.ask("GET", path).send().status()).isEqualTo(200);
            assertThat(world.ask("GET", path).send().header("Cache-Control")).startsWith("private");
            assertThat(http.ask("GET", path).send().status()).isEqualTo(404);
        }
    }

    @Test
    void a_survey_that_cannot_be_taken_is_refused_with_its_faults() {
        String path = "/v1/questionnaires/from-survey";

        assertThat(http.ask("POST", path).json("{}").send().body()).contains("nothing-asked");
        assertThat(http.ask("POST", path + "?id=My%20Survey").json("{}").send().status())
                .isEqualTo(400);
        assertThat(http.ask("POST", path + "?id=mine&lang=ja")
                        .json("{\"elements\":[{\"type\":\"html\",\"name\":\"a\"}]}")
                        .send()
                        .status())
                .isEqualTo(400);
        String title = "T".repeat(6_000);
        Http.Reply beyond = http.ask("POST", path)
                .json("{\"elements\":[{\"type\":\"matrix\",\"name\":\"m\",\"title\":\"" + title
                        + "\",\"columns\":[1,2],\"rows\":[{\"value\":\"a\",\"text\":\"" + title + "\"}]}]}")
                .send();
        assertThat(beyond.status())
                .as("a title and a row that are too long together")
                .isBetween(400, 422);
    }
}
