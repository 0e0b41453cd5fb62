package org.moatmark.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What somebody writes into a field to make it run in the browser of somebody else: {@code xss.txt}, a payload a line. */
final class Harm {

    static final List<String> PAYLOADS = read();

    /** As many payloads as a name takes, until all have been written. */
    static final List<String> NAMES = packed(195);

    /** Of titles, which are shorter. */
    static final List<String> TITLES = packed(118);

    /** As many as a note takes. */
    static final List<String> NOTES = packed(1_900);

    /** Whatever a payload leaves behind if it is taken for markup. */
    private static final String TRACES = """
            () => [
              ...(window.__xss === undefined ? [] : ['it ran']),
              ...[...document.querySelectorAll('main *, body > :not(header, main, footer, .skip)')]
                .filter((one) => [...one.attributes].some(({name, value}) =>
                  /^on/.test(name) || /^\\s*(javascript|vbscript|data):/i.test(value) || name === 'srcdoc'))
                .map((one) => one.outerHTML.slice(0, 200)),
              ...[...document.querySelectorAll('main :is(script, iframe, object, embed, base, meta, x, xmp, listing, marquee)')]
                .map((one) => one.outerHTML.slice(0, 200)),
            ]""";

    private Harm() {}

    private static List<String> read() {
        try (InputStream in = Objects.requireNonNull(Harm.class.getResourceAsStream("/xss.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> packed(int longest) {
        List<String> packs = new ArrayList<>();
        StringBuilder pack = new StringBuilder();
        for (String payload : PAYLOADS) {
            if (pack.length() + payload.length() + 1 > longest) {
                packs.add(pack.toString());
                pack.setLength(0);
            }
            pack.append(pack.isEmpty() ? "" : " ").append(payload);
        }
        packs.add(pack.toString());
        return List.copyOf(packs);
    }

    /** What ran, and what has become an element or an attribute. */
    static List<?> traces(Page page) {
        return (List<?>) page.evaluate(TRACES);
    }

    /** Nothing of it ran, and nothing of it has become an element or an attribute. */
    static void leftNoTrace(Page page, String where) {
        assertThat(traces(page)).as(where).isEmpty();
    }

    /** Waits until a text stands on the page as it was written. */
    static void isShown(Page page, String text) {
        page.waitForFunction(
                "(text) => document.documentElement.textContent.includes(text)"
                        + " || [...document.querySelectorAll('input, textarea')].some((one) => one.value.includes(text))",
                text);
    }
}
