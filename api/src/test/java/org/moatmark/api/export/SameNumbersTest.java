package org.moatmark.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/**
 * The index, the profile and the next steps, read back from each format, are those of the report: whoever opens which file,
 * reads the same.
 */
class SameNumbersTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();

    private static final int STEPS = 3;
    private static final int BEGINNING = 8;

    /** What every format quotes: a dimension with its score and band, or a question with its score and what a step adds. */
    private record Line(String title, String score, String more) {}

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

    /** The questions of which a step up adds most to the index. */
    private static List<Line> steps(Report report, String language) {
        return report.items().stream()
                .filter(item -> item.gain() != null && item.gain() >= 0.05)
                .sorted(Comparator.comparingDouble(item -> -item.gain()))
                .limit(STEPS)
                .map(item -> new Line(
                        item.text().in(language),
                        String.valueOf(item.mark().whole()),
                        String.format(Locale.ROOT, "+%.1f", item.gain())))
                .toList();
    }

    private static String whole(double score) {
        return String.valueOf((int) Math.floor(score + 0.5));
    }

    /** The rows of the tables of a section, as a page has them. */
    private static List<List<Line>> html(Story story, String id) throws Exception {
        var page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(HtmlReport.page(story).getBytes(StandardCharsets.UTF_8)));
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            Element section = (Element) sections.item(i);
            if (id.equals(section.getAttribute("id"))) {
                List<List<Line>> tables = new ArrayList<>();
                NodeList found = section.getElementsByTagName("table");
                for (int n = 0; n < found.getLength(); n++) {
                    tables.add(rows((Element) found.item(n)));
                }
                return tables;
            }
        }
        throw new AssertionError("The page has no section '" + id + "'.");
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

    /** The same as a text has them. */
    private static List<List<Line>> markdown(Story story, String id) {
        String heading = "## " + story.section(id).title();
        String text = MarkdownReport.of(story);
        String part = text.substring(text.indexOf(heading));
        List<List<Line>> tables = new ArrayList<>();
        for (String block :
                part.substring(0, part.indexOf("\n## ", heading.length())).split("\n\n")) {
            if (block.startsWith("|")) {
                List<Line> lines = new ArrayList<>();
                for (String row : block.split("\n")) {
                    String[] cells = row.replace("\\", "").split("\\|");
                    lines.add(new Line(
                            cells[1].strip(), cells[cells.length - 2].strip(), cells[cells.length - 1].strip()));
                }
                tables.add(lines.subList(2, lines.size()));
            }
        }
        return tables;
    }

    private static List<Line> last(List<List<Line>> tables) {
        return tables.get(tables.size() - 1);
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

        List<Line> steps = steps(report, language);
        assertThat(steps).hasSize(STEPS);

        assertThat(last(html(story, "profile"))).as("HTML").isEqualTo(expected);
        assertThat(html(story, "next").get(0)).as("HTML").isEqualTo(steps);
        assertThat(last(markdown(story, "profile"))).as("Markdown").isEqualTo(expected);
        assertThat(markdown(story, "next").get(0)).as("Markdown").isEqualTo(steps);
        pdf(story, report, expected, steps);
        slides(Deck.of(report, language), report, expected, steps);
        workbook(result, report);
        document(report);
    }

    private static void pdf(Story story, Report report, List<Line> expected, List<Line> steps) throws IOException {
        byte[] file = PdfReport.of(story, Paper.A4, report.about().date());
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = bare(new PDFTextStripper().getText(pdf));
            int at = text.indexOf(
                    bare(story.section("profile").title()),
                    text.indexOf(bare(story.section("level").title())));
            for (Line line : expected) {
                Matcher row = Pattern.compile(Pattern.quote(bare(line.title())) + "[^0-9]{1,24}[1-5]?"
                                + Pattern.quote(line.score() + bare(line.more())))
                        .matcher(text);
                assertThat(row.find(at)).as("PDF: " + line).isTrue();
                at = row.start();
            }
            at = text.indexOf(bare(story.section("next").title()), at);
            for (Line line : steps) {
                // A long question takes several lines, and its numbers stand at the end of the first.
                String begins = bare(line.title()).substring(0, BEGINNING);
                Matcher row = Pattern.compile(
                                Pattern.quote(begins) + ".{0,120}?" + Pattern.quote(line.score() + line.more()))
                        .matcher(text);
                assertThat(row.find(at)).as("PDF: " + line).isTrue();
                at = row.end();
            }
        }
    }

    private static void slides(Deck deck, Report report, List<Line> expected, List<Line> steps) throws IOException {
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
            String last = show.getSlides().get(5).getShapes().stream()
                    .filter(XSLFTextShape.class::isInstance)
                    .map(shape -> bare(((XSLFTextShape) shape).getText()))
                    .collect(Collectors.joining("\n"));
            for (Line line : steps) {
                assertThat(last)
                        .containsPattern(Pattern.quote(bare(line.title())) + ".{1,20}"
                                + Pattern.quote(line.more().substring(1)));
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
        JsonArray items = (JsonArray) document.get("items");
        for (int i = 0; i < report.items().size(); i++) {
            assertThat(number((JsonObject) items.values().get(i), "gainOfNextStep"))
                    .isEqualTo(report.items().get(i).gain());
        }
    }

    /** A number, or null where there is none. */
    private static Double number(JsonObject node, String key) {
        return node.get(key) instanceof JsonNumber number ? number.value() : null;
    }
}
