package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;

/** Questionnaires that a tenant publishes: its own, for ever as they are, and nobody else's. */
@ExtendWith(Served.class)
class OwnQuestionnairesTest {

    private static final String ALL = "/v1/questionnaires";

    private static World other;

    private final Http http;
    private final World world;

    OwnQuestionnairesTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @BeforeAll
    static void start(Running server) {
        other = new World(server.port(), server.tenant("Second tenant"));
    }

    private static Http.Reply publish(World who, String document) {
        return who.ask("POST", ALL).json(document).send();
    }

    @Test
    void what_a_tenant_publishes_can_be_asked_and_scored_there_and_nowhere_else() {
        Http.Reply made = publish(world, World.questionnaire("house-view", "1.0.0"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String address = made.header("Location");

        Http.Reply document = world.ask("GET", address).send();
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(document.header("Method-Hash")).isEqualTo(made.text("methodHash"));
        assertThat(world.ask("GET", ALL).send().body()).contains("house-view");
        for (Http.Ask stranger : new Http.Ask[] {other.ask("GET", address), http.ask("GET", address)}) {
            assertThat(stranger.send().status()).isEqualTo(404);
        }
        assertThat(other.ask("GET", ALL).send().body()).doesNotContain("house-view");
        for (String path : List.of(ALL, ALL + "/outside-view")) {
            assertThat(world.ask("GET", path).send().header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(http.ask("GET", path).send().header("Cache-Control")).isEqualTo("public, no-cache");
        }

        String wave = "{\"questionnaire\":\"house-view\",\"answers\":{\"OV01\":4}}";
        assertThat(world.ask("POST", "/v1/score").json(wave).send().status()).isEqualTo(200);
        assertThat(other.ask("POST", "/v1/score").json(wave).send().status()).isEqualTo(422);
        assertThat(http.ask("POST", "/v1/score").json(wave).send().status()).isEqualTo(422);
    }

    @Test
    void an_assessment_of_ones_own_questionnaire_goes_the_whole_way() {
        publish(world, World.questionnaire("walk-view", "1.0.0"));
        String assessment = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Own\",\"questionnaires\":[\"walk-view\"]}")
                .send()
                .text("id");
        Http.Reply seat = world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .json("{\"key\":\"one\",\"department\":\"D\",\"informants\":{\"walk-view\":\"outsider\"}}")
                .send();
        assertThat(seat.status()).as(seat.body()).isEqualTo(201);
        world.step(assessment, "open");
        Http.Reply patched = http.ask("PATCH", "/v1/seat/answers/walk-view")
                .bearer(seat.text("token"))
                .with("If-Match", "*")
                .patch("{\"answers\":{\"OV01\":{\"value\":4}}}")
                .send();
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(http.ask("GET", "/v1/seat").bearer(seat.text("token")).send().status())
                .isEqualTo(200);
        Http.Reply result = world.ask("GET", "/v1/assessments/" + assessment + "/results/walk-view")
                .send();
        assertThat(result.status()).as(result.body()).isEqualTo(200);
        assertThat(result.body()).contains("\"id\":\"walk-view\"");
        assertThat(other.ask("POST", "/v1/assessments")
                        .json("{\"company\":\"" + other.company()
                                + "\",\"name\":\"Own\",\"questionnaires\":[\"walk-view\"]}")
                        .send()
                        .status())
                .isEqualTo(422);
    }

    @Test
    void A4_a_seat_knows_no_questionnaire_but_the_shipped_and_its_own() {
        publish(world, World.questionnaire("hidden-view", "1.0.0"));
        String token = world.seat(world.open()).token();
        String address = ALL + "/hidden-view";

        assertThat(http.ask("GET", address).bearer(token).send().status()).isEqualTo(404);
        assertThat(http.ask("GET", address + "/versions/1.0.0")
                        .bearer(token)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(http.ask("GET", ALL).bearer(token).send().body()).doesNotContain("hidden-view");
        assertThat(world.ask("GET", address).send().status()).isEqualTo(200);
    }

    @Test
    void a_published_version_never_changes_and_a_shipped_id_is_taken() {
        String first = World.questionnaire("fixed-view", "1.0.0");
        String changed = first.replaceFirst("\"en\": \"", "\"en\": \"My ");
        assertThat(publish(world, first).status()).isEqualTo(201);
        assertThat(publish(world, first).status()).isEqualTo(201);
        assertThat(publish(world, changed).status()).isEqualTo(409);
        assertThat(publish(other, changed).status()).as("of another tenant").isEqualTo(201);
        assertThat(publish(world, World.questionnaire("outside-view", "9.0.0")).status())
                .isEqualTo(422);
        assertThat(publish(world, "{}").status()).isEqualTo(422);
    }

    @Test
    void two_versions_are_compared() {
        String first = World.questionnaire("moving-view", "1.0.0");
        String words = World.questionnaire("moving-view", "1.1.0").replaceFirst("\"en\": \"", "\"en\": \"My ");
        assertThat(publish(world, first).status()).isEqualTo(201);
        assertThat(publish(world, words).status()).isEqualTo(201);

        Http.Reply diff = world.ask("GET", ALL + "/moving-view/versions/1.0.0/diff?to=1.1.0")
                .send();
        assertThat(diff.status()).isEqualTo(200);
        assertThat(diff.body())
                .contains("\"parts\":[\"title\"]")
                .contains("\"moves\":{\"nodes\":[],\"index\":false,\"levels\":false,\"findings\":false}");
        assertThat(world.ask("GET", ALL + "/moving-view").send().text("version"))
                .isEqualTo("1.1.0");
        assertThat(world.ask("GET", ALL + "/moving-view/versions/1.0.0/diff")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(other.ask("GET", ALL + "/moving-view/versions/1.0.0/diff?to=1.1.0")
                        .send()
                        .status())
                .isEqualTo(404);
    }
}
