package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;

/** Large bodies at once: as many as there is memory for, the others come again, and small ones and health are never refused. */
class BodyBudgetTest {

    private static final int MIB = 1024 * 1024;
    private static final int FREE = 16 * 1024;

    @Test
    void what_is_taken_is_given_back_and_never_more_than_there_is() {
        BodyBudget budget = new BodyBudget(24L * MIB);
        BodyBudget.Share one = budget.share(BodyBudget.JSON);
        BodyBudget.Share other = budget.share(BodyBudget.JSON);

        assertThat(one.holds(FREE)).isTrue();
        assertThat(budget.taken()).isZero();
        assertThat(one.holds(FREE + MIB / 2)).isTrue();
        assertThat(other.holds(FREE + MIB / 2)).isTrue();
        assertThat(budget.taken()).isEqualTo(24L * MIB);
        assertThat(other.holds(FREE + MIB / 2 + 1)).isFalse();
        assertThat(budget.taken()).isEqualTo(24L * MIB);
        one.close();
        one.close();
        assertThat(budget.taken()).isEqualTo(12L * MIB);
        assertThat(other.holds(FREE + MIB)).isTrue();
        assertThat(other.holds(100)).isTrue();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void the_largest_body_is_one_that_fits_alone() {
        BodyBudget budget = new BodyBudget(24L * MIB);

        assertThat(budget.largest(BodyBudget.JSON)).isEqualTo(MIB + FREE);
        assertThat(budget.share(BodyBudget.JSON).holds(MIB + FREE)).isTrue();
        assertThat(new BodyBudget(Long.MAX_VALUE).largest(BodyBudget.LINES)).isEqualTo(Integer.MAX_VALUE);
    }

    private static Limits limits(long bodies) {
        return new Limits(Rates.all(1_000_000), 0, Duration.ofSeconds(20), Duration.ofSeconds(2), bodies);
    }

    /** A request whose body has come but for its last byte. */
    private static Socket begun(int port, int bytes) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(
                        ("POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + bytes + "\r\n\r\n" + " ".repeat(bytes - 1))
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void who_comes_when_the_memory_is_spoken_for_is_asked_to_come_again() throws Exception {
        try (Running server = Running.start(limits(24L * MIB))) {
            Http http = new Http(server.port());
            World world = new World(server.port());
            List<Socket> sockets = new ArrayList<>();
            Http.Reply busy = null;
            for (int i = 0; i < 20 && busy == null; i++) {
                // The first ones wait for their last byte; whoever finds no room hears so before that.
                Socket socket = begun(server.port(), MIB / 2);
                sockets.add(socket);
                socket.setSoTimeout(1_000);
                try {
                    busy = Http.read(socket.getInputStream(), false);
                } catch (java.net.SocketTimeoutException waiting) {
                    assertThat(i).isLessThan(3);
                }
            }
            assertThat(busy).isNotNull();
            assertThat(sockets).hasSize(3);
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.text("code")).isEqualTo("busy");
            assertThat(busy.header("Retry-After")).isEqualTo("5");
            assertThat(busy.header("Connection")).isEqualTo("close");
            assertThat(http.ask("GET", "/health/live").send().status()).isEqualTo(200);
            assertThat(http.ask("GET", "/health/ready").send().status()).isEqualTo(200);
            world.answer(world.seat(world.open()).token());

            for (Socket socket : sockets.subList(0, 2)) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write('1');
                assertThat(Http.read(socket.getInputStream(), false).status()).isEqualTo(422);
            }
            assertThat(http.ask("POST", "/v1/score")
                            .json(" ".repeat(MIB - 1) + "1")
                            .send()
                            .status())
                    .isEqualTo(422);
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void a_line_that_finds_no_room_is_passed_over() throws IOException {
        BodyBudget budget = new BodyBudget(24L * MIB);
        BodyBudget.Share other = budget.share(BodyBudget.JSON);
        assertThat(other.holds(MIB)).isTrue();
        byte[] text = ("{}\n" + " ".repeat(MIB / 2) + "\n[]").getBytes(StandardCharsets.US_ASCII);
        BodyBudget.Share own = budget.share(BodyBudget.JSON);
        Lines lines = new Lines(new ByteArrayInputStream(text), MIB, own);

        assertThat(lines.next()).hasSize(2);
        assertThat(lines.next()).isEmpty();
        assertThat(lines.hadNoRoom()).isTrue();
        assertThat(lines.wasTooLong()).isFalse();
        assertThat(lines.next()).isEqualTo("[]".getBytes(StandardCharsets.US_ASCII));
        assertThat(lines.hadNoRoom()).isFalse();
        other.close();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void a_body_that_this_process_has_no_memory_for_is_too_large_and_a_line_costs_only_itself() {
        try (Running server = Running.start(limits(24L * MIB))) {
            Http http = new Http(server.port());
            Http.Reply large = http.ask("POST", "/v1/score")
                    .json("[" + " ".repeat(2 * MIB) + "]")
                    .send();
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.text("detail")).isEqualTo("The body is larger than 1040 KiB.");

            Http.Reply batch = http.ask("POST", "/v1/score/batch")
                    .bearer(Running.OWNER)
                    .body(
                            "application/x-ndjson",
                            ("{}\n" + " ".repeat(2 * MIB) + "{}\n{}\n").getBytes(StandardCharsets.US_ASCII))
                    .send();
            List<String> lines = batch.body().lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1)).contains("\"code\":\"payload-too-large\"", "\"line\":2");
            assertThat(lines.get(2)).contains("\"status\":422");
        }
    }
}
