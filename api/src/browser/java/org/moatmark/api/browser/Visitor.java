package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at the pages. Whatever the browser complains about (an error in a script, a breach of the
 * Content-Security-Policy, a request to another host) is noted, and the test fails if there was anything.
 */
public final class Visitor {

    /** Where pictures of every screen go, if anywhere: {@code -Dmoatmark.screens=FOLDER}. */
    private static final @Nullable String SCREENS = System.getProperty("moatmark.screens");

    /** A busy machine is slow, not wrong. */
    private static final double PATIENCE_MS = 60_000;

    /** A desk, a phone, and the narrowest window that the pages promise to fit. */
    private static final int[] WIDTHS = {1280, 390, 320};

    private static final boolean THOROUGH = Boolean.getBoolean("moatmark.thorough");

    private static final int LATENCY_MS = 100;

    /** Where nothing that sticks lies over anything else. */
    private static final String TO_THE_TOP = "() => scrollTo(0, 0)";

    /** The sum of what the browser noted so far; what follows a deed of the person within half a second is not counted. */
    private static final String SHIFT = """
            () => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()
                .filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0)))
              .observe({type: 'layout-shift', buffered: true}) ?? setTimeout(() => done(0), 100))""";

    private final BrowserContext context;
    private final String base;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final Page page;
    private final CDPSession session;

    Visitor(BrowserContext context, String base) {
        this.context = context;
        this.base = base;
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        this.page = listen(
                context.pages().isEmpty() ? context.newPage() : context.pages().get(0));
        this.session = context.newCDPSession(page);
    }

    private Page listen(Page opened) {
        opened.onPageError(error -> complaints.add("Error: " + error));
        opened.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        opened.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("blob:")) {
                complaints.add("Another host: " + request.url());
            }
        });
        return opened;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** A second tab of the same browser. */
    public Page tab() {
        return listen(context.newPage());
    }

    /** Opens a page of ours and waits until it has been drawn. */
    public Visitor open(String path) {
        page.navigate(path);
        page.waitForFunction("() => !document.querySelector('#screen[aria-busy]')");
        return this;
    }

    /** From now on every answer of the server takes its time, so that a screen comes piece by piece. */
    void slowly() {
        session.send("Network.enable");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", LATENCY_MS);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", -1);
        session.send("Network.emulateNetworkConditions", slow);
    }

    /** How much was pushed about while a page came until it was whole: the cumulative layout shift. */
    double shift(String path) {
        page.navigate("about:blank");
        open(path);
        Scenery.settled(page);
        return ((Number) page.evaluate(SHIFT)).doubleValue();
    }

    /** What the browser may complain about, because the test wants it so: a part of the message. */
    public Visitor expecting(String complaint) {
        expected.add(complaint);
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** The fieldset of a question. */
    public Locator item(String key) {
        return page.locator("[id='item-" + key + "']");
    }

    /** Chooses an answer as a hand does, on its whole row. */
    public void choose(String item, String value) {
        item(item).locator("label:has(input[value='" + value + "'])").first().click();
    }

    /** Looks at the screen as it is: no fault that axe knows, nothing too small or too wide; takes a picture if it is wanted. */
    public void look(String name) {
        page.evaluate(TO_THE_TOP);
        picture(name);
        assertThat(faults(name, true)).isEmpty();
    }

    /**
     * Looks at the screen at every width, in the light and in the dark, without loading it again. What depends on the width is
     * looked for on all six sides, and then under {@link Strain}; what axe knows on two of them, which with the two of the other language are every width and
     * both colours, or on all six with {@code -Dmoatmark.thorough=true}.
     */
    public void lookFromAllSides(String name) {
        boolean japanese = "ja".equals(page.evaluate("() => document.documentElement.lang"));
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            boolean dark = scheme == ColorScheme.DARK;
            int closely = WIDTHS[(japanese ? 1 : 0) + (dark ? 1 : 0)];
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : WIDTHS) {
                page.setViewportSize(width, height(width));
                page.evaluate(TO_THE_TOP);
                String side = name + "-" + width + (dark ? "-dark" : "");
                picture(side);
                faults.addAll(faults(side, THOROUGH || width == closely));
            }
        }
        faults.addAll(new Strain(page).faults(name));
        assertThat(faults).isEmpty();
    }

    private List<String> faults(String name, boolean all) {
        Axe axe = new Axe(session);
        return Stream.concat(axe.sizes().stream(), all ? axe.violations().stream() : Stream.of())
                .map(fault -> name + ": " + fault)
                .toList();
    }

    static int height(int width) {
        return width > 600 ? 900 : 780;
    }

    private void picture(String name) {
        if (SCREENS != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(SCREENS, name + ".png")));
        }
    }

    /** Keeps a picture of what is seen now, if anything is. */
    void keepLastSight(Path picture) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        } catch (PlaywrightException gone) {
            complaints.add("No picture of it: " + gone.getMessage());
        }
    }

    /** Closes the browser; what waits in it is not waited for. */
    void leave() {
        context.close();
    }

    void hadNothingToComplainAbout() {
        assertThat(complaints.stream()
                        .filter(one -> expected.stream().noneMatch(one::contains))
                        .toList())
                .as("what the browser complained about")
                .isEmpty();
    }
}
