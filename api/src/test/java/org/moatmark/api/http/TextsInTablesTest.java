package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonString;

/** A41 and A43 of the security document: what people wrote comes out of a table as it went in, and nothing runs it. */
@ExtendWith(Served.class)
class TextsInTablesTest {

    /** Texts that CSV could break or a spreadsheet could cut, by the seat that wrote them. */
    private static final Map<String, String> ODD = new LinkedHashMap<>(Map.of(
            "quotes", "She said \"no\", then \"\"yes\"\"",
            "lines", "one\ntwo\n\nfour",
            "returns", "one\r\ntwo",
            "separators", "a,b;c\td|e",
            "emoji", "\uD83D\uDC69\u200D\uD83D\uDCBB \uD83C\uDDEF\uD83C\uDDF5 ok",
            "turned", "abc \u202Efed\u202C ghi",
            "japanese", "「営業」、企画。\n\uD842\uDFB7野家",
            "blanks", "  two before and after  ",
            "backslash", "C:\\new\\table \\\" '",
            "last", "ends with a quote\""));

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", ";=1+1", "\uff1d1+1", "\"=cmd|'/c calc'!A1");

    private final Running server;
    private final Http http;
    private final World world;

    TextsInTablesTest(Running server, Http http, World world) {
        this.server = server;
        this.http = http;
        this.world = world;
    }

    private String json(String text) {
        return JsonText.of(new JsonString(text));
    }

    /** A seat that answers one item with a note and evidence. */
    private void said(String assessment, String key, String note, List<String> evidence) {
        World.Seat seat = world.seat(assessment, key, "D");
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .with("If-Match", "*")
                        .patch("{\"answers\":{\"M1.1b\":{\"value\":50,\"note\":" + json(note) + ",\"evidence\":["
                                + evidence.stream()
                                        .map(one -> "{\"grade\":\"E1\",\"note\":" + json(one) + "}")
                                        .collect(Collectors.joining(","))
                                + "]}}}")
                        .send());
    }

    private Http.Reply table(String assessment, String query) {
        Http.Reply reply = world.ask(
                        "GET",
                        "/v1/assessments/" + assessment + "/results/" + World.MLM + "/responses.csv?shape=long" + query)
                .send();
        World.expect(200, reply);
        return reply;
    }

    /** What each seat wrote about the item, as another program reads the table. */
    private static Map<String, CSVRecord> read(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .stream()
                .filter(row -> row.get("item").equals("M1.1b"))
                .collect(Collectors.toMap(row -> row.get("seat"), row -> row));
    }

    @Test
    void A43_what_was_written_is_parsed_back_equal_with_and_without_the_mark_for_excel() throws IOException {
        String id = world.open();
        ODD.forEach((seat, text) -> said(id, seat, text, List.of()));
        List<String> pages =
                IntStream.range(0, 20).mapToObj(i -> i + "x".repeat(1_900)).toList();
        said(id, "long", "n", pages);

        String plain = table(id, "").body();
        String marked = table(id, "&bom=true").body();
        assertThat(plain).doesNotStartWith("\uFEFF").contains("\r\n");
        assertThat(marked).isEqualTo("\uFEFF" + plain);
        Map<String, CSVRecord> rows = read(plain);
        ODD.forEach(
                (seat, text) -> assertThat(rows.get(seat).get("note")).as(seat).isEqualTo(text));
        assertThat(rows.get("long").get("evidence"))
                .hasSizeGreaterThan(32_767)
                .isEqualTo(pages.stream().map(one -> "E1 " + one).collect(Collectors.joining("; ")));
    }

    @Test
    void A41_what_a_spreadsheet_would_run_gets_an_apostrophe_and_a_number_stays_one() throws IOException {
        String id = world.open();
        for (int i = 0; i < FORMULAS.size(); i++) {
            said(id, "f" + i, FORMULAS.get(i), List.of());
        }
        Map<String, CSVRecord> safe = read(table(id, "").body());
        Map<String, CSVRecord> raw = read(table(id, "&raw=true").body());
        for (int i = 0; i < FORMULAS.size(); i++) {
            assertThat(safe.get("f" + i).get("note")).isEqualTo("'" + FORMULAS.get(i));
            assertThat(raw.get("f" + i).get("note")).isEqualTo(FORMULAS.get(i));
            assertThat(safe.get("f" + i).get("value")).isEqualTo("50");
        }
    }

    @Test
    void A43_what_no_file_can_hold_is_not_kept() {
        World.Seat seat = world.seat(world.open());
        for (String bad : List.of("a\u0000b", "a\uffffb", "a\u0378b")) {
            Http.Reply reply = http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                    .bearer(seat.token())
                    .with("If-Match", "*")
                    .patch("{\"answers\":{\"M1.1b\":{\"value\":50,\"note\":" + json(bad) + "}}}")
                    .send();
            assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        }
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .send()
                        .body())
                .contains("\"answers\":{}");
    }

    /** A bell is a character, and XML has no way to write it: files are whole all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"data.xlsx", "report.pptx", "spss.zip", "r.zip"})
    void A43_a_character_that_xml_cannot_hold_breaks_no_file(String name) throws Exception {
        String id = world.open();
        said(id, "bell", "a\u0007b\u001b[31m\u000b", List.of("c\u0008d\u001f"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.url() + "/v1/assessments/" + id + "/results/" + World.MLM + "/" + name))
                .header("Authorization", "Bearer " + Running.OWNER)
                .build();
        byte[] file = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                parts++;
                if (entry.getName().matches(".*\\.(xml|rels)")) {
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
                }
            }
        }
        assertThat(parts).isPositive();
    }
}
