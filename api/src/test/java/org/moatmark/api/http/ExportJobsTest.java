package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/** Many exports at once, and exports that are asked about too often, given up, or outlive their process. */
class ExportJobsTest {

    private static final int ANSWERS = 150;

    private static long[] answer(Http http, World.Seat seat) {
        long[] times = new long[ANSWERS];
        for (int i = 0; i < ANSWERS; i++) {
            long start = System.nanoTime();
            Http.Reply reply = http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                    .bearer(seat.token())
                    .with("If-Match", "*")
                    .patch("{\"answers\":{\"M1.1b\":{\"value\":" + i % 100 + "}}}")
                    .send();
            times[i] = System.nanoTime() - start;
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
        Arrays.sort(times);
        return times;
    }

    private static double p99(long[] sorted) {
        return sorted[sorted.length * 99 / 100] / 1e6;
    }

    @Test
    void A67_two_hundred_exports_at_once_are_queued_or_told_to_come_back_and_answers_go_on() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        try (Running server = Running.start()) {
            Http http = new Http(server.port());
            World world = new World(server.port());
            String assessment = world.open();
            World.Seat seat = world.seat(assessment);
            answer(http, seat);
            double alone = p99(answer(http, seat));
            Map<Integer, Integer> told = new ConcurrentHashMap<>();
            CountDownLatch asked = new CountDownLatch(200);
            for (int i = 0; i < 200; i++) {
                crowd.execute(() -> {
                    Http.Reply reply =
                            world.ask("POST", "/v1/exports").json("{}").send();
                    boolean busy = reply.status() == 503
                            && "busy".equals(reply.text("code"))
                            && Integer.parseInt(reply.header("Retry-After")) > 0;
                    told.merge(reply.status() == 202 || busy ? reply.status() : -1, 1, Integer::sum);
                    asked.countDown();
                });
            }
            double among = p99(answer(http, seat));
            asked.await();

            System.err.printf(
                    "200 exports at once: %d taken, %d told to come back; p99 of an answer %.1f ms, alone %.1f ms%n",
                    told.getOrDefault(202, 0), told.getOrDefault(503, 0), among, alone);
            assertThat(told.keySet()).containsExactlyInAnyOrder(202, 503);
            assertThat(told.get(202) + told.get(503)).isEqualTo(200);
            assertThat(told.get(503)).isPositive();
            assertThat(among).as("ms").isLessThan(Math.max(250, 10 * alone));
            while (world.ask("GET", "/v1/exports?limit=200").send().body().matches("(?s).*\"(queued|running)\".*")) {
                World.pause();
            }
            assertThat(world.ask("GET", "/v1/exports?limit=200").send().body()).doesNotContain("\"failed\"");
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void A66_an_export_is_promised_polled_too_often_cancelled_and_outlives_a_restart() throws Exception {
        String second;
        Location data =
                new Location.File(Files.createTempDirectory("moatmark-exports").resolve("exports.db"));
        try (Running first = Running.on(data)) {
            World own = new World(first.port());
            Http.Reply asked = own.ask("POST", "/v1/exports")
                    .with("Prefer", "respond-async")
                    .json("{}")
                    .send();
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.header("Preference-Applied")).isEqualTo("respond-async");
            String job = asked.header("Location");

            assertThat(own.ask("DELETE", job).with("If-Match", "*").send().status())
                    .isEqualTo(204);
            for (String path : List.of(job, job + "/file")) {
                assertThat(own.ask("GET", path).send().status()).isIn(200, 404, 410);
            }
            assertThat(own.ask("GET", job + "/file").send().status()).isIn(404, 410);
            second = own.export();
        }
        try (Running again = Running.on(data)) {
            World own = new World(again.port());
            String job = "/v1/exports/" + second;
            assertThat(own.ask("GET", job).send().text("status")).isEqualTo("done");
            assertThat(own.ask("GET", job + "/file").send().status()).isEqualTo(200);
        }
    }

    @Test
    void A66_who_asks_for_the_state_of_an_export_too_often_is_told_when_to_come_again() {
        try (Running slow =
                Running.start(Running.WIDE.with(Rates.all(100_000_000).with("poll", 5)))) {
            World own = new World(slow.port());
            String job = own.ask("POST", "/v1/exports").json("{}").send().header("Location");
            Http.Reply last = own.ask("GET", job).send();
            for (int i = 0; i < 20 && last.status() == 200; i++) {
                last = own.ask("GET", job).send();
            }

            assertThat(last.status()).isEqualTo(429);
            assertThat(last.text("code")).isEqualTo("rate-limited");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
            assertThat(own.ask("GET", "/v1/companies").send().status()).isEqualTo(200);
        }
    }
}
