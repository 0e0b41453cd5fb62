package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.Running;

/**
 * Where a journey takes place: an organisation of its own beside that of the demo company, whoever comes to look, and the ways to
 * a screen that several share.
 */
final class Scenery {

    /** Which questions are seen. */
    private static final String QUESTIONS = "() => (document.querySelector('.fill .item')?.id ?? '')"
            + " + (document.querySelector('.fill h2')?.innerText ?? '')";

    static final String OUTSIDE_VIEW = "outside-view";

    private static final Pattern SAVED = Pattern.compile("Saved|保存しました");
    private static final Path LAST_SEEN = Path.of("target", "journeys");

    private final Stage stage;
    private final String name;
    private final String owner;
    private final Invitation invitation;
    private final Shown shown;
    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable String outdated;

    Scenery(Stage stage, String name) {
        this.stage = stage;
        this.name = name;
        this.owner = stage.server().tenant(name);
        this.invitation = new Invitation(api());
        this.shown = new Shown(new Api(url(), Running.OWNER), api());
    }

    String url() {
        return stage.server().url();
    }

    Running server() {
        return stage.server();
    }

    Chromium chromium() {
        return stage.chromium();
    }

    /** The key of who owns the organisation of this journey, which has the name of the journey. */
    String owner() {
        return owner;
    }

    /** The interface as that owner calls it. */
    Api api() {
        return new Api(url(), owner);
    }

    Invitation invitation() {
        return invitation;
    }

    Shown shown() {
        return shown;
    }

    /** Somebody with a browser of their own, without cookies and storage, until the test ends. */
    Visitor visitor(String language, int width) {
        return visitor(language, width, options -> {});
    }

    /** The same in the dark, or not. */
    Visitor visitor(String language, int width, boolean dark) {
        return visitor(language, width, options -> options.setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    Visitor visitor(String language, int width, Consumer<Browser.NewContextOptions> more) {
        return welcome(chromium().visitor(url(), language, width, more));
    }

    /** Somebody whose browser keeps its storage in a folder, so that it survives being killed. */
    Visitor keeping(Path folder, String language, int width) {
        return welcome(chromium().keeping(folder, url(), language, width));
    }

    private Visitor welcome(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    /** Everybody leaves; of a test that failed there stays what each of them saw last. Fails if a browser complained. */
    void leave(@Nullable String failed) {
        List<Visitor> leaving = List.copyOf(visitors);
        visitors.clear();
        if (failed != null) {
            String test = (name + "-" + failed).replaceAll("[^\\p{L}\\p{N}]+", "-");
            for (int i = 0; i < leaving.size(); i++) {
                leaving.get(i).keepLastSight(LAST_SEEN.resolve(test + "-" + i + ".png"));
            }
        }
        leaving.forEach(Visitor::leave);
        if (failed == null) {
            leaving.forEach(Visitor::hadNothingToComplainAbout);
        }
    }

    /** A report that a link shows. */
    void shared(Visitor visitor) {
        visitor.open("/shared#t=" + shown.lasting().token());
        assertThat(visitor.page().locator(".report h1")).isVisible();
    }

    /** The report of the demo as its owner reads it. */
    void report(Visitor visitor) {
        toDemo(visitor, shown.demo().replace("/v1/assessments/", "report/") + "/" + Shown.QUESTIONNAIRE);
        assertThat(visitor.page().locator(".report h1")).isVisible();
    }

    /** The report that a seat is shown. */
    void reportOfSeat(Visitor visitor) {
        visitor.open("/respond#t=" + shown.seat());
        visitor.page().locator("a[href^='#report/']").first().click();
        assertThat(visitor.page().locator(".report h1")).isVisible();
    }

    /** What would happen if a running assessment went on with a newer version. */
    void upgrading(Visitor visitor) {
        if (outdated == null) {
            outdated = shown.outdated("outdated");
        }
        signedIn(visitor, "assessment/" + outdated + "/upgrade");
        visitor.page().locator("form button[type=submit]").click();
        assertThat(visitor.page().locator(".upgrade-report")).isVisible();
    }

    /** What a number of the profile is made of, opened over a report. */
    static void explained(Visitor visitor) {
        visitor.page().locator("#profile > .scroll a.opens").first().click();
        assertThat(visitor.page().locator(".explanation h2")).isVisible();
    }

    /** From there down to the answers to one question, with what they rest on. */
    static void explainedToTheAnswers(Visitor visitor) {
        explained(visitor);
        Locator part = visitor.page().locator(".explanation details").first();
        part.locator("summary").first().click();
        Locator question = part.locator("details").first();
        question.locator("summary").first().click();
        question.scrollIntoViewIfNeeded();
    }

    /** From one page of questions to the next, or to the review; the address changes before the questions do. */
    static void next(Page page) {
        Object before = page.evaluate(QUESTIONS);
        page.locator(".steps a").last().click();
        page.waitForFunction("(before) => (" + QUESTIONS + ")() !== before", before);
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
        Page other = visitor.tab();
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

    /** Waits until everything has come that a screen asks for, and nothing more is asked for in a while. */
    static void settled(Page page) {
        page.waitForFunction("""
                () => new Promise((done) => {
                  let calm = 0;
                  const look = () => {
                    calm = document.querySelector('main [aria-busy=true]') ? 0 : calm + 1;
                    return calm > 6 ? done(true) : setTimeout(look, 50);
                  };
                  look();
                })""");
    }

    /** Signs in as the owner of this journey's organisation, and goes to a screen. */
    void signedIn(Visitor visitor, String screen) {
        signedIn(visitor, owner, screen);
    }

    /** Signs in as the owner of the demo company's organisation, and goes to a screen. */
    void toDemo(Visitor visitor, String screen) {
        signedIn(visitor, Running.OWNER, screen);
    }

    /** Signs in with a key, and goes to a screen. */
    static void signedIn(Visitor visitor, String key, String screen) {
        visitor.open("/assessments");
        visitor.page().locator("#key").fill(key);
        visitor.page().locator("#key").press("Enter");
        assertThat(visitor.page().locator(".desk-nav").first()).isVisible();
        go(visitor.page(), screen);
        settled(visitor.page());
    }
}
