package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What holds for every chart, in every language, width, form and theme. */
class ChartTest {

    private static final Pattern CLASS = Pattern.compile("\\.(mm-[a-z0-9-]+)");

    static List<Chart> charts() {
        return SampleCharts.all();
    }

    private static List<ChartStyle> styles() {
        List<ChartStyle> styles = new ArrayList<>();
        for (String language : List.of("en", "ja")) {
            for (int width : new int[] {280, 320, 390, 559, 560, 760, 1280}) {
                styles.add(ChartStyle.page(language, "c-" + width).withWidth(width));
                styles.add(ChartStyle.standalone(language).withWidth(width));
                styles.add(ChartStyle.standalone(language).withWidth(width).withTheme(ChartStyle.Theme.DARK));
            }
        }
        return styles;
    }

    private static Document parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception broken) {
            throw new AssertionError(svg, broken);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void a_picture_is_sound_xml_without_anything_that_is_no_number(Chart chart) {
        for (ChartStyle style : styles()) {
            String svg = chart.svg(style);
            Document document = parse(svg);
            assertThat(svg).doesNotContain("NaN", "Infinity", "null", " style=", "<style", "<script", "var(", "href");
            assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
            for (String id : document.getDocumentElement()
                    .getAttribute("aria-labelledby")
                    .split(" ")) {
                assertThat(svg).contains(" id=\"" + id + "\"");
                assertThat(id).startsWith(style.id() + "-");
            }
            assertThat(chart.svg(style)).isEqualTo(svg);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void nothing_sticks_out_of_a_picture(Chart chart) {
        for (ChartStyle style : styles()) {
            Document document = parse(chart.svg(style));
            double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));
            NodeList elements = document.getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element one = (Element) elements.item(i);
                String what = chart.name() + " " + style + " " + one.getTagName() + " " + one.getTextContent();
                for (String across : List.of("x", "x1", "x2", "cx")) {
                    within(one, across, style.width(), what);
                }
                for (String down : List.of("y", "y1", "y2", "cy")) {
                    within(one, down, height, what);
                }
                if (one.getTagName().equals("text")) {
                    double x = Double.parseDouble(one.getAttribute("x"));
                    boolean bold = "600".equals(one.getAttribute("font-weight"));
                    double size = Double.parseDouble(one.getAttribute("font-size"));
                    double width = Typeset.width(one.getTextContent(), size, bold);
                    String anchor = one.getAttribute("text-anchor");
                    double left = anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x;
                    assertThat(left).as(what).isGreaterThanOrEqualTo(-3);
                    assertThat(left + width).as(what).isLessThanOrEqualTo(style.width() + 3);
                }
            }
        }
    }

    private static void within(Element one, String attribute, double most, String what) {
        if (one.hasAttribute(attribute)) {
            assertThat(Double.parseDouble(one.getAttribute(attribute))).as(what).isBetween(0.0, most);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void a_chart_of_a_page_is_coloured_by_classes_of_the_style_sheet_alone(Chart chart) {
        String svg = chart.svg(ChartStyle.page("en", "c"));
        Set<String> known = new HashSet<>();
        Matcher matcher = CLASS.matcher(ChartStyle.stylesheet(ChartStyle.ACCENT));
        while (matcher.find()) {
            known.add(matcher.group(1));
        }
        NodeList elements = parse(svg).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String classes = ((Element) elements.item(i)).getAttribute("class");
            if (!classes.isEmpty()) {
                assertThat(known).contains(classes.split(" "));
            }
        }
        assertThat(svg).doesNotContain("\"#");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void every_chart_has_a_sentence_notes_and_a_table_in_both_languages(Chart chart) {
        for (String language : List.of("en", "ja")) {
            assertThat(chart.takeaway(language)).endsWith(language.equals("ja") ? "。" : ".");
            assertThat(chart.notes()).isNotEmpty();
            ChartTable table = chart.table(language);
            assertThat(table.rows()).isNotEmpty();
            assertThat(table.csv().lines()).hasSize(table.rows().size() + 1);
            for (List<ChartTable.Cell> row : table.rows()) {
                assertThat(row.get(0)).isInstanceOf(ChartTable.Text.class);
                assertThat(row.get(0).shown()).isNotBlank();
            }
        }
        assertThat(numbers(chart.table("en"))).isEqualTo(numbers(chart.table("ja")));
    }

    private static List<Double> numbers(ChartTable table) {
        List<Double> numbers = new ArrayList<>();
        table.rows()
                .forEach(row -> row.forEach(cell -> {
                    if (cell instanceof ChartTable.Number number) {
                        numbers.add(number.value());
                    }
                }));
        return numbers;
    }

    @Test
    void words_stand_out_from_their_ground_and_marks_from_theirs() {
        for (ChartStyle.Theme theme : ChartStyle.Theme.values()) {
            for (String accent : List.of(ChartStyle.ACCENT, "#ffff00", "#000000", "#ffffff", "#0a3d91", "#7f7f7f")) {
                Colour back = Ink.BACK.in(theme, accent);
                for (Ink ink : List.of(Ink.TEXT, Ink.MUTED, Ink.US)) {
                    assertThat(ink.in(theme, accent).contrast(back))
                            .as(theme + " " + ink + " " + accent)
                            .isGreaterThanOrEqualTo(4.5);
                }
                assertThat(Ink.AXIS.in(theme, accent).contrast(back)).isGreaterThanOrEqualTo(3);
                for (int step = 1; step <= 5; step++) {
                    assertThat(Ink.onStep(step)
                                    .in(theme, accent)
                                    .contrast(Ink.step(step).in(theme, accent)))
                            .as(theme + " step " + step)
                            .isGreaterThanOrEqualTo(4.5);
                }
                assertThat(Ink.MUTED.in(theme, accent).contrast(Ink.BOX.in(theme, accent)))
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(Ink.US.in(theme, ChartStyle.ACCENT).contrast(Ink.SHADE_4.in(theme, ChartStyle.ACCENT)))
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void steps_grow_darker_in_light_and_lighter_in_dark_so_that_grey_print_keeps_their_order() {
        for (ChartStyle.Theme theme : ChartStyle.Theme.values()) {
            for (int step = 2; step <= 5; step++) {
                double before = Ink.step(step - 1).in(theme, ChartStyle.ACCENT).luminance();
                double own = Ink.step(step).in(theme, ChartStyle.ACCENT).luminance();
                assertThat(theme == ChartStyle.Theme.LIGHT ? before > own : before < own)
                        .as(theme + " " + step)
                        .isTrue();
            }
        }
    }

    @Test
    void evil_words_stay_words() {
        String evil = "</text><script>alert(1)</script>\u0000\u001b[31m\ud800\u202egnp.exe\ufffe&\"'\n]]>";
        DotPlot plot = new DotPlot(
                "profile",
                new TextMap(Map.of("en", evil)),
                new TextMap(Map.of("en", evil)),
                ChartWords.RANGE,
                null,
                List.of(new ChartValue.Row(
                        evil,
                        new TextMap(Map.of("en", evil)),
                        new ChartValue.Missing(new Words(evil, evil)),
                        1,
                        1,
                        null)),
                List.of(new Words(evil, evil)));
        String svg = plot.svg(ChartStyle.standalone("en"));
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("\u202e", "\u0000", "\u001b");
        assertThat(Svg.escaped("שלום <b>")).isEqualTo("\u2068שלום &lt;b&gt;\u2069");
    }

    @Test
    void a_table_is_safe_in_a_spreadsheet() {
        ChartTable table = new ChartTable(
                "t",
                List.of("a", "b"),
                List.of(
                        List.of(new ChartTable.Text("=1+1"), new ChartTable.Number(-4, "-4")),
                        List.of(new ChartTable.Text("a, \"b\"\nc"), new ChartTable.Nothing("@why"))));
        assertThat(table.csv()).isEqualTo("a,b\r\n'=1+1,-4\r\n\"a, \"\"b\"\"\nc\",'@why\r\n");
    }

    @Test
    void places_are_written_without_exponents_and_with_two_decimals_at_most() {
        assertThat(Svg.number(12)).isEqualTo("12");
        assertThat(Svg.number(12.345)).isEqualTo("12.35");
        assertThat(Svg.number(-0.001)).isEqualTo("0");
        assertThat(Svg.number(-1.5)).isEqualTo("-1.5");
        assertThat(Svg.number(1e-9)).isEqualTo("0");
        assertThatThrownBy(() -> Svg.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void japanese_breaks_after_phrases_and_never_before_a_mark() {
        assertThat(Typeset.wrap("模倣困難な事業モデルと約束・体験", 100, 13, false, 9)).containsExactly("模倣困難な", "事業モデルと", "約束・体験");
        assertThat(Typeset.wrap("あいうえおか、きくけこ", 78, 13, false, 9).get(1)).doesNotStartWith("、");
        assertThat(Typeset.wrap("Hard-to-copy platforms", 60, 13, false, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Typeset.wrap("", 60, 13, false, 2)).containsExactly("");
    }

    @Test
    void a_style_that_cannot_be_drawn_is_refused() {
        ChartStyle style = ChartStyle.page("en", "a");
        assertThatThrownBy(() -> style.withWidth(100)).hasMessage("A chart is 280 to 2000 pixels wide, not 100.");
        assertThatThrownBy(() -> style.withAccent("red"))
                .hasMessage("The accent 'red' is not a colour such as #b3400c.");
        assertThatThrownBy(() -> style.withId("1\"x")).hasMessageContaining("is not a letter followed by");
        assertThatThrownBy(() -> style.withFont("\"x\"")).hasMessageContaining("list of names of fonts");
    }

    @Test
    void names_are_each_used_once() {
        assertThat(new TreeSet<>(Charts.NAMES)).hasSameSizeAs(Charts.NAMES);
    }
}
