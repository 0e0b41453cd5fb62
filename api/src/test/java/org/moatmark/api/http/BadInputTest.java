package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonArray;

/**
 * Bad input of every kind, row by row as in the table of what the stack does by default, over bare sockets. Long, since
 * the table is one list and is read as one.
 */
@ExtendWith(Served.class)
class BadInputTest {

    private static String assessment;
    private static World.Seat seat;

    private final Running server;
    private final Http http;
    private final World world;

    BadInputTest(Running server, Http http, World world) {
        this.server = server;
        this.http = http;
        this.world = world;
    }

    @BeforeAll
    static void start(World world) {
        assessment = world.open();
        seat = world.seat(assessment);
    }

    /** Whatever was sent: nothing of it was kept. */
    @AfterEach
    void nothing_was_stored() {
        assertThat(((JsonArray) world.ask("GET", "/v1/companies")
                                .send()
                                .json()
                                .toMap()
                                .get("items"))
                        .values())
                .hasSize(1);
        assertThat(http.ask("GET", answers()).bearer(seat.token()).send().body())
                .contains("\"answers\":{}");
    }

    private static String answers() {
        return "/v1/seat/answers/" + World.MLM;
    }

    private static void problem(Http.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.text("type")).isEqualTo("/problems/" + code);
        assertThat(reply.text("instance")).isEqualTo("urn:uuid:" + reply.header("X-Request-Id"));
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        hardened(reply);
    }

    private static void hardened(Http.Reply reply) {
        assertThat(reply.headers()).doesNotContainKey("server");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(reply.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("jetty")
                .doesNotContain("<html");
    }

    private Http.Reply company(byte[] body) {
        return world.ask("POST", "/v1/companies").body("application/json", body).send();
    }

    private Http.Reply company(String body) {
        return company(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\":\"A\"",
                "{\"name\":\"A\",}",
                "{'name':'A'}",
                "{name:\"A\"}",
                "{\"name\":\"A\"} x",
                "{\"name\":\"A\"}{\"name\":\"B\"}",
                "// c\n{\"name\":\"A\"}",
                "# c\n{\"name\":\"A\"}",
                "/* c */{\"name\":\"A\"}",
                "{\"name\":\"A\"} // c",
                "{\"name\":\"A\";}",
                "{\"name\"=\"A\"}",
                "{\"name\":\"A\"}\u0000",
                "{\"name\":\"A\nB\"}",
                "[1,,2]",
                "{\"name\":.5}",
                "{\"name\":1.}",
                "{\"name\":-}",
                "{\"name\":-Infinity}",
                "{\"name\":-1e999}",
                ")]}'\n{\"name\":\"A\"}",
                "{\"name\":NaN}",
                "{\"name\":Infinity}",
                "{\"name\":1e999}",
                "{\"name\":0x10}",
                "{\"name\":01}",
                "{\"name\":+1}",
                "{\"name\":TRUE}",
                "{\"name\":\"\u0001\"}",
                "{\"name\":\"\\ud800\"}",
                "\uFEFF{\"name\":\"A\"}"
            })
    void what_is_not_json_is_malformed(String body) {
        Http.Reply reply = company(body);

        problem(reply, 400, "malformed-json");
        assertThat(reply.body()).contains("line ").contains("column ");
    }

    @Test
    void bytes_that_are_not_utf8_are_malformed() {
        problem(
                company(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, '"', '}'}),
                400,
                "malformed-json");
        problem(
                company(new byte[] {'{', '"', 'n', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}),
                400,
                "malformed-json");
    }

    @Test
    void a_number_of_400_digits_is_malformed() {
        problem(company("{\"name\":" + "9".repeat(400) + "}"), 400, "malformed-json");
    }

    @Test
    void a_document_of_100_000_levels_is_malformed() {
        problem(company("[".repeat(100_000) + "]".repeat(100_000)), 400, "malformed-json");
    }

    @Test
    void a_key_twice_is_said_with_its_pointer() {
        Http.Reply reply = company("{\"name\":\"A\",\"name\":\"B\"}");

        problem(reply, 400, "duplicate-key");
        assertThat(reply.body()).contains("\"pointer\":\"/name\"");
    }

    @Test
    void nul_in_a_text_is_not_valid() {
        problem(company("{\"name\":\"A\\u0000\"}"), 422, "validation");
    }

    static Stream<Arguments> notACompany() {
        return Stream.of(
                Arguments.of("{}", "missing-property", "/name"),
                Arguments.of("{\"name\":3}", "wrong-type", "/name"),
                Arguments.of("{\"name\":true}", "wrong-type", "/name"),
                Arguments.of("{\"name\":1e5}", "wrong-type", "/name"),
                Arguments.of("{\"name\":null}", "wrong-type", "/name"),
                Arguments.of("{\"name\":[]}", "wrong-type", "/name"),
                Arguments.of("{\"name\":\"\"}", "blank-text", "/name"),
                Arguments.of("{\"name\":\"" + "x".repeat(201) + "\"}", "text-too-long", "/name"),
                Arguments.of("{\"name\":\"a\\u0007\"}", "control-character", "/name"),
                Arguments.of("{\"name\":\"a\u202eb\"}", "control-character", "/name"),
                Arguments.of("{\"name\":\"a\u2066b\"}", "control-character", "/name"),
                Arguments.of("{\"name\":\"a\u0378\"}", "unassigned-character", "/name"),
                Arguments.of("{\"name\":\"a\uffff\"}", "unassigned-character", "/name"),
                Arguments.of("{\"name\":\"A\",\"country\":\"XX\"}", "invalid-country", "/country"),
                Arguments.of("{\"name\":\"A\",\"size\":\"huge\"}", "unknown-word", "/size"),
                Arguments.of("[]", "wrong-type", ""),
                Arguments.of("3", "wrong-type", ""));
    }

    @ParameterizedTest
    @MethodSource("notACompany")
    void what_is_json_and_no_company_is_not_valid(String body, String code, String pointer) {
        Http.Reply reply = company(body);

        problem(reply, 422, "validation");
        assertThat(reply.body()).contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"OWNER\"", "\"root\"", "[\"owner\"]", "0", "true", "{\"owner\":1}", "\"\""})
    void what_is_no_scope_makes_no_key(String scope) {
        Http.Reply reply = world.ask("POST", "/v1/keys")
                .json("{\"label\":\"A key\",\"scope\":" + scope + "}")
                .send();

        problem(reply, 422, "validation");
        assertThat(reply.body()).contains("\"pointer\":\"/scope\",\"code\":\"unknown-word\"");
        assertThat(world.ask("GET", "/v1/keys").send().body()).doesNotContain("A key");
    }

    @Test
    void a_name_of_200_characters_beyond_the_first_plane_is_counted_in_characters() {
        problem(company("{\"name\":\"" + "\uD842\uDFB7".repeat(201) + "\"}"), 422, "validation");
    }

    @Test
    void properties_that_nobody_asked_for_are_all_named() {
        Http.Reply reply = company("{\"name\":\"A\",\"role\":\"owner\",\"tenantId\":\"T2\",\"id\":\"1\",\"score\":5}");

        problem(reply, 422, "unknown-property");
        assertThat(reply.body()).contains("/role", "/tenantId", "/id", "/score").contains("\"count\":4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "text/plain",
                "application/json; charset=shift_jis",
                "application/x-www-form-urlencoded",
                "application/merge-patch+json",
                "multipart/form-data; boundary=x"
            })
    void a_media_type_that_is_not_taken_is_refused(String type) {
        Http.Reply reply = world.ask("POST", "/v1/companies")
                .body(type, "{\"name\":\"A\"}".getBytes(StandardCharsets.UTF_8))
                .send();

        problem(reply, 415, "unsupported-media-type");
        assertThat(reply.header("Accept-Post")).isEqualTo("application/json");
    }

    @Test
    void a_body_without_a_type_is_refused() {
        problem(
                world.ask("POST", "/v1/companies")
                        .body("", "{\"name\":\"A\"}".getBytes(StandardCharsets.UTF_8))
                        .send(),
                415,
                "unsupported-media-type");
    }

    @Test
    void compressed_requests_are_refused() {
        problem(
                world.ask("POST", "/v1/companies")
                        .with("Content-Encoding", "gzip")
                        .json("{\"name\":\"A\"}")
                        .send(),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_patch_is_a_merge_patch_only() {
        Http.Reply reply = world.ask("PATCH", "/v1/assessments/" + assessment)
                .with("If-Match", "*")
                .json("{}")
                .send();

        problem(reply, 415, "unsupported-media-type");
        assertThat(reply.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
    }

    @Test
    void one_byte_over_the_limit_is_too_large_with_and_without_a_length() {
        String over = "{\"name\":\"" + "x".repeat(256 * 1024 - 10) + "\"}";
        assertThat(over).hasSize(256 * 1024 + 1);
        Http.Reply known = company(over);
        problem(known, 413, "payload-too-large");
        assertThat(known.header("Connection")).isEqualTo("close");

        String chunk = Integer.toHexString(over.length()) + "\r\n" + over + "\r\n";
        Http.Reply chunked = http.raw("POST /v1/companies HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Running.OWNER + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk
                + "0\r\n\r\n");
        problem(chunked, 413, "payload-too-large");
    }

    @Test
    void sixty_megabytes_are_refused_before_they_are_read() {
        long start = System.nanoTime();
        Http.Reply reply = world.ask("POST", "/v1/companies")
                .json("{\"name\":")
                .with("Content-Length", "60000000")
                .send();

        problem(reply, 413, "payload-too-large");
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/companies, 'GET, HEAD, OPTIONS, POST'",
        "DELETE, /v1/companies, 'GET, HEAD, OPTIONS, POST'",
        "TRACE, /v1/companies, 'GET, HEAD, OPTIONS, POST'",
        "POST, /health/live, 'GET, HEAD, OPTIONS'",
        "GET, /v1/score, 'OPTIONS, POST'",
        "HEAD, /v1/score, 'OPTIONS, POST'",
        "GET, /v1/seat/submit, 'OPTIONS, POST'"
    })
    void a_wrong_method_is_told_the_right_ones(String method, String path, String allow) {
        Http.Reply reply = http.ask(method, path).send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allow);
        if (!"HEAD".equals(method)) {
            problem(reply, 405, "method-not-allowed");
        }
    }

    @Test
    void options_lists_methods_and_types() {
        Http.Reply reply = http.ask("OPTIONS", "/v1/companies").send();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(reply.header("Accept-Post")).isEqualTo("application/json");
        assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void a_header_cannot_make_another_method_of_a_request() {
        Http.Reply reply = http.ask("POST", "/v1/keys/018f0000-0000-7000-8000-000000000000")
                .bearer(Running.OWNER)
                .with("X-HTTP-Method-Override", "DELETE")
                .send();

        problem(reply, 405, "method-not-allowed");
    }

    @Test
    void a_method_that_is_none_is_not_implemented() {
        problem(http.ask("FOO", "/v1/companies").send(), 501, "not-implemented");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1",
                "/v1/companies/",
                "/V1/companies",
                "/v1/companies/a;b=c",
                "/v1/companies;x",
                "/v1/companies/' OR 1=1--",
                "/v1/companies/%27%20OR%201=1--",
                "/problems/nothing",
                "/docs/../openapi.json"
            })
    void an_address_that_is_none_is_not_found(String path) {
        Http.Reply reply = world.ask("GET", path.replace(" ", "%20")).send();

        if (path.contains("..")) {
            problem(reply, 400, "malformed-request");
        } else {
            problem(reply, 404, "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/companies/%c0%af",
                "/v1/companies/%ff",
                "/v1/companies/%zz",
                "/v1/companies/%",
                "/v1/companies/%00",
                "/v1/companies/%2f",
                "/v1/companies/%5c",
                "/v1/companies/a\\b",
                "/v1//companies",
                "//v1/companies",
                "/docs/..%2f..%2fetc/passwd",
                "/docs/%2e%2e/openapi.json",
                "/docs/.%2e/x",
                "/docs/%252e%252e/x"
            })
    void an_address_that_is_not_clean_is_malformed(String path) {
        Http.Reply reply = http.ask("GET", path).send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        problem(reply, 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%zz", "limit=0", "limit=201", "limit=x", "limit=1&limit=2", "nosuch=1", "limit=%ff", "limit="
            })
    void a_query_that_is_not_well_formed_is_invalid(String query) {
        problem(world.ask("GET", "/v1/companies?" + query).send(), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAA",
                "' OR 1=1--",
                "Ssiy_GDvXO-OLf4Rd8vNKjAxYTIwMDk1LWVkZmMtN2QzYS05YWQzLTRkNzNjMDY1YzkzNg",
                ""
            })
    void a_cursor_that_we_did_not_make_is_invalid(String cursor) {
        problem(
                world.ask(
                                "GET",
                                "/v1/companies?cursor="
                                        + cursor.replace(" ", "%20").replace("'", "%27"))
                        .send(),
                400,
                "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1-en", "\"v1-en", "\"v1-en\" \"v2-en\"", "v1"})
    void a_tag_that_is_not_well_formed_is_invalid(String tag) {
        problem(
                world.ask("PATCH", "/v1/assessments/" + assessment)
                        .with("If-Match", tag)
                        .patch("{}")
                        .send(),
                400,
                "invalid-parameter");
    }

    @Test
    void a_long_address_and_long_headers_are_refused() {
        problem(http.ask("GET", "/v1/companies?x=" + "y".repeat(20_000)).send(), 414, "uri-too-long");
        problem(http.ask("GET", "/" + "y".repeat(3_000)).send(), 414, "uri-too-long");
        problem(
                http.ask("GET", "/health/live")
                        .with("X-Big", "y".repeat(20_000))
                        .send(),
                431,
                "headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil",
                "10.0.0.1",
                "[::2]",
                "127.0.0.1:80:80",
                "localhost.",
                "user@localhost",
                "2130706433",
                ""
            })
    void a_host_that_is_not_ours_is_misdirected(String host) {
        problem(http.ask("GET", "/health/live").with("Host", host).send(), 421, "misdirected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "LOCALHOST:80", "[::1]:9999"})
    void loopback_names_are_ours(String host) {
        assertThat(http.ask("GET", "/health/live").with("Host", host).send().status())
                .isEqualTo(200);
    }

    static Stream<Arguments> smuggling() {
        String post = "POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        return Stream.of(
                Arguments.of("CL+TE", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
                Arguments.of("two CL", post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}  ", 400),
                Arguments.of("unknown TE", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400),
                Arguments.of("no Host", "GET /health/live HTTP/1.1\r\n\r\n", 400),
                Arguments.of("two Hosts", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n", 400),
                Arguments.of("HTTP/1.0 without Host", "GET /health/live HTTP/1.0\r\n\r\n", 400),
                Arguments.of("HTTP/0.9", "GET /health/live\r\n\r\n", 505),
                Arguments.of("HTTP/3.7", "GET /health/live HTTP/3.7\r\nHost: localhost\r\n\r\n", 505),
                Arguments.of("absolute", "GET http://localhost/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
                Arguments.of("bare LF", "GET /health/live HTTP/1.1\nHost: localhost\n\n", 400),
                Arguments.of("one bare LF", "GET /health/live HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", 400),
                Arguments.of("bare LF at the end", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\n", 400),
                Arguments.of("bare CR", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n", 400),
                Arguments.of("NUL", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n", 400),
                Arguments.of("TE list", post + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 400),
                Arguments.of("no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", 400),
                Arguments.of("size too long", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffff\r\n{}\r\n", 400),
                Arguments.of("signed length", post + "Content-Length: +2\r\n\r\n{}", 400),
                Arguments.of("other Expect", post + "Expect: a-reply\r\nContent-Length: 2\r\n\r\n{}", 417),
                Arguments.of("HTTP/2.0", "GET /health/live HTTP/2.0\r\nHost: localhost\r\n\r\n", 426),
                Arguments.of("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 426),
                Arguments.of("obs-fold", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n", 400),
                Arguments.of("space", "GET /health/live HTTP/1.1\r\nHost : localhost\r\n\r\n", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smuggling")
    void requests_that_two_servers_would_read_differently_are_refused(String name, String request, int status) {
        Http.Reply reply = http.raw(request);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("status")).contains(Integer.toString(status));
        hardened(reply);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smuggling")
    void A35_what_is_refused_ends_the_connection(String name, String request, int status) throws Exception {
        String next = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + next).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(Http.read(socket.getInputStream(), false).status()).isEqualTo(status);

            assertThat(socket.getInputStream().read()).as("anything more").isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Test
    void line_feeds_in_a_body_and_blank_lines_before_a_request_are_fine() {
        String body = "{\n\n\"nosuch\":1\n}\n";
        Http.Reply reply = http.raw("\r\n\r\nPOST /v1/score HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
    }

    @Test
    void a_second_request_on_a_connection_is_looked_at_as_closely() throws Exception {
        String one = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write((one + one.replace("localhost\r", "localhost")).getBytes(StandardCharsets.US_ASCII));

            assertThat(Http.read(socket.getInputStream(), false).status()).isEqualTo(200);
            assertThat(Http.read(socket.getInputStream(), false).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*;q=0", "application/json;q=0, */*", "image/*"})
    void formats_that_we_do_not_have_are_not_acceptable(String accept) {
        problem(world.ask("GET", "/v1/companies").with("Accept", accept).send(), 406, "not-acceptable");
    }

    @Test
    void a_hundred_media_ranges_with_ours_at_the_end_are_fine() {
        String accept = "text/x,".repeat(100) + "application/json";

        assertThat(world.ask("GET", "/v1/companies")
                        .with("Accept", accept)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "true", "null", "[3]", "{}", "3.5", "6", "0", "-1", "1e-999"})
    void an_answer_that_is_not_on_its_scale_is_refused_at_its_place(String value) {
        Http.Reply reply = http.ask("POST", "/v1/score")
                .json("{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":{\"value\":" + value + "}}}")
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.text("code")).isIn("answer-out-of-range", "validation");
        assertThat(reply.body()).contains("\"pointer\":\"/answers/OV01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "3.0", "3e0"})
    void numbers_that_mean_the_same_are_the_same(String value) {
        int status = "-0".equals(value) ? 422 : 200;

        assertThat(http.ask("POST", "/v1/score")
                        .json("{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":{\"value\":" + value + "}}}")
                        .send()
                        .status())
                .isEqualTo(status);
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of(
                        "{\"answers\":{\"M1.1b\":{\"value\":101}}}", "answer-out-of-range", "/answers/M1.1b/value"),
                Arguments.of("{\"answers\":{\"M1.1b\":{\"value\":\"62\"}}}", "wrong-type", "/answers/M1.1b/value"),
                Arguments.of(
                        "{\"answers\":{\"no/such~item\":{\"value\":1}}}", "unknown-item", "/answers/no~1such~0item"),
                Arguments.of("{\"answers\":{\"M1.1b\":{\"valeu\":1}}}", "unknown-property", "/answers/M1.1b/valeu"),
                Arguments.of(
                        "{\"answers\":{\"M1.1b\":{\"state\":\"notApplicable\"}}}",
                        "missing-property",
                        "/answers/M1.1b"),
                Arguments.of("{\"answers\":{},\"status\":\"submitted\"}", "unknown-property", "/status"),
                Arguments.of("{\"answers\":[]}", "wrong-type", "/answers"),
                Arguments.of("{}", "missing-property", "/answers"));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void an_answer_that_cannot_be_kept_is_refused_at_its_place(String body, String code, String pointer) {
        Http.Reply reply = http.ask("PATCH", answers())
                .bearer(seat.token())
                .with("If-Match", "\"v0-en\"")
                .patch(body)
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains("\"code\":\"" + code + "\"").contains("\"pointer\":\"" + pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "true", "null", "[3]", "{}", "3.5", "6", "0", "-1", "1e-999", "-0"})
    void A28_an_answer_of_a_seat_that_is_not_on_its_scale_is_refused_at_its_place(String value) {
        Http.Reply reply = http.ask("PATCH", answers())
                .bearer(seat.token())
                .with("If-Match", "\"v0-en\"")
                .patch("{\"answers\":{\"M1.1c\":{\"value\":" + value + "}}}")
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.text("code")).isIn("answer-out-of-range", "validation");
        assertThat(reply.body()).contains("\"pointer\":\"/answers/M1.1c");
    }

    @Test
    void one_bad_answer_keeps_the_good_ones_out_too() {
        Http.Reply reply = http.ask("PATCH", answers())
                .bearer(seat.token())
                .with("If-Match", "\"v0-en\"")
                .patch("{\"answers\":{\"M1.1b\":{\"value\":50},\"M1.1c\":{\"value\":\"?\"}}}")
                .send();

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void nothing_of_the_input_comes_back_as_a_page() {
        Http.Reply reply = http.ask("GET", "/%3Cscript%3Ealert(1)%3C/script%3E").send();
        assertThat(reply.body()).doesNotContain("<script>");

        Http.Reply named = company("{\"<script>alert(1)</script>\":1}");
        assertThat(named.body()).doesNotContain("<script>");
        assertThat(named.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|en",
                "'-,j-;q=.9'|en",
                "ja|ja",
                "JA-jp|ja",
                "en, ja|en",
                "en;q=0.8, ja;q=0.9|ja",
                "de, ja;q=0.1|ja",
                "*|en",
                "ja;q=0|en",
                "fr|en",
                "ja;q=2|en",
                "java|en"
            })
    void a_language_is_chosen_whatever_is_asked_for(String accept, String language) {
        Http.Reply reply = http.ask("GET", "/problems/not-found")
                .with("Accept-Language", accept)
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Language")).isEqualTo(language);
    }

    @Test
    void another_language_says_the_same() {
        Http.Reply reply = world.ask("POST", "/v1/companies")
                .with("Accept-Language", "ja-JP,ja;q=0.9,en;q=0.1")
                .json("{}")
                .send();

        problem(reply, 422, "validation");
        assertThat(reply.body()).contains("「name」がありません。");
        assertThat(reply.header("Content-Language")).isEqualTo("ja");
    }

    @Test
    void the_first_fifty_faults_are_listed_and_all_are_counted() {
        StringBuilder body = new StringBuilder("{\"name\":\"A\"");
        for (int i = 0; i < 70; i++) {
            body.append(",\"x").append(i).append("\":1");
        }
        Http.Reply reply = company(body.append('}').toString());

        problem(reply, 422, "unknown-property");
        assertThat(((JsonArray) reply.json().toMap().get("errors")).values()).hasSize(50);
        assertThat(reply.body()).contains("\"count\":70");
    }

    @Test
    void every_kind_of_problem_has_a_page_in_both_languages() {
        for (Slug slug : Slug.values()) {
            Http.Reply en = http.ask("GET", "/problems/" + slug.word()).send();
            Http.Reply ja = http.ask("GET", "/problems/" + slug.word())
                    .with("Accept-Language", "ja")
                    .send();
            assertThat(Map.of("en", en.text("title"), "ja", ja.text("title")))
                    .containsEntry("en", slug.title().en())
                    .containsEntry("ja", slug.title().ja());
        }
    }
}
