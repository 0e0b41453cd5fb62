package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.http.Http;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;

/**
 * The program is led through a whole walk, through refusals and through faults, with words in every place where somebody
 * can put one. None of the words, no key, no token and no answer comes up in its log, in its metrics or in a problem.
 */
@Tag("once")
class SilenceTest {

    private static final String MLM = "marketing-leadership-maturity";
    private static final String WORD = "Zq7secret";

    @TempDir
    private static Path folder;

    private static Process process;
    private static Http http;
    private static String metricsUrl;
    private static final Set<String> SECRETS = new HashSet<>(Set.of(WORD, Running.OWNER));
    private static final StringBuilder PROBLEMS = new StringBuilder();

    @BeforeAll
    static void walk() throws Exception {
        ProcessBuilder builder = Program.withEnvironment(Map.of(
                        "LANG", "C",
                        "MOATMARK_DB", folder.resolve("silence.db").toString(),
                        "MOATMARK_PORT", "0",
                        "MOATMARK_METRICS_PORT", "0",
                        "MOATMARK_OWNER_KEY", Running.OWNER))
                .builder(List.of("serve"));
        process = builder.redirectError(folder.resolve("log").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        String out = "";
        for (int i = 0; i < 600 && !out.contains("ready"); i++) {
            Thread.sleep(50);
            out = Files.readString(folder.resolve("out"));
        }
        metricsUrl = out.lines().findFirst().orElseThrow().substring("metrics ".length());
        http = new Http(port(out.lines().skip(1).findFirst().orElseThrow().substring("moatmark ready ".length())));
        goodRequests();
        refusals();
        faults();
    }

    @AfterAll
    static void stop() throws Exception {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*:(\\d+).*", "$1"));
    }

    private static Http.Reply owner(String method, String path, String json) {
        return http.ask(method, path).bearer(Running.OWNER).json(json).send();
    }

    private static void goodRequests() {
        String company = owner(
                        "POST",
                        "/v1/companies",
                        "{\"name\":\"" + WORD + " KK\",\"sector\":\"" + WORD + "\",\"region\":\"" + WORD + "\"}")
                .text("id");
        String assessment = owner(
                        "POST",
                        "/v1/assessments",
                        "{\"company\":\"" + company + "\",\"name\":\"" + WORD + "\",\"questionnaires\":[\"" + MLM
                                + "\"]}")
                .text("id");
        String seats = "/v1/assessments/" + assessment + "/seats";
        Http.Reply seat = owner(
                "POST",
                seats,
                "{\"key\":\"" + WORD + "\",\"department\":\"" + WORD + "\",\"role\":\"" + WORD + "\",\"informants\":{\""
                        + MLM + "\":\"H\"}}");
        String token = seat.text("token");
        SECRETS.add(token);
        owner("POST", "/v1/assessments/" + assessment + "/open", "{}");
        Http.Reply key = owner("POST", "/v1/keys", "{\"label\":\"" + WORD + "\",\"scope\":\"owner\"}");
        SECRETS.add(key.text("key"));
        String cookie = http.ask("POST", "/v1/seat/session")
                .json("{\"token\":\"" + token + "\"}")
                .send()
                .header("Set-Cookie")
                .split(";")[0];
        SECRETS.add(cookie.substring(cookie.indexOf('=') + 1));
        Http.Reply answered = http.ask("PATCH", "/v1/seat/answers/" + MLM)
                .bearer(token)
                .with("If-Match", "*")
                .patch("{\"answers\":{\"M1.1b\":{\"value\":61.8371,\"note\":\"" + WORD + "\"}}}")
                .send();
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        SECRETS.add("61.8371");
        assertThat(http.ask("POST", "/v1/seat/submit").bearer(token).send().status())
                .isEqualTo(200);
        String results = "/v1/assessments/" + assessment + "/results";
        assertThat(http.ask("GET", results).bearer(Running.OWNER).send().status())
                .isEqualTo(200);
        assertThat(http.ask("GET", results + "/" + MLM)
                        .bearer(Running.OWNER)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** Words where nobody wants them: in addresses, headers, queries and bodies that are refused. */
    private static void refusals() {
        List<Http.Reply> replies = new ArrayList<>();
        replies.add(
                http.ask("GET", "/v1/companies/" + WORD).bearer(Running.OWNER).send());
        replies.add(http.ask("GET", "/" + WORD + "?" + WORD + "=" + WORD).send());
        replies.add(http.ask("GET", "/v1/companies").bearer(WORD).send());
        replies.add(http.ask("GET", "/v1/seat")
                .with("Cookie", "moatmark_seat=" + WORD)
                .send());
        replies.add(http.ask("GET", "/health/live").with("Host", WORD).send());
        replies.add(http.ask("POST", "/v1/seat/session")
                .json("{\"token\":\"" + WORD + "\"}")
                .send());
        replies.add(owner("POST", "/v1/companies", "{\"name\":\"" + WORD + "\\u202e\"}"));
        replies.add(owner("POST", "/v1/companies", "{\"name\":\"" + WORD));
        replies.add(
                http.raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\n" + WORD + "\u0001: " + WORD + "\r\n\r\n"));
        replies.add(http.raw(WORD + " /" + WORD + " HTTP/9.9\r\n\r\n"));
        replies.add(http.ask("GET", "/health/live")
                .with("User-Agent", WORD + "\u001b[31m" + "x".repeat(500))
                .send());
        replies.add(http.ask("GET", "/health/live")
                .with("User-Agent", WORD.repeat(120_000))
                .send());
        for (Http.Reply reply : replies) {
            assertThat(reply.status()).isLessThan(500 + 6);
            PROBLEMS.append(reply.status()).append(' ');
        }
    }

    /** A database that somebody else holds, and one that is damaged: what is logged then must not say what was sent. */
    private static void faults() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("silence.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Http.Reply busy = owner("POST", "/v1/companies", "{\"name\":\"" + WORD + "\"}");
            assertThat(busy.status()).isEqualTo(503);
            statement.execute("ROLLBACK");
            statement.execute("DROP TABLE history");
        }
        Http.Reply broken = owner("POST", "/v1/companies", "{\"name\":\"" + WORD + "\"}");
        assertThat(broken.status()).as(broken.body()).isGreaterThanOrEqualTo(500);
    }

    private static String log() throws Exception {
        return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    }

    private static Http.Reply metrics() {
        return new Http(port(metricsUrl)).ask("GET", "/metrics").send();
    }

    @Test
    void no_word_no_secret_and_no_answer_is_in_the_log() throws Exception {
        assertThat(log()).isNotBlank();
        for (String secret : SECRETS) {
            assertThat(log()).doesNotContain(secret);
        }
        assertThat(Files.readString(folder.resolve("out"))).doesNotContain(WORD).doesNotContain(Running.OWNER);
    }

    @Test
    void every_line_of_the_log_is_json_without_controls_and_not_long() throws Exception {
        for (String line : log().split("\n")) {
            JsonObject read = (JsonObject) JsonTree.parse(line).orThrow();
            assertThat(read.toMap()).containsKeys("at", "level", "from", "message");
            assertThat(line.chars().noneMatch(Character::isISOControl)).isTrue();
            assertThat(line.length()).isLessThan(8_000);
        }
        assertThat(log()).contains("busy (SQLiteException)");
    }

    @Test
    void no_word_no_secret_and_no_answer_is_in_the_metrics() {
        String text = metrics().body();
        for (String secret : SECRETS) {
            assertThat(text).doesNotContain(secret);
        }
    }

    @Test
    void metrics_are_as_prometheus_reads_them_and_count_what_was_asked() {
        Http.Reply reply = metrics();

        assertThat(reply.header("Content-Type").replace(" ", "")).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        for (String line : reply.body().split("\n")) {
            assertThat(line)
                    .matches(
                            "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"\\\\]*\"(,[a-z]+=\"[^\"\\\\]*\")*})? \\S+");
        }
        assertThat(reply.body())
                .contains("moatmark_requests_total{method=\"POST\",route=\"/v1/seat/submit\",status=\"200\"} 1\n")
                .contains("moatmark_requests_total{method=\"none\",route=\"none\",status=\"404\"} ")
                .contains("moatmark_request_seconds_bucket{method=\"POST\",route=\"/v1/seat/submit\",le=\"+Inf\"} 1\n")
                .contains("moatmark_request_seconds_count{method=\"POST\",route=\"/v1/seat/submit\"} 1\n")
                .containsPattern("process_resident_memory_bytes \\d")
                .containsPattern("moatmark_connections \\d");
    }

    @Test
    void the_port_of_metrics_has_nothing_else_and_answers_to_this_machine_only() {
        Http port = new Http(port(metricsUrl));

        assertThat(port.ask("GET", "/health/live").send().status()).isEqualTo(404);
        assertThat(port.ask("GET", "/").send().status()).isEqualTo(404);
        assertThat(port.ask("POST", "/metrics").send().status()).isEqualTo(405);
        assertThat(port.ask("GET", "/metrics")
                        .with("Host", "evil.example")
                        .send()
                        .status())
                .isEqualTo(421);
        assertThat(http.ask("GET", "/metrics").bearer(Running.OWNER).send().status())
                .isEqualTo(404);
    }

    @Test
    void what_would_break_a_line_or_steer_a_terminal_is_escaped() {
        StringBuilder line = new StringBuilder();
        LogLine.quote("a\r\nb\u001b[31m\"\\\u2028\u202e\ud83d", line);

        assertThat(line.toString()).isEqualTo("\"a\\u000d\\u000ab\\u001b[31m\\\"\\\\\\u2028\\u202e\\ud83d\"");
        StringBuilder longer = new StringBuilder();
        LogLine.quote("x".repeat(1_000_000), longer);
        assertThat(longer.length()).isEqualTo(512 + 3);
    }
}
