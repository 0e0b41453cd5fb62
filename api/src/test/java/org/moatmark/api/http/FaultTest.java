package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;

/** When the machine or the other end misbehaves. */
@Tag("once")
class FaultTest {

    @Test
    void a_locked_database_is_busy_readable_and_heals() throws Exception {
        try (Running server = Running.start()) {
            Http http = new Http(server.port());
            World world = new World(server.port());
            world.company();
            try (Connection other = server.connect()) {
                other.createStatement().execute("BEGIN IMMEDIATE");
                CompletableFuture<Http.Reply> ready = CompletableFuture.supplyAsync(
                        () -> http.ask("GET", "/health/ready").send());
                Http.Reply reply = world.ask("POST", "/v1/companies")
                        .json("{\"name\":\"B\"}")
                        .send();

                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.text("code")).isEqualTo("busy");
                assertThat(reply.header("Retry-After")).isEqualTo("1");
                assertThat(ready.join().status()).isEqualTo(503);
                assertThat(ready.join().body()).contains("\"checks\":{\"database\":\"busy\"");
                assertThat(world.ask("GET", "/v1/companies").send().status()).isEqualTo(200);
                assertThat(http.ask("GET", "/health/live").send().status()).isEqualTo(200);
                other.createStatement().execute("ROLLBACK");
            }
            assertThat(world.ask("POST", "/v1/companies")
                            .json("{\"name\":\"B\"}")
                            .send()
                            .status())
                    .isEqualTo(201);
            assertThat(http.ask("GET", "/health/ready").send().status()).isEqualTo(200);
        }
    }

    @Test
    void clients_who_send_a_byte_now_and_then_do_not_stop_the_others() throws Exception {
        Limits limits = new Limits(Rates.all(1_000_000), 1_000, Duration.ofSeconds(2), Duration.ofSeconds(1));
        try (Running server = Running.start(limits)) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket("127.0.0.1", server.port());
                socket.getOutputStream()
                        .write(("POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 5000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            Http http = new Http(server.port());
            long worst = 0;
            for (int i = 0; i < 30; i++) {
                long start = System.nanoTime();
                assertThat(http.ask("GET", "/health/live").send().status()).isEqualTo(200);
                worst = Math.max(worst, System.nanoTime() - start);
                for (Socket socket : slow) {
                    drip(socket);
                }
                Thread.sleep(50);
            }
            for (Socket socket : slow) {
                socket.close();
            }

            assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void drip(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(' ');
            out.flush();
        } catch (IOException refused) {
            // Cut off, as it should be.
        }
    }

    @Test
    void two_tabs_lose_nothing() {
        try (Running server = Running.start()) {
            World world = new World(server.port());
            World.Seat seat = world.seat(world.open());
            Http http = new Http(server.port());
            AtomicInteger changed = new AtomicInteger();
            List<CompletableFuture<Void>> tabs = new ArrayList<>();
            for (int tab = 0; tab < 8; tab++) {
                tabs.add(CompletableFuture.runAsync(() -> {
                    int status = http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                            .bearer(seat.token())
                            .with("If-Match", "\"v0-en\"")
                            .patch("{\"answers\":{\"M1.1b\":{\"value\":1}}}")
                            .send()
                            .status();
                    assertThat(status).isIn(200, 412);
                    changed.addAndGet(status == 200 ? 1 : 0);
                }));
            }
            tabs.forEach(CompletableFuture::join);

            assertThat(changed.get()).isEqualTo(1);
        }
    }

    @Test
    void what_is_in_flight_when_it_stops_is_finished() throws Exception {
        Running server = Running.start();
        String body = "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4}}";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body.substring(0, 10))
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(300);
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
            Thread.sleep(300);
            out.write(body.substring(10).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(Http.read(socket.getInputStream(), false).status()).isEqualTo(200);
            stop.join();
        }
    }
}
