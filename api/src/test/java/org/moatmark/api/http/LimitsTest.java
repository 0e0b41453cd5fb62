package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonObject;

/** How much is taken: at each limit the last that is, and the first that is not. */
@ExtendWith(Served.class)
class LimitsTest {

    private static final int KB = 1024;

    /** What is read as it comes, line by line, whose lines have limits of their own (BatchTest). */
    private static final Set<String> STREAMS = Set.of("scoreBatch", "validateInstrumentWithLines");

    /** 5 MiB instead of 256 KiB: questionnaires and waves. */
    private static final Set<String> LARGE =
            Set.of("score", "compare", "publishQuestionnaire", "validateQuestionnaire", "draftQuestionnaire");

    private static Recipes recipes;

    private final Running server;
    private final Http http;
    private final World world;

    LimitsTest(Running server, Http http, World world) {
        this.server = server;
        this.http = http;
        this.world = world;
    }

    @BeforeAll
    static void start(Running server) {
        recipes = new Recipes(server.port());
    }

    private Http.Reply company(String value) {
        return world.ask("POST", "/v1/companies")
                .json("{\"name\":" + value + "}")
                .send();
    }

    @Test
    void a_document_is_32_levels_deep_and_no_deeper() {
        assertThat(company("[".repeat(31) + "]".repeat(31)).text("code")).isEqualTo("validation");
        assertThat(company("[".repeat(32) + "]".repeat(32)).text("code")).isEqualTo("malformed-json");
    }

    @Test
    void a_number_has_32_characters_and_no_more() {
        assertThat(company("9".repeat(32)).text("code")).isEqualTo("validation");
        assertThat(company("9".repeat(33)).text("code")).isEqualTo("malformed-json");
        long before = System.nanoTime();
        assertThat(company("9".repeat(200_000)).text("code")).isEqualTo("malformed-json");
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void a_text_has_10_000_characters_and_no_more_counted_as_people_count_them() {
        assertThat(company("\"" + "\uD842\uDFB7".repeat(200) + "\"").status()).isEqualTo(201);
        assertThat(company("\"" + "x".repeat(10_000) + "\"").body()).contains("10000 characters; at most 200");
        Http.Reply longer = company("\"" + "x".repeat(10_001) + "\"");
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.body()).contains("text-too-long");
    }

    @ParameterizedTest
    @CsvSource({"2048,400", "2049,414"})
    void a_query_has_two_kilobytes(int length, int status) {
        assertThat(world.ask("GET", "/v1/companies?x=" + "y".repeat(length - 2))
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"7000,200", "9000,431"})
    void headers_have_eight_kilobytes(int length, int status) {
        assertThat(http.ask("GET", "/health/live")
                        .with("X-Big", "y".repeat(length))
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_questionnaire_has_500_questions_and_a_question_200_choices() {
        String questionnaire = World.questionnaire("too-big", "1.0.0");
        int items = questionnaire.indexOf("\"items\": [") + 10;
        String rest = questionnaire.substring(items);
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            more.append("{\"key\":\"Q")
                    .append(i)
                    .append("\",\"type\":\"yesNo\",\"text\":{\"en\":\"Q\",\"ja\":\"問\"},")
                    .append("\"informants\":[\"executive\"]},");
        }
        Http.Reply many = validate(questionnaire.substring(0, items) + more + rest);
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.body()).contains("too-many").contains("500");

        StringBuilder options = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            options.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"o")
                    .append(i)
                    .append("\",\"text\":{\"en\":\"O\",\"ja\":\"択\"},\"score\":0}");
        }
        Http.Reply choices = validate(questionnaire.substring(0, items)
                + "{\"key\":\"Q\",\"type\":\"choice\",\"text\":{\"en\":\"Q\",\"ja\":\"問\"},\"informants\":[\"executive\"],"
                + "\"options\":[" + options + "]}," + rest);
        assertThat(choices.status()).isEqualTo(422);
        assertThat(choices.body()).contains("/options\",\"code\":\"too-many").contains("200");
    }

    private Http.Reply validate(String questionnaire) {
        return http.ask("POST", "/v1/questionnaires/validate")
                .json(questionnaire)
                .send();
    }

    @Test
    void an_assessment_has_10_000_seats() throws SQLException {
        String assessment = world.draft();
        world.seat(assessment);
        try (Connection file = server.connect()) {
            file.createStatement()
                    .execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9998)"
                            + " INSERT INTO seat (tenant_id, id, version, assessment_id, label, folded, department,"
                            + " token_hash, status, created_ms, changed_ms)"
                            + " SELECT tenant_id, id || i, 1, assessment_id, 'copy' || i, 'copy' || i, department,"
                            + " token_hash || i, status, created_ms, changed_ms FROM seat, n WHERE assessment_id = '"
                            + assessment + "'");
        }
        world.seat(assessment);
        Http.Reply tooMany = world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .json("{\"key\":\"one-more\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}")
                .send();

        assertThat(tooMany.status()).as(tooMany.body()).isEqualTo(422);
        assertThat(tooMany.body()).contains("\"code\":\"too-many\"").contains("at most 10000 seats");
    }

    private static Stream<Contract.Operation> taking() {
        return new Contract()
                .operations().stream()
                        .filter(one -> one.described().get("requestBody") instanceof JsonObject)
                        .filter(one -> !STREAMS.contains(one.id()));
    }

    @TestFactory
    Stream<DynamicTest> A30_one_byte_over_the_limit_of_its_route_is_too_large() {
        return taking().map(one -> dynamicTest(one.toString(), () -> {
            int limit = LARGE.contains(one.id()) ? 5 * KB * KB : 256 * KB;
            String type = "PATCH".equals(one.method()) ? "application/merge-patch+json" : "application/json";
            byte[] over = " ".repeat(limit + 1).getBytes(StandardCharsets.US_ASCII);
            over[0] = '{';
            Http.Reply known = recipes.harmless(one.id()).body(type, over).send();
            assertThat(known.status()).as(known.body()).isEqualTo(413);
            assertThat(known.header("Connection")).isEqualTo("close");

            byte[] full = java.util.Arrays.copyOf(over, limit);
            full[limit - 1] = '}';
            Http.Reply taken = recipes.harmless(one.id()).body(type, full).send();
            assertThat(taken.status()).as(taken.body()).isNotEqualTo(413).isLessThan(500);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/companies", "/v1/questionnaires", "/v1/score"})
    void A30_chunks_without_an_end_are_cut_off_and_kept_by_nobody(String path) throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        System.gc();
        long before = used();
        for (int round = 0; round < 5; round++) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Running.OWNER
                                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                int sent = 0;
                try {
                    while (sent < 4_000 && socket.getInputStream().available() == 0) {
                        out.write(chunk);
                        sent++;
                    }
                } catch (SocketException cutOff) {
                    assertThat(sent).isPositive();
                }
                assertThat(sent).as("chunks of 64 KiB").isLessThan(400);
                Http.Reply reply = Http.read(socket.getInputStream(), false);
                assertThat(reply.status()).isEqualTo(413);
                assertThat(reply.text("code")).isEqualTo("payload-too-large");
            }
        }
        System.gc();
        assertThat(used() - before).as("bytes that stay").isLessThan(20L * KB * KB);
    }

    private static long used() {
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }

    /** Files that unpack to more than they are: nothing here unpacks what was sent. */
    @TestFactory
    Stream<DynamicTest> A31_an_archive_is_a_body_for_no_route() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, '.', '.', '/', 'x'};
        return taking().flatMap(one -> Stream.of(
                        "application/zip",
                        "application/gzip",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/xml",
                        "multipart/form-data; boundary=x")
                .map(type -> dynamicTest(one + " " + type, () -> {
                    Http.Reply reply =
                            recipes.harmless(one.id()).body(type, zip).send();
                    assertThat(reply.status()).as(reply.body()).isEqualTo(415);
                    assertThat(reply.text("code")).isEqualTo("unsupported-media-type");
                })));
    }

    @Test
    void A31_an_archive_that_says_it_is_json_is_none() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, '.', '.', '/', 'x'};
        for (String path : List.of("/v1/questionnaires/validate", "/v1/score")) {
            assertThat(http.ask("POST", path)
                            .body("application/json", zip)
                            .send()
                            .text("code"))
                    .isEqualTo("malformed-json");
        }
    }

    /** What was sent is told again only as far as it helps to find it. */
    @Test
    void an_answer_repeats_no_more_than_a_hundred_characters_of_what_was_sent() {
        String word = "q".repeat(9_000);
        World.Seat seat = world.seat(world.open());
        Map<String, Http.Ask> asks = Map.of(
                "property", world.ask("POST", "/v1/companies").json("{\"name\":\"A\",\"" + word + "\":1}"),
                "twice", world.ask("POST", "/v1/companies").json("{\"" + word + "\":1,\"" + word + "\":2}"),
                "word", world.ask("POST", "/v1/companies").json("{\"name\":\"A\",\"size\":\"" + word + "\"}"),
                "questionnaire",
                        http.ask("POST", "/v1/score").json("{\"questionnaire\":\"" + word + "\",\"answers\":{}}"),
                "item",
                        http.ask("POST", "/v1/score")
                                .json("{\"questionnaire\":\"outside-view\",\"answers\":{\"" + word + "\":4}}"),
                "answer",
                        http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                                .bearer(seat.token())
                                .with("If-Match", "*")
                                .patch("{\"answers\":{\"" + word + "\":{\"value\":1}}}"),
                "document",
                        http.ask("POST", "/v1/questionnaires/validate")
                                .json("{\"format\":\"" + word + "\",\"" + word + "\":\"" + word + "\"}"),
                "query", world.ask("GET", "/v1/companies?" + word.substring(0, 1_500) + "=1"),
                "filter", http.ask("GET", "/v1/cases?sector=" + word.substring(0, 1_500)),
                "path", http.ask("GET", "/v1/" + word.substring(0, 1_500)));
        asks.forEach((where, ask) -> {
            Http.Reply reply = ask.send();
            assertThat(reply.status()).as(where).isBetween(400, 422);
            assertThat(reply.body()).as(where).doesNotContain("q".repeat(101));
        });
    }
}
