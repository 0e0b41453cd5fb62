package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.moatmark.api.Running;

/** The server that screens are looked at on, with the demo company in it, and the ways to a screen that several share. */
final class Scenery implements AutoCloseable {

    static final String OUTSIDE_VIEW = "outside-view";

    private static final Pattern SAVED = Pattern.compile("Saved|保存しました");

    private final Running server = Running.withDemo();
    private final Invitation invitation = new Invitation(server.url());

    private final Shown shown = new Shown(server.url());

    Shown shown() {
        return shown;
    }

    /** A report that a link shows. */
    void shared(Visitor visitor) {
        visitor.open("/shared#t=" + shown.link().token());
        assertThat(visitor.page().locator(".report h1")).isVisible();
    }

    /** The report of the demo as its owner reads it. */
    void report(Visitor visitor) {
        signedIn(visitor, shown.demo().replace("/v1/assessments/", "report/") + "/" + Shown.QUESTIONNAIRE);
        assertThat(visitor.page().locator(".report h1")).isVisible();
    }

    /** The report that a seat is shown. */
    void reportOfSeat(Visitor visitor) {
        visitor.open("/respond#t=" + shown.seat());
        visitor.page().locator("a[href^='#report/']").first().click();
        assertThat(visitor.page().locator(".report h1")).isVisible();
    }

    /** What a number of the profile is made of, opened over a report. */
    static void explained(Visitor visitor) {
        visitor.page().locator("#profile > .scroll a.opens").first().click();
        assertThat(visitor.page().locator(".explanation h2")).isVisible();
    }

    Running server() {
        return server;
    }

    Invitation invitation() {
        return invitation;
    }

    /** Opens the link of a new seat. */
    void invited(Visitor visitor) {
        visitor.open("/respond#t=" + invitation.seat(OUTSIDE_VIEW));
    }

    /** From there to the first questions. */
    void filling(Visitor visitor) {
        invited(visitor);
        visitor.page().locator("main a[role=button]").click();
        assertThat(visitor.page().locator(".fill .item").first()).isVisible();
    }

    /** Answers some questions of this page, and waits until they are saved. */
    void answered(Visitor visitor) {
        filling(visitor);
        answer(visitor.page(), 2);
        assertThat(visitor.page().locator(".save")).containsText(SAVED);
    }

    void submitted(Visitor visitor) {
        answered(visitor);
        go(visitor.page(), "review");
        visitor.page().locator(".steps button").click();
        assertThat(visitor.page().locator("code")).isVisible();
    }

    /** One step of the quick check answered, and the others of its part left open. */
    void quick(Visitor visitor, int questions) {
        visitor.open("/quick");
        answer(visitor.page(), questions);
        assertThat(visitor.page().locator(".so-far .band-range")).isVisible();
    }

    void quickResult(Visitor visitor) {
        visitor.open("/quick");
        for (int part = 0; part < 5; part++) {
            assertThat(visitor.page().locator(".fill .item").first()).isVisible();
            answer(visitor.page(), part == 2 ? 4 : 9);
            visitor.page().locator(".steps button").nth(part == 0 ? 0 : 1).click();
        }
        assertThat(visitor.page().locator(".result a").first()).isVisible();
    }

    private static void answer(Page page, int questions) {
        int answered = 0;
        for (Locator item : page.locator(".fill .item").all()) {
            if (answered++ < questions) {
                item.locator("label.option").nth(answered % 4).click();
            }
        }
    }

    /** Two windows gave different answers to the same question, and the second is asked which is right. */
    void conflict(Visitor visitor) {
        filling(visitor);
        Page other = visitor.tab(server.url());
        other.navigate("/respond#fill-1");
        assertThat(other.locator(".fill .item").first()).isVisible();
        other.locator(".fill .item").first().locator("label.option").nth(3).click();
        assertThat(other.locator(".save")).containsText(SAVED);
        other.close();
        visitor.page()
                .locator(".fill .item")
                .first()
                .locator("label.option")
                .nth(1)
                .click();
        assertThat(visitor.page().locator(".save a")).isVisible();
        visitor.page().locator(".save a").click();
        assertThat(visitor.page().locator(".sides")).isVisible();
    }

    /** The connection is gone, and three answers wait. */
    void offline(Visitor visitor) {
        filling(visitor);
        visitor.context().setOffline(true);
        answer(visitor.page(), 3);
        assertThat(visitor.page().locator(".save.warn")).isVisible();
    }

    /** Goes to another screen of the same page. */
    static void go(Page page, String screen) {
        page.evaluate("(screen) => { location.hash = screen; }", screen);
    }

    /** Waits until everything has come that a screen asks for. */
    static void settled(Page page) {
        page.waitForFunction("() => new Promise((done) => setTimeout(() =>"
                + " done(!document.querySelector('main [aria-busy=true]')), 50))");
    }

    /** Signs in as the owner, and goes to a screen. */
    static void signedIn(Visitor visitor, String screen) {
        visitor.open("/assessments");
        visitor.page().locator("#key").fill(Running.OWNER);
        visitor.page().locator("#key").press("Enter");
        assertThat(visitor.page().locator(".desk-nav").first()).isVisible();
        go(visitor.page(), screen);
        settled(visitor.page());
    }

    @Override
    public void close() {
        server.close();
    }
}
