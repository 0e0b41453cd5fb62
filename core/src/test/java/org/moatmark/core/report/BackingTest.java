package org.moatmark.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moatmark.core.Tiny.branch;
import static org.moatmark.core.Tiny.leaf;
import static org.moatmark.core.Tiny.option;
import static org.moatmark.core.Tiny.percent;
import static org.moatmark.core.Tiny.rubric;
import static org.moatmark.core.Tiny.seat;
import static org.moatmark.core.Tiny.share;
import static org.moatmark.core.Tiny.yesNo;
import static org.moatmark.core.response.EvidenceGrade.E1;
import static org.moatmark.core.response.EvidenceGrade.E2;
import static org.moatmark.core.response.EvidenceGrade.E3;
import static org.moatmark.core.response.EvidenceGrade.E4;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.core.Moatmark;
import org.moatmark.core.Tiny;
import org.moatmark.core.benchmark.Masks;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.ReportJson;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.report.Backing.Bearing;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What answers rest on, down to the words of the respondents: for those who may see them, and for nobody else. */
class BackingTest {

    private static final Tiny TINY = Tiny.of(branch(
            "T",
            leaf("A", rubric("a").evidence(), yesNo("b").evidence()),
            leaf("B", percent("c").evidence(), rubric("d"))));

    private static Report report(Tiny tiny, Tiny.Voice... voices) {
        Wave wave = tiny.wave(voices);
        return Reporting.of(moatmark(tiny).score(wave), tiny.questionnaire(), wave);
    }

    private static Moatmark moatmark(Tiny tiny) {
        return Moatmark.of(new Catalogue(List.of(tiny.questionnaire())));
    }

    private static Response.Answered five(String note, Evidence... evidence) {
        return new Response.Answered(new AnswerValue.Number(5), List.of(evidence), new Response.Remarks(note, null));
    }

    private static List<String> numbers(Report report, String language) {
        List<String> texts = new ArrayList<>();
        Story.of(report, language).section("numbers").blocks().forEach(block -> block.collect(texts));
        return texts;
    }

    private static Backing backing(Report report, String item, int answer) {
        return report.items().stream()
                .filter(one -> one.key().equals(item))
                .findFirst()
                .orElseThrow()
                .answers()
                .get(answer)
                .backing();
    }

    @Test
    void an_explanation_ends_at_the_evidence_its_grade_and_the_note() {
        Report report = report(
                TINY,
                seat("hq-1", "H")
                        .gives(
                                "a",
                                five("since 2024", new Evidence(E1, "shown in the meeting", "https://example.org/x"))));

        assertThat(numbers(report, "en"))
                .containsSubsequence(
                        "hq-1: 50 (3 of 5), claimed 100 (5 of 5)",
                        "Best evidence E1: of 100 points claimed, 50 count (rule S2).",
                        "E1, one example, told",
                        "shown in the meeting",
                        "https://example.org/x",
                        "Note",
                        "since 2024");
        assertThat(numbers(report, "ja"))
                .containsSubsequence(
                        "最も確かな根拠はE1：申告の100点のうち50点が得点になります（規則S2）。",
                        "E1（口頭での一例）",
                        "shown in the meeting",
                        "メモ",
                        "since 2024");
        assertThat(CompactJson.of(ReportJson.document(report)))
                .contains(
                        "\"value\":5,\"grade\":\"E1\",\"bearing\":\"capped\",\"cap\":50,\"evidence\":[{\"grade\":\"E1\","
                                + "\"note\":\"shown in the meeting\",\"link\":\"https://example.org/x\"}],\"note\":\"since 2024\"");
    }

    @Test
    void how_a_grade_enters_the_score_is_told_for_each_way_of_rule_s2() {
        Report report = report(
                TINY,
                seat("h1", "H")
                        .says("a", 5, E2)
                        .says("b", true, E2)
                        .says("c", 80)
                        .says("d", 5),
                seat("h2", "H").says("a", 5).says("b", true).says("c", 20, E3),
                seat("x1", "X").says("a", 5));

        assertThat(backing(report, "a", 0).bearing()).isEqualTo(Bearing.CAPPED);
        assertThat(backing(report, "a", 0).cap()).isEqualTo(75);
        assertThat(backing(report, "a", 1).bearing()).isEqualTo(Bearing.CARRIED_BY_OTHERS);
        assertThat(backing(report, "a", 1).cap()).isEqualTo(50);
        assertThat(backing(report, "b", 0).bearing()).isEqualTo(Bearing.CARRIED);
        assertThat(backing(report, "b", 0).cap()).isEqualTo(100);
        assertThat(backing(report, "b", 1).bearing()).isEqualTo(Bearing.CAPPED);
        assertThat(backing(report, "c", 1).bearing()).isEqualTo(Bearing.CARRIED);
        assertThat(backing(report, "d", 0)).satisfies(one -> {
            assertThat(one.bearing()).isEqualTo(Bearing.NOT_ASKED);
            assertThat(one.cap()).isNull();
        });
        assertThat(numbers(report, "en"))
                .contains(
                        "Best evidence E2: of 100 points claimed, 75 count (rule S2).",
                        "No evidence (E0): up to 50 points count (rule S2).",
                        "Somebody else's evidence for the same item carries the answer to 75.",
                        "Best evidence E2: up to 100 points count (rule S2).",
                        "Best evidence E3: up to 100 points count (rule S2).",
                        "h1: “80 %”, 50, claimed 80");
    }

    @Test
    void a_fact_is_told_with_its_unit_and_options_in_their_words() {
        Tiny tiny = Tiny.of(leaf("A", percent("a"), share("b", option("x", 40), option("y", 60))));
        Report report = report(
                tiny,
                seat("h1", "H").says("a", 12.345).picksAll("b", "y", "x"),
                seat("h2", "H").picksAll("b"));

        assertThat(numbers(report, "en")).contains("h1: “12.35 %”, 12", "h1: “x; y”, 100", "h2: “none of them”, 0");
        assertThat(numbers(report, "ja")).contains("h1：「% 12.35」、12", "h1：「x、y」、100", "h2：「該当なし」、0");
    }

    @Test
    void customers_are_asked_for_no_evidence() {
        Tiny tiny = Tiny.of(leaf("A", rubric("a").evidence().asked("H", "X")));
        Report report =
                report(tiny, seat("h1", "H").says("a", 3), seat("x1", "X").says("a", 5));

        assertThat(backing(report, "a", 1).bearing()).isEqualTo(Bearing.NOT_OF_CUSTOMERS);
        assertThat(backing(report, "a", 1).cap()).isNull();
        assertThat(numbers(report, "en"))
                .contains("Customers are asked for no evidence: the answer counts as claimed.");
    }

    @Test
    void without_the_answers_a_report_tells_scores_alone() {
        Wave wave = TINY.wave(seat("hq-1", "H").gives("a", five("a secret note", new Evidence(E4, "a secret", null))));
        Report report = Reporting.of(moatmark(TINY).score(wave), TINY.questionnaire());

        assertThat(backing(report, "a", 0)).isNull();
        assertThat(CompactJson.of(ReportJson.document(report))).doesNotContain("secret", "\"grade\"", "\"bearing\"");
        assertThat(HtmlReport.page(Story.of(report, "en"))).contains("hq-1").doesNotContain("secret", "rule S2");
    }

    @Test
    void answers_to_something_else_are_refused() {
        Wave wave = TINY.wave(seat("hq-1", "H").says("a", 3));
        Result result = moatmark(TINY).score(wave);
        Wave other = Boards.wave("outside-view", "Example KK", false);

        assertThatThrownBy(() -> Reporting.of(result, TINY.questionnaire(), other))
                .hasMessage("The answers are to 'outside-view', not to 'tiny'.");
    }

    @Test
    void an_office_states_its_evidence_and_no_note_and_one_of_many_neither() {
        Tiny tiny = Tiny.of(leaf(
                "A",
                rubric("a").evidence(),
                percent("fact"),
                rubric("c").evidence().asked("C")));
        List<Tiny.Voice> voices = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            voices.add(seat("h" + i, "H")
                    .gives(
                            "a",
                            five("protected-note", new Evidence(E3, "protected-proof", "https://protected.example")))
                    .gives(
                            "fact",
                            new Response.Answered(
                                    new AnswerValue.Number(40),
                                    List.of(new Evidence(E2, "proof-of-a-fact", null)),
                                    new Response.Remarks("note-on-a-fact", 7.0))));
        }
        voices.add(seat("ceo", "C")
                .gives("a", five("office-note", new Evidence(E3, "among-many", null)))
                .gives("c", five("office-note", new Evidence(E4, "office-proof", "https://office.example"))));
        Wave wave = tiny.wave(voices.toArray(new Tiny.Voice[0]));
        Offices offices = Offices.of(
                wave.respondents().stream().map(one -> one.seat().informants()).toList(), 5);
        Wave statements = Masks.statements(tiny.questionnaire(), wave, offices);
        Release release = moatmark(tiny).release(wave, Secrecy.DEFAULT);

        // Even of the whole answers, protected ones and notes among them, the report takes statements alone.
        for (Wave joined : List.of(statements, wave)) {
            Report report = ReleaseReporting.of(release, tiny.questionnaire(), joined);
            String json = CompactJson.of(ReportJson.document(report));
            String html = HtmlReport.page(Story.of(report, "ja"));
            for (String text : List.of(json, html)) {
                assertThat(text)
                        .contains("proof-of-a-fact", "office-proof", "https://office.example")
                        .doesNotContain("protected-", "note-on-a-fact", "office-note", "among-many");
            }
            assertThat(json).contains("\"value\":40,\"grade\":\"E2\"").doesNotContain("\"note\":null", "seconds");
        }
        assertThat(CompactJson.of(ReportJson.document(ReleaseReporting.of(release, tiny.questionnaire()))))
                .doesNotContain("proof", "\"grade\"");
        assertThat(moatmark(tiny).write(release)).doesNotContain("proof", "note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt://x%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "//no.scheme",
                "https:",
                "https://a b",
                "file:///etc/passwd",
                "https://example.org@evil.example/",
                "https://example.org/\u202Egpj.exe",
                "\" onmouseover=\"alert(1)"
            })
    void an_address_that_leads_to_no_page_of_the_web_stays_text(String address) throws Exception {
        Report report = report(TINY, seat("h1", "H").gives("a", five(null, new Evidence(E2, null, address))));

        Document page = page(report);

        assertThat(outward(page)).isEmpty();
        assertThat(page.getDocumentElement().getTextContent()).contains(address);
    }

    @Test
    void what_somebody_wrote_stays_words_of_its_own() throws Exception {
        String hostile = "<img src=x onerror=alert(1)>\u202Eevil";
        Report report = report(
                TINY,
                seat("\u202E<b>h1", "H")
                        .gives("a", five(hostile, new Evidence(E2, hostile, "https://example.org/?a=\"b\"&c=<d>")))
                        .gives(
                                "b",
                                new Response.Answered(
                                        new AnswerValue.YesNo(true),
                                        List.of(new Evidence(E3, null, "HTTPS://example.org/%22?a=b&c=d")),
                                        Response.Remarks.NONE)));

        Document page = page(report);

        List<String> isolated = new ArrayList<>();
        NodeList found = page.getElementsByTagName("bdi");
        for (int i = 0; i < found.getLength(); i++) {
            isolated.add(found.item(i).getTextContent());
        }
        assertThat(isolated).contains("\u202E<b>h1", hostile);
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(outward(page)).singleElement().satisfies(link -> {
            assertThat(link.getAttribute("href")).isEqualTo("HTTPS://example.org/%22?a=b&c=d");
            assertThat(link.getAttribute("rel")).isEqualTo("noopener noreferrer");
            assertThat(link.getAttribute("target")).isEqualTo("_blank");
        });
        assertThat(MarkdownReport.of(Story.of(report, "en")))
                .contains("&lt;img")
                .doesNotContain("<img");
    }

    @Test
    void paper_holds_answers_and_no_words_of_respondents() {
        Report report = report(TINY, seat("h1", "H").gives("a", five("a note", new Evidence(E2, "a proof", null))));

        String paper = HtmlReport.paper(Story.of(report, "en"), "");

        assertThat(paper).contains("h1", ": 75 (4 of 5), claimed 100 (5 of 5)").doesNotContain("a note", "a proof");
    }

    @Test
    void an_explanation_in_plain_text_tells_grades_and_evidence_and_steers_no_terminal() {
        Wave wave = TINY.wave(
                seat("h1", "H")
                        .gives("a", five("two\nlines", new Evidence(E2, "\u001B[31mred", "https://example.org"))),
                seat("h2", "H").says("a", 3));
        Result result = moatmark(TINY).score(wave);

        assertThat(Explanation.of(result, wave, "en"))
                .contains(
                        ": h1 75.0 of claimed 100.0 (E2), h2 50.0;",
                        "h1: E2 a document: [31mred, https://example.org\n",
                        "h1: note: two lines\n")
                .doesNotContain("\u001B");
        assertThat(Explanation.of(result, wave, "ja")).contains("h1: E2 文書: ", "h1: メモ: two lines");
        assertThat(Explanation.of(result, "en")).doesNotContain("(E2)", "two lines");
    }

    private static Document page(Report report) throws Exception {
        String html = HtmlReport.page(Story.of(report, "en"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** Links that lead out of the report. */
    private static List<Element> outward(Document page) {
        NodeList found = page.getElementsByTagName("a");
        List<Element> links = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element link = (Element) found.item(i);
            if (!link.getAttribute("href").startsWith("#")) {
                links.add(link);
            }
        }
        return links;
    }
}
