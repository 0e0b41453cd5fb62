package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The program is killed in the middle of answering and submitting, twenty times, and started again on the same file: what
 * was acknowledged is there, what was not is there wholly or not at all.
 */
class KillTest {

    private static final int ROUNDS = 20;
    private static final int CLIENTS = 8;
    private static final long SEED = 20261101;
    private static final String MLM = "marketing-leadership-maturity";
    private static final String ITEMS =
            "{\"M1.1b\":{\"value\":%d},\"M1.1c\":{\"state\":\"dontKnow\",\"note\":\"n%d\"}}";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** What a client knows to be kept: the last value acknowledged, the one under way, and whether it submitted. */
    private static final class Journal {
        private volatile int acknowledged;
        private volatile int sent;
        private volatile String etag = "\"v0-en\"";
        private volatile boolean submitted;
        private volatile boolean submitSent;
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_program_is_killed() throws Exception {
        Path database = Files.createTempDirectory("moatmark-kill").resolve("kill.db");
        AtomicInteger patches = new AtomicInteger();
        AtomicInteger submits = new AtomicInteger();
        ServerProcess child = ServerProcess.start(database.toString());
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                Map<String, Journal> journals = new ConcurrentHashMap<>();
                seats(child.url(), round).forEach(token -> journals.put(token, new Journal()));
                String url = child.url();
                List<Thread> clients = new ArrayList<>();
                journals.forEach(
                        (token, journal) -> clients.add(new Thread(() -> work(url, token, journal, patches, submits))));
                int before = patches.get();
                clients.forEach(Thread::start);
                // On a busy machine too the kill comes when work is under way, and then at any moment.
                for (int i = 0; i < 1_000 && patches.get() - before < 4 * CLIENTS; i++) {
                    Thread.sleep(10);
                }
                Thread.sleep(random.nextInt(300));
                child.kill();
                for (Thread one : clients) {
                    one.join(10_000);
                }
                checkFile(database, round);
                long killed = System.nanoTime();
                child = ServerProcess.start(database.toString());
                assertThat(Duration.ofNanos(System.nanoTime() - killed))
                        .as("round %d, seed %d: start after the kill", round, SEED)
                        .isLessThan(Duration.ofSeconds(15));
                for (Map.Entry<String, Journal> one : journals.entrySet()) {
                    check(child.url(), one.getKey(), one.getValue(), round);
                }
            }
        } finally {
            child.close();
        }
        System.err.printf(
                "Kill test: %d rounds, %d clients, %d changes and %d submits acknowledged, none lost.%n",
                ROUNDS, CLIENTS, patches.get(), submits.get());
        assertThat(patches.get()).isGreaterThan(ROUNDS * CLIENTS);
        assertThat(submits.get()).isPositive();
    }

    /** Makes an open assessment with one seat per client; gives back the tokens. */
    private List<String> seats(String url, int round) throws Exception {
        String company = id(post(url, "/v1/companies", "{\"name\":\"Round " + round + "\"}"));
        String assessment = id(post(
                url,
                "/v1/assessments",
                "{\"company\":\"" + company + "\",\"name\":\"R\",\"questionnaires\":[\"" + MLM + "\"]}"));
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String seat = post(
                    url,
                    "/v1/assessments/" + assessment + "/seats",
                    "{\"key\":\"s" + i + "\",\"department\":\"D\",\"informants\":{\"" + MLM + "\":\"H\"}}");
            tokens.add(text(seat, "token"));
        }
        post(url, "/v1/assessments/" + assessment + "/open", "{}");
        return tokens;
    }

    /** Changes two answers at a time until the program is gone; some submit on the way. */
    private void work(String url, String token, Journal journal, AtomicInteger patches, AtomicInteger submits) {
        int submitAfter = 3 + Math.floorMod(token.hashCode(), 30);
        try {
            for (int value = 1; value <= 100_000; value++) {
                journal.sent = value;
                String items = String.format(Locale.ROOT, ITEMS, value % 101, value);
                HttpResponse<String> answer = client.send(
                        request(url, "/v1/seat/answers/" + MLM, token)
                                .header("Content-Type", "application/merge-patch+json")
                                .header("If-Match", journal.etag)
                                .method("PATCH", body("{\"answers\":" + items + "}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                journal.etag = answer.headers().firstValue("ETag").orElseThrow();
                journal.acknowledged = value;
                patches.incrementAndGet();
                if (value == submitAfter) {
                    journal.submitSent = true;
                    HttpResponse<String> submit = client.send(
                            request(url, "/v1/seat/submit", token)
                                    .POST(body(""))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    if (submit.statusCode() == 200) {
                        journal.submitted = true;
                        submits.incrementAndGet();
                    }
                    return;
                }
            }
        } catch (IOException killed) {
            // As meant: what was under way is open.
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(String url, String token, Journal journal, int round) throws Exception {
        String sheet = get(url, "/v1/seat/answers/" + MLM, token);
        int version = Integer.parseInt(sheet.replaceFirst("(?s).*?\"informants\":[^}]*?\"version\":(\\d+).*", "$1"));
        String about = "round " + round + ", seed " + SEED + ": " + sheet;
        assertThat(version).as(about).isBetween(journal.acknowledged, journal.sent);
        if (version > 0) {
            assertThat(sheet).as(about).contains("\"M1.1b\":{\"value\":" + version % 101 + "}");
            assertThat(sheet).as(about).contains("\"note\":\"n" + version + "\"");
        }
        String seat = get(url, "/v1/seat", token);
        if (journal.submitted) {
            assertThat(seat).as(about).contains("\"status\":\"submitted\"");
        } else if (!journal.submitSent) {
            assertThat(seat).as(about).doesNotContain("\"status\":\"submitted\"");
        }
    }

    private static void checkFile(Path database, int round) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(rows.getString(1))
                        .as("round %d, seed %d", round, SEED)
                        .isEqualTo("ok");
            }
            try (var rows = statement.executeQuery("PRAGMA foreign_key_check")) {
                assertThat(rows.next()).as("round %d, seed %d", round, SEED).isFalse();
            }
        }
    }

    private static HttpRequest.Builder request(String url, String path, String credential) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(8))
                .header("Authorization", "Bearer " + credential);
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private String post(String url, String path, String json) throws Exception {
        HttpResponse<String> answer = client.send(
                request(url, path, Running.OWNER)
                        .header("Content-Type", "application/json")
                        .POST(body(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }

    private String get(String url, String path, String credential) throws Exception {
        HttpResponse<String> answer =
                client.send(request(url, path, credential).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String id(String json) {
        return text(json, "id");
    }

    private static String text(String json, String key) {
        return json.replaceFirst("(?s).*?\"" + key + "\":\"([^\"]+)\".*", "$1");
    }
}
