package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at the pages. Whatever the browser complains about (an error in a script, a breach of the
 * Content-Security-Policy, a request to another host) is noted, and closing fails if there was anything.
 */
public final class Visitor implements AutoCloseable {

    /** Where pictures of every screen go, if anywhere: {@code -Dmoatmark.screens=FOLDER}. */
    private static final @Nullable String SCREENS = System.getProperty("moatmark.screens");

    /** A busy machine is slow, not wrong. */
    private static final double PATIENCE_MS = 60_000;

    private static final String AXE = resource("/axe.min.js");
    private static final String RUN = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
            + ".then((found) => JSON.stringify(found.violations.map((one) => one.id + ': '"
            + " + one.nodes.map((node) => node.target + ' ' + node.failureSummary).join('; '))))";

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final Page page;

    Visitor(BrowserContext context, String base) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        this.page = listen(
                context.pages().isEmpty() ? context.newPage() : context.pages().get(0), base);
    }

    private Page listen(Page opened, String base) {
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
    public Page tab(String base) {
        return listen(context.newPage(), base);
    }

    /** Opens a page of ours and waits until it has been drawn. */
    public Visitor open(String path) {
        page.navigate(path);
        page.waitForFunction("() => !document.querySelector('#screen[aria-busy]')");
        return this;
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

    /** Looks at the screen: no fault that axe knows, nothing wider than the window; takes a picture if they are wanted. */
    public void look(String name) {
        assertThat(violations()).as(name).isEmpty();
        Object over = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) over).intValue()).as(name + ": pixels too wide").isLessThanOrEqualTo(0);
        if (SCREENS != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(SCREENS, name + ".png")));
        }
    }

    private List<String> violations() {
        CDPSession session = context.newCDPSession(page);
        evaluate(session, AXE);
        JsonArray found =
                JsonParser.parseString(evaluate(session, RUN).getAsString()).getAsJsonArray();
        session.detach();
        return found.asList().stream().map(JsonElement::getAsString).toList();
    }

    /** Evaluates from outside the page, whose policy takes no code from strings. */
    private static JsonElement evaluate(CDPSession session, String script) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("expression", script);
        arguments.addProperty("awaitPromise", true);
        arguments.addProperty("returnByValue", true);
        JsonObject result = session.send("Runtime.evaluate", arguments).getAsJsonObject("result");
        return result.has("value") ? result.get("value") : result;
    }

    private static String resource(String path) {
        try (InputStream in = Visitor.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The tests lack " + path + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints.stream()
                        .filter(one -> expected.stream().noneMatch(one::contains))
                        .toList())
                .as("what the browser complained about")
                .isEmpty();
    }
}
