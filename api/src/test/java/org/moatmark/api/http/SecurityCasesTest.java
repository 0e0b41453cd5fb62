package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.moatmark.api.Running;
import org.moatmark.api.service.Tokens;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;

/** The cases of the security document that are about who may do what, under their numbers there. Long, since each is short. */
class SecurityCasesTest {

    private static final String NOWHERE = "0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77";
    private static final String A = "/v1/assessments/";
    private static final String SEAT =
            "{\"key\":\"one\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}";

    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final Turned NOW = new Turned("2026-11-01T00:00:00Z");

    @RegisterExtension
    static final Served SERVED = Served.at(NOW);

    private static World other;

    private final Http http;
    private final World world;

    SecurityCasesTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @BeforeAll
    static void start(Running server) {
        other = new World(server.port(), server.tenant("Second tenant"));
    }

    private static String bare(Http.Reply reply) {
        return reply.body().replace(reply.header("X-Request-Id"), "");
    }

    private static int status(Http.Ask ask) {
        return ask.send().status();
    }

    @Test
    void A1_a_thing_of_another_tenant_looks_like_one_that_is_not_there() {
        String foreign = other.open();
        for (String method : List.of("GET", "PATCH")) {
            Http.Reply theirs = world.ask(method, A + foreign).send();
            Http.Reply none = world.ask(method, A + NOWHERE).send();

            assertThat(theirs.status()).isEqualTo(404);
            assertThat(bare(theirs)).isEqualTo(bare(none));
            assertThat(theirs.headers().keySet()).isEqualTo(none.headers().keySet());
        }
        assertThat(bare(world.ask("GET", A + "no-uuid").send()))
                .isEqualTo(bare(world.ask("GET", A + NOWHERE).send()));
    }

    @Test
    void A1_it_takes_the_same_time() {
        String foreign = other.open();
        long[] theirs = new long[200];
        long[] none = new long[200];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = nanos(world.ask("GET", A + foreign));
            none[i] = nanos(world.ask("GET", A + NOWHERE));
        }
        Arrays.sort(theirs);
        Arrays.sort(none);

        assertThat((theirs[100] - none[100]) / 1e6).isBetween(-2.0, 2.0);
    }

    private static long nanos(Http.Ask ask) {
        long before = System.nanoTime();
        ask.send();
        return System.nanoTime() - before;
    }

    @Test
    void A2_a_version_tells_nothing_about_a_thing_of_another_tenant() {
        String foreign = other.draft();
        String seat = other.seat(foreign).id();
        for (String path : List.of(A + foreign, A + foreign + "/seats/" + seat, A + NOWHERE)) {
            for (String tag : List.of("\"v1-en\"", "\"v9-en\"", "*")) {
                assertThat(status(world.ask("PATCH", path).with("If-Match", tag).patch("{\"name\":\"B\"}")))
                        .isEqualTo(404);
            }
            assertThat(status(world.ask("PATCH", path).patch("{\"name\":\"B\"}")))
                    .as("before a version is asked for")
                    .isEqualTo(404);
        }
    }

    @Test
    void A8_a_consultant_granted_another_assessment_is_forbidden() {
        World.Key consultant = world.key("analyst");
        String granted = world.draft();
        String not = world.draft();
        world.grant(granted, consultant);

        assertThat(status(http.ask("POST", A + granted + "/seats")
                        .bearer(consultant.secret())
                        .json(SEAT)))
                .isEqualTo(201);
        Http.Reply refused = http.ask("POST", A + not + "/seats")
                .bearer(consultant.secret())
                .json(SEAT)
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
        Http.Reply invited = http.ask("POST", A + not + "/invitations")
                .bearer(consultant.secret())
                .json("{\"seats\":[\"" + world.seat(not).id() + "\"]}")
                .send();
        assertThat(invited.status()).isEqualTo(403);
        assertThat(world.ask("GET", A + not + "/invitations").send().body()).doesNotContain("\"invitedAt\":\"");
        assertThat(ids(http.ask("GET", "/v1/assessments").bearer(consultant.secret())))
                .containsExactly(granted);
    }

    @Test
    void a_grant_that_is_withdrawn_ends_at_once_and_rotating_a_key_keeps_it() {
        World.Key consultant = world.key("analyst");
        String assessment = world.draft();
        world.grant(assessment, consultant);
        Http.Reply rotated =
                world.ask("POST", "/v1/keys/" + consultant.id() + "/rotate").send();
        String next = rotated.text("key");

        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.text("holder")).isEqualTo(consultant.id());
        for (String live : List.of(consultant.secret(), next)) {
            assertThat(status(http.ask("GET", A + assessment).bearer(live))).isEqualTo(200);
        }
        NOW.pass(Duration.ofHours(25));
        assertThat(status(http.ask("GET", A + assessment).bearer(consultant.secret())))
                .isEqualTo(401);
        assertThat(status(http.ask("GET", A + assessment).bearer(next))).isEqualTo(200);

        String grant = A + assessment + "/grants/" + consultant.id();
        assertThat(status(world.ask("DELETE", grant).with("If-Match", "\"v1-en\"")))
                .isEqualTo(204);
        assertThat(status(http.ask("GET", A + assessment).bearer(next))).isEqualTo(403);
        assertThat(status(world.ask("DELETE", grant).with("If-Match", "\"v1-en\"")))
                .isEqualTo(404);
    }

    @Test
    void an_analyst_acts_on_what_it_started_and_a_reader_reads_what_is_granted() {
        World.Key analyst = world.key("analyst");
        World.Key reader = world.key("reader");
        String started = http.ask("POST", "/v1/assessments")
                .bearer(analyst.secret())
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Mine\",\"questionnaires\":[\"" + World.MLM
                        + "\"]}")
                .send()
                .text("id");
        world.grant(started, reader);

        assertThat(status(http.ask("POST", A + started + "/open").bearer(analyst.secret())))
                .isEqualTo(200);
        assertThat(status(http.ask("GET", A + started + "/results").bearer(reader.secret())))
                .isEqualTo(200);
        assertThat(status(http.ask("GET", A + started + "/seats").bearer(reader.secret())))
                .isEqualTo(403);
        assertThat(status(world.ask("POST", A + started + "/grants")
                        .json("{\"key\":\"" + world.key("instructor").id() + "\"}")))
                .isEqualTo(422);
    }

    @Test
    void only_an_owner_erases_what_somebody_has_said() {
        World.Key analyst = world.key("analyst");
        String assessment = world.open();
        world.grant(assessment, analyst);
        World.Seat silent = world.seat(assessment);
        World.Seat heard = world.seat(assessment);
        world.answer(heard.token());

        assertThat(delete(analyst, assessment, silent.id()).status()).isEqualTo(204);
        assertThat(delete(analyst, assessment, heard.id()).status()).isEqualTo(403);
        assertThat(status(world.ask("DELETE", A + assessment + "/seats/" + heard.id())
                        .with("If-Match", "*")))
                .isEqualTo(204);
    }

    @Test
    void A14_a_thousand_guessed_links_are_slowed_down_and_others_do_not_feel_it() throws Exception {
        Limits twenty = Running.WIDE.with(Rates.all(1_000_000).with("refused", 20));
        Path database = Files.createTempDirectory("moatmark-guessed").resolve("g.db");
        try (Running tight = Running.start(twenty, Clock.systemUTC(), Running.OWNER, database, List.of("127.0.0.1"))) {
            Http door = new Http(tight.port());
            World inside = new World(tight.port());
            World.Seat seat = inside.seat(inside.open());
            Random random = new Random(14);
            int refused = 0;
            for (int i = 0; i < 1_000; i++) {
                boolean trades = i % 2 == 0;
                String guess = guess(random);
                assertThat(Tokens.isBroken(guess)).isFalse();
                Http.Ask ask = trades
                        ? door.ask("POST", "/v1/seat/session").json("{\"token\":\"" + guess + "\"}")
                        : door.ask("GET", "/v1/seat").bearer(guess);
                int status = status(ask.with("X-Forwarded-For", "203.0.113.7"));
                assertThat(status).isIn(401, 429);
                refused += status == 401 ? 1 : 0;
                if (i % 100 == 99) {
                    assertThat(status(door.ask("GET", "/v1/seat")
                                    .bearer(seat.token())
                                    .with("X-Forwarded-For", "198.51.100.9")))
                            .isEqualTo(200);
                }
            }
            // Twenty at once, and one more in every three seconds that the test takes.
            assertThat(refused).isBetween(20, 30);
        }
    }

    /** A token as ours are, checksum and all, that nobody was given. */
    private static String guess(Random random) {
        StringBuilder token = new StringBuilder("mm_seat_");
        while (token.length() < 38) {
            token.append(BASE_62.charAt(random.nextInt(62)));
        }
        CRC32 crc = new CRC32();
        crc.update(token.toString().getBytes(StandardCharsets.US_ASCII));
        long value = crc.getValue();
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < 6; i++, value /= 62) {
            sum.append(BASE_62.charAt((int) (value % 62)));
        }
        return token.append(sum.reverse()).toString();
    }

    @Test
    void A18_a_revoked_key_an_expired_key_and_the_cookie_of_a_removed_seat_end_at_once() {
        World.Key revoked = world.key("owner");
        assertThat(status(world.ask("DELETE", "/v1/keys/" + revoked.id()).with("If-Match", "*")))
                .isEqualTo(204);
        assertThat(status(http.ask("GET", "/v1/keys").bearer(revoked.secret()))).isEqualTo(401);

        String expiring = world.ask("POST", "/v1/keys")
                .json("{\"label\":\"K\",\"scope\":\"owner\",\"expiresAt\":\""
                        + NOW.instant().plusSeconds(60) + "\"}")
                .send()
                .text("key");
        assertThat(status(http.ask("GET", "/v1/keys").bearer(expiring))).isEqualTo(200);
        NOW.pass(Duration.ofMinutes(1));
        assertThat(status(http.ask("GET", "/v1/keys").bearer(expiring))).isEqualTo(401);

        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        String cookie = http.ask("POST", "/v1/seat/session")
                .json("{\"token\":\"" + seat.token() + "\"}")
                .send()
                .header("Set-Cookie")
                .split(";")[0];
        assertThat(status(http.ask("GET", "/v1/seat").with("Cookie", cookie))).isEqualTo(200);
        assertThat(status(world.ask("DELETE", A + assessment + "/seats/" + seat.id())
                        .with("If-Match", "*")))
                .isEqualTo(204);
        assertThat(status(http.ask("GET", "/v1/seat").with("Cookie", cookie))).isEqualTo(401);
        assertThat(status(http.ask("GET", "/v1/seat").bearer(seat.token()))).isEqualTo(401);
    }

    @Test
    void A20_a_change_by_cookie_from_another_site_is_forbidden() {
        World.Seat seat = world.seat(world.open());
        String cookie = http.ask("POST", "/v1/seat/session")
                .json("{\"token\":\"" + seat.token() + "\"}")
                .send()
                .header("Set-Cookie")
                .split(";")[0];

        for (String[] header : List.of(
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"})) {
            assertThat(status(http.ask("POST", "/v1/seat/submit")
                            .with("Cookie", cookie)
                            .with("Idempotency-Key", "\"k\"")
                            .with(Guard.PAGE_HEADER, "1")
                            .with(header[0], header[1])))
                    .as(String.join(": ", header))
                    .isEqualTo(403);
        }
        assertThat(http.ask("GET", "/v1/seat").bearer(seat.token()).send().body())
                .as("nothing was submitted")
                .contains("\"status\":\"open\"")
                .doesNotContain("\"submittedAt\":\"");
    }

    @Test
    void A20_who_sends_authorization_is_judged_by_that_alone() {
        World.Seat seat = world.seat(world.open());
        World.Seat neighbour = world.seat(world.open());
        String cookie = http.ask("POST", "/v1/seat/session")
                .json("{\"token\":\"" + seat.token() + "\"}")
                .send()
                .header("Set-Cookie")
                .split(";")[0];

        assertThat(status(http.ask("GET", "/v1/seat").bearer("unknown").with("Cookie", cookie)))
                .isEqualTo(401);
        assertThat(http.ask("GET", "/v1/seat")
                        .bearer(neighbour.token())
                        .with("Cookie", cookie)
                        .send()
                        .body())
                .contains(neighbour.id())
                .doesNotContain(seat.id());
        assertThat(status(http.ask("POST", "/v1/seat/submit")
                        .bearer(neighbour.token())
                        .with("Cookie", cookie)
                        .with("Origin", "https://evil.example")))
                .as("no browser adds this header by itself, so that no page needs to be asked for")
                .isEqualTo(422);
        for (String name : List.of("token", "t", "key", "access_token")) {
            assertThat(status(http.ask("GET", "/v1/seat?" + name + "=" + seat.token())))
                    .as("a credential in an address")
                    .isIn(400, 401);
        }
    }

    @Test
    void A21_a_preflight_gets_no_leave_from_any_origin() {
        for (String origin : List.of("https://evil.example", "null")) {
            for (String method : List.of("OPTIONS", "GET")) {
                Http.Reply reply = world.ask(method, "/v1/companies")
                        .with("Origin", origin)
                        .with("Access-Control-Request-Method", "POST")
                        .send();

                assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            }
        }
    }

    @Test
    void A22_a_reader_changes_nothing() {
        World.Key reader = world.key("reader");
        String assessment = world.draft();
        world.grant(assessment, reader);

        for (String path : List.of("/v1/companies", "/v1/assessments", "/v1/keys", A + assessment + "/seats")) {
            Http.Reply reply =
                    http.ask("POST", path).bearer(reader.secret()).json("{}").send();
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
            assertThat(reply.text("code")).isEqualTo("forbidden");
        }
    }

    @Test
    void A62_deleting_tells_nothing_about_things_of_others() {
        World.Key analyst = world.key("analyst");
        String own = world.draft();
        String ownSeat = world.seat(own).id();
        String foreign = other.draft();
        String foreignSeat = other.seat(foreign).id();

        Http.Reply theirs = delete(analyst, foreign, foreignSeat);
        Http.Reply none = delete(analyst, NOWHERE, NOWHERE);
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(delete(analyst, own, ownSeat).status()).isEqualTo(403);
        assertThat(none.status()).isEqualTo(404);
        assertThat(bare(theirs)).isEqualTo(bare(none));
    }

    private Http.Reply delete(World.Key key, String assessment, String seat) {
        return http.ask("DELETE", A + assessment + "/seats/" + seat)
                .bearer(key.secret())
                .with("If-Match", "\"v1-en\"")
                .send();
    }

    @Test
    void a_handover_is_seen_from_both_sides() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        String path = A + assessment + "/seats/" + seat.id();
        NOW.pass(Duration.ofSeconds(1));
        String successor = world.ask("POST", path + "/handover").send().text("token");

        assertThat(status(http.ask("GET", "/v1/seat").bearer(seat.token()))).isEqualTo(401);
        assertThat(status(http.ask("GET", "/v1/seat").bearer(successor))).isEqualTo(200);
        List<JsonObject> held = items(world.ask("GET", path + "/history").send());
        assertThat(held).hasSize(2);
        assertThat(held.get(0).get("until")).isEqualTo(held.get(1).get("from"));
        assertThat(held.get(1).get("until")).isNull();
    }

    @Test
    void two_keys_of_a_holder_live_at_most() {
        World.Key key = world.key("analyst");
        String path = "/v1/keys/" + key.id() + "/rotate";

        assertThat(status(world.ask("POST", path).json("{\"until\":\"2026-11-02T12:00:00Z\"}")))
                .isEqualTo(201);
        assertThat(status(world.ask("POST", path))).isEqualTo(409);
        assertThat(status(world.ask("POST", "/v1/keys/" + world.key("reader").id() + "/rotate")
                        .json("{\"until\":\"2027-11-01T12:00:00Z\"}")))
                .isEqualTo(422);
    }

    @Test
    void what_is_read_and_what_is_refused_is_counted_and_no_seat_is_named() {
        World.Key reader = world.key("reader");
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        assertThat(status(http.ask("POST", "/v1/seat/submit").bearer(seat.token())))
                .isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            assertThat(status(http.ask("GET", A + assessment + "/results").bearer(reader.secret())))
                    .isEqualTo(403);
        }
        world.grant(assessment, reader);
        http.ask("GET", A + assessment + "/results").bearer(reader.secret()).send();
        http.ask("GET", A + assessment + "/results").bearer(reader.secret()).send();

        Http.Reply trail = world.ask("GET", "/v1/audit?subject=" + assessment).send();
        List<String> told = items(trail).stream()
                .map(line -> ((JsonString) line.toMap().get("actor")).value() + " "
                        + ((JsonString) line.toMap().get("deed")).value() + " "
                        + ((JsonNumber) line.toMap().get("times")).text())
                .toList();
        assertThat(told)
                .contains(
                        "seat submit 1",
                        "key:" + reader.id() + " refused GET /v1/assessments/:assessment/results 3",
                        "key:" + reader.id() + " read results 2");
        assertThat(told.get(0)).endsWith(" create assessment 1");
        assertThat(trail.body()).doesNotContain(seat.id());
        assertThat(items(other.ask("GET", "/v1/audit?subject=" + assessment).send()))
                .isEmpty();
        assertThat(status(http.ask("GET", "/v1/audit").bearer(reader.secret()))).isEqualTo(403);
    }

    private static List<JsonObject> items(Http.Reply reply) {
        return ((JsonArray) reply.json().toMap().get("items"))
                .values().stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> ids(Http.Ask ask) {
        return items(ask.send()).stream()
                .map(item -> ((JsonString) item.toMap().get("id")).value())
                .toList();
    }
}
