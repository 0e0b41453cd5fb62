package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;

/** Who gets in, how often they may try, and what others learn from it: nothing. */
class GuardTest {

    private static final Limits TIGHT = Running.WIDE.with(Rates.all(1_000_000).with("refused", 20));

    @Test
    void guessing_is_slowed_down_per_address_and_others_do_not_feel_it() throws Exception {
        var database = Files.createTempDirectory("moatmark-guard").resolve("g.db");
        try (Running server = Running.start(TIGHT, Clock.systemUTC(), Running.OWNER, database, List.of("127.0.0.1"))) {
            Http http = new Http(server.port());
            Random random = new Random(5);
            int refused = 0;
            for (int i = 0; i < 100; i++) {
                int status = http.ask("GET", "/v1/seat")
                        .bearer("mm_seat_" + Long.toHexString(random.nextLong()))
                        .with("X-Forwarded-For", "203.0.113.7")
                        .send()
                        .status();
                assertThat(status).isIn(401, 429);
                refused += status == 401 ? 1 : 0;
            }
            Http.Reply too = http.ask("GET", "/v1/seat")
                    .bearer("x")
                    .with("X-Forwarded-For", "203.0.113.7")
                    .send();

            assertThat(refused).isBetween(20, 25);
            assertThat(too.status()).isEqualTo(429);
            assertThat(Integer.parseInt(too.header("Retry-After"))).isPositive();
            assertThat(http.ask("GET", "/v1/seat")
                            .bearer("x")
                            .with("X-Forwarded-For", "203.0.113.8")
                            .send()
                            .status())
                    .isEqualTo(401);
            assertThat(http.ask("GET", "/v1/companies")
                            .bearer(Running.OWNER)
                            .with("X-Forwarded-For", "203.0.113.7")
                            .send()
                            .status())
                    .isEqualTo(200);
            assertThat(http.ask("POST", "/v1/seat/session")
                            .with("X-Forwarded-For", "203.0.113.7")
                            .json("{\"token\":\"guess\"}")
                            .send()
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void a_forwarded_address_counts_only_from_a_proxy_of_ours() {
        try (Running server = Running.start(TIGHT)) {
            Http http = new Http(server.port());
            int last = 0;
            for (int i = 0; i < 25; i++) {
                last = http.ask("GET", "/v1/seat")
                        .bearer("x")
                        .with("X-Forwarded-For", "203.0.113." + i)
                        .send()
                        .status();
            }
            assertThat(last).isEqualTo(429);
        }
    }

    @Test
    void an_unknown_an_expired_and_a_missing_credential_look_the_same() {
        Turned clock = new Turned("2026-11-01T00:00:00Z");
        try (Running server = Running.start(Running.WIDE, clock, Running.OWNER)) {
            Http http = new Http(server.port());
            String expiring = http.ask("POST", "/v1/keys")
                    .bearer(Running.OWNER)
                    .json("{\"label\":\"K\",\"scope\":\"owner\",\"expiresAt\":\"2026-11-01T01:00:00Z\"}")
                    .send()
                    .text("key");
            assertThat(http.ask("GET", "/v1/keys").bearer(expiring).send().status())
                    .isEqualTo(200);
            clock.pass(Duration.ofHours(2));

            Set<String> bodies = new HashSet<>();
            for (Http.Ask ask : List.of(
                    http.ask("GET", "/v1/keys"),
                    http.ask("GET", "/v1/keys").bearer("unknown"),
                    http.ask("GET", "/v1/keys").bearer(expiring),
                    http.ask("GET", "/v1/keys").with("Authorization", "Basic dTpw"),
                    http.ask("GET", "/v1/keys").with("Authorization", "Bearer a", "Bearer b"))) {
                Http.Reply reply = ask.send();
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
                bodies.add(reply.body().replace(reply.header("X-Request-Id"), ""));
            }
            assertThat(bodies).hasSize(1);
        }
    }

    @Test
    void nothing_secret_is_kept_in_the_clear() throws Exception {
        Running server = Running.start();
        World world = new World(server.port());
        String assessment = world.open();
        String body = "{\"key\":\"k\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}";
        String token = world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .with("Idempotency-Key", "\"a\"")
                .json(body)
                .send()
                .text("token");
        server.close();

        String file = new String(Files.readAllBytes(server.database()), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain(token).doesNotContain(Running.OWNER);
    }

    @Test
    void the_last_owner_key_that_does_not_expire_cannot_be_revoked() {
        try (Running server = Running.start()) {
            Http http = new Http(server.port());
            String own = http.ask("GET", "/v1/keys")
                    .bearer(Running.OWNER)
                    .send()
                    .body()
                    .split("\"id\":\"")[1]
                    .split("\"")[0];
            http.ask("POST", "/v1/keys")
                    .bearer(Running.OWNER)
                    .json("{\"label\": \"for a while\", \"expiresAt\": \"2099-01-01T00:00:00Z\"}")
                    .send();

            Http.Reply refused = http.ask("DELETE", "/v1/keys/" + own)
                    .bearer(Running.OWNER)
                    .with("If-Match", "*")
                    .send();

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("This is the last owner key");
            assertThat(http.ask("GET", "/v1/keys").bearer(Running.OWNER).send().status())
                    .isEqualTo(200);
        }
    }
}
