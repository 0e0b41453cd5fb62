package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.ReportJson;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** HTML, Markdown and JSON read back: all hold the same numbers, and nobody's name is markup. */
class ReportFormatsTest {

    private static final int BUDGET = 200 * 1024;

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Element section(Document page, String id) {
        return elements(page, "section").stream()
                .filter(one -> one.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-leadership-maturity, en",
        "marketing-leadership-maturity, ja",
        "business-model-differentiation, en",
        "business-model-differentiation, ja",
        "outside-view, en",
        "outside-view, ja"
    })
    void html_and_markdown_hold_every_text_of_the_story_in_its_order(String questionnaire, String language)
            throws Exception {
        Story story = Story.of(Boards.report(questionnaire, "Example KK"), language);
        String html = parsed(HtmlReport.page(story)).getDocumentElement().getTextContent();
        String markdown = MarkdownReport.of(story)
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("<(https?://[^>]+)>", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        int inHtml = html.indexOf(story.byline(), html.indexOf("@media print"));
        int inMarkdown = 0;
        List<String> texts = story.texts();
        for (String text : texts.subList(texts.indexOf(story.byline()), texts.size())) {
            inHtml = html.indexOf(text, inHtml);
            inMarkdown = markdown.indexOf(text, inMarkdown);
            assertThat(inHtml).as("HTML: " + text).isNotNegative();
            assertThat(inMarkdown).as("Markdown: " + text).isNotNegative();
        }
        assertThat(texts).hasSizeGreaterThan(100);
    }

    @Test
    void the_profile_that_is_read_back_is_that_of_the_model() throws Exception {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        Element profile = section(parsed(HtmlReport.page(Story.of(report, "en"))), "profile");
        NodeList tables = profile.getElementsByTagName("table");
        NodeList rows = ((Element) tables.item(tables.getLength() - 1)).getElementsByTagName("tr");
        List<Report.Node> nodes = report.profile();
        assertThat(rows.getLength()).isEqualTo(nodes.size() + 1);
        for (int i = 0; i < nodes.size(); i++) {
            NodeList cells = ((Element) rows.item(i + 1)).getElementsByTagName("td");
            Report.Node node = nodes.get(i);
            assertThat(cells.item(2).getTextContent())
                    .isEqualTo(String.valueOf(node.mark().whole()));
            assertThat(cells.item(1).getTextContent()).isEqualTo(node.level() == null ? "–" : "Level " + node.level());
        }
        String json = CompactJson.of(ReportJson.document(report));
        JsonObject document = (JsonObject) JsonTree.parse(json).orThrow();
        JsonArray all = (JsonArray) document.get("nodes");
        for (int i = 0; i < report.nodes().size(); i++) {
            JsonObject node = (JsonObject) all.values().get(i);
            Mark mark = report.nodes().get(i).mark();
            assertThat(((JsonNumber) node.get("evidenced")).value()).isEqualTo(mark.score());
            assertThat(((JsonNumber) node.get("whole")).value())
                    .isEqualTo(StrictMath.floor(((JsonNumber) node.get("evidenced")).value() + 0.5));
        }
    }

    @Test
    void no_name_becomes_markup() throws Exception {
        String hostile = "</title><script>alert(1)</script>\"'&amp; [x](javascript:1) `|` <img src=x onerror=1>\u0000";
        Report report = Boards.report("outside-view", hostile).with(new Brand("<b>" + hostile, "<i>", "#ff8800"));
        for (String language : List.of("en", "ja")) {
            Story story = Story.of(report, language);
            String html = HtmlReport.page(story);
            Document page = parsed(html);
            Set<String> names = new HashSet<>();
            elements(page, "*").forEach(element -> names.add(element.getTagName()));
            assertThat(names).doesNotContain("script", "img", "b", "i").contains("main", "details", "table");
            assertThat(html)
                    .doesNotContain("<script")
                    .contains("&lt;script&gt;")
                    .doesNotContain("\u0000");
            assertThat(elements(page, "h1").get(0).getTextContent()).contains("<script>alert(1)</script>");
            assertThat(MarkdownReport.of(story)).doesNotContain("<script").contains("\\[x\\](javascript:1)");
        }
    }

    @Test
    void only_what_is_a_source_can_be_followed() {
        String hostile = "See https://evil.example/a_b or www.evil.example";
        Report report = Boards.report("outside-view", hostile);
        Report placed = Boards.changed("marketing-leadership-maturity", "Example KK");

        assertThat(MarkdownReport.of(Story.of(report, "en")))
                .contains("See https\\://evil.example/a\\_b or www\\.evil.example")
                .doesNotContain("<https://evil");
        assertThat(MarkdownReport.of(Story.of(placed, "ja"))).containsPattern("\n> OV\\d+、評価は.* <https://[^ ]+>");
        assertThat(HtmlReport.page(Story.of(placed, "ja")))
                .containsPattern(
                        "<footer>OV\\d+、評価は[^<]* · <span lang=\"en\">[^<]* <a href=\"https://[^ ]+\" rel=\"noopener");
        assertThat(HtmlReport.page(Story.of(report, "en"))).doesNotContain("href=\"https://evil");
    }

    @Test
    void the_fragment_has_no_style_of_its_own_and_every_id_once() throws Exception {
        Story story = Story.of(Boards.report("marketing-leadership-maturity", "Example KK"), "ja");
        String fragment = HtmlReport.fragment(story);
        Document page = parsed(fragment);
        assertThat(fragment).doesNotContain("<style").doesNotContain(" style=").doesNotContain("<script");
        List<String> ids = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        List<String> targets = elements(page, "a").stream()
                .map(link -> link.getAttribute("href"))
                .filter(address -> !address.startsWith("https://") && !address.startsWith("http://"))
                .map(address -> address.substring(1))
                .toList();
        assertThat(targets).isNotEmpty().isSubsetOf(ids);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("ja");
        assertThat(HtmlReport.css(Brand.NONE))
                .doesNotContain("@import")
                .doesNotContain("url(")
                .doesNotContain("</");
    }

    @Test
    void a_page_fits_its_budget_and_is_the_same_every_time() throws Exception {
        Report report = Boards.report("marketing-leadership-maturity", "Example KK");
        String html = HtmlReport.page(Story.of(report, "ja"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(BUDGET);
        assertThat(HtmlReport.page(Story.of(Boards.made("marketing-leadership-maturity", "Example KK"), "ja")))
                .isEqualTo(html);
    }
}
