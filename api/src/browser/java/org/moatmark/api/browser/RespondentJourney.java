package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with a seat's link answers: in one go, with accidents, and in spite of whoever else answers too. */
@ExtendWith(Journeys.class)
class RespondentJourney {

    private static final String OV = "outside-view";
    private static final Pattern SAVED = Pattern.compile("Saved|保存しました");
    private static final String NO_NETWORK = "ERR_INTERNET_DISCONNECTED";

    /** Puts an answer of 7 beside those that wait to be sent. */
    private static final String WAITING = """
            ([seat, key]) => localStorage.setItem(`moatmark:${seat}:outside-view`,
                JSON.stringify({[`answers/${key}`]: {kind: 'answers', key, value: {value: 7}, base: null}}))""";

    private final Scenery scenery;

    RespondentJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private static Visitor open(Visitor visitor, String token) {
        visitor.open("/respond#t=" + token);
        assertThat(visitor.page().url()).doesNotContain(token);
        return visitor;
    }

    /** From the welcome to the first questions. */
    private static Visitor begin(Visitor visitor, String token) {
        open(visitor, token).page().locator("main a[role=button]").click();
        assertThat(visitor.page().locator(".fill .item").first()).isVisible();
        return visitor;
    }

    private static void saved(Page page) {
        assertThat(page.locator(".save")).containsText(SAVED);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, false", "ja, 390, true", "ja, 320, false"})
    void a_seat_answers_everything_with_a_reload_in_the_middle(String language, int width, boolean dark) {
        String token = scenery.invitation().seat(OV);
        String name = "-" + language + "-" + width + (dark ? "-dark" : "");
        Visitor visitor = scenery.visitor(language, width, dark);
        open(visitor, token).look("respond-welcome" + name);
        visitor.page().locator("main a[role=button]").click();
        visitor.look("respond-fill" + name);
        answerThisPage(visitor.page());
        saved(visitor.page());
        visitor.page().reload();
        assertThat(visitor.page().locator(".item").first().locator("input").nth(2))
                .isChecked();
        visitor.look("respond-answered" + name);
        while (visitor.page().locator(".steps a[href^='#fill']").count() > 0 && !atTheEnd(visitor.page())) {
            next(visitor.page());
            answerThisPage(visitor.page());
        }
        visitor.page().locator(".steps a").last().click();
        visitor.look("respond-review" + name);
        assertThat(visitor.page().locator(".progress").first()).containsText("29");
        visitor.page().locator(".steps button").click();
        assertThat(visitor.page().locator("code")).isVisible();
        visitor.look("respond-receipt" + name);

        assertThat(scenery.invitation().answers(token, OV).size()).isEqualTo(29);
        assertThat(visitor.page()
                        .evaluate(
                                "() => Object.keys(localStorage).filter((key) => key.endsWith('outside-view')).length"))
                .isEqualTo(0);
    }

    @Test
    void a_seat_is_told_the_same_minutes_as_a_visitor_and_who_sees_what_is_not_submitted_yet() {
        Visitor visitor = scenery.visitor("en", 390);
        visitor.open("/");
        assertThat(visitor.page().locator("main")).containsText("29 questions, about 15 minutes");
        open(visitor, scenery.invitation().seat(OV));

        assertThat(visitor.page().locator(".facts")).containsText("29 questions, about 15 minutes");
        assertThat(visitor.page().locator(".facts")).containsText("before you submit");
    }

    private static boolean atTheEnd(Page page) {
        return "#review".equals(page.locator(".steps a").last().getAttribute("href"));
    }

    private static void next(Page page) {
        Scenery.next(page);
        assertThat(page.locator(".fill .item").first()).isVisible();
    }

    private static void answerThisPage(Page page) {
        List<Locator> items = page.locator(".fill .item").all();
        assertThat(items).hasSizeBetween(1, 8);
        for (Locator item : items) {
            item.locator("label.option").nth(2).click();
        }
    }

    @Test
    void two_tabs_that_answer_the_same_question_are_asked_which_is_right() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("en", 1280).expecting("412");
        begin(visitor, token);
        Page other = visitor.tab();
        other.navigate("/respond#fill-1");
        assertThat(other.locator(".fill .item").first()).isVisible();
        String key = other.locator(".fill .item").first().getAttribute("id").substring("item-".length());

        visitor.choose(key, "2");
        saved(visitor.page());
        other.locator("[id='item-" + key + "'] label:has(input[value='4'])").click();
        assertThat(other.locator(".save")).containsText("Someone changed the same answer.");
        other.locator(".save a").click();
        assertThat(other.locator("h1")).isFocused();
        assertThat(other.locator(".sides")).containsText("2:");
        other.getByText("Keep this one").click();
        assertThat(other.getByText("There is nothing to compare any more.")).isVisible();
        other.waitForCondition(() -> scenery.invitation()
                        .answers(token, OV)
                        .getAsJsonObject(key)
                        .get("value")
                        .getAsInt()
                == 4);
    }

    @Test
    void both_of_two_answers_are_kept_one_of_them_in_a_note() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("ja", 390).expecting("412");
        Page page = begin(visitor, token).page();
        String key = page.locator(".fill .item").first().getAttribute("id").substring("item-".length());
        Page other = visitor.tab();
        other.navigate("/respond#fill-1");
        other.locator("[id='item-" + key + "'] label:has(input[value='4'])").click();
        saved(other);
        visitor.choose(key, "2");
        page.locator(".save a").click();
        page.getByText("もう一方をメモに残す").click();
        page.waitForCondition(() -> note(token, key).startsWith("もう一方の回答：4: ") && value(token, key) == 2);
    }

    private String note(String token, String key) {
        JsonElement note =
                scenery.invitation().answers(token, OV).getAsJsonObject(key).get("note");
        return note == null ? "" : note.getAsString();
    }

    private int value(String token, String key) {
        return scenery.invitation()
                .answers(token, OV)
                .getAsJsonObject(key)
                .get("value")
                .getAsInt();
    }

    @Test
    void a_review_marks_what_was_changed_since_somebody_came_back() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("en", 320);
        Page page = begin(visitor, token).page();
        answerThisPage(page);
        saved(page);
        Scenery.go(page, "review");
        assertThat(page.locator("main")).not().containsText("since you came back");
        open(visitor, token).page().locator("main a[role=button]").click();
        page.locator(".steps a").first().click();
        Locator first = page.locator(".fill .item").first();
        String question = first.locator("legend").innerText();
        first.locator("label.option").nth(4).click();
        saved(page);
        Scenery.go(page, "review");

        assertThat(page.locator("details:has-text('You changed 1 answer') li")).containsText("Before: 3: ");
        page.locator("details:has-text('You changed 1 answer') a").click();
        assertThat(page.locator(".fill .item").first()).isFocused();
        assertThat(page.locator(".fill .item legend").first()).hasText(question);
    }

    /** An answer that waited on the device from a time when its question had other steps. */
    @Test
    void what_is_wrong_with_answers_is_listed_above_all_has_the_focus_and_leads_to_each() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("en", 390).expecting("422");
        Page page = begin(visitor, token).page();
        page.locator(".fill .item label.option").nth(1).click();
        saved(page);
        String item = page.locator(".fill .item").nth(1).getAttribute("id");
        page.evaluate(WAITING, List.of(scenery.invitation().id(token), item.substring("item-".length())));
        page.reload();
        assertThat(page.locator(".problem")).containsText("answer 7 is not on its scale");
        Scenery.go(page, "review");
        visitor.button("Submit my answers").click();

        Locator summary = page.locator("[tabindex='-1']:focus");
        assertThat(summary.locator("h2")).hasText("Not everything could be saved yet");
        assertThat(summary.locator("li")).containsText("answer 7 is not on its scale");
        visitor.look("respond-wrong-en-390");
        summary.locator("li a").click();
        assertThat(page.locator("[id='" + item + "']")).isFocused();
        assertThat(page.locator("[id='" + item + "']"))
                .hasAttribute("aria-describedby", Pattern.compile(item + "-problem"));
    }

    @Test
    void answers_wait_without_a_connection_and_go_when_there_is_one() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("en", 390).expecting(NO_NETWORK);
        begin(visitor, token);
        visitor.context().setOffline(true);
        for (Locator item : visitor.page().locator(".fill .item").all().subList(0, 3)) {
            item.locator("label.option").nth(1).click();
        }
        assertThat(visitor.page().locator(".save")).containsText("Offline: 3 answers waiting");
        visitor.look("respond-offline-en-390");
        assertThat(scenery.invitation().answers(token, OV).size()).isEqualTo(0);
        visitor.context().setOffline(false);

        saved(visitor.page());
        assertThat(scenery.invitation().answers(token, OV).size()).isEqualTo(3);
    }

    @Test
    void a_browser_that_is_closed_while_answers_wait_loses_nothing(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
        String token = scenery.invitation().seat(OV);
        Visitor first = scenery.keeping(folder, "en", 390);
        begin(first, token);
        first.context().setOffline(true);
        first.page().locator(".fill .item label.option").nth(3).click();
        assertThat(first.page().locator(".save")).containsText("Offline: 1 answer waiting");
        first.expecting(NO_NETWORK).leave();

        Visitor again = scenery.keeping(folder, "en", 390);
        open(again, token);
        again.page()
                .waitForCondition(() -> scenery.invitation().answers(token, OV).size() == 1);
    }

    @Test
    void two_clicks_submit_once() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("en", 1280);
        begin(visitor, token);
        visitor.page().locator(".fill .item label.option").first().click();
        saved(visitor.page());
        visitor.page().navigate("/respond#review");
        visitor.page().locator(".steps button").dblclick();
        assertThat(visitor.page().locator("h1")).containsText("Submitted");
        visitor.page().goBack();

        visitor.page().reload();
        assertThat(visitor.page().locator("h1")).containsText("Submitted");
    }

    @Test
    void a_keyboard_is_enough() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = scenery.visitor("en", 1280);
        open(visitor, token);
        visitor.page().locator("main a[role=button]").focus();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("h2").first()).isFocused();
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().locator(".item").first().locator("input").first())
                .isFocused();
        visitor.page().keyboard().press("Space");
        visitor.page().keyboard().press("ArrowDown");
        saved(visitor.page());

        visitor.page().locator(".menu summary").focus();
        visitor.page().keyboard().press("Enter");
        visitor.page().getByLabel("Choose with the number keys").press("Space");
        visitor.page().locator(".item").nth(1).locator("input").first().focus();
        visitor.page().keyboard().press("5");
        assertThat(visitor.page().locator(".item").nth(1).locator("input[value='5']"))
                .isChecked();
    }

    @Test
    void without_a_link_the_page_says_where_to_find_it() {
        Visitor visitor = scenery.visitor("ja", 320).expecting("401");
        visitor.open("/respond").look("respond-no-link-ja-320");
        assertThat(visitor.page().locator("h1")).containsText("リンクを開いてください");
    }
}
