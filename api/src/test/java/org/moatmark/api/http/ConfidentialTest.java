package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** Confidential assessments over HTTP: what is agreed, what is told, what is shown and what never is. */
@ExtendWith(Served.class)
class ConfidentialTest {

    private final Contract contract = new Contract();

    private final World world;
    private final Http http;

    ConfidentialTest(World world, Http http) {
        this.world = world;
        this.http = http;
    }

    private String confidential() {
        return world.draft("{\"mode\":\"confidential\"}");
    }

    private List<World.Seat> seats(String assessment, int n) {
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            seats.add(world.seat(assessment, "person-" + i, i == 0 ? "Finance" : "Marketing", "H"));
        }
        return seats;
    }

    private Http.Reply patch(String token, String answers) {
        return http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                .bearer(token)
                .with("If-Match", "*")
                .patch("{\"answers\":" + answers + "}")
                .send();
    }

    /** The rubrics that the headquarters is asked. */
    private List<String> opinions(String token) {
        List<String> keys = new ArrayList<>();
        JsonObject sheet = (JsonObject) ((JsonArray)
                        http.ask("GET", "/v1/seat").bearer(token).send().json().get("questionnaires"))
                .values()
                .get(0);
        ((JsonArray) sheet.get("protected")).values().forEach(key -> keys.add(((JsonString) key).value()));
        return keys;
    }

    private void submit(World.Seat seat, int value) {
        StringBuilder answers = new StringBuilder();
        for (String key : opinions(seat.token())) {
            answers.append(answers.isEmpty() ? "{" : ",")
                    .append('"')
                    .append(key)
                    .append("\":{\"value\":")
                    .append(value)
                    .append('}');
        }
        World.expect(200, patch(seat.token(), answers + "}"));
        World.expect(
                200, http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
    }

    private Http.Reply result(String assessment) {
        Http.Reply reply = world.ask("GET", "/v1/assessments/" + assessment + "/results/" + World.MLM)
                .send();
        contract.check(
                contract.operations().stream()
                        .filter(one -> one.id().equals("getResult"))
                        .findFirst()
                        .orElseThrow(),
                reply);
        return reply;
    }

    private static List<JsonObject> items(Http.Reply result) {
        return ((JsonArray) result.json().get("items"))
                .values().stream().map(item -> (JsonObject) item).toList();
    }

    @Test
    void an_owner_learns_before_inviting_who_is_no_group() {
        String id = confidential();
        seats(id, 5);
        world.seat(id, "boss", "Board", "C");
        JsonObject visibility = (JsonObject)
                world.ask("GET", "/v1/assessments/" + id).send().json().get("visibility");
        assertThat(visibility.get("departmentsOfOne").toString())
                .contains("Board")
                .contains("Finance");
        assertThat(visibility.get("offices").toString()).contains("C").doesNotContain("\"H\"");
        assertThat(visibility.get("notes").toString())
                .contains("Finance has 1 seat: its answers will only count in the whole.")
                .contains("Financeは回答枠が一つのため")
                .contains("fewer than 5 seats speak for CEO and strategy; what they say")
                .contains("経営トップ・経営企画の回答枠が5件に満たないため");
    }

    @Test
    void an_office_is_named_no_more_once_nobody_holds_it() {
        String id = confidential();
        seats(id, 5);
        World.Seat boss = world.seat(id, "boss", "Board", "C");
        world.step(id, "open");
        assertThat(notes(id)).contains("speak for");

        World.expect(
                204,
                world.ask("DELETE", "/v1/assessments/" + id + "/seats/" + boss.id())
                        .with("If-Match", "*")
                        .send());

        assertThat(notes(id)).doesNotContain("speak for");
    }

    private String notes(String assessment) {
        JsonObject visibility = (JsonObject)
                world.ask("GET", "/v1/assessments/" + assessment).send().json().get("visibility");
        return visibility.get("notes").toString();
    }

    @Test
    void a_seat_is_told_before_its_first_answer() {
        String id = confidential();
        World.Seat seat = seats(id, 5).get(0);
        World.Seat boss = world.seat(id, "boss", "Board", "C");
        world.step(id, "open");
        Http.Reply own = http.ask("GET", "/v1/seat").bearer(seat.token()).send();
        JsonObject visibility = (JsonObject) own.json().get("visibility");
        assertThat(visibility.get("mode")).isEqualTo(new JsonString("confidential"));
        assertThat(visibility.get("explanation").toString())
                .contains("at least 5 people")
                .contains("後任者");
        assertThat(opinions(seat.token())).isNotEmpty();
        int protectedOnes = opinions(seat.token()).size();
        assertThat(visibility.get("explanation").toString())
                .contains(protectedOnes + " of the ")
                .contains("問のうち" + protectedOnes + "問には「保護対象」の印があります。");
        assertThat(opinions(boss.token())).isEmpty();
        assertThat(explanation(boss))
                .contains("Fewer than 5 people answer as you do (CEO and strategy)")
                .contains("none of the ")
                .contains("shown as statements of your office")
                .contains("いずれも保護の対象にならず");
    }

    @Test
    void a_seat_that_is_the_only_one_of_its_department_is_told_where_departments_are_told_apart() {
        String id = confidential();
        List<World.Seat> seats = seats(id, 5);
        assertThat(explanation(seats.get(0))).doesNotContain("Finance");
        World.expect(200, change(id, "{\"departments\":true}"));

        assertThat(explanation(seats.get(0)))
                .contains("Finance has 1 seat, yours: it is not shown as a group, and your protected answers count only"
                        + " in the whole.")
                .contains("Financeの回答枠はあなたの一つだけです。部門だけの結果は示されず、保護対象の回答は全体の集計にのみ含まれます。");
        assertThat(explanation(seats.get(1))).doesNotContain("has 1 seat");
    }

    private String explanation(World.Seat seat) {
        Http.Reply own = http.ask("GET", "/v1/seat").bearer(seat.token()).send();
        return ((JsonObject) own.json().get("visibility")).get("explanation").toString();
    }

    @Test
    void what_was_agreed_is_fixed_from_the_first_answer_on() {
        String id = confidential();
        World.Seat seat = seats(id, 5).get(1);
        World.expect(200, change(id, "{\"k\":6}"));
        world.step(id, "open");
        World.expect(200, change(id, "{\"k\":5}"));
        World.expect(200, patch(seat.token(), "{\"M1.1b\":{\"value\":50}}"));
        for (String other : List.of("{\"k\":4}", "{\"k\":6}", "{\"mode\":\"attributed\"}", "{\"departments\":true}")) {
            assertThat(change(id, other).status()).as(other).isEqualTo(409);
        }
        World.expect(200, change(id, "{\"mode\":\"confidential\",\"k\":5}"));
    }

    private Http.Reply change(String id, String visibility) {
        return world.ask("PATCH", "/v1/assessments/" + id)
                .with("If-Match", "*")
                .patch("{\"visibility\":" + visibility + "}")
                .send();
    }

    @Test
    void terms_that_make_no_sense_are_refused() {
        String id = confidential();
        for (String wrong : List.of(
                "{\"k\":2}",
                "{\"k\":3.5}",
                "{\"k\":\"5\"}",
                "{\"mode\":\"secret\"}",
                "{\"departments\":1}",
                "{\"successorSeesAnswers\":true}",
                "{\"kk\":5}")) {
            assertThat(change(id, wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void results_are_suppressed_until_k_have_answered_and_then_stand_still() {
        String id = confidential();
        List<World.Seat> seats = seats(id, 7);
        world.step(id, "open");
        for (int i = 0; i < 4; i++) {
            submit(seats.get(i), 2 + i % 3);
        }
        Http.Reply none = result(id);
        assertThat(none.json().get("suppressed").toString()).contains("true");
        assertThat(none.text("reason")).isEqualTo("fewer_than_k");
        assertThat(none.header("ETag")).isEqualTo("\"v0-en\"");
        submit(seats.get(4), 3);
        Http.Reply first = result(id);
        assertThat(first.header("ETag")).isEqualTo("\"v1-en\"");
        assertThat(first.body())
                .doesNotContain("person-")
                .doesNotContain("\"bounds\"")
                .doesNotContain("coverage");
        assertThat(items(first).stream().filter(item -> item.get("evidenced") != null))
                .isNotEmpty();
        submit(seats.get(5), 5);
        assertThat(result(id).body()).isEqualTo(first.body());
        World.expect(
                204,
                world.ask(
                                "DELETE",
                                "/v1/assessments/" + id + "/seats/"
                                        + seats.get(0).id())
                        .with("If-Match", "*")
                        .send());
        assertThat(result(id).body()).isEqualTo(first.body());
        World.expect(
                304,
                world.ask("GET", "/v1/assessments/" + id + "/results/" + World.MLM)
                        .with("If-None-Match", first.header("ETag"))
                        .send());
        world.step(id, "close");
        assertThat(result(id).header("ETag")).isEqualTo("\"v2-en\"");
        assertThat(evidenced(result(id))).isEqualTo(evidenced(first));
    }

    private static List<JsonValue> evidenced(Http.Reply result) {
        return items(result).stream().map(item -> item.toMap().get("evidenced")).toList();
    }

    @Test
    void lists_and_positions_come_from_the_release_too() {
        String id = confidential();
        List<World.Seat> seats = seats(id, 5);
        world.step(id, "open");
        String position = "/v1/assessments/" + id + "/results/" + World.MLM + "/position";
        World.expect(404, world.ask("GET", position).send());
        String charts = "/v1/assessments/" + id + "/results/" + World.MLM + "/charts/";
        World.expect(404, world.ask("GET", charts + "profile.svg").send());
        assertThat(world.ask("GET", "/v1/assessments/" + id + "/results").send().body())
                .contains("fewer_than_k");
        for (World.Seat seat : seats) {
            submit(seat, 3);
        }
        Http.Reply list = world.ask("GET", "/v1/assessments/" + id + "/results").send();
        assertThat(list.header("ETag")).isEqualTo("\"v1-en\"");
        assertThat(list.body()).doesNotContain("claimed");
        World.expect(200, world.ask("GET", charts + "profile.svg").send());
        World.expect(404, world.ask("GET", charts + "answers.svg").send());
        Http.Reply placed = world.ask("GET", position).send();
        assertThat(placed.status()).isIn(200, 404);
    }

    @Test
    void a_successor_sees_nothing_of_a_predecessor_and_the_answers_count_on() {
        String id = confidential();
        List<World.Seat> seats = seats(id, 5);
        world.step(id, "open");
        World.Seat seat = seats.get(2);
        World.expect(200, patch(seat.token(), "{\"M1.1b\":{\"value\":50},\"M1.2b\":{\"state\":\"dontKnow\"}}"));
        Http.Reply handed = world.ask("POST", "/v1/assessments/" + id + "/seats/" + seat.id() + "/handover")
                .send();
        World.expect(200, handed);
        String token = handed.text("token");
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(token)
                        .send()
                        .body())
                .as("neither what was written nor when")
                .doesNotContain("changedAt");
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(token)
                        .send()
                        .text("answers"))
                .doesNotContain("M1.1b");
        assertThat(http.ask("GET", "/v1/seat/data").bearer(token).send().body()).doesNotContain("\"M1.1b\":{");
        World.expect(200, patch(token, "{\"M1.1b\":{\"value\":50}}"));
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(token)
                        .send()
                        .body())
                .contains("\"changedAt\":\"");
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(token)
                        .send()
                        .text("answers"))
                .contains("M1.1b")
                .doesNotContain("M1.2b");
    }
}
