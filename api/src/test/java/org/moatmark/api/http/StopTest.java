package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.moatmark.api.Running;

/** What is answered while the program stops: what is in flight as ever, and what comes on open connections as a problem. */
class StopTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS", "FOO");
    private static final Limits LIMITS =
            new Limits(Rates.all(1_000_000), 0, Duration.ofSeconds(20), Duration.ofSeconds(20));

    private static final String BODY = "{\"name\":\"Last\"}";

    /** A connection that stays open between requests. */
    private static final class Line implements AutoCloseable {
        private final Socket socket;

        Line(int port) throws IOException {
            this.socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        Http.Reply hear() throws IOException {
            return Http.read(socket.getInputStream(), false);
        }

        Http.Reply ask(String method, String path) throws IOException {
            say(head(method, path) + "\r\n");
            return hear();
        }

        boolean ended() throws IOException {
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Running.OWNER + "\r\n";
    }

    /**
     * Whether requests are still answered as ever, which goes on for a moment after the server calls itself not ready. A
     * connection between two requests may be closed when it begins to stop; that is no answer, and no fault.
     */
    private static boolean isOpen(Line line) {
        try {
            return line.ask("GET", "/v1/companies").status() == 200;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void what_is_in_flight_is_finished_and_all_else_is_told_to_come_again() throws Exception {
        Running server = Running.start(LIMITS);
        Map<String, Line> lines = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(METHODS);
        names.addAll(List.of("first", "live", "ready"));
        for (String name : names) {
            Line line = new Line(server.port());
            assertThat(line.ask("GET", "/health/live").status()).isEqualTo(200);
            lines.put(name, line);
        }
        try (Line held = new Line(server.port())) {
            held.say(head("POST", "/v1/companies") + "Content-Type: application/json\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY.substring(0, 5));
            // It is in flight when the server has begun to read its body.
            TimeUnit.MILLISECONDS.sleep(200);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            while (isOpen(lines.get("first"))) {
                TimeUnit.MILLISECONDS.sleep(5);
            }

            // All at once: lines on which nothing is said are closed soon.
            lines.get("live").say(head("GET", "/health/live") + "\r\n");
            lines.get("ready").say(head("GET", "/health/ready") + "\r\n");
            for (String method : METHODS) {
                lines.get(method).say(head(method, "/v1/companies") + "\r\n");
            }
            for (String method : METHODS) {
                Http.Reply reply = lines.get(method).hear();
                assertThat(reply.status()).as(method).isEqualTo(503);
                assertThat(reply.header("Content-Type")).as(method).isEqualTo("application/problem+json");
                assertThat(reply.text("code")).as(method).isEqualTo("unavailable");
                assertThat(reply.header("Retry-After")).as(method).isEqualTo("1");
                assertThat(reply.header("Connection")).as(method).isEqualTo("close");
                assertThat(reply.header("X-Request-Id")).as(method).isNotEmpty();
                assertThat(reply.header("Cache-Control")).as(method).isEqualTo("no-store");
                assertThat(lines.get(method).ended()).as(method).isTrue();
            }
            Http.Reply live = lines.get("live").hear();
            assertThat(live.status()).isEqualTo(200);
            assertThat(live.header("Connection")).isEqualTo("close");
            Http.Reply ready = lines.get("ready").hear();
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).contains("\"process\":\"stopping\"");
            assertThat(stopped).isNotDone();

            held.say(BODY.substring(5));
            assertThat(held.hear().status()).isEqualTo(201);
            stopped.get(20, TimeUnit.SECONDS);
        } finally {
            for (Line line : lines.values()) {
                line.close();
            }
        }
    }
}
