package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Running;
import org.moatmark.api.export.BoardDeck;

/** Reports from outside: types, languages, tags, the look that an owner gives them, and what is refused. */
@ExtendWith(Served.class)
class ReportRoutesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static String report;

    private final Running server;
    private final World world;

    ReportRoutesTest(Running server, World world) {
        this.server = server;
        this.world = world;
    }

    @BeforeAll
    static void start(World world) {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        report = "/v1/assessments/" + assessment + "/results/" + World.MLM + "/report.";
    }

    private HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + Running.OWNER)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private void look(String patch, int status) {
        World.expect(
                status,
                world.ask("PATCH", "/v1/tenant")
                        .with("If-Match", "*")
                        .patch(patch)
                        .send());
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html;charset=utf-8, <!DOCTYPE html>",
        "md, text/markdown;charset=utf-8, # ",
        "pdf, application/pdf, %PDF-",
        "pptx, " + BoardDeck.TYPE + ", PK"
    })
    void every_format_has_its_type_its_language_and_a_tag(String format, String type, String beginning)
            throws Exception {
        HttpResponse<byte[]> reply = file(report + format + "?lang=ja");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type").orElse("").replace("; ", ";"))
                .isEqualTo(type);
        assertThat(reply.headers().firstValue("Content-Language")).contains("ja");
        assertThat(new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith(beginning);
        String tag = reply.headers().firstValue("ETag").orElseThrow();
        assertThat(world.ask("GET", report + format + "?lang=ja")
                        .with("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_look_that_an_owner_gives_is_that_of_every_format_until_it_is_taken_back() throws Exception {
        look("{\"brand\":{\"title\":\"Board paper №7\",\"subtitle\":\"<b>秘</b>\",\"accent\":\"#c2185b\"}}", 200);
        assertThat(world.ask("GET", "/v1/tenant").send().body())
                .contains(
                        "\"brand\":{\"title\":\"Board paper №7\",\"subtitle\":\"\\u003cb>秘\\u003c/b>\",\"accent\":\"#c2185b\"}");
        String html = world.ask("GET", report + "html").send().body();
        assertThat(html)
                .contains("<h1>Board paper №7</h1>", "&lt;b&gt;秘&lt;/b&gt;", "#c2185b")
                .doesNotContain("<b>");
        try (PDDocument pdf = Loader.loadPDF(file(report + "pdf").body())) {
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Board paper №7");
        }
        try (XMLSlideShow show =
                new XMLSlideShow(new ByteArrayInputStream(file(report + "pptx").body()))) {
            assertThat(show.getProperties().getCoreProperties().getTitle()).isEqualTo("Board paper №7");
            assertThat(show.getSlideMasters().get(0).getTheme().getXmlObject().toString())
                    .contains("C2185B");
        }
        look("{\"brand\":{\"title\":null}}", 200);
        assertThat(world.ask("GET", "/v1/tenant").send().body()).contains("\"title\":null,\"subtitle\":\"\\u003cb>秘");
        look("{\"brand\":null}", 200);
        assertThat(world.ask("GET", "/v1/tenant").send().body())
                .contains("\"brand\":{\"title\":null,\"subtitle\":null,\"accent\":null}");
        assertThat(world.ask("GET", report + "html").send().body()).doesNotContain("Board paper");
    }

    @Test
    void the_document_keeps_to_the_schema_that_is_served() {
        Http.Reply schema = world.ask("GET", "/schemas/report.json").send();
        assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
        Http.Reply document = world.ask("GET", report + "json").send();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema.body())
                        .validate(document.body(), InputFormat.JSON))
                .isEmpty();
        assertThat(document.body()).contains("\"change\":null");
    }

    @Test
    void what_changed_since_a_snapshot_is_in_every_format() throws Exception {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        world.snapshot(assessment, "first");
        World.Seat another = world.seat(assessment);
        world.answer(another.token());
        String results = "/v1/assessments/" + assessment + "/results/" + World.MLM + "/report.";
        Http.Reply document = world.ask("GET", results + "json?since=first").send();
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.body()).contains("\"change\":{\"since\":\"first\"");
        assertThat(world.ask("GET", results + "html?since=first&lang=en").send().body())
                .contains("id=\"change\"", "Change since “first”");
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(
                file(results + "pptx?since=first&lang=en").body()))) {
            assertThat(show.getSlides().get(4).getTitle()).doesNotStartWith("There is no earlier snapshot");
        }
        assertThat(world.ask("GET", results + "html?since=nothing").send().status())
                .isEqualTo(404);
        assertThat(world.ask("GET", results + "md?since=first&snapshot=first")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_look_that_cannot_be_read_is_refused_with_one_that_can() {
        Http.Reply reply = world.ask("PATCH", "/v1/tenant")
                .with("If-Match", "*")
                .patch("{\"brand\":{\"accent\":\"#ffee00\",\"title\":\" \",\"logo\":\"x\"}}")
                .send();
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .contains(
                        "\"pointer\":\"/brand/accent\"",
                        "\"code\":\"low-contrast\"",
                        "The nearest colour that would do")
                .contains("\"pointer\":\"/brand/title\"")
                .contains("\"pointer\":\"/brand/logo\"");
        for (String wrong : List.of(
                "{\"brand\":7}",
                "{\"brand\":{\"accent\":\"red\"}}",
                "{\"brand\":{\"subtitle\":\"" + "x".repeat(201) + "\"}}")) {
            look(wrong, 422);
        }
    }

    @ParameterizedTest
    @CsvSource({"html?lang=de", "pdf?paper=a5", "pptx?paper=a4", "md?width=7"})
    void what_no_report_knows_is_refused(String end) {
        assertThat(world.ask("GET", report + end).send().status()).isEqualTo(400);
    }
}
