package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;

/** The cases of the security document about what is told of people who answered in confidence, under their numbers there. */
@ExtendWith(Served.class)
class ConfidentialCasesTest {

    private static final String A = "/v1/assessments/";
    private static final List<String> FILES = List.of(
            "responses.csv",
            "responses.csv?shape=long",
            "spss.zip",
            "r.zip",
            "scores.csv",
            "codebook.csv",
            "data.xlsx",
            "report.json",
            "report.html",
            "report.md",
            "report.pdf",
            "report.pptx");

    /** What holds a row for each who answered. */
    private static final List<String> RAW = FILES.subList(0, 4);

    private final Running server;
    private final Http http;
    private final World world;

    ConfidentialCasesTest(Running server, Http http, World world) {
        this.server = server;
        this.http = http;
        this.world = world;
    }

    /** Gives one opinion on everything that is protected, and submits. */
    private void submit(World.Seat seat, int value) {
        JsonObject sheet = (JsonObject) ((JsonArray) http.ask("GET", "/v1/seat")
                        .bearer(seat.token())
                        .send()
                        .json()
                        .toMap()
                        .get("questionnaires"))
                .values()
                .get(0);
        String answers = ((JsonArray) sheet.toMap().get("protected"))
                .values().stream()
                        .map(key -> "\"" + ((JsonString) key).value() + "\":{\"value\":" + value + "}")
                        .collect(Collectors.joining(","));
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .with("If-Match", "*")
                        .patch("{\"answers\":{" + answers + "}}")
                        .send());
        World.expect(
                200, http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
    }

    @Test
    void A6_in_confidence_no_role_takes_single_answers_and_only_who_may_read_takes_the_rest() {
        String id = world.draft("{\"mode\":\"confidential\"}");
        for (String department : List.of("A", "B", "C", "D", "E", "F")) {
            world.seat(id, "zebra-" + department, "Okapi");
        }
        world.step(id, "open");
        List<World.Seat> more = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            more.add(world.seat(id, "zebra-" + i, "Okapi"));
        }
        more.forEach(one -> submit(one, 3));
        Map<String, String> readers = new LinkedHashMap<>(Map.of("owner", Running.OWNER));
        Map<String, String> strangers = new LinkedHashMap<>();
        for (String scope : List.of("analyst", "reader")) {
            World.Key granted = world.key(scope);
            world.grant(id, granted);
            readers.put(scope, granted.secret());
            strangers.put(scope + " of another assessment", world.key(scope).secret());
        }
        strangers.put("instructor", world.key("instructor").secret());
        strangers.put("seat", more.get(0).token());

        for (String file : FILES) {
            String path = A + id + "/results/" + World.MLM + "/" + file;
            readers.forEach((role, key) -> {
                Http.Reply reply = http.ask("GET", path).bearer(key).send();
                assertThat(reply.status()).as(role + " " + file).isEqualTo(RAW.contains(file) ? 403 : 200);
                assertThat(reply.body()).as(role + " " + file).doesNotContain("zebra", "Okapi");
            });
            strangers.forEach((role, key) -> assertThat(
                            http.ask("GET", path).bearer(key).send().status())
                    .as(role + " " + file)
                    .isEqualTo(403));
            assertThat(http.ask("GET", path).send().status()).as(file).isEqualTo(401);
            World another = new World(server.port(), server.tenant("Other of " + file));
            assertThat(another.ask("GET", path).send().status()).as(file).isEqualTo(404);
        }
    }

    @Test
    void A13_after_the_first_answer_no_role_changes_what_was_agreed() {
        String id = world.draft("{\"mode\":\"confidential\",\"k\":5}");
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            seats.add(world.seat(id, "s" + i, "D"));
        }
        World.Key analyst = world.key("analyst");
        World.Key reader = world.key("reader");
        world.grant(id, analyst);
        world.grant(id, reader);
        world.step(id, "open");
        submit(seats.get(0), 3);
        Http.Reply before = world.ask("GET", A + id).send();

        for (String terms : List.of(
                "{\"k\":3}", "{\"k\":4}", "{\"k\":6}", "{\"mode\":\"attributed\"}", "{\"mode\":\"classroom\"}")) {
            for (String who : List.of(Running.OWNER, analyst.secret())) {
                Http.Reply reply = change(id, who, terms);
                assertThat(reply.status()).as(terms).isEqualTo(409);
                assertThat(reply.text("code")).isEqualTo("conflict");
            }
            for (String who : List.of(
                    reader.secret(),
                    world.key("instructor").secret(),
                    seats.get(1).token())) {
                assertThat(change(id, who, terms).status()).as(terms).isEqualTo(403);
            }
        }
        Http.Reply after = world.ask("GET", A + id).send();
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        world.step(id, "close");
        assertThat(change(id, Running.OWNER, "{\"mode\":\"attributed\"}").status())
                .isEqualTo(409);
    }

    private Http.Reply change(String id, String key, String terms) {
        return http.ask("PATCH", A + id)
                .bearer(key)
                .with("If-Match", "*")
                .patch("{\"visibility\":" + terms + "}")
                .send();
    }

    @Test
    void A57_a_department_one_short_of_k_stays_hidden_when_one_joins_and_when_one_goes() {
        String id = world.draft("{\"mode\":\"confidential\",\"k\":5,\"departments\":true}");
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            seats.add(world.seat(id, "s" + i, i < 5 ? "Sales" : "Finance"));
        }
        World.Seat joins = seats.remove(9);
        world.step(id, "open");
        for (int i = 0; i < 5; i++) {
            submit(seats.get(i), 2 + i % 3);
        }
        for (int i = 5; i < 9; i++) {
            submit(seats.get(i), 1 + i % 4);
        }
        Http.Reply four = result(id);
        assertThat(hidden(four, "Finance")).as(four.body()).isTrue();
        submit(joins, 5);
        Http.Reply five = result(id);
        World.expect(
                204,
                world.ask("DELETE", A + id + "/seats/" + seats.get(6).id())
                        .with("If-Match", "*")
                        .send());
        Http.Reply erased = result(id);

        assertThat(five.body()).as("until a release").isEqualTo(four.body());
        assertThat(erased.body()).as("between releases").isEqualTo(four.body());
        assertThat(List.of(five.header("ETag"), erased.header("ETag"))).containsOnly(four.header("ETag"));
        world.step(id, "close");
        assertThat(hidden(result(id), "Finance"))
                .as("four are left of the department")
                .isTrue();
    }

    private Http.Reply result(String id) {
        Http.Reply reply = world.ask("GET", A + id + "/results/" + World.MLM).send();
        World.expect(200, reply);
        return reply;
    }

    /** Whether nothing at all is said of a department but that nothing is. */
    private static boolean hidden(Http.Reply result, String department) {
        if (!(result.json().toMap().get("departments") instanceof JsonArray departments)) {
            return true;
        }
        return departments.values().stream()
                .map(one -> ((JsonObject) one).toMap())
                .filter(one -> one.get("department").equals(new JsonString(department)))
                .allMatch(one -> JsonBool.TRUE.equals(one.get("suppressed"))
                        && one.keySet().equals(java.util.Set.of("department", "suppressed", "reason")));
    }
}
