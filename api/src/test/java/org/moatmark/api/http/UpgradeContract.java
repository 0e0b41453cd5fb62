package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;

/** A running assessment goes on with a newer version of its questionnaire, whatever database is behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpgradeContract {

    private final World world;
    private final Http http;
    private int published;

    UpgradeContract(World world, Http http) {
        this.world = world;
        this.http = http;
    }

    /** Publishes two versions of a questionnaire of one's own; gives back its id. */
    private String published(UnaryOperator<String> change) {
        String id = "view-" + ++published;
        String first = World.questionnaire(id, "1.0.0");
        String second = change.apply(World.questionnaire(id, "2.0.0"));
        World.expect(201, world.ask("POST", "/v1/questionnaires").json(first).send());
        World.expect(201, world.ask("POST", "/v1/questionnaires").json(second).send());
        return id;
    }

    private String assessment(String questionnaire, String visibility) {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"U\",\"questionnaires\":[{\"id\":\""
                        + questionnaire + "\",\"version\":\"1.0.0\"}]" + visibility + "}")
                .send();
        World.expect(201, made);
        world.step(made.text("id"), "open");
        return made.text("id");
    }

    private String seat(String assessment, String questionnaire, String key) {
        Http.Reply seat = world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .json("{\"key\":\"" + key + "\",\"department\":\"M\",\"informants\":{\"" + questionnaire + "\":\""
                        + KIND + "\"}}")
                .send();
        World.expect(201, seat);
        return seat.text("token");
    }

    private static final String KIND = kind();

    private static String kind() {
        JsonObject file =
                (JsonObject) JsonTree.parse(World.questionnaire("any", "1.0.0")).orThrow();
        JsonObject first =
                (JsonObject) ((JsonArray) file.get("informants")).values().get(0);
        return ((JsonString) first.get("key")).value();
    }

    private Http.Reply answer(String token, String questionnaire, String answers) {
        return http.ask("PATCH", "/v1/seat/answers/" + questionnaire)
                .bearer(token)
                .with("If-Match", "*")
                .patch("{\"answers\":" + answers + "}")
                .send();
    }

    /** Answers every item of the questionnaire with one value. */
    private void answerAll(String token, String questionnaire, int value) {
        JsonObject sheet = http.ask("GET", "/v1/seat/answers/" + questionnaire)
                .bearer(token)
                .send()
                .json();
        StringBuilder answers = new StringBuilder("{");
        for (var key : ((JsonArray) sheet.get("asked")).values()) {
            answers.append(answers.length() == 1 ? "" : ",")
                    .append('"')
                    .append(((JsonString) key).value())
                    .append("\":{\"value\":")
                    .append(value)
                    .append(",\"evidence\":[{\"grade\":\"E3\"}]}");
        }
        World.expect(200, answer(token, questionnaire, answers + "}"));
    }

    private Http.Reply upgrade(String assessment, String body) {
        return world.ask("POST", "/v1/assessments/" + assessment + "/upgrade")
                .json(body)
                .send();
    }

    private static JsonObject in(JsonObject object, String... path) {
        JsonObject found = object;
        for (String step : path) {
            found = (JsonObject) found.get(step);
        }
        return found;
    }

    /** The first item is worded otherwise, and the means of the first node are taken otherwise. */
    private static String otherwise(String file) {
        String reworded = file.replaceFirst("(?s)(\"items\".*?\"text\": ?\\{\\s*\"en\": ?\")", "$1In fact: ");
        return reworded.replaceFirst("\"aggregation\": ?\"arithmetic\"", "\"aggregation\": \"minimum\"");
    }

    @Test
    void an_upgrade_freezes_what_was_keeps_what_stands_and_scores_it_by_both_versions() {
        String id = published(UpgradeContract::otherwise);
        String assessment = assessment(id, "");
        String token = seat(assessment, id, "one");
        String other = seat(assessment, id, "two");
        answerAll(token, id, 4);
        answerAll(other, id, 2);
        World.expect(200, answer(token, id, "{\"OV02\":{\"value\":1}}"));
        String before = world.ask("GET", "/v1/assessments/" + assessment + "/results/" + id)
                .send()
                .body();

        Http.Reply reply =
                upgrade(assessment, "{\"questionnaire\":\"" + id + "\",\"snapshot\":\"old\",\"title\":\"Old\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonObject report = reply.json();
        assertThat(reply.text("from") + " " + reply.text("to")).isEqualTo("1.0.0 2.0.0");
        assertThat(JsonText.of(report.get("items"))).contains("{\"key\":\"OV01\",\"verdict\":\"reworded\"}");
        assertThat(JsonText.of(in(report, "diff", "moves"))).contains("\"index\":true");
        JsonObject index = in(report, "comparison", "index");
        assertThat(JsonText.of(index)).contains("\"link\":\"separated\"", "\"points\":0,");
        assertThat(JsonText.of(index.get("ruler"))).isNotEqualTo("0").isNotEqualTo("null");
        String frozen = world.ask("GET", "/v1/assessments/" + assessment + "/results/" + id + "?snapshot=old")
                .send()
                .body();
        assertThat(frozen).isEqualTo(before).contains("\"version\":\"1.0.0\"");
        Http.Reply after = world.ask("GET", "/v1/assessments/" + assessment + "/results/" + id)
                .send();
        assertThat(after.body()).contains("\"version\":\"2.0.0\"");
        assertThat(JsonText.of(in(after.json(), "index").get("evidenced")))
                .isEqualTo(JsonText.of(in(index, "after").get("evidenced")));
        Http.Reply sheet =
                http.ask("GET", "/v1/seat/answers/" + id).bearer(token).send();
        assertThat(JsonText.of(sheet.json().get("questionnaire"))).contains("\"version\":\"2.0.0\"");
        assertThat(sheet.body()).contains("\"OV01\":{");
        assertThat(world.ask("GET", "/v1/audit?subject=" + assessment).send().body())
                .contains("\"reason\":\"" + id + " 1.0.0 -> 2.0.0, snapshot old\"");
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() {
        String id = published(UpgradeContract::otherwise);
        String assessment = assessment(id, "");
        String token = seat(assessment, id, "one");
        answerAll(token, id, 4);
        String path = "/v1/assessments/" + assessment;
        String before = world.ask("GET", path).send().body();

        Http.Reply dry = upgrade(assessment, "{\"questionnaire\":\"" + id + "\",\"dryRun\":true}");
        String between = world.ask("GET", path).send().body();
        Http.Reply wet = upgrade(assessment, "{\"questionnaire\":\"" + id + "\",\"snapshot\":\"old\"}");

        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.body()).contains("\"dryRun\":true");
        assertThat(between).isEqualTo(before);
        assertThat(wet.body()).contains("\"dryRun\":false");
        for (String same : List.of("items", "answers", "diff", "comparison")) {
            assertThat(JsonText.of(dry.json().get(same)))
                    .as(same)
                    .isEqualTo(JsonText.of(wet.json().get(same)));
        }
    }

    @Test
    void answers_to_other_words_are_asked_again_where_the_owner_wants_it_so() {
        String id = published(UpgradeContract::otherwise);
        String assessment = assessment(id, "");
        String token = seat(assessment, id, "one");
        answerAll(token, id, 4);
        String seen =
                http.ask("GET", "/v1/seat/answers/" + id).bearer(token).send().header("ETag");

        Http.Reply reply = upgrade(
                assessment, "{\"questionnaire\":\"" + id + "\",\"snapshot\":\"old\",\"reworded\":\"askAgain\"}");

        assertThat(JsonText.of(reply.json().get("answers"))).contains("\"reworded\":1,");
        Http.Reply sheet =
                http.ask("GET", "/v1/seat/answers/" + id).bearer(token).send();
        assertThat(JsonText.of(sheet.json().get("answers")))
                .doesNotContain("OV01")
                .contains("OV02");
        assertThat(sheet.header("ETag")).isNotEqualTo(seen);
        Http.Reply stale = http.ask("PATCH", "/v1/seat/answers/" + id)
                .bearer(token)
                .with("If-Match", seen)
                .patch("{\"answers\":{\"OV02\":{\"value\":1}}}")
                .send();
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void what_cannot_be_upgraded_is_refused_with_every_reason_and_nothing_changes() {
        String id = published(file -> file.replaceAll("\"" + KIND + "\"", "\"QQ\""));
        String assessment = assessment(id, "");
        seat(assessment, id, "one");
        String path = "/v1/assessments/" + assessment;
        String before = world.ask("GET", path).send().body();

        Http.Reply gone = upgrade(assessment, "{\"questionnaire\":\"" + id + "\",\"snapshot\":\"old\"}");
        Http.Reply same =
                upgrade(assessment, "{\"questionnaire\":\"" + id + "\",\"version\":\"1.0.0\",\"snapshot\":\"old\"}");
        Http.Reply unknown =
                upgrade(assessment, "{\"questionnaire\":\"" + id + "\",\"version\":\"7.0.0\",\"snapshot\":\"old\"}");
        Http.Reply other = upgrade(assessment, "{\"questionnaire\":\"outside-view\",\"snapshot\":\"old\"}");
        Http.Reply nameless = upgrade(assessment, "{\"questionnaire\":\"" + id + "\"}");

        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.body())
                .contains("kind-gone", "The new version does not know informant kind '" + KIND + "'")
                .contains("seats of it: 1.");
        assertThat(same.body()).contains("not-newer", "Version 1.0.0 is not newer than 1.0.0, which is asked now.");
        assertThat(unknown.body()).contains("unknown-questionnaire");
        assertThat(other.body()).contains("unknown-questionnaire");
        assertThat(nameless.body()).contains("/snapshot");
        assertThat(world.ask("GET", path).send().body()).isEqualTo(before);
        assertThat(world.ask("GET", path + "/snapshots").send().body()).contains("\"items\":[]");
    }

    @Test
    void a_confidential_assessment_that_released_takes_new_items_and_nothing_else() {
        String id = published(UpgradeContract::otherwise);
        String grown = published(file -> file);
        for (String one : List.of(id, grown)) {
            String assessment = assessment(one, ",\"visibility\":{\"mode\":\"confidential\"}");
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                tokens.add(seat(assessment, one, "p" + i));
            }
            for (String token : tokens) {
                answerAll(token, one, 3);
                World.expect(
                        200, http.ask("POST", "/v1/seat/submit").bearer(token).send());
            }
            Http.Reply reply = upgrade(assessment, "{\"questionnaire\":\"" + one + "\",\"snapshot\":\"old\"}");
            if (one.equals(id)) {
                assertThat(reply.status()).as(reply.body()).isEqualTo(422);
                assertThat(reply.body())
                        .contains("already-released")
                        .contains("Item 'OV01' is reworded in the new version, and this confidential assessment has"
                                + " released what crowds said of it; to gather them anew would show who is in them.");
            } else {
                assertThat(reply.status()).as(reply.body()).isEqualTo(200);
                assertThat(reply.json().get("answers")).isNull();
                assertThat(reply.json().get("comparison")).isNotEqualTo(JsonNull.NULL);
                Http.Reply release = world.ask("GET", "/v1/assessments/" + assessment + "/results/" + one)
                        .send();
                assertThat(release.body()).contains("\"version\":\"2.0.0\"").doesNotContain("claimed");
                String frozen = world.ask("GET", "/v1/assessments/" + assessment + "/results/" + one + "?snapshot=old")
                        .send()
                        .body();
                assertThat(frozen).contains("\"version\":\"1.0.0\"");
                assertThat(Contract.object(release.json(), "index").toMap())
                        .isEqualTo(Contract.object(
                                        (JsonObject) JsonTree.parse(frozen).orThrow(), "index")
                                .toMap());
            }
        }
    }
}
