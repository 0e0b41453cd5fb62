package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
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
        for (Locator item : page.locator(".fill .item").all()) {
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
