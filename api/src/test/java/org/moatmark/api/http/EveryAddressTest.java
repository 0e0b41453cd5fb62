package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;

/**
 * Every address with every method, as it should be and misspelt, for a stranger, an owner and a seat: never a fault of the
 * program, always a problem with the id of the request, and {@code Allow} says the truth.
 */
@ExtendWith(Served.class)
class EveryAddressTest {

    private static final String NOWHERE = "0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77";
    private static final Set<String> SLUGS = new TreeSet<>();

    /** DELETE comes last, since a seat erases itself by it. */
    private static final List<String> METHODS =
            List.of("OPTIONS", "GET", "HEAD", "POST", "PUT", "PATCH", "TRACE", "FOO", "DELETE");

    /** Enough of them for a misspelt address, which is refused before anybody looks at who asks; all with a property. */
    private static final List<String> MOST = List.of("GET", "POST", "DELETE");

    private static final boolean ALL = Boolean.getBoolean("moatmark.addresses.all");

    private static final Map<String, String> PARTS = Map.of(
            ":questionnaire", "outside-view",
            ":version", "1.0.0",
            ":case", "apple",
            ":slug", "not-found",
            ":file", "docs.js",
            ":snapshot", "first");

    /** What is served beside the table: pages, and what they load. */
    private static final List<String> PAGES = List.of(
            "/quick",
            "/respond",
            "/assessments",
            "/privacy",
            "/cases",
            "/cases/apple",
            "/cases/compare",
            "/instruments");

    private static List<String> paths;

    private final Running server;
    private final World world;

    EveryAddressTest(Running server, World world) {
        this.server = server;
        this.world = world;
    }

    @BeforeAll
    static void start(Running server) {
        Set<String> all = new TreeSet<>(PAGES);
        for (String route : server.routes()) {
            StringBuilder path = new StringBuilder();
            for (String step : route.split(" ")[1].substring(1).split("/", -1)) {
                path.append('/').append(step.startsWith(":") ? PARTS.getOrDefault(step, NOWHERE) : step);
            }
            all.add(path.toString());
        }
        paths = new ArrayList<>(all);
        paths.sort(Comparator.comparing("/v1/seat"::equals));
        for (Slug slug : Slug.values()) {
            SLUGS.add(slug.word());
        }
    }

    /** Asks one thing after the other on one connection, as long as the server keeps it. */
    private final class Line implements AutoCloseable {
        private final Http http = new Http(server.port());
        private final String credential;
        private Socket socket;
        private InputStream in;

        private Line(String who) throws IOException {
            this.credential = switch (who) {
                case "owner" -> Running.OWNER;
                case "seat" -> world.seat(world.open()).token();
                default -> "";
            };
            open();
        }

        private void open() throws IOException {
            socket = new Socket("127.0.0.1", server.port());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        private Http.Reply ask(String method, String path) throws IOException {
            Http.Ask ask = http.ask(method, path).with("Connection", "keep-alive");
            if (!credential.isEmpty()) {
                ask.bearer(credential);
            }
            socket.getOutputStream().write(ask.bytes());
            Http.Reply reply = Http.read(in, "HEAD".equals(method));
            if ("close".equals(reply.header("Connection"))) {
                socket.close();
                open();
            }
            return reply;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** What is wrong with a reply, if it is one of the statuses that were expected; empty where nothing is. */
    private static String fault(String method, Http.Reply reply, Set<Integer> expected) {
        if (!expected.isEmpty() && !expected.contains(reply.status())) {
            return "is none of " + expected;
        } else if (reply.status() >= 500 && !(reply.status() == 501 && "FOO".equals(method))) {
            return "is a fault of the program";
        } else if (!reply.header("X-Request-Id").matches("[0-9a-f-]{36}")) {
            return "has no request id";
        } else if (reply.headers().containsKey("server") || !"nosniff".equals(reply.header("X-Content-Type-Options"))) {
            return "has not the headers of all";
        } else if (reply.status() < 400) {
            return "";
        } else if (!"application/problem+json".equals(reply.header("Content-Type"))) {
            return "is no problem";
        } else if ("HEAD".equals(method)) {
            return reply.body().isEmpty() ? "" : "has a body";
        }
        boolean told = reply.text("instance").equals("urn:uuid:" + reply.header("X-Request-Id"))
                && SLUGS.contains(reply.text("code"))
                && reply.text("type").equals("/problems/" + reply.text("code"))
                && reply.text("status").contains(Integer.toString(reply.status()));
        return told ? "" : "does not tell what a problem tells";
    }

    /** The misspellings of an address, and what becomes of them, whatever the method. */
    private static Map<String, Integer> misspelt(String path) {
        Map<String, Integer> all = new HashMap<>();
        all.put(path + ";x=1", 404);
        for (String end : List.of("%c0%af", "%00", "%zz", "%5c", "%0d%0aX:y", "/..%2f..%2fetc%2fpasswd")) {
            all.put(path + end, 400);
        }
        all.put(path + "/%2e%2e" + path, 400);
        all.put("/" + path, 400);
        int last = path.lastIndexOf('/');
        all.put(path.substring(0, last) + "/" + path.substring(last), 400);
        if (path.length() > 1) {
            all.put(path + "/", 404);
            all.put(path.toUpperCase(Locale.ROOT), 404);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "owner", "seat"})
    void every_address_answers_every_method(String who) throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        try (Line line = new Line(who)) {
            for (String path : paths) {
                Set<String> allowed = Set.of();
                for (String method : METHODS) {
                    Http.Reply reply = line.ask(method, path);
                    asked++;
                    String fault = fault(method, reply, Set.of());
                    if ("OPTIONS".equals(method)) {
                        allowed = new TreeSet<>(List.of(reply.header("Allow").split(", ")));
                        fault += reply.status() == 204 && allowed.contains("OPTIONS") ? "" : " tells no methods";
                        fault += allowed.contains("GET") == allowed.contains("HEAD") ? "" : " has GET without HEAD";
                    } else if ("FOO".equals(method)) {
                        fault += reply.status() == 501 ? "" : " takes FOO for a method";
                    } else if (allowed.contains(method)) {
                        fault += reply.status() == 405 ? " is refused and was allowed" : "";
                    } else {
                        boolean same =
                                reply.status() == 405 && reply.header("Allow").equals(String.join(", ", allowed));
                        fault += same ? "" : " does not say what OPTIONS says";
                    }
                    if (!fault.isEmpty()) {
                        wrong.add(method + " " + path + " -> " + reply.status() + " " + fault);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(paths.size() * METHODS.size()).isGreaterThan(900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "owner", "seat"})
    void a_misspelt_address_is_none_whoever_asks(String who) throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        try (Line line = new Line(who)) {
            for (String path : paths) {
                for (Map.Entry<String, Integer> one : misspelt(path).entrySet()) {
                    for (String method : "stranger".equals(who) || ALL ? METHODS : MOST) {
                        Http.Reply reply = line.ask(method, one.getKey());
                        asked++;
                        // Jetty looks at escapes before anybody looks at the method.
                        Set<Integer> expected =
                                "FOO".equals(method) ? Set.of(501, one.getValue()) : Set.of(one.getValue());
                        String fault = fault(method, reply, expected);
                        if (!fault.isEmpty()) {
                            wrong.add(method + " " + one.getKey() + " -> " + reply.status() + " " + fault);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(3_000);
    }

    /** Word for word, so that a slip in the program's own constants is seen. */
    @Test
    void every_kind_of_answer_has_the_headers_that_were_agreed() throws IOException {
        String page = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'";
        String data = "default-src 'none'; frame-ancestors 'none'";
        Http http = new Http(server.port());
        Map<String, Http.Reply> replies = Map.of(
                "page", http.ask("GET", "/").with("Accept", "text/html").send(),
                "page of a fault",
                        http.ask("GET", "/no-such").with("Accept", "text/html").send(),
                "document", http.ask("GET", "/openapi.json").send(),
                "answer", world.ask("GET", "/v1/companies").send(),
                "refusal", http.ask("GET", "/v1/companies").send(),
                "health", http.ask("GET", "/health/live").send(),
                "unread", http.raw("GET / HTTP/1.1\r\n\r\n"),
                "too long",
                        http.ask("GET", "/").with("X-Big", "y".repeat(20_000)).send());
        replies.forEach((kind, reply) -> {
            assertThat(reply.header("Content-Security-Policy"))
                    .as(kind)
                    .isEqualTo(kind.startsWith("page") ? page : data);
            assertThat(reply.header("X-Content-Type-Options")).as(kind).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).as(kind).isEqualTo("no-referrer");
            assertThat(reply.header("Cross-Origin-Opener-Policy")).as(kind).isEqualTo("same-origin");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).as(kind).isEqualTo("same-origin");
            assertThat(reply.header("Permissions-Policy")).as(kind).contains("camera=()", "microphone=()");
        });
        assertThat(replies.get("answer").header("Cache-Control")).contains("no-store");
    }

    @Test
    void the_whole_server_has_options_and_no_other_method() throws IOException {
        try (Line line = new Line("stranger")) {
            for (String method : METHODS) {
                assertThat(line.ask(method, "*").status()).as(method).isIn(204, 400, 404, 405, 501);
            }
        }
    }
}
