package org.moatmark.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.interop.ExcelWorkbook;
import org.moatmark.core.interop.ScoreTables;
import org.moatmark.core.interop.TableStyle;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.ReportJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Deck;
import org.moatmark.core.report.HtmlReport;
import org.moatmark.core.report.MarkdownReport;
import org.moatmark.core.report.Report;
import org.moatmark.core.report.Reporting;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.Story;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The profile and the index, read back from each format, are those of the report: whoever opens which file, reads the same. */
class SameNumbersTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    /** A number beside a dimension: what every format quotes. */
    private record Line(String title, String score, String band) {}

    private static Result result(String questionnaire) throws IOException {
        try (var file = SameNumbersTest.class.getResourceAsStream("/demo/" + questionnaire + ".json")) {
            return MOATMARK.score(MOATMARK.readWave(file.readAllBytes()).orThrow());
        }
    }

    private static Questionnaire asked(Result result) {
        return MOATMARK.catalogue()
                .find(result.questionnaire(), result.version())
                .orElseThrow();
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u2068\u2069\u00ad]+", "");
    }

    private static List<Line> expected(Report report, String language) {
        List<Line> lines = new ArrayList<>();
        String to = "ja".equals(language) ? "～" : " to ";
        for (Report.Node node : report.profile()) {
            var band = node.mark().band();
            lines.add(new Line(
                    node.title().in(language),
                    String.valueOf(node.mark().whole()),
                    band == null ? "" : whole(band.low()) + to + whole(band.high())));
        }
        return lines;
    }

    private static String whole(double score) {
        return String.valueOf((int) Math.floor(score + 0.5));
    }

    private static List<Line> html(Story story) throws Exception {
        var page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(HtmlReport.page(story).getBytes(StandardCharsets.UTF_8)));
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            Element section = (Element) sections.item(i);
            if ("profile".equals(section.getAttribute("id"))) {
                NodeList tables = section.getElementsByTagName("table");
                return rows((Element) tables.item(tables.getLength() - 1));
            }
        }
        throw new AssertionError("The page has no profile.");
    }

    private static List<Line> rows(Element table) {
        List<Line> lines = new ArrayList<>();
        NodeList rows = table.getElementsByTagName("tr");
        for (int i = 1; i < rows.getLength(); i++) {
            Element row = (Element) rows.item(i);
            NodeList cells = row.getElementsByTagName("td");
            lines.add(new Line(
                    row.getElementsByTagName("th").item(0).getTextContent(),
                    cells.item(cells.getLength() - 2).getTextContent(),
                    cells.item(cells.getLength() - 1).getTextContent()));
        }
        return lines;
    }

    private static List<Line> markdown(Story story) {
        String heading = "## " + story.section("profile").title();
        String text = MarkdownReport.of(story);
        String part = text.substring(text.indexOf(heading));
        String table = part.substring(0, part.indexOf("\n## ", heading.length()));
        List<Line> lines = new ArrayList<>();
        for (String line : table.substring(table.lastIndexOf("\n\n|") + 1).split("\n")) {
            String[] cells = line.split("\\|");
            if (cells.length > 4 && !line.contains("---")) {
                lines.add(new Line(cells[1].strip(), cells[cells.length - 2].strip(), cells[cells.length - 1].strip()));
            }
        }
        return lines.subList(1, lines.size());
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-leadership-maturity, en",
        "marketing-leadership-maturity, ja",
        "business-model-differentiation, en",
        "business-model-differentiation, ja"
    })
    void every_format_quotes_the_numbers_of_the_report(String questionnaire, String language) throws Exception {
        Result result = result(questionnaire);
        Report report = Reporting.of(result, asked(result)).with(MOATMARK.charts(result));
        Story story = Story.of(report, language);
        List<Line> expected = expected(report, language);

        assertThat(html(story)).as("HTML").isEqualTo(expected);
        List<Line> told = markdown(story);
        assertThat(told).as("Markdown").hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(told.get(i).score()).isEqualTo(expected.get(i).score());
            assertThat(told.get(i).band().replace("\\", ""))
                    .isEqualTo(expected.get(i).band());
        }
        pdf(story, report, expected);
        slides(Deck.of(report, language), report, expected);
        workbook(result, report);
        document(report);
    }

    private static void pdf(Story story, Report report, List<Line> expected) throws IOException {
        byte[] file = PdfReport.of(story, Paper.A4, report.about().date());
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = bare(new PDFTextStripper().getText(pdf));
            int at = text.indexOf(
                    bare(story.section("profile").title()),
                    text.indexOf(bare(story.section("level").title())));
            for (Line line : expected) {
                Matcher row = Pattern.compile(Pattern.quote(bare(line.title())) + "[^0-9]{1,24}[1-5]?"
                                + Pattern.quote(line.score() + bare(line.band())))
                        .matcher(text);
                assertThat(row.find(at)).as("PDF: " + line).isTrue();
                at = row.start();
            }
        }
    }

    private static void slides(Deck deck, Report report, List<Line> expected) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(BoardDeck.of(deck)))) {
            assertThat(show.getSlides().get(0).getTitle())
                    .contains(String.valueOf(report.index().whole()));
            StringBuilder notes = new StringBuilder();
            for (XSLFTextShape place : show.getSlides().get(1).getNotes().getPlaceholders()) {
                notes.append(place.getText());
            }
            for (Line line : expected) {
                assertThat(notes.toString())
                        .containsPattern(
                                Pattern.quote(line.title()) + "[:：][^.。]*(Score|得点) " + line.score() + "[,、.。]");
            }
        }
    }

    private static void workbook(Result result, Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExcelWorkbook.write(List.of(ScoreTables.of(asked(result), result)), TableStyle.CODES, out);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Map<String, Integer> columns = new HashMap<>();
            Map<String, Double> scores = new HashMap<>();
            for (Row row : book.getSheetAt(0)) {
                if (columns.isEmpty()) {
                    row.forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
                } else {
                    Cell score = row.getCell(columns.get("evidenced"));
                    if (score != null && score.getCellType() == CellType.NUMERIC) {
                        scores.put(row.getCell(columns.get("key")).getStringCellValue(), score.getNumericCellValue());
                    }
                }
            }
            for (Report.Node node : report.nodes()) {
                assertThat(scores.get(node.key()))
                        .as(node.key())
                        .isEqualTo(node.mark().score());
            }
        }
    }

    private static void document(Report report) {
        JsonObject document = (JsonObject)
                JsonTree.parse(CompactJson.of(ReportJson.document(report))).orThrow();
        JsonArray nodes = (JsonArray) document.get("nodes");
        for (int i = 0; i < report.nodes().size(); i++) {
            JsonObject node = (JsonObject) nodes.values().get(i);
            Report.Node of = report.nodes().get(i);
            assertThat(((JsonString) node.get("key")).value()).isEqualTo(of.key());
            assertThat(number(node, "whole"))
                    .isEqualTo(
                            of.mark().whole() == null
                                    ? null
                                    : Double.valueOf(of.mark().whole()));
            assertThat(number(node, "evidenced")).isEqualTo(of.mark().score());
        }
    }

    /** A number, or null where there is none. */
    private static Double number(JsonObject node, String key) {
        return node.get(key) instanceof JsonNumber number ? number.value() : null;
    }
}
