package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People read a report: its owner down to one answer, a board by a link that ends, a seat to which it is shown. */
@ExtendWith(Journeys.class)
class ReportJourney {

    private static final int BUDGET = 200 * 1024;

    /** What one seat answered, as an explanation tells it. */
    private static final Pattern ANSWER = Pattern.compile("^(hq|customer|genba)-[a-z]+[:：] ?\\d+");

    /** Evidence beside an answer, with its grade. */
    private static final Pattern EVIDENCE = Pattern.compile("^E[0-4](, |（).+[:：] ?.+");

    private final Scenery scenery;

    ReportJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private Visitor visitor(String language, int width) {
        return scenery.visitor(language, width);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ja, 320"})
    void an_owner_opens_a_number_down_to_one_answer_by_keyboard(String language, int width) {
        Visitor visitor = visitor(language, width);
        Page page = visitor.page();
        scenery.toDemo(visitor, scenery.shown().demo().replace("/v1/assessments/", "assessment/") + "/results");
        page.locator("a[role=button][href$='" + Shown.QUESTIONNAIRE + "']").press("Enter");
        Locator number = page.locator("#profile > .scroll a.opens").first();
        assertThat(number).isVisible();
        String name = number.innerText();

        number.press("Enter");

        Locator dialog = page.locator(".explanation");
        assertThat(dialog.locator("h2")).containsText(name);
        assertThat(dialog.locator("nav button")).hasCount(1);
        open(dialog, dialog.locator("li").filter(new Locator.FilterOptions().setHasText(ANSWER)));
        open(dialog, dialog.locator(".exhibits li").filter(new Locator.FilterOptions().setHasText(EVIDENCE)));
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(number).isFocused();
    }

    /** Opens one explanation after the other until something is seen. */
    private static void open(Locator dialog, Locator wanted) {
        while (wanted.locator("visible=true").count() == 0) {
            dialog.locator("details:not([open]) > summary")
                    .locator("visible=true")
                    .first()
                    .press("Enter");
        }
    }

    @Test
    void who_has_a_link_reads_its_snapshot_until_it_is_revoked() {
        Shown.Link link = scenery.shown().link();
        Visitor visitor = visitor("ja", 390).expecting("410");
        Page page = visitor.page();
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        visitor.open("/shared#t=" + link.token());

        assertThat(page.locator(".report h1")).isVisible();
        assertThat(page.url()).doesNotContain(link.token());
        assertThat(asked).isNotEmpty().noneMatch(url -> url.contains(link.token()));
        assertThat(page.locator(".report")).not().containsText(Pattern.compile("hq-\\d"));
        page.reload();
        assertThat(page.locator(".report h1")).isVisible();
        assertThat(page.locator(".report .narrow svg").first()).isVisible();
        assertThat(page.locator(".report .wide svg").first()).isHidden();

        scenery.shown().revoke(link);
        page.reload();

        assertThat(page.locator("h1")).hasText("このリンクでは、もう何も見られません");
        assertThat(page.locator("[lang=en] h2")).hasText("This link shows nothing any more");
    }

    @Test
    void a_seat_reads_what_it_is_shown_and_comes_back() {
        Visitor visitor = visitor("en", 390);
        scenery.reportOfSeat(visitor);
        Scenery.explained(visitor);
        visitor.page().keyboard().press("Escape");

        assertThat(visitor.page().locator(".report")).not().containsText("ceo-1");
        visitor.page().locator("a[href='#']").first().click();
        assertThat(visitor.page().locator("a[href^='#report/']").first()).isVisible();
    }

    @Test
    void a_chart_is_saved_as_dots_as_a_drawing_and_as_numbers() {
        Visitor visitor = visitor("en", 1280);
        scenery.shared(visitor);
        Locator figure = visitor.page().locator("#f-index");
        figure.locator(".chart-tools summary").click();

        for (String end : List.of("PNG", "SVG", "CSV")) {
            var saved = visitor.page()
                    .waitForDownload(() ->
                            figure.getByText(Pattern.compile("Save .*" + end)).click());
            assertThat(saved.suggestedFilename()).matches(".+-snapshot-\\d+-index\\." + end.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void a_chart_is_copied_as_a_drawing() {
        Visitor visitor = visitor("en", 1280);
        visitor.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        scenery.shared(visitor);
        for (String id : List.of("f-index", "f-profile")) {
            Locator figure = visitor.page().locator("#" + id);
            figure.locator(".chart-tools summary").click();

            figure.getByText("Copy as SVG").click();

            assertThat(figure.locator("[role=status]")).hasText("Copied.");
            assertThat((String) visitor.page().evaluate("() => navigator.clipboard.readText()"))
                    .startsWith("<svg")
                    .contains("<title", "<desc");
        }
        visitor.page().locator("#f-profile").getByText("Copy as a picture").click();
        visitor.page()
                .waitForCondition(() -> "image/png"
                        .equals(visitor.page()
                                .evaluate("async () => (await navigator.clipboard.read())[0].types.join()")));
    }

    /** A file has one name, whoever saves it on whichever day: that of the server. */
    @Test
    void files_are_named_after_what_they_tell_and_not_after_the_clock() {
        Visitor visitor = visitor("en", 1280);
        scenery.report(visitor);
        Page page = visitor.page();
        page.clock().setFixedTime("2001-02-03");

        for (String file : List.of("PDF (A4)", "PDF (Letter)", "PPTX", "Excel", "HTML", "Markdown")) {
            var saved = page.waitForDownload(() -> page.locator(".report-files button:has-text('" + file + "')")
                    .click());
            assertThat(saved.suggestedFilename())
                    .matches(".+-" + Shown.QUESTIONNAIRE + "-\\d{4}-\\d\\d-\\d\\d-(report|data)\\.[a-z]+")
                    .doesNotContain("2001");
        }
    }

    @Test
    void all_that_a_report_needs_stays_in_its_budget() {
        Visitor visitor = visitor("ja", 390);
        List<Response> responses = new ArrayList<>();
        visitor.page().onResponse(responses::add);
        scenery.shared(visitor);
        visitor.page().locator(".choices button").last().click();
        assertThat(visitor.page().locator(".report h1")).containsText("CMO");

        int bytes = responses.stream()
                .filter(response -> !response.url().startsWith("data:"))
                .mapToInt(response -> response.request().sizes().responseBodySize)
                .sum();

        assertThat(bytes).isBetween(20_000, BUDGET);
    }
}
