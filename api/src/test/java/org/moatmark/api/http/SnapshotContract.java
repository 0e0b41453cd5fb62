package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;

/**
 * Snapshots over HTTP, whatever database is behind: what is frozen stays, and who is erased is erased there too. Long, since
 * each promise is kept against the same two seats.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SnapshotContract {

    private final Running server;
    private final World world;
    private final Http http;

    SnapshotContract(Running server, World world, Http http) {
        this.server = server;
        this.world = world;
        this.http = http;
    }

    /** Every text of every snapshot, as it is kept. */
    private List<String> kept() throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = server.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT wave, result FROM snapshot_sheet UNION ALL SELECT seats, title FROM snapshot")) {
            while (rows.next()) {
                texts.add(rows.getString(1) + rows.getString(2));
            }
        }
        return texts;
    }

    private Http.Reply get(String path) {
        return world.ask("GET", path).send();
    }

    private static String results(String assessment) {
        return "/v1/assessments/" + assessment + "/results";
    }

    private static String result(String assessment, String query) {
        return results(assessment) + "/" + World.MLM + query;
    }

    private String frozen(String assessment, String name) {
        Http.Reply reply = get(result(assessment, "?snapshot=" + name));
        World.expect(200, reply);
        return reply.body();
    }

    private void answer(String token, String answers) {
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(token)
                        .with("If-Match", "*")
                        .patch("{\"answers\":" + answers + "}")
                        .send());
    }

    /** The respondents of the demonstration, who have answered nearly everything. */
    private static List<JsonObject> demo() {
        JsonObject wave = (JsonObject)
                JsonTree.parse(Library.resource("/demo/" + World.MLM + ".json")).orThrow();
        return ((JsonArray) wave.toMap().get("respondents"))
                .values().stream().map(one -> (JsonObject) one).toList();
    }

    /** An open assessment in which two have answered. */
    private record Two(String assessment, World.Seat first, World.Seat second) {}

    private Two two() {
        String assessment = world.open();
        Two two = new Two(assessment, world.seat(assessment), world.seat(assessment));
        List<JsonObject> demo = demo();
        answer(two.first().token(), JsonText.of(demo.get(1).get("answers")));
        answer(two.second().token(), JsonText.of(demo.get(2).get("answers")));
        return two;
    }

    @Test
    void what_was_frozen_is_what_was_shown_and_stays_so_whatever_is_answered_handed_over_or_renamed_later() {
        Two two = two();
        String shown = get(result(two.assessment(), "")).body();
        world.snapshot(two.assessment(), "before");
        String listed = get(results(two.assessment()) + "?snapshot=before").body();

        answer(two.second().token(), "{\"M1.1b\":{\"value\":10}}");
        String seat =
                "/v1/assessments/" + two.assessment() + "/seats/" + two.first().id();
        World.expect(200, world.ask("POST", seat + "/handover").send());
        World.expect(
                200,
                world.ask("PATCH", seat)
                        .with("If-Match", "*")
                        .patch("{\"key\":\"renamed\",\"department\":\"Sales\"}")
                        .send());
        world.step(two.assessment(), "close");

        assertThat(frozen(two.assessment(), "before")).isEqualTo(shown);
        assertThat(get(results(two.assessment()) + "?snapshot=before").body()).isEqualTo(listed);
        assertThat(get(result(two.assessment(), "")).body()).isNotEqualTo(shown);
    }

    @Test
    void the_frozen_answers_give_the_frozen_result_to_the_byte_and_other_draws_another_interval() {
        Two two = two();
        world.snapshot(two.assessment(), "one");

        String again =
                get(result(two.assessment(), "?snapshot=one&seed=1&runs=2000")).body();
        Http.Reply other = get(result(two.assessment(), "?snapshot=one&seed=7"));

        assertThat(again).isEqualTo(frozen(two.assessment(), "one"));
        assertThat(other.body()).isNotEqualTo(again).contains("\"seed\":7");
    }

    @Test
    void a_position_is_that_of_the_frozen_result() {
        Two two = two();
        String path = result(two.assessment(), "/position");
        Http.Reply now = get(path);
        World.expect(200, now);
        world.snapshot(two.assessment(), "one");
        answer(two.second().token(), "{\"M1.1b\":{\"value\":0}}");

        assertThat(get(path + "?snapshot=one").body()).isEqualTo(now.body());
    }

    @Test
    void a_snapshot_says_when_by_whom_and_of_what_it_is() {
        String assessment = world.open();
        Http.Reply made = world.ask("POST", "/v1/assessments/" + assessment + "/snapshots")
                .json("{\"name\":\"2026-autumn\",\"title\":\"役員会 秋\"}")
                .send();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/v1/assessments/" + assessment + "/snapshots/2026-autumn");
        assertThat(made.header("ETag")).isEqualTo("\"v1-en\"");
        assertThat(made.body())
                .contains("\"title\":\"役員会 秋\"")
                .contains("\"status\":\"open\"")
                .contains("{\"id\":\"" + World.MLM + "\",\"version\":\"")
                .contains("\"methodHash\":\"sha256:")
                .contains("\"confidential\":false")
                .contains("\"erasedSeats\":0");
        assertThat(get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(get("/v1/audit?subject=" + assessment).body())
                .contains("\"deed\":\"take snapshot\"")
                .contains("\"reason\":\"2026-autumn\"");
    }

    @Test
    void there_is_nothing_to_freeze_of_a_draft() {
        Http.Reply reply = world.ask("POST", "/v1/assessments/" + world.draft() + "/snapshots")
                .json("{\"name\":\"early\"}")
                .send();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("detail"))
                .isEqualTo("The assessment is a draft: nobody has answered, so that there is nothing to freeze yet.");
    }

    @Test
    void a_name_is_taken_once_and_for_ever_and_stands_in_addresses() {
        String assessment = world.open();
        String path = "/v1/assessments/" + assessment + "/snapshots";
        String snapshot = world.snapshot(assessment, "one");

        Http.Reply twice = world.ask("POST", path).json("{\"name\":\"one\"}").send();
        World.expect(
                204, world.ask("DELETE", snapshot).with("If-Match", "\"v1-en\"").send());
        Http.Reply afterwards =
                world.ask("POST", path).json("{\"name\":\"one\"}").send();

        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("name-taken", "This assessment has a snapshot 'one' already.");
        assertThat(afterwards.status()).isEqualTo(422);
        for (String wrong : List.of("", "-a", "a b", "a/b", "秋", "x".repeat(65), "../x")) {
            Http.Reply reply = world.ask("POST", path)
                    .json("{\"name\":\"" + wrong + "\"}")
                    .with("Accept-Language", "ja")
                    .send();
            assertThat(reply.status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void the_same_request_twice_takes_one_snapshot() {
        String path = "/v1/assessments/" + world.open() + "/snapshots";
        Http.Ask ask = world.ask("POST", path).json("{\"name\":\"one\"}").with("Idempotency-Key", "\"snap-1\"");

        Http.Reply first = ask.send();
        Http.Reply second = ask.send();

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void walking_the_pages_gives_each_snapshot_once_in_order() {
        String assessment = world.open();
        List<String> made = List.of("c", "a", "b", "e", "d");
        made.forEach(name -> world.snapshot(assessment, name));

        List<String> seen = new ArrayList<>();
        String next = "/v1/assessments/" + assessment + "/snapshots?limit=2";
        while (next != null) {
            JsonObject page = get(next).json();
            ((JsonArray) page.get("items"))
                    .values()
                    .forEach(one -> seen.add(((JsonObject) one).get("name").toString()));
            var link = ((JsonObject) page.get("links")).get("next");
            next = link == null ? null : ((JsonString) link).value();
        }
        assertThat(seen).hasSize(5);
        assertThat(String.join("", seen).replaceAll("[^a-e]", "")).containsSubsequence("c", "a", "b", "e", "d");
    }

    @Test
    void who_is_erased_is_in_no_snapshot_any_more_and_the_rest_stands() throws SQLException {
        Two two = two();
        answer(two.first().token(), "{\"M1.1b\":{\"value\":50,\"note\":\"only I say so\"}}");
        String snapshot = world.snapshot(two.assessment(), "one");
        assertThat(kept()).anyMatch(one -> one.contains("only I say so"));
        String gone = get("/v1/assessments/" + two.assessment() + "/seats/"
                        + two.first().id())
                .text("key");
        String left = get("/v1/assessments/" + two.assessment() + "/seats/"
                        + two.second().id())
                .text("key");
        World.expect(
                204,
                world.ask(
                                "DELETE",
                                "/v1/assessments/" + two.assessment() + "/seats/"
                                        + two.first().id())
                        .with("If-Match", "*")
                        .send());

        String after = frozen(two.assessment(), "one");

        assertThat(after)
                .contains("\"seat\":\"" + left + "\"")
                .doesNotContain("\"" + gone + "\"")
                .doesNotContain("only I say so");
        assertThat(after).isEqualTo(get(result(two.assessment(), "")).body());
        assertThat(frozen(two.assessment(), "one")).isEqualTo(after);
        Http.Reply said = get(snapshot);
        assertThat(said.body()).contains("\"erasedSeats\":1", "\"version\":2");
        assertThat(said.header("ETag")).isEqualTo("\"v2-en\"");
        assertThat(kept()).isNotEmpty().noneMatch(one -> one.contains("only I say so"));
    }

    @Test
    void nothing_of_a_withdrawn_snapshot_is_kept_and_who_asks_is_told_so() {
        Two two = two();
        String snapshot = world.snapshot(two.assessment(), "one");
        World.expect(
                412, world.ask("DELETE", snapshot).with("If-Match", "\"v9-en\"").send());
        World.expect(428, world.ask("DELETE", snapshot).send());
        World.expect(
                204, world.ask("DELETE", snapshot).with("If-Match", "\"v1-en\"").send());

        Http.Reply read = world.ask("GET", result(two.assessment(), "?snapshot=one"))
                .with("Accept-Language", "ja")
                .send();

        assertThat(read.status()).isEqualTo(410);
        assertThat(read.text("code")).isEqualTo("gone");
        assertThat(read.text("detail")).isEqualTo("スナップショット「one」は取り下げられ、内容は残っていません。");
        assertThat(get(snapshot).body()).contains("\"withdrawnAt\"").doesNotContain("\"results\"");
        assertThat(get(result(two.assessment(), "?snapshot=other")).status()).isEqualTo(404);
    }

    @Test
    void of_a_confidential_assessment_the_release_is_frozen_and_nothing_else_can_be_had() {
        String assessment = confidential();
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seats.add(world.seat(assessment));
        }
        world.step(assessment, "open");
        world.snapshot(assessment, "nobody-yet");
        for (World.Seat seat : seats) {
            answer(seat.token(), "{\"M1.1c\":{\"value\":3},\"M1.2b\":{\"value\":4}}");
            World.expect(
                    200,
                    http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
        }
        world.snapshot(assessment, "all");
        world.snapshot(assessment, "again");
        String release = get(result(assessment, "")).body();

        assertThat(frozen(assessment, "nobody-yet")).contains("\"suppressed\":true");
        assertThat(frozen(assessment, "all")).isEqualTo(release).contains("moatmark/release/1");
        assertThat(get(result(assessment, "?snapshot=all&seed=3")).body()).isEqualTo(release);
        assertThat(get(results(assessment) + "?snapshot=all").body())
                .doesNotContain("claimed")
                .contains("/results/" + World.MLM + "?snapshot=all\"");
        String compared = get("/v1/assessments/" + assessment + "/snapshots/all/compare?to=again")
                .body();
        assertThat(compared).contains("\"reason\":\"fewer_than_k\"").doesNotContain("claimed");
        assertThat(get("/v1/assessments/" + assessment + "/snapshots/nobody-yet/compare?to=all")
                        .body())
                .contains("\"suppressed\":true");
        // A seat that leaves takes no voice out of a crowd: what it said as one of many stays until the next release.
        World.expect(
                204,
                world.ask(
                                "DELETE",
                                "/v1/assessments/" + assessment + "/seats/"
                                        + seats.get(0).id())
                        .with("If-Match", "*")
                        .send());
        assertThat(frozen(assessment, "all")).isEqualTo(release);
    }

    @Test
    void a_comparison_says_what_is_due_to_the_answers_and_stands_beside_peers() {
        Two two = two();
        String first = world.snapshot(two.assessment(), "first");
        answer(two.second().token(), "{\"M1.7b\":{\"value\":5,\"evidence\":[{\"grade\":\"E3\"}]}}");
        answer(two.first().token(), "{\"M1.7b\":{\"value\":5,\"evidence\":[{\"grade\":\"E3\"}]}}");
        world.snapshot(two.assessment(), "second");

        Http.Reply reply = get(first + "/compare?to=second");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonObject compared =
                (JsonObject) ((JsonArray) reply.json().get("items")).values().get(0);
        JsonObject changed = ((JsonArray) compared.get("nodes"))
                .values().stream()
                        .map(one -> (JsonObject) one)
                        .filter(one -> new JsonString("M1.7").equals(one.get("key")))
                        .findFirst()
                        .orElseThrow();
        assertThat(JsonText.of(changed)).contains("\"link\":\"connected\"", "\"ruler\":0");
        assertThat(JsonText.of(changed.get("you"))).contains("\"points\":").doesNotContain("\"points\":0,");
        assertThat(JsonText.of(compared.get("peers"))).contains("\"peers\":0").contains("\"ruler\":0");
        assertThat(get(first + "/compare?to=none").status()).isEqualTo(404);
        assertThat(get(first + "/compare").status()).isEqualTo(400);
    }

    /** Random walks beside a model that remembers what each snapshot showed. */
    @Test
    void whatever_happens_in_whatever_order_a_snapshot_shows_what_it_showed_but_for_who_was_erased() {
        for (long seed = 1; seed <= 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String assessment = world.open();
            String path = "/v1/assessments/" + assessment;
            List<World.Seat> seats = new ArrayList<>();
            Map<String, String> shown = new LinkedHashMap<>();
            for (int step = 0; step < 24; step++) {
                String where = "seed " + seed + ", step " + step;
                int what = random.nextInt(8);
                World.Seat seat = seats.isEmpty() ? null : seats.get(random.nextInt(seats.size()));
                if (what < 2 || seat == null) {
                    seats.add(world.seat(assessment));
                } else if (what < 4) {
                    answer(seat.token(), "{\"M1.1b\":{\"value\":" + random.nextInt(101) + "}}");
                } else if (what < 6) {
                    String name = "s" + step;
                    world.snapshot(assessment, name);
                    shown.put(name, frozen(assessment, name));
                } else if (what == 6) {
                    Http.Reply handed = world.ask("POST", path + "/seats/" + seat.id() + "/handover")
                            .send();
                    World.expect(200, handed);
                    seats.set(seats.indexOf(seat), new World.Seat(seat.id(), handed.text("token")));
                } else {
                    String key = get(path + "/seats/" + seat.id()).text("key");
                    World.expect(
                            204,
                            world.ask("DELETE", path + "/seats/" + seat.id())
                                    .with("If-Match", "*")
                                    .send());
                    seats.remove(seat);
                    shown.replaceAll((name, before) -> {
                        String after = frozen(assessment, name);
                        assertThat(after).as(where).doesNotContain("\"" + key + "\"");
                        return after;
                    });
                }
                shown.forEach((name, document) ->
                        assertThat(frozen(assessment, name)).as(where).isEqualTo(document));
            }
        }
    }

    private String confidential() {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Secret\",\"questionnaires\":[\"" + World.MLM
                        + "\"],\"visibility\":{\"mode\":\"confidential\"}}")
                .send();
        World.expect(201, made);
        return made.text("id");
    }
}
