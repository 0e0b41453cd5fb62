package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.http.World;

/**
 * Payloads in every text that the interface keeps: names of companies, assessments, tenants, keys, links; seats; answers with
 * reasons, notes and evidence; every text of an own questionnaire. Wherever they are shown, nothing runs and they stay texts.
 */
@ExtendWith(Journeys.class)
class XssJourney {

    private static HarmfulWorld world;

    /** What is written below; a text that the interface takes and that is not here fails a test. */
    private static final Set<String> WRITTEN = Set.of(
            "/v1/companies name",
            "/v1/companies region",
            "/v1/companies sector",
            "/v1/companies/{company} name",
            "/v1/companies/{company} region",
            "/v1/companies/{company} sector",
            "/v1/assessments name",
            "/v1/assessments/{assessment} name",
            "/v1/assessments/{assessment}/reopen reason",
            "/v1/assessments/{assessment}/seats key",
            "/v1/assessments/{assessment}/seats department",
            "/v1/assessments/{assessment}/seats role",
            "/v1/assessments/{assessment}/seats unit",
            "/v1/assessments/{assessment}/seats/{seat} key",
            "/v1/assessments/{assessment}/seats/{seat} department",
            "/v1/assessments/{assessment}/seats/{seat} role",
            "/v1/assessments/{assessment}/seats/{seat} unit",
            "/v1/assessments/{assessment}/shares label",
            "/v1/assessments/{assessment}/snapshots title",
            "/v1/assessments/{assessment}/upgrade title",
            "/v1/keys label",
            "/v1/tenant name",
            "/v1/tenant brand/title",
            "/v1/tenant brand/subtitle",
            "/v1/questionnaires title/*",
            "/v1/seat/answers/{questionnaire} answers/*/value",
            "/v1/seat/answers/{questionnaire} answers/*/reason",
            "/v1/seat/answers/{questionnaire} answers/*/note",
            "/v1/seat/answers/{questionnaire} answers/*/evidence/note",
            "/v1/seat/answers/{questionnaire} answers/*/evidence/link");

    /** Texts that name something there is: of these, nothing harmful is kept. */
    private static final Set<String> NAMING = Set.of(
            "/v1/assessments/{assessment}/seats informants/*",
            "/v1/assessments/{assessment}/seats/{seat} informants/*",
            "/v1/assessments/{assessment}/upgrade questionnaire",
            "/v1/assessments/{assessment}/upgrade version",
            "/v1/tenant timeZone");

    private final Scenery scenery;

    XssJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @BeforeAll
    static void write(Scenery scenery) {
        world = HarmfulWorld.write(scenery.api());
    }

    @Test
    void every_text_that_the_interface_keeps_is_written() {
        Set<String> texts = new TreeSet<>(FreeTexts.of(scenery.api().get("/openapi.json")));
        texts.removeAll(NAMING);

        assertThat(texts).containsExactlyInAnyOrderElementsOf(WRITTEN);
    }

    @Test
    void what_is_written_here_does_run_where_it_is_taken_for_markup() {
        try (BrowserContext context = scenery.chromium().bare()) {
            Page page = context.newPage();
            int ran = 0;
            int traced = 0;
            for (String payload : Harm.PAYLOADS) {
                page.setContent("<!doctype html><title>x</title><main title=\"" + payload + "\">" + payload);
                page.waitForTimeout(20);
                ran += Integer.valueOf(1).equals(page.evaluate("() => window.__xss")) ? 1 : 0;
                traced += Harm.traces(page).isEmpty() ? 0 : 1;
                page.evaluate("() => { delete window.__xss; }");
            }

            assertThat(Harm.PAYLOADS).hasSizeGreaterThanOrEqualTo(60);
            assertThat(ran).isGreaterThanOrEqualTo(30);
            assertThat(traced).isGreaterThan(ran);
        }
    }

    @Test
    void a_seat_reads_texts() {
        Visitor visitor = scenery.visitor("ja", 390);
        visitor.open("/respond#t=" + world.token());
        Harm.isShown(visitor.page(), Harm.NAMES.get(Harm.NAMES.size() - 1));
        Harm.leftNoTrace(visitor.page(), "welcome");
        visitor.page().locator("main a[role=button]").click();
        for (int part = 1; visitor.page().locator(".fill .item").count() > 0; part++) {
            Harm.leftNoTrace(visitor.page(), "part " + part);
            visitor.page().locator(".fill label.option").first().click();
            visitor.page().locator(".steps a").last().click();
            visitor.page().waitForURL("**/respond#*");
        }
        Harm.leftNoTrace(visitor.page(), "review");
        visitor.page().navigate("/respond#data");
        Harm.leftNoTrace(visitor.page(), "data");
    }

    @Test
    void an_owner_reads_texts() {
        Visitor visitor = scenery.visitor("ja", 1280);
        scenery.signedIn(visitor, "");
        Locator search = visitor.page().locator("input[type=search]");
        Harm.NAMES.forEach(name -> {
            search.fill(name);
            assertThat(visitor.page().locator("table.scores")).isVisible();
            Harm.isShown(visitor.page(), name);
        });
        Harm.leftNoTrace(visitor.page(), "assessments");
        String one = "assessment/" + world.assessment();
        for (String screen : List.of(
                "new",
                "questionnaires",
                "questionnaires/" + HarmfulWorld.OWN,
                "keys",
                "settings",
                "data",
                "audit",
                one,
                one + "/invitations",
                one + "/results",
                one + "/snapshots",
                one + "/settings",
                one + "/audit",
                one + "/seats")) {
            Scenery.go(visitor.page(), screen);
            Scenery.settled(visitor.page());
            visitor.page()
                    .evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
            Scenery.settled(visitor.page());
            Harm.leftNoTrace(visitor.page(), screen);
        }
        Harm.NAMES.forEach(name -> Harm.isShown(visitor.page(), name));
    }

    /** What respondents wrote beside their answers stands at the end of every explanation, and in the one that opens over the page. */
    @Test
    void an_owner_reads_evidence_and_notes_in_a_report() {
        Visitor visitor = scenery.visitor("en", 390);
        scenery.signedIn(visitor, "report/" + world.assessment() + "/" + HarmfulWorld.OWN);
        Page page = visitor.page();
        page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
        for (String written : HarmfulWorld.BESIDE_ANSWERS) {
            assertThat(page.locator(".report .exhibits bdi").filter(new Locator.FilterOptions().setHasText(written)))
                    .not()
                    .hasCount(0);
        }
        Harm.leftNoTrace(page, "report");
        assertThat(page.locator(".report a[target=_blank]")).hasCount(0);

        page.locator("#profile a.opens").first().click();
        assertThat(page.locator(".explanation .exhibits bdi").first()).isAttached();
        Harm.leftNoTrace(page, "explanation");
    }

    /** A questionnaire of which every fault is told with what was written, in all its texts, keys and words. */
    @Test
    void A40_the_faults_of_a_file_are_told_as_texts() {
        Visitor visitor = scenery.visitor("en", 1280).expecting("422").expecting("400");
        scenery.signedIn(visitor, "questionnaires/new");
        for (String harm : Harm.TITLES) {
            String quoted = new Gson().toJson(harm);
            String wrong = World.questionnaire("our-view", "1.0.0")
                    .replaceFirst("\"type\": \"rubric\"", Matcher.quoteReplacement("\"type\": " + quoted))
                    .replaceFirst("\"licence\"", Matcher.quoteReplacement(quoted))
                    .replaceFirst("\"key\": \"OV02\"", Matcher.quoteReplacement("\"key\": " + quoted));
            visitor.page()
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("q.json", "application/json", wrong.getBytes(StandardCharsets.UTF_8)));
            Scenery.settled(visitor.page());
            assertThat(visitor.page().locator(".faults tbody tr").nth(1)).isVisible();
            assertThat(visitor.page().locator(".faults tbody")).containsText(harm.substring(0, 40));
            Harm.leftNoTrace(visitor.page(), "faults of " + harm);
        }
    }

    /** The report, its charts and what else is a document of its own, opened as a file that somebody was sent. */
    @Test
    void a_report_that_is_opened_as_a_file_holds_texts(@TempDir Path folder) throws Exception {
        String results = "/v1/assessments/" + world.assessment() + "/results/" + HarmfulWorld.OWN;
        Path file = folder.resolve("report.html");
        for (String language : List.of("en", "ja")) {
            Files.writeString(
                    file, scenery.api().text(results + "/report.html?lang=" + language), StandardCharsets.UTF_8);
            try (BrowserContext context = scenery.chromium().bare()) {
                Page page = context.newPage();
                page.navigate(file.toUri().toString());

                Harm.isShown(page, Harm.NAMES.get(Harm.NAMES.size() - 1));
                HarmfulWorld.BESIDE_ANSWERS.forEach(written -> Harm.isShown(page, written));
                Harm.leftNoTrace(page, "report.html");
                for (String chart : charts(results)) {
                    Path drawn = Files.writeString(
                            folder.resolve("chart.svg"), scenery.api().text(chart));
                    page.navigate(drawn.toUri().toString());
                    assertThat(page.evaluate("() => document.querySelectorAll('script, foreignObject, image').length"
                                    + " + (window.__xss === undefined ? 0 : 1)"))
                            .as(chart)
                            .isEqualTo(0);
                }
            }
        }
    }

    /** The charts that there are: those that a wrong name is told of. */
    private List<String> charts(String results) {
        JsonArray names = scenery.api()
                .refused(results + "/charts/none.svg")
                .getAsJsonArray("errors")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("allowed");
        assertThat(names).isNotEmpty();
        return names.asList().stream()
                .map(name -> results + "/charts/" + name.getAsString() + ".svg")
                .toList();
    }

    /** The names at the head of a page, one pack after the other. */
    @Test
    void every_name_stays_a_name() {
        String owner = scenery.server().tenant("Another");
        Api another = scenery.api().as(owner);
        String company = another.id("/v1/companies", Map.of("name", "K"));
        String id = another.id(
                "/v1/assessments", Map.of("company", company, "name", "A", "questionnaires", List.of("outside-view")));
        another.post("/v1/assessments/" + id + "/open", "");
        String seat = another.post(
                        "/v1/assessments/" + id + "/seats",
                        (Map.of("key", "s", "department", "d", "informants", Map.of("outside-view", "executive"))))
                .get("token")
                .getAsString();
        Visitor visitor = scenery.visitor("en", 390);
        visitor.open("/respond#t=" + seat);
        for (String name : Harm.NAMES) {
            another.patch("/v1/companies/" + company, Map.of("name", name, "region", name, "sector", name));
            another.patch("/v1/assessments/" + id, Map.of("name", name));
            another.patch(
                    "/v1/tenant",
                    Map.of("name", name, "brand", Map.of("title", Harm.TITLES.get(0), "subtitle", Harm.TITLES.get(1))));
            visitor.open("/respond");
            assertThat(visitor.page().locator("h1")).containsText(name);
            Harm.leftNoTrace(visitor.page(), name);
        }
    }
}
