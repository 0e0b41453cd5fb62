package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner at work: signs in, sets an assessment up from nothing, follows it, closes it, and takes the results away. */
@ExtendWith(Journeys.class)
class OwnerJourney {

    private static final String STORES =
            "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])";

    private final Scenery scenery;

    OwnerJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private Visitor signIn(Visitor visitor) {
        visitor.open("/assessments");
        visitor.page().locator("#key").fill(scenery.owner());
        visitor.page().locator("#key").press("Enter");
        assertThat(visitor.page().locator(".desk-nav").first()).isVisible();
        return visitor;
    }

    @Test
    void a_reload_keeps_one_signed_in_and_signing_out_ends_it_in_every_tab() {
        Visitor visitor = signIn(scenery.visitor("en", 1280));
        Page page = visitor.page();
        page.reload();
        assertThat(page.locator(".desk-who")).containsText("OwnerJourney");
        Cookie cookie = visitor.context().cookies().get(0);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(page.evaluate(STORES)).isEqualTo("[{\"moatmark:signed-in\":\"yes\"},{},\"\"]");
        Page other = visitor.tab();
        other.navigate("/assessments#keys");
        assertThat(other.locator(".desk h1")).hasText("Keys");

        visitor.button("Sign out").click();

        assertThat(page.locator("#key")).isVisible();
        assertThat(other.locator("#key")).isVisible();
        assertThat(visitor.context().cookies()).isEmpty();
        RequestOptions again = RequestOptions.create().setHeader("Cookie", cookie.name + "=" + cookie.value);
        APIResponse refused = page.request().get("/v1/companies", again);
        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void a_cookie_that_ends_in_the_middle_leaves_the_screen_as_it_is() {
        Visitor visitor = signIn(scenery.visitor("en", 1280)).expecting("401");
        Page page = visitor.page();
        page.navigate("/assessments#keys");
        page.locator("details summary").click();
        page.locator("input[name=label]").fill("Half typed");
        visitor.context().clearCookies();
        page.locator("details form button").click();
        assertThat(page.locator("#key")).isVisible();
        visitor.look("owner-signed-out-in-the-middle");

        page.locator("#key").fill("mm_live_wrong");
        page.locator("#key").press("Enter");
        assertThat(page.locator("#key-wrong")).isVisible();
        page.locator("#key").fill(scenery.owner());
        page.locator("#key").press("Enter");

        assertThat(page.locator("input[name=label]")).hasValue("Half typed");
        page.locator("details form button").click();
        assertThat(page.locator(".notice[role=status]")).containsText("Half typed");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, false", "ja, 390, true", "en, 320, false"})
    void an_assessment_is_set_up_from_nothing_answered_followed_closed_shared_and_taken_away(
            String language, int width, boolean dark) {
        String name = "-" + language + "-" + width + (dark ? "-dark" : "");
        OwnersWords words = new OwnersWords(language);
        Visitor owner = scenery.visitor(language, width, dark);
        Page page = owner.page();
        owner.open("/assessments");
        owner.look("owner-sign-in" + name);
        signIn(owner);

        page.locator("a[href='#new']").click();
        setUp(page, words, "Journey" + name);
        owner.look("owner-new" + name);
        page.locator("form button[type=submit]").last().click();
        page.waitForURL("**/seats");

        addSeats(page, words);
        assertThat(page.locator("table.scores tbody tr")).hasCount(3);
        assertThat(page.locator("table.scores tbody tr").first()).containsText("16");
        owner.look("owner-seats" + name);
        page.locator("button[aria-label='" + words.say("qrOf").replace("{seat}", "CEO") + "']")
                .click();
        assertThat(page.locator("dialog svg path")).isVisible();
        String scanned = Scanner.read(page.locator("dialog svg"));
        owner.look("owner-qr" + name);
        page.locator("dialog button").last().click();

        part(page, "").click();
        owner.look("owner-draft" + name);
        page.locator(".next button").first().click();
        assertThat(page.locator(".state-open").first()).isVisible();
        owner.look("owner-open" + name);
        assertThat(answer(owner, page, words)).isEqualTo(scanned);
        part(page, "").click();
        assertThat(page.locator(".rate").first()).containsText("1");
        part(page, "/invitations").click();
        assertThat(page.locator("details.measure").first()).isVisible();
        owner.look("owner-invitations" + name);
        part(page, "/settings").click();
        assertThat(page.locator("form").nth(1)).isVisible();
        owner.look("owner-assessment-settings" + name);

        part(page, "").click();
        page.locator(".next button").first().click();
        page.locator(".next button").first().click();
        assertThat(page.locator(".next details")).isVisible();
        part(page, "/results").click();
        assertThat(page.locator(".cards article")).isVisible();
        page.locator("button.narrow").click();
        assertThat(page.locator("table.scores .save-file")).isVisible();
        owner.look("owner-results" + name);
        assertThat(page.waitForDownload(() ->
                                page.locator("table.scores .save-file button").click())
                        .suggestedFilename())
                .endsWith(".zip");

        part(page, "/snapshots").click();
        snapshot(page, words);
        owner.look("owner-snapshots" + name);
        part(page, "/audit").click();
        assertThat(page.locator("tbody tr").first()).isVisible();
        owner.look("owner-audit" + name);
        page.locator(".crumb a").click();
        assertThat(page.locator("table.scores")).containsText("Journey" + name);
        assertThat(page.locator("table.scores")).containsText("2027");
        owner.look("owner-list" + name);
        for (String screen : new String[] {"questionnaires", "keys", "settings", "data"}) {
            page.navigate("/assessments#" + screen);
            assertThat(page.locator(".desk h1")).isVisible();
            assertThat(page.locator(".desk [aria-busy=true]")).hasCount(0);
            owner.look("owner-" + screen + name);
        }
        page.locator(".desk-who button").click();
        assertThat(page.locator("#key")).isVisible();
    }

    /** A screen of the assessment that is shown; the overview is the first. */
    private static Locator part(Page page, String part) {
        Locator all = page.locator(".desk .desk-nav a");
        return part.isEmpty() ? all.first() : page.locator(".desk .desk-nav a[href$='" + part + "']");
    }

    private static void setUp(Page page, OwnersWords words, String name) {
        page.locator("select").first().selectOption("");
        page.locator("input[name=companyName]").fill("有間仙計器株式会社");
        page.locator("select[name=size]").selectOption("medium");
        page.locator("select[name=market]").selectOption("b2b");
        assertThat(page.locator("select[name=sector] option")).not().hasCount(1);
        page.locator("input[name=name]").fill(name);
        page.locator(".asked", new Page.LocatorOptions().setHasText("29"))
                .locator("input[type=checkbox]")
                .check();
        assertThat(page.locator(".asked-more li").first()).containsText("16");
        page.locator("input[name=mode][value=confidential]").check();
        assertThat(page.locator(".visibility .notice li")).hasCount(5);
        page.locator("input[name=mode][value=attributed]").check();
        page.locator("input[name=closesAt]").fill("2027-03-31T23:59");
    }

    private static void addSeats(Page page, OwnersWords words) {
        Locator form = page.locator("details.add form");
        form.locator("select").selectOption("executive");
        form.locator("textarea").fill("CEO, Board, Chief executive\nCFO, Finance\n工場長、生産部、東京工場");
        form.locator("button[type=submit]").click();
    }

    /** Somebody else opens the link that the owner copied, and answers everything; gives back the link. */
    private String answer(Visitor owner, Page page, OwnersWords words) {
        part(page, "/seats").click();
        owner.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("button[aria-label='" + words.say("copyLink").replace("{seat}", "CEO") + "']")
                .click();
        String link = String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
        assertThat(link).contains("/respond#t=mm_seat_");
        Visitor seat = scenery.visitor("en", 1280);
        seat.open(link.substring(scenery.url().length()));
        seat.page().locator("main a[role=button]").click();
        while (true) {
            assertThat(seat.page().locator(".fill .item").first()).isVisible();
            seat.page()
                    .locator(".fill .item")
                    .all()
                    .forEach(item -> item.locator("label.option").nth(2).click());
            String to = seat.page().locator(".steps a").last().getAttribute("href");
            Scenery.next(seat.page());
            if ("#review".equals(to)) {
                break;
            }
        }
        seat.page().locator(".steps button").click();
        assertThat(seat.page().locator("code")).isVisible();

        return link;
    }

    private static void snapshot(Page page, OwnersWords words) {
        page.locator("details[open] input[name=title]").fill("<b>Autumn</b>");
        page.locator("details[open] input[name=name]").fill("2026-autumn");
        page.locator("details[open] button[type=submit]").click();
        assertThat(page.locator("tbody th").first()).containsText("<b>Autumn</b>");
        page.locator("details:has(input[name=label]) summary").click();
        page.locator("input[name=label]").fill("Board");
        page.locator("details:has(input[name=label]) button[type=submit]").click();
        assertThat(page.locator(".notice textarea")).hasValue(Pattern.compile(".*/shared#t=mm_shar_.*"));
        assertThat(page.locator("table.scores")).hasCount(2);
    }
}
