package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;
import org.moatmark.api.service.Bucket;
import org.moatmark.api.service.Meter;

/** How often something may be asked, by whom, and how callers are told. */
class RatesTest {

    private static final Rates WIDE = Rates.all(1_000_000);

    private static Running with(String name, int rate) {
        return Running.start(Running.WIDE.with(WIDE.with(name, rate)));
    }

    private static void refused(Http.Reply reply, String rate, int amount) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(429);
        assertThat(reply.text("code")).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 60);
        assertThat(reply.header("RateLimit-Policy")).contains("\"" + rate + "\";q=" + amount + ";w=60");
        assertThat(reply.header("RateLimit")).contains("\"" + rate + "\";r=0;t=");
    }

    @Test
    void every_answer_says_what_there_is_and_what_is_left() {
        try (Running server = Running.start(Running.WIDE.with(Rates.USUAL))) {
            Http http = new Http(server.port());
            Http.Reply open = http.ask("GET", "/v1/questionnaires").send();
            Http.Reply known =
                    http.ask("GET", "/v1/companies").bearer(Running.OWNER).send();
            Http.Reply missing =
                    http.ask("GET", "/v1/companies/x").bearer(Running.OWNER).send();

            assertThat(open.header("RateLimit-Policy")).isEqualTo("\"address\";q=6000;w=60");
            assertThat(open.header("RateLimit")).isEqualTo("\"address\";r=5999;t=1");
            assertThat(known.header("RateLimit-Policy")).isEqualTo("\"key\";q=60000;w=60, \"tenant\";q=120000;w=60");
            assertThat(known.header("RateLimit")).isEqualTo("\"key\";r=59999;t=1, \"tenant\";r=119999;t=1");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.header("RateLimit")).startsWith("\"key\";r=");
        }
    }

    @Test
    void one_key_that_asks_too_often_leaves_the_other_alone() {
        try (Running server = with("key", 5)) {
            Http http = new Http(server.port());
            String other = http.ask("POST", "/v1/keys")
                    .bearer(Running.OWNER)
                    .json("{\"label\":\"K\",\"scope\":\"owner\"}")
                    .send()
                    .text("key");
            Http.Reply last = null;
            for (int i = 0; i < 5; i++) {
                last = http.ask("GET", "/v1/companies").bearer(Running.OWNER).send();
            }

            refused(last, "key", 5);
            assertThat(http.ask("GET", "/v1/companies").bearer(other).send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_second_key_does_not_double_what_a_tenant_may_ask() {
        try (Running server = with("tenant", 4)) {
            Http http = new Http(server.port());
            String other = http.ask("POST", "/v1/keys")
                    .bearer(Running.OWNER)
                    .json("{\"label\":\"K\",\"scope\":\"owner\"}")
                    .send()
                    .text("key");
            for (int i = 0; i < 3; i++) {
                http.ask("GET", "/v1/companies").bearer(Running.OWNER).send();
            }

            refused(http.ask("GET", "/v1/companies").bearer(other).send(), "tenant", 4);
        }
    }

    @Test
    void a_seat_counts_by_itself_with_link_and_cookie_together() {
        try (Running server = with("seat", 3)) {
            Http http = new Http(server.port());
            World world = new World(server.port());
            String assessment = world.open();
            World.Seat one = world.seat(assessment);
            World.Seat two = world.seat(assessment);
            String cookie = http.ask("POST", "/v1/seat/session")
                    .json("{\"token\":\"" + one.token() + "\"}")
                    .send()
                    .header("Set-Cookie")
                    .split(";")[0];
            for (int i = 0; i < 3; i++) {
                assertThat(http.ask("GET", "/v1/seat")
                                .bearer(one.token())
                                .send()
                                .status())
                        .isEqualTo(200);
            }

            refused(http.ask("GET", "/v1/seat").with("Cookie", cookie).send(), "seat", 3);
            assertThat(http.ask("GET", "/v1/seat").bearer(two.token()).send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void trading_tokens_has_a_rate_of_its_own() {
        try (Running server = with("exchange", 2)) {
            Http http = new Http(server.port());
            World world = new World(server.port());
            World.Seat seat = world.seat(world.open());
            Http.Ask trade = http.ask("POST", "/v1/seat/session").json("{\"token\":\"" + seat.token() + "\"}");
            trade.send();
            trade.send();

            refused(trade.send(), "exchange", 2);
            assertThat(http.ask("GET", "/v1/seat").bearer(seat.token()).send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_heavy_costs_more_and_stops_alone() {
        try (Running server = with("heavy", 5)) {
            World world = new World(server.port());
            String results = "/v1/assessments/" + world.open() + "/results";
            Http.Reply first = world.ask("GET", results).send();
            world.ask("GET", results).send();

            assertThat(first.header("RateLimit")).contains("\"heavy\";r=3;t=");
            Http.Reply third = world.ask("GET", results).send();
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.header("RateLimit")).contains("\"heavy\";r=1;t=");
            assertThat(world.ask("GET", "/v1/companies").send().status()).isEqualTo(200);
        }
    }

    @Test
    void to_hear_that_nothing_has_changed_costs_nothing() {
        try (Running server = with("address", 2)) {
            Http http = new Http(server.port());
            String path = "/v1/questionnaires/outside-view/versions/1.0.0";
            String etag = http.ask("GET", path).send().header("ETag");
            for (int i = 0; i < 20; i++) {
                assertThat(http.ask("GET", path)
                                .with("If-None-Match", etag)
                                .send()
                                .status())
                        .isEqualTo(304);
            }
        }
    }

    @Test
    void health_is_never_refused() {
        try (Running server = with("address", 1)) {
            Http http = new Http(server.port());
            for (int i = 0; i < 20; i++) {
                assertThat(http.ask("GET", "/health/live").send().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void all_addresses_of_one_network_of_version_6_count_together() throws Exception {
        var database = Files.createTempDirectory("moatmark-rates").resolve("r.db");
        Limits limits = Running.WIDE.with(WIDE.with("address", 2));
        try (Running server = Running.start(limits, Clock.systemUTC(), Running.OWNER, database, List.of("127.0.0.1"))) {
            Http http = new Http(server.port());
            int last = 0;
            for (int i = 1; i <= 3; i++) {
                last = http.ask("GET", "/v1/questionnaires")
                        .with("X-Forwarded-For", "2001:db8:0:1::" + i)
                        .send()
                        .status();
            }

            assertThat(last).isEqualTo(429);
            assertThat(http.ask("GET", "/v1/questionnaires")
                            .with("X-Forwarded-For", "2001:db8:0:2::1")
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_bucket_fills_up_evenly_and_not_over_its_brim() {
        AtomicLong now = new AtomicLong();
        Bucket bucket = new Bucket(new Meter.Rule("r", 6, 60), now::get);
        for (int i = 5; i >= 0; i--) {
            assertThat(bucket.take("a", 1).left()).isEqualTo(i);
        }
        assertThat(bucket.take("a", 1)).isEqualTo(new Meter.Reading(new Meter.Rule("r", 6, 60), false, 0, 10));
        now.addAndGet(10_000_000_000L);
        assertThat(bucket.take("a", 1).granted()).isTrue();
        assertThat(bucket.take("a", 2).seconds()).isEqualTo(20);
        now.addAndGet(3_600_000_000_000L);
        assertThat(bucket.take("a", 1)).isEqualTo(new Meter.Reading(new Meter.Rule("r", 6, 60), true, 5, 10));
        bucket.giveBack("a", 100);
        assertThat(bucket.take("a", 100).left()).isZero();
        assertThat(bucket.take("b", 1).left()).isEqualTo(5);
    }

    @Test
    void rates_are_positive_and_known_by_name() {
        assertThat(Rates.USUAL.with("seat", 7).seat()).isEqualTo(7);
        assertThatThrownBy(() -> Rates.USUAL.with("seat", 0)).hasMessage("A rate is 0; it is 1 or more.");
        assertThatThrownBy(() -> Rates.USUAL.with("chair", 1))
                .hasMessage(
                        "There is no rate 'chair'; there are [address, key, tenant, seat, heavy, exchange, refused, poll].");
    }
}
