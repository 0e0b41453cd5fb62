package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody without a mouse, from the link to the receipt of a long questionnaire, and the page never jumps under them. */
@ExtendWith(Journeys.class)
class KeyboardJourney {

    private static final String MLM = "marketing-leadership-maturity";
    private static final int LONG = 42;
    private static final int MOST_TABS = 400;

    /** Where the focus is: what has it, and how far its row is from the top of the window, below what sticks there. */
    private static final String FOCUS = """
            () => {
              const one = document.activeElement;
              const row = one.closest('label') ?? one;
              const box = row.getBoundingClientRect();
              const head = document.querySelector('.fill-head')?.getBoundingClientRect().bottom ?? 0;
              const inHead = Boolean(one.closest('.fill-head'));
              return {
                kind: one.matches('.options input, .states input') ? 'option' : one.matches('.number input, textarea') ? 'field'
                  : one.matches('.steps a:last-of-type, .steps button') ? 'on' : one.matches('main p > a[role=button]') ? 'on' : '',
                item: one.closest('.item')?.id ?? '',
                top: box.top,
                hidden: !inHead && box.height > 0 && (box.top < Math.max(0, head) - 1 || box.bottom > innerHeight + 1),
              };
            }""";

    private final Scenery scenery;

    KeyboardJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @Test
    void a_long_questionnaire_is_filled_by_keys_alone_and_never_jumps() {
        String token = scenery.invitation().seat(MLM, "H", Map.of());
        Visitor visitor = scenery.visitor("en", 1280);
        Page page = visitor.open("/respond#t=" + token).page();
        List<String> faults = new ArrayList<>();
        int answered = 0;
        tabTo(page, "on", faults);
        page.keyboard().press("Enter");
        while (answered < LONG) {
            assertThat(page.locator(".fill h2")).isFocused();
            answered += answerPage(page, faults);
            page.keyboard().press("Enter");
        }
        assertThat(faults).isEmpty();
        Scenery.go(page, "review");
        assertThat(page.locator("h1")).isFocused();
        tabTo(page, "on", faults);
        while (!"Submit my answers".equals(page.evaluate("() => document.activeElement.textContent"))) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Submitted");
        assertThat(faults).isEmpty();
        assertThat(scenery.invitation().answers(token, MLM).size()).isGreaterThanOrEqualTo(LONG);
    }

    /** Answers every question of a page, and leaves the focus on the way to the next one. */
    private static int answerPage(Page page, List<String> faults) {
        Keyboard keys = page.keyboard();
        List<String> done = new ArrayList<>();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            Map<?, ?> focus = press(page, "Tab", faults);
            String item = String.valueOf(focus.get("item"));
            if ("on".equals(focus.get("kind"))) {
                return done.size();
            } else if ("option".equals(focus.get("kind")) && !done.contains(item)) {
                done.add(item);
                stays(page, focus, press(page, "Space", faults), faults);
                Map<?, ?> before = focus(page);
                Map<?, ?> after = press(page, "ArrowDown", faults);
                if (!item.equals(after.get("item"))) {
                    faults.add(item + ": an arrow left the question; before " + before);
                }
            } else if ("field".equals(focus.get("kind")) && !done.contains(item)) {
                done.add(item);
                keys.type("3");
            }
        }
        throw new AssertionError("The way on was not reached by " + MOST_TABS + " tabs.");
    }

    private static void tabTo(Page page, String kind, List<String> faults) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (kind.equals(press(page, "Tab", faults).get("kind"))) {
                return;
            }
        }
        throw new AssertionError("Nothing of kind '" + kind + "' was reached.");
    }

    private static Map<?, ?> focus(Page page) {
        return (Map<?, ?>) page.evaluate(FOCUS);
    }

    /** Presses a key; what has the focus then must be seen whole. */
    private static Map<?, ?> press(Page page, String key, List<String> faults) {
        page.keyboard().press(key);
        Map<?, ?> focus = focus(page);
        if (Boolean.TRUE.equals(focus.get("hidden"))) {
            faults.add(key + " led to something out of sight: " + focus);
        }
        return focus;
    }

    /** An answer moves nothing under whoever gives it. */
    private static void stays(Page page, Map<?, ?> before, Map<?, ?> after, List<String> faults) {
        double moved = ((Number) after.get("top")).doubleValue() - ((Number) before.get("top")).doubleValue();
        if (Math.abs(moved) > 1) {
            faults.add(before.get("item") + " moved by " + moved + " pixels on " + page.url());
        }
    }
}
