package org.moatmark.api.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What can be found wrong with a page by looking at it once: the rules of axe for WCAG 2.2 AA, targets under 24 by 24 pixels,
 * and anything wider than the window. It looks from outside the page, whose policy takes no code from strings.
 */
final class Axe {

    private static final String PROGRAM = resource("/axe.min.js");

    /** What lies over everything else is all there is; the rest was looked at before it came. */
    private static final String RULES = """
            axe.run(document.querySelector('dialog[open]') ?? document, {
              resultTypes: ['violations'],
              preload: false,
              iframes: false,
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              rules: {'target-size': {enabled: true}},
            }).then((found) => JSON.stringify(found.violations.map((one) =>
              one.id + ': ' + one.nodes.slice(0, 5).map((node) => node.target + ' ' + node.failureSummary).join('; '))))""";

    /** A link within a line of text is as high as its line, and may be; so is what is hidden until it has the focus. */
    private static final String SIZES = """
            (() => {
              const small = [];
              const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]';
              for (const control of document.querySelectorAll(controls)) {
                const target = control.closest('label') ?? control;
                const box = target.getBoundingClientRect();
                if (!control.checkVisibility({visibilityProperty: true}) || box.bottom < 0 || box.width === 0) continue;
                const sentence = target.parentElement.textContent.trim() !== target.textContent.trim();
                const inLine = getComputedStyle(target).display === 'inline' && sentence;
                if (!inLine && (box.width < 23.9 || box.height < 23.9)) {
                  small.push('small target: ' + control.outerHTML.slice(0, 120) + ' ' + box.width + 'x' + box.height);
                }
              }
              const over = document.documentElement.scrollWidth - window.innerWidth;
              if (over > 0) {
                const wide = [...document.querySelectorAll('main *')].filter(
                    (one) => one.getBoundingClientRect().right > window.innerWidth + 0.5);
                small.push(over + ' pixels too wide: ' + wide.map((one) => one.outerHTML.slice(0, 80)).slice(-3).join(' | '));
              }
              if (!document.title.trim()) small.push('no title');
              return JSON.stringify(small);
            })()""";

    private final CDPSession session;

    Axe(CDPSession session) {
        this.session = session;
    }

    /** Everything that axe finds; a sentence each. */
    List<String> violations() {
        if (!evaluate("typeof axe === 'object'").getAsBoolean()) {
            evaluate(PROGRAM);
        }
        return list(evaluate(RULES));
    }

    /** What is too small to be hit, or too wide to be seen; a sentence each. */
    List<String> sizes() {
        return list(evaluate(SIZES));
    }

    private static List<String> list(JsonElement json) {
        return JsonParser.parseString(json.getAsString()).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private JsonElement evaluate(String script) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("expression", script);
        arguments.addProperty("awaitPromise", true);
        arguments.addProperty("returnByValue", true);
        JsonObject reply = session.send("Runtime.evaluate", arguments);
        if (reply.has("exceptionDetails")) {
            throw new AssertionError(reply.get("exceptionDetails").toString());
        }
        JsonObject result = reply.getAsJsonObject("result");
        return result.has("value") ? result.get("value") : result;
    }

    private static String resource(String path) {
        try (InputStream in = Axe.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The tests lack " + path + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
