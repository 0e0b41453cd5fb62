package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;
import org.moatmark.api.service.Tokens;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.response.Wave;

/**
 * What an export holds, what it leaves out and who gets it; whatever database is behind. Long, since one test fills every table
 * that a tenant has.
 */
abstract class ExportContract extends Keeping {

    private byte[] download(String path, String key, int status) {
        try {
            HttpResponse<byte[]> reply = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .header("Authorization", "Bearer " + key)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(reply.statusCode()).isEqualTo(status);
            return reply.body();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Map<String, String> files(byte[] zip) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return files;
    }

    private Map<String, String> exported() {
        return files(download("/v1/exports/" + world.export() + "/file", Running.OWNER, 200));
    }

    @Test
    void an_export_has_everything_and_the_library_reads_it_again() {
        String id = opened("");
        submitted(id, NAME, SAID);
        seat(id, "silent");
        World.expect(
                201,
                world.ask("POST", "/v1/questionnaires")
                        .json(World.questionnaire("own-view", "1.0.0"))
                        .send());

        Map<String, String> files = exported();

        assertThat(files.keySet())
                .contains(
                        "tenant.json",
                        "companies.ndjson",
                        "assessments.ndjson",
                        "seats.ndjson",
                        "questionnaires/own-view-1.0.0.json",
                        "waves/" + id + "/" + World.MLM + ".json",
                        "keys.ndjson",
                        "grants.ndjson",
                        "audit.ndjson",
                        "manifest.json");
        Wave wave = Moatmark.shipped()
                .readWave(files.get("waves/" + id + "/" + World.MLM + ".json").getBytes(StandardCharsets.UTF_8))
                .orThrow();
        assertThat(wave.respondents()).extracting(one -> one.seat().key()).containsExactly(NAME, "silent");
        assertThat(wave.respondents().get(0).answers()).containsOnlyKeys("M1.1b");
        assertThat(files.get("waves/" + id + "/" + World.MLM + ".json")).contains(SAID, PROOF);
        assertThat(String.join("", files.values()))
                .doesNotContain(Running.OWNER)
                .doesNotContain(Tokens.hash(Running.OWNER));
        JsonObject manifest =
                (JsonObject) JsonTree.parse(files.get("manifest.json")).orThrow();
        for (var listed : ((JsonArray) manifest.toMap().get("files")).values()) {
            Map<String, JsonValue> file = ((JsonObject) listed).toMap();
            String content = files.get(((JsonString) file.get("name")).value());
            assertThat(file.get("sha256"))
                    .as("%s", file.get("name"))
                    .isEqualTo(new JsonString(Tokens.hash(content.getBytes(StandardCharsets.UTF_8))));
        }
        assertThat(world.ask("GET", "/v1/audit").send().body()).contains("ask for export", "fetch export");
    }

    @Test
    void every_table_of_a_tenant_is_in_its_export_or_left_out_for_a_reason() throws SQLException {
        World.Key analyst = world.key("analyst");
        World.expect(
                200,
                world.ask("PATCH", "/v1/tenant")
                        .with("If-Match", "*")
                        .patch(
                                "{\"timeZone\":\"Asia/Tokyo\",\"retention\":{\"draftDays\":123,\"linkDays\":45,\"answerDays\":678,"
                                        + "\"auditDays\":777},\"brand\":{\"title\":\"Board 7\",\"subtitle\":\"For 秘\",\"accent\":\"#c2185b\"}}")
                        .send());
        World.expect(
                201,
                world.ask("POST", "/v1/questionnaires")
                        .json(World.questionnaire("own-view", "1.0.0"))
                        .send());
        String company = world.ask("POST", "/v1/companies")
                .json(
                        "{\"name\":\"Example \\\"KK\\\"\",\"country\":\"JP\",\"region\":\"asia-pacific\",\"sector\":\"technology\","
                                + "\"size\":\"large\",\"market\":\"b2b\"}")
                .send()
                .text("id");
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + company
                        + "\",\"name\":\"Winter\",\"questionnaires\":[\"outside-view\",\"own-view\"],"
                        + "\"closesAt\":\"2027-03-31T14:59:00Z\"}")
                .send();
        World.expect(201, made);
        String id = made.text("id");
        world.step(id, "open");
        world.grant(id, analyst);
        Http.Reply seat = world.ask("POST", "/v1/assessments/" + id + "/seats")
                .json("{\"key\":\"" + NAME + "\",\"department\":\"Sales\",\"role\":\"Head\",\"unit\":\"Kansai\","
                        + "\"informants\":{\"outside-view\":\"outsider\"}}")
                .send();
        World.expect(201, seat);
        World.expect(
                200,
                world.ask("POST", "/v1/assessments/" + id + "/invitations")
                        .json("{\"seats\":[\"" + seat.text("id") + "\"]}")
                        .send());
        clock.pass(Duration.ofMinutes(3));
        World.expect(
                200,
                http.ask("POST", "/v1/seat/session")
                        .json("{\"token\":\"" + seat.text("token") + "\"}")
                        .send());
        clock.pass(Duration.ofMinutes(3));
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/outside-view")
                        .bearer(seat.text("token"))
                        .with("If-Match", "*")
                        .patch("{\"answers\":{\"OV01\":{\"value\":3,\"note\":\"" + SAID
                                + "\"}},\"vignettes\":{\"V01a\":2}}")
                        .send());
        World.expect(
                200,
                http.ask("POST", "/v1/seat/submit")
                        .bearer(seat.text("token"))
                        .with("Idempotency-Key", "\"once\"")
                        .send());
        clock.pass(Duration.ofMinutes(3));
        World.expect(
                200,
                world.ask("POST", "/v1/assessments/" + id + "/seats/" + seat.text("id") + "/handover")
                        .send());
        world.snapshot(id, "first");
        World.Seat link = world.share(id, "first");
        World.expect(
                200,
                http.ask("POST", "/v1/shared/session")
                        .json("{\"token\":\"" + link.token() + "\"}")
                        .send());
        clock.pass(Duration.ofMinutes(3));
        World.expect(204, world.ask("DELETE", link.id()).with("If-Match", "*").send());
        world.step(id, "close");
        World.expect(
                200,
                world.ask("PATCH", "/v1/assessments/" + id + "/contribution")
                        .with("If-Match", "*")
                        .patch("{\"contributed\":true}")
                        .send());
        String secret = opened(SECRET);
        Set<String> inConfidence = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            inConfidence.add(submitted(secret, "secret-" + i, "Confided-4711").id());
        }
        world.step(secret, "close");
        for (int i = 0; i < 2; i++) {
            World.expect(
                    200,
                    world.ask("GET", "/v1/assessments/" + secret + "/results").send());
        }

        String job = world.export();
        ExportedTables tables;
        try (Connection connection = ground().asProgram()) {
            tables = ExportedTables.read(connection, inConfidence);
        }
        Map<String, String> files = files(download("/v1/exports/" + job + "/file", Running.OWNER, 200));

        assertThat(tables.missing(files.values())).isEmpty();
        assertThat(String.join("", files.values()))
                .doesNotContain(link.token(), Tokens.hash(link.token()), "Confided-4711");
        assertThat(files.keySet())
                .contains(
                        "snapshots/" + id + "/first/outside-view.json",
                        "snapshots/" + id + "/first/outside-view.wave.json",
                        "shares.ndjson",
                        "invitations.ndjson",
                        "contributions.ndjson");
        assertThat(files.get("invitations.ndjson"))
                .contains("\"assessment\":\"" + secret + "\"")
                .containsOnlyOnce("\"firstSubmittedAt\"");
    }

    @Test
    void a_snapshot_is_exported_without_who_was_erased_since_and_of_a_class_without_any_seat() {
        String named = opened("");
        World.Seat gone = submitted(named, NAME, SAID);
        submitted(named, "stays", "A note that stays");
        world.snapshot(named, "before");
        World.expect(
                204,
                world.ask("DELETE", "/v1/assessments/" + named + "/seats/" + gone.id())
                        .with("If-Match", "*")
                        .send());
        String lesson = opened(",\"visibility\":{\"mode\":\"classroom\"}");
        submitted(lesson, "pupil", "A pupil's note");
        world.snapshot(lesson, "lesson");

        Map<String, String> files = exported();

        String before = "snapshots/" + named + "/before/" + World.MLM;
        assertThat(files.get(before + ".json")).contains("\"seat\":\"stays\"").doesNotContain(NAME);
        assertThat(files.get(before + ".wave.json"))
                .contains("A note that stays")
                .doesNotContain(NAME, SAID);
        String ofClass = "snapshots/" + lesson + "/lesson/" + World.MLM;
        assertThat(files.get(ofClass + ".json")).contains("moatmark/result/1").doesNotContain("\"pupil\"");
        assertThat(files).doesNotContainKey(ofClass + ".wave.json");
        assertThat(String.join("", files.values())).doesNotContain("A pupil's note");
    }

    @Test
    void what_was_said_in_confidence_is_not_in_an_export_and_the_manifest_says_so() {
        String id = opened(SECRET);
        for (int i = 0; i < 6; i++) {
            submitted(id, NAME + i, SAID);
        }
        World.expect(200, world.ask("GET", "/v1/assessments/" + id + "/results").send());

        Map<String, String> files = exported();

        assertThat(String.join("", files.values()))
                .doesNotContain(SAID)
                .doesNotContain(PROOF)
                .doesNotContain("submittedAt");
        assertThat(files.get("manifest.json")).contains(id, "Answered in confidence", "機密扱い");
        assertThat(files).containsKey("releases/" + id + "/" + World.MLM + ".json");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("waves/" + id));
    }

    @Test
    void only_who_asked_for_an_export_gets_it_for_an_hour_and_until_something_is_erased() {
        String id = opened("");
        World.Seat seat = submitted(id, NAME, SAID);
        String first = world.export();
        World.Key other = world.key("owner");
        String file = "/v1/exports/" + first + "/file";
        download(file, other.secret(), 404);
        World.expect(
                404,
                http.ask("GET", "/v1/exports/" + first).bearer(other.secret()).send());
        assertThat(http.ask("GET", "/v1/exports").bearer(other.secret()).send().body())
                .doesNotContain(first);
        World.Key analyst = world.key("analyst");
        String one = "{\"assessment\":\"" + id + "\"}";
        World.expect(403, ask(analyst, "{}"));
        World.expect(403, ask(analyst, one));
        world.grant(id, analyst);
        World.expect(202, ask(analyst, one));
        World.expect(403, ask(world.key("reader"), one));
        World.expect(404, ask(analyst, "{\"assessment\":\"0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77\"}"));

        clock.pass(Duration.ofMinutes(61));
        download(file, Running.OWNER, 410);

        String second = world.export();
        download("/v1/exports/" + second + "/file", Running.OWNER, 200);
        World.expect(204, erase(id, seat, ""));
        download("/v1/exports/" + second + "/file", Running.OWNER, 410);
        assertThat(world.ask("GET", "/v1/exports/" + second).send().text("status"))
                .isEqualTo("gone");
    }

    private Http.Reply ask(World.Key key, String body) {
        return http.ask("POST", "/v1/exports")
                .bearer(key.secret())
                .with("Prefer", "respond-async")
                .json(body)
                .send();
    }

    @Test
    void so_many_exports_are_made_and_the_others_are_told_to_come_back() {
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        int busy = 0;
        String last = "";
        List<CompletableFuture<Http.Reply>> all = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> world.ask("POST", "/v1/exports").json("{}").send(), crowd))
                .limit(60)
                .toList();
        for (CompletableFuture<Http.Reply> one : all) {
            Http.Reply asked = one.join();
            assertThat(asked.status()).isIn(202, 503);
            if (asked.status() == 503) {
                busy++;
                assertThat(asked.text("code")).isEqualTo("busy");
                assertThat(asked.header("Retry-After")).isNotEmpty();
            } else {
                last = asked.text("id");
            }
        }
        crowd.shutdown();
        assertThat(busy).isPositive();
        while (!"done".equals(world.ask("GET", "/v1/exports/" + last).send().text("status"))) {
            World.pause();
        }
    }

    @Test
    void an_export_that_a_process_left_behind_is_made_by_the_next() throws SQLException {
        String id = "";
        for (int i = 0; i < 5; i++) {
            id = world.ask("POST", "/v1/exports").json("{}").send().text("id");
        }
        server.close();
        server = ground().run(clock);
        world = new World(server.port());
        clock.pass(Duration.ofMinutes(3));
        String status = "";
        for (int i = 0; i < 300 && !"done".equals(status); i++) {
            status = world.ask("GET", "/v1/exports/" + id).send().text("status");
            World.pause();
        }
        assertThat(status).isEqualTo("done");
    }
}
