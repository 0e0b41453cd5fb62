package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner without a mouse: signs in, sets up, invites, opens, closes, reads the report and takes everything away. */
@ExtendWith(Journeys.class)
class OwnerKeyboardJourney {

    private static final int MOST_TABS = 300;

    /** Whether what is wanted has the focus, and what is wrong with what has it: out of sight, or without a mark. */
    private static final String FOCUS = """
            (wanted) => {
              const one = document.activeElement;
              if (one === document.body) return {there: false, fault: ''};
              const box = one.getBoundingClientRect();
              const marked = [one, one.closest('label')].some((part) => {
                const style = part && getComputedStyle(part);
                return style && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
              });
              const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return {
                there: one.matches(wanted),
                fault: seen && marked ? '' : (seen ? 'no mark: ' : 'out of sight: ') + one.outerHTML.slice(0, 120),
              };
            }""";

    private final Scenery scenery;
    private final List<String> faults = new ArrayList<>();

    OwnerKeyboardJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @Test
    void an_assessment_goes_from_sign_in_to_its_export_by_keys_alone() {
        Visitor owner = scenery.visitor("en", 1280);
        Page page = owner.open("/assessments").page();
        owner.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        type(page, "#key", scenery.owner());
        page.keyboard().press("Enter");
        assertThat(page.locator(".desk h1")).isFocused();

        press(page, "a[href='#new']");
        assertThat(page.locator("input[name=companyName]")).isVisible();
        type(page, "input[name=companyName]", "Arima Precision");
        type(page, "input[name=name]", "Autumn");
        tabTo(page, ".asked:last-of-type input[type=checkbox]");
        page.keyboard().press("Space");
        press(page, "main form > button[type=submit], main form .steps button[type=submit]");
        page.waitForURL("**/seats");

        tabTo(page, "details.add select");
        page.keyboard().press("ArrowDown");
        type(page, "details.add textarea", "CEO, Board, Chief executive");
        press(page, "details.add button[type=submit]");
        assertThat(page.locator("table.scores tbody tr")).hasCount(1);

        part(page, ":first-child");
        press(page, ".next button");
        assertThat(page.locator(".state-open").first()).isVisible();
        part(page, "[href$='/seats']");
        press(page, "button[aria-label='Copy the link of seat CEO']");
        assertThat(page.locator("tbody [role=status]").first()).isVisible();
        answer(String.valueOf(page.evaluate("() => navigator.clipboard.readText()")));

        part(page, ":first-child");
        press(page, ".next button");
        press(page, ".next button");
        assertThat(page.locator(".next details")).isVisible();
        press(page, ".next a[href$='/results']");
        press(page, ".cards a[role=button]");
        assertThat(page.locator(".report h1")).isVisible();
        press(page, "#profile > .scroll a.opens");
        assertThat(page.locator(".explanation h2")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#profile > .scroll a.opens").first()).isFocused();

        press(page, ".crumb a");
        press(page, "button.narrow");
        assertThat(page.locator("table.scores .save-file")).isVisible();
        tabTo(page, "table.scores .save-file button");
        assertThat(page.waitForDownload(() -> page.keyboard().press("Enter")).suggestedFilename())
                .endsWith(".zip");
        press(page, ".desk-who button");
        assertThat(page.locator("#key")).isVisible();
        assertThat(faults).isEmpty();
    }

    private void answer(String link) {
        Api seat = scenery.api().as(link.substring(link.indexOf("#t=") + 3));
        Map<String, Object> answers = new TreeMap<>();
        for (int i = 1; i <= 29; i++) {
            answers.put(String.format("OV%02d", i), Map.of("value", 1 + i % 5));
        }
        seat.patch("/v1/seat/answers/" + Scenery.OUTSIDE_VIEW, Map.of("answers", answers));
        seat.post("/v1/seat/submit", "");
    }

    /** Goes to another screen of the assessment. */
    private void part(Page page, String which) {
        press(page, ".desk .desk-nav a" + which);
        assertThat(page.locator(".desk .desk-nav a" + which)).hasAttribute("aria-current", "page");
    }

    private void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().type(text);
    }

    private void press(Page page, String control) {
        tabTo(page, control);
        page.keyboard().press("Enter");
    }

    /** Goes on by the tabulator until the focus is there, all around the page if need be, once it is there to be reached. */
    private void tabTo(Page page, String wanted) {
        Scenery.settled(page);
        page.locator(wanted).first().waitFor();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            Map<?, ?> focus = (Map<?, ?>) page.evaluate(FOCUS, wanted);
            if (Boolean.TRUE.equals(focus.get("there"))) {
                return;
            }
            page.keyboard().press("Tab");
            String fault = String.valueOf(((Map<?, ?>) page.evaluate(FOCUS, wanted)).get("fault"));
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        }
        throw new AssertionError("'" + wanted + "' was not reached by " + MOST_TABS + " tabs.");
    }
}
