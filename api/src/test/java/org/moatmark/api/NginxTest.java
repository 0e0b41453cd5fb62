package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.http.Http;
import org.moatmark.api.http.Rates;
import org.moatmark.api.store.Location;

/**
 * The configuration of nginx that stands in {@code OPERATIONS.md}, run as it stands there but for ports, the name and the
 * certificate: one replica on SQLite, and two on PostgreSQL. Skipped where no nginx is installed.
 */
@Tag("once")
@Timeout(60)
class NginxTest {

    private static final String NAME = "localhost";
    private static final int GUESSES = 5;

    @TempDir
    private static Path folder;

    private static SSLContext trusting;
    private static int secure;
    private static int plain;
    private static Running replica;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(Nginx.program())
                .as("No nginx on the PATH: its configuration was not run.")
                .isNotEmpty();
        trusting = OwnCertificate.made(folder, NAME);
        secure = Nginx.free();
        plain = Nginx.free();
        replica = Running.behindProxy(
                "https://" + NAME + ":" + secure, new Location.File(folder.resolve("data.db")), Running.WIDE);
        nginx = nginx("one", secure, plain, replica.port());
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
        if (replica != null) {
            replica.close();
        }
    }

    /** Starts nginx and waits for it. */
    private static Nginx nginx(String name, int secure, int plain, int... replicas)
            throws IOException, InterruptedException {
        Nginx started = Nginx.before(folder, name, NAME, secure, plain, replicas);
        started.await(() -> get(client(), secure, "/health/live"));
        return started;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(trusting)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private static HttpRequest.Builder ask(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://" + NAME + ":" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder ask)
            throws IOException, InterruptedException {
        return client.send(ask.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        return send(client, ask(port, path));
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    @Test
    void clients_speak_http_2_over_tls_and_are_told_to_stay_with_it() throws Exception {
        HttpResponse<String> page = get(client(), secure, "/");
        HttpResponse<String> refused = get(client(), secure, "/v1/companies");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
        for (HttpResponse<String> reply : List.of(page, refused)) {
            assertThat(reply.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(reply.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(header(reply, "X-Request-Id")).isNotEmpty();
        }
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void without_tls_pages_lead_there_and_a_key_is_turned_away() {
        Http http = new Http(plain);

        Http.Reply page = http.ask("GET", "/assessments?x=1").with("Host", NAME).send();
        Http.Reply api = http.ask("GET", "/v1/companies")
                .with("Host", NAME)
                .bearer(Running.OWNER)
                .send();

        assertThat(page.status()).isEqualTo(301);
        assertThat(page.header("Location")).isEqualTo("https://" + NAME + "/assessments?x=1");
        assertThat(api.status()).isEqualTo(403);
    }

    @Test
    void strong_tags_stay_strong_and_texts_are_compressed_by_the_program() throws Exception {
        HttpResponse<String> page = send(
                client(),
                ask(secure, "/v1/questionnaires/outside-view/versions/1.0.0").header("Accept-Encoding", "gzip"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(page, "ETag")).startsWith("\"");
    }

    @Test
    void a_cookie_is_for_https_only_and_a_change_by_it_needs_our_own_origin() throws Exception {
        HttpClient client = client();
        HttpResponse<String> in = send(
                client,
                ask(secure, "/v1/session")
                        .header("Content-Type", "application/json")
                        .header("Origin", "https://" + NAME + ":" + secure)
                        .header("X-Moatmark-Key", "1")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"key\":\"" + Running.OWNER + "\"}")));
        String cookie = header(in, "Set-Cookie");

        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("SameSite=Strict");
        for (String[] origin :
                new String[][] {{"https://" + NAME + ":" + secure, "201"}, {"https://evil.example", "403"}}) {
            HttpResponse<String> made = send(
                    client,
                    ask(secure, "/v1/companies")
                            .header("Cookie", cookie.split(";")[0])
                            .header("Content-Type", "application/json")
                            .header("Origin", origin[0])
                            .header("X-Moatmark-Key", "1")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"By cookie\"}")));
            assertThat(made.statusCode()).as(origin[0] + made.body()).isEqualTo(Integer.parseInt(origin[1]));
        }
    }

    @Test
    void what_a_client_says_about_its_address_does_not_count() throws Exception {
        int port = Nginx.free();
        List<Integer> statuses = new ArrayList<>();
        try (Running own = Running.behindProxy(
                        "https://" + NAME + ":" + port,
                        new Location.File(folder.resolve("strict.db")),
                        Running.WIDE.with(Rates.all(100_000_000).with("refused", GUESSES)));
                Nginx strict = nginx("strict", port, Nginx.free(), own.port())) {
            for (int i = 0; i < 3 * GUESSES; i++) {
                statuses.add(send(
                                client(),
                                ask(strict.secure(), "/v1/seat")
                                        .header("Authorization", "Bearer mm_seat_guess" + i)
                                        .header("X-Forwarded-For", "203.0.113." + i))
                        .statusCode());
            }
        }

        assertThat(statuses).startsWith(401).endsWith(429);
    }

    @Test
    void a_body_is_refused_by_whoever_sees_that_it_is_too_large_and_always_as_a_problem() throws Exception {
        for (int size : new int[] {300 * 1024, 7 * 1024 * 1024}) {
            String refused = refusal(
                    "POST /v1/companies HTTP/1.1\r\nHost: " + NAME + "\r\nAuthorization: Bearer " + Running.OWNER
                            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + size
                            + "\r\n\r\n",
                    size < 1024 * 1024 ? size : 0);

            assertThat(refused).startsWith("HTTP/1.1 413 ").contains("Content-Type: application/problem+json");
            assertThat(refused).contains("\"code\":\"payload-too-large\"").doesNotContain("nginx/");
        }
    }

    /** The whole answer to a request with so many bytes of a body. */
    private static String refusal(String head, int sent) throws IOException {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(NAME, secure)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + " ".repeat(sent)).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_path_reaches_the_program_as_it_was_asked_for() throws Exception {
        for (String path :
                List.of("/v1//companies", "/docs/..%2f..%2fetc/passwd", "/v1/companies/%00", "/a/%2e%2e/b")) {
            HttpResponse<String> reply = get(client(), secure, path);
            assertThat(reply.statusCode()).as(path).isEqualTo(400);
        }
        assertThat(get(client(), secure, "/v1/companies;x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_batch_is_answered_while_it_is_still_being_sent() throws Exception {
        String line = "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":{\"value\":3}}}\n";
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(NAME, secure)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/score/batch HTTP/1.1\r\nHost: " + NAME + "\r\nAuthorization: Bearer " + Running.OWNER
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                            + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder read = new StringBuilder();
            for (int i = 1; i <= 2; i++) {
                out.write((Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                while (read.toString().split("\"index\"", -1).length <= i) {
                    int next = socket.getInputStream().read();
                    assertThat(next).as(read.toString()).isNotNegative();
                    read.append((char) next);
                }
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(read).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void two_replicas_share_the_work_and_the_end_of_one_and_of_both_is_told_in_order() throws Exception {
        Location data = Location.of(Postgres.newSchema());
        int port = Nginx.free();
        Running one = Running.behindProxy("https://" + NAME + ":" + port, data, Running.WIDE);
        Running two = Running.behindProxy("https://" + NAME + ":" + port, data, Running.WIDE);
        try (Nginx both = nginx("two", port, Nginx.free(), one.port(), two.port())) {
            for (int i = 0; i < 12; i++) {
                if (i == 6) {
                    two.close();
                }
                HttpResponse<String> made = send(
                        client(),
                        ask(both.secure(), "/v1/companies")
                                .header("Authorization", "Bearer " + Running.OWNER)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"C" + i + "\"}")));
                assertThat(made.statusCode()).as(i + made.body()).isEqualTo(201);
            }
            one.close();
            HttpResponse<String> away = get(client(), both.secure(), "/v1/companies");

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(header(away, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(header(away, "Retry-After")).isEqualTo("2");
            assertThat(header(away, "Strict-Transport-Security")).isNotEmpty();
        } finally {
            one.close();
            two.close();
        }
    }
}
