package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody writes, in whatever script, and the page takes nothing away and does nothing early. */
@ExtendWith(Journeys.class)
class TypingJourney {

    private static final String OV = Scenery.OUTSIDE_VIEW;
    private static final Pattern SAVED = Pattern.compile("Saved|保存しました");

    /** What people write into a field for a number, and the number that is meant. */
    private static final String NUMBERS = """
            async () => {
              const { numberOf } = await import('/web/x/answer.js');
              return ['12', '１２', '１２．５', '12,5', '1,200', '１，２００', '－３', ' 4 ', '12 000', '十二', '1.2.3', ''].map(
                  (text) => `${text}=${numberOf(text)}`).join(' ');
            }""";

    private final Scenery scenery;

    TypingJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private Page begin(Visitor visitor, String token) {
        visitor.open("/respond#t=" + token)
                .page()
                .locator("main a[role=button]")
                .click();
        assertThat(visitor.page().locator(".fill .item").first()).isVisible();
        return visitor.page();
    }

    /** The page is drawn anew when an answer is saved, whoever is in the middle of a word. */
    @Test
    void a_note_is_not_disturbed_by_what_is_saved_meanwhile() {
        String token = scenery.invitation().seat(OV);
        Page page = begin(scenery.visitor("en", 390), token);
        Locator item = page.locator(".fill .item").first();
        item.locator("label.option").nth(1).click();
        item.locator("summary").click();
        Locator note = item.locator("textarea");
        note.pressSequentially("Seen at ");
        assertThat(page.locator(".save")).containsText(SAVED);
        note.pressSequentially("the plant");

        assertThat(note).hasValue("Seen at the plant");
        note.blur();
        page.waitForCondition(
                () -> scenery.invitation().answers(token, OV).toString().contains("\"note\":\"Seen at the plant\""));
    }

    @Test
    void a_word_that_is_still_chosen_among_characters_is_not_disturbed_and_counts_when_it_is() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("ja", 390);
        Page page = begin(visitor, token);
        Locator reasoned = page.locator(".fill .item").nth(1);
        reasoned.locator(".states label").last().click();
        Locator reason = reasoned.locator(".reason input");
        page.locator(".fill .item").first().locator("label.option").first().click();
        reason.focus();
        CDPSession keys = visitor.context().newCDPSession(page);
        compose(keys, "しゃがい");
        assertThat(page.locator(".save")).containsText(SAVED);
        assertThat(reason).hasValue("しゃがい");
        assertThat(page.locator(".progress").first()).containsText("29問中1問");
        JsonObject chosen = new JsonObject();
        chosen.addProperty("text", "社外");
        keys.send("Input.insertText", chosen);

        assertThat(reason).hasValue("社外");
        assertThat(page.locator(".progress").first()).containsText("29問中2問");
        page.waitForCondition(
                () -> scenery.invitation().answers(token, OV).toString().contains("\"reason\":\"社外\""));
    }

    private static void compose(CDPSession keys, String text) {
        JsonObject composed = new JsonObject();
        composed.addProperty("text", text);
        composed.addProperty("selectionStart", text.length());
        composed.addProperty("selectionEnd", text.length());
        keys.send("Input.imeSetComposition", composed);
    }

    /** On some phones the focus stays in the field: what was typed comes first, and what was tapped then stands. */
    @Test
    void what_is_chosen_after_typing_stands_also_where_a_tap_leaves_the_focus_in_the_field() {
        String token = scenery.invitation().seat(OV);
        Page page = begin(scenery.visitor("en", 390), token);
        page.evaluate("() => addEventListener('mousedown', (event) => event.preventDefault(), true)");
        Locator first = page.locator(".fill .item").first();
        first.locator(".states label").last().click();
        first.locator(".reason input").focus();
        first.locator(".reason input").pressSequentially("no plant");
        first.locator(".states input").first().click();
        Locator second = page.locator(".fill .item").nth(1);
        second.locator("label.option").nth(1).click();
        second.locator("summary").click();
        second.locator("textarea").focus();
        second.locator("textarea").pressSequentially("Seen");
        second.locator("label.option input").nth(2).click();

        page.waitForCondition(() -> {
            String kept = scenery.invitation().answers(token, OV).toString();
            return kept.contains("\"dontKnow\"")
                    && kept.contains("\"note\":\"Seen\"")
                    && !kept.contains("notApplicable");
        });
        assertThat(first.locator(".states input").first()).isChecked();
        assertThat(second.locator("label.option input").nth(2)).isChecked();
        assertThat(second.locator("textarea")).hasValue("Seen");
    }

    @Test
    void the_name_of_a_company_is_not_disturbed_by_a_score() {
        Page page = scenery.visitor("en", 390).open("/quick").page();
        page.locator(".fill .item").first().locator("label.option").nth(3).click();
        page.getByLabel("Name of the company").pressSequentially("Kei");
        assertThat(page.locator(".so-far .band")).isVisible();
        page.getByLabel("Name of the company").pressSequentially("retsu");

        assertThat(page.getByLabel("Name of the company")).hasValue("Keiretsu");
    }

    @Test
    void a_number_is_taken_in_any_width() {
        String token = scenery.invitation().seat("marketing-leadership-maturity", "H", Map.of());
        Page page = begin(scenery.visitor("ja", 390), token);
        assertThat(page.evaluate(NUMBERS))
                .isEqualTo("12=12 １２=12 １２．５=12.5 12,5=12.5 1,200=1200 １，２００=1200 －３=-3  4 =4 12 000=12000"
                        + " 十二=undefined 1.2.3=undefined =undefined");
        while (page.locator(".number input").count() == 0) {
            Scenery.next(page);
        }
        Locator number = page.locator(".number input").first();
        number.fill("９９９９９９９９");
        number.blur();
        assertThat(page.locator(".number .problem").first()).containsText("までの数値を入力してください");
        number.fill("１２");
        number.blur();

        assertThat(number).hasValue("12");
        assertThat(page.locator(".save")).containsText(SAVED);
    }

    /** A number out of its range is told at once, kept as it was written, and stands among what is wrong before submitting. */
    @Test
    void a_number_out_of_range_is_kept_and_listed_and_not_saved() {
        String token = scenery.invitation().seat("marketing-leadership-maturity", "H", Map.of());
        Page page = begin(scenery.visitor("en", 390), token);
        page.locator(".fill .item").first().locator("label.option").nth(1).click();
        while (page.locator(".number input").count() == 0) {
            Scenery.next(page);
        }
        Locator number = page.locator(".number input").first();
        String asked = page.url();
        number.fill("99999999");
        page.locator(".steps a").last().click();
        assertThat(page).hasURL(asked);
        assertThat(number).isFocused();
        assertThat(number).hasAccessibleDescription(Pattern.compile("Write a number from .* to .*"));

        page.locator(".menu summary").click();
        page.locator(".menu a[href='#review']").click();
        assertThat(page.locator(".notice.bad")).containsText("Write a number from");
        page.locator(".notice.bad a").click();
        assertThat(number).hasValue("99999999");
        number.fill("12");
        page.locator(".steps a").last().click();
        assertThat(page).not().hasURL(asked);
        page.waitForCondition(() -> scenery.invitation()
                .answers(token, "marketing-leadership-maturity")
                .toString()
                .contains("\"value\":12"));
    }
}
