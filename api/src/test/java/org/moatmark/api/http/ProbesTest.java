package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;
import org.moatmark.core.json.JsonString;

/** What is sent to find a hole: pieces of SQL wherever a text goes, and addresses that somebody may open. */
class ProbesTest {

    private static final List<String> SQL = List.of(
            "' OR 1=1--",
            "1';SELECT pg_sleep(5)--",
            "')); SELECT pg_sleep(5); --",
            "1 AND 1=randomblob(1000000000)",
            "' UNION SELECT hash FROM api_key--",
            "\") OR (\"1\"=\"1",
            "${7*7}{{7*7}}#{7*7}",
            "'",
            "\u02bc\uff07 OR 1=1");

    /** 100 ms. */
    private static final long LONGEST_NANOS = 100_000_000;

    /** What may go into an address as it is, and there means a quote. */
    private static final List<String> ESCAPED = List.of("%27", "1%3bselect%20pg_sleep(5)");

    private static String encoded(String probe) {
        return URLEncoder.encode(probe, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Requests with a probe in every place that takes one text: parts of addresses, cursors, filters, order, credentials. */
    private static List<Http.Ask> asks(
            Running server, World world, Function<String, String> credential, Set<String> lists, String probe) {
        Http http = new Http(server.port());
        List<Http.Ask> asks = new ArrayList<>();
        for (String route : server.routes()) {
            String path = route.split(" ")[1];
            if (path.contains(":")) {
                asks.add(http.ask(route.split(" ")[0], path.replaceAll(":\\w+", probe))
                        .bearer(credential.apply(path))
                        .with("If-Match", "*"));
            }
        }
        for (String list : lists) {
            for (String name : List.of("cursor", "limit", "sort", "order", "filter", "where")) {
                asks.add(world.ask("GET", list).query(name + "=" + probe));
            }
        }
        for (String name : List.of("sector", "region", "size", "market", "country", "asOf")) {
            asks.add(http.ask("GET", "/v1/cases?" + name + "=" + probe));
        }
        for (String name : List.of("source", "year", "peers", "sector", "min")) {
            asks.add(http.ask("GET", "/v1/benchmarks/outside-view?" + name + "=" + probe));
        }
        return asks;
    }

    private static List<Http.Ask> credentials(Running server, World world, String probe) {
        Http http = new Http(server.port());
        String line = probe.chars().allMatch(c -> c < 0x7f) ? probe : encoded(probe);
        String json = JsonText.of(new JsonString(probe));
        List<Http.Ask> asks = new ArrayList<>();
        for (String path : List.of("/v1/companies", "/v1/seat", "/v1/shared")) {
            asks.add(http.ask("GET", path).bearer(line));
            asks.add(http.ask("GET", path).bearer("mm_live_" + line));
            for (String cookie : List.of("moatmark_key", "moatmark_seat", "moatmark_shared")) {
                asks.add(http.ask("GET", path).with("Cookie", cookie + "=\"" + line.replace("\"", "") + "\""));
            }
        }
        asks.add(http.ask("POST", "/v1/session").json("{\"key\":" + json + "}"));
        asks.add(http.ask("POST", "/v1/seat/session").json("{\"token\":" + json + "}"));
        asks.add(http.ask("POST", "/v1/shared/session").json("{\"token\":" + json + "}"));
        asks.add(world.ask("GET", "/v1/companies?cursor=" + encoded(probe)).with("If-None-Match", line));
        asks.add(world.ask("POST", "/v1/exports").json("{\"assessment\":" + json + "}"));
        asks.add(world.ask("POST", "/v1/assessments")
                .json("{\"company\":" + json + ",\"name\":\"A\",\"questionnaires\":[" + json + "]}"));
        return asks;
    }

    /** Whether it is slow each of three times: a machine may pause once, a query that sleeps does so every time. */
    private static boolean isSlow(Http.Ask ask) {
        for (int i = 0; i < 3; i++) {
            long before = System.nanoTime();
            ask.send();
            if (System.nanoTime() - before < LONGEST_NANOS) {
                return false;
            }
        }
        return true;
    }

    private static void probed(Location data) {
        try (Running server = Running.on(data)) {
            World world = new World(server.port());
            String assessment = world.open();
            String seat = world.seat(assessment).token();
            world.snapshot(assessment, "first");
            String share = world.share(assessment, "first").token();
            Function<String, String> credential =
                    path -> path.startsWith("/v1/seat") ? seat : path.startsWith("/v1/shared") ? share : Running.OWNER;
            Set<String> lists = Set.of(
                    "/v1/companies", "/v1/assessments", "/v1/questionnaires", "/v1/keys", "/v1/exports", "/v1/audit");
            List<String> wrong = new ArrayList<>();
            int asked = 0;
            List<Http.Ask> all = new ArrayList<>();
            for (String probe : ESCAPED) {
                all.addAll(asks(server, world, credential, lists, probe));
            }
            for (String probe : SQL) {
                all.addAll(asks(server, world, credential, lists, encoded(probe)));
                all.addAll(credentials(server, world, probe));
            }
            for (Http.Ask ask : all) {
                long before = System.nanoTime();
                Http.Reply reply = ask.send();
                boolean slow = System.nanoTime() - before > LONGEST_NANOS;
                asked++;
                boolean refused = Set.of(400, 401, 404, 405, 415, 422).contains(reply.status());
                if (!refused || !reply.header("Content-Type").equals("application/problem+json")) {
                    wrong.add(ask.target() + " " + ask.text() + " -> " + reply.status() + " " + reply.body());
                } else if (slow && isSlow(ask)) {
                    wrong.add(ask.target() + " took longer than 100 ms");
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(asked).isGreaterThan(1_000);
            Http.Reply found = world.ask("GET", "/v1/audit?subject=" + encoded("' OR 1=1--"))
                    .send();
            assertThat(found.body()).contains("\"items\":[]");
            Http.Reply companies = world.ask("GET", "/v1/companies").send();
            assertThat(companies.body().split("\"id\":\"")).hasSize(2);
        }
    }

    @Test
    void A36_a_piece_of_sql_is_a_text_everywhere_on_sqlite() throws IOException {
        try (Running other = Running.start()) {
            probed(new Location.File(other.database().resolveSibling("probed.db")));
        }
    }

    @Test
    void A36_a_piece_of_sql_is_a_text_everywhere_on_postgresql() {
        probed(Location.of(Postgres.newSchema()));
    }

    /** Somebody waits at an address that is written wherever a text or an address is kept; nobody comes. */
    @Test
    void A46_nothing_opens_an_address_that_it_was_given() throws IOException {
        try (ServerSocket waiting = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Running server = Running.start()) {
            String address = "http://127.0.0.1:" + waiting.getLocalPort() + "/x.png";
            World world = new World(server.port());
            Http http = new Http(server.port());
            World.expect(
                    200,
                    world.ask("PATCH", "/v1/tenant")
                            .with("If-Match", "*")
                            .patch("{\"brand\":{\"title\":\"" + address + "\",\"subtitle\":\"<img src=" + address
                                    + ">\"}}")
                            .send());
            World.expect(
                    201,
                    world.ask("POST", "/v1/questionnaires")
                            .json(World.questionnaire("calling-view", "1.0.0")
                                    .replaceFirst("\"citation\": \"", "\"citation\": \"" + address + " ")
                                    .replaceFirst("\"en\": \"", "\"en\": \"![x](" + address + ") "))
                            .send());
            String assessment = world.open();
            World.Seat seat = world.seat(assessment);
            World.expect(
                    200,
                    http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                            .bearer(seat.token())
                            .with("If-Match", "*")
                            .patch("{\"answers\":{\"M1.1b\":{\"value\":50,\"note\":\"" + address
                                    + "\",\"evidence\":[{\"grade\":\"E2\",\"note\":\"![x](" + address
                                    + ")\",\"link\":\"" + address + "\"}]}}}")
                            .send());
            String results = "/v1/assessments/" + assessment + "/results/" + World.MLM;
            for (String end : List.of(
                    "", "/report.html", "/report.md", "/report.json", "/report.pdf", "/report.pptx", "/data.xlsx")) {
                World.expect(200, world.ask("GET", results + end).send());
            }
            world.export();

            waiting.setSoTimeout(300);
            assertThatThrownBy(waiting::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"%s\"}",
                "{\"name\":\"A\",\"logoUrl\":\"%s\"}",
                "{\"name\":\"A\",\"webhook\":{\"url\":\"%s\"}}",
                "{\"name\":\"A\",\"callback\":\"http://169.254.169.254/latest/meta-data/\"}"
            })
    void A46_an_address_to_be_called_is_no_property_of_anything(String body) {
        try (Running server = Running.start()) {
            World world = new World(server.port());
            for (String path : List.of("/v1/companies", "/v1/keys", "/v1/exports", "/v1/questionnaires")) {
                Http.Reply reply = world.ask("POST", path)
                        .json(body.replace("%s", "http://[::1]/"))
                        .send();
                assertThat(reply.status()).as(path + reply.body()).isEqualTo(422);
                assertThat(reply.body()).contains("\"code\":\"unknown-property\"");
            }
        }
    }
}
