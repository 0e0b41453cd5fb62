package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else somebody with a seat's link does: prove, place invented companies, change devices, take back, erase. */
@ExtendWith(Journeys.class)
class AnsweringJourney {

    private static final String OV = Scenery.OUTSIDE_VIEW;
    private static final String MLM = "marketing-leadership-maturity";
    private static final Pattern SAVED = Pattern.compile("Saved|保存しました");

    private final Scenery scenery;

    AnsweringJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    private static Visitor begin(Visitor visitor, String token) {
        visitor.open("/respond#t=" + token)
                .page()
                .locator("main a[role=button]")
                .click();
        assertThat(visitor.page().locator(".fill .item").first()).isVisible();
        return visitor;
    }

    private Visitor visitor(String language, int width) {
        return scenery.visitor(language, width);
    }

    private static void saved(Page page) {
        assertThat(page.locator(".save")).containsText(SAVED);
    }

    /** The walk of an executive between two meetings: on a phone, in Japanese, through a tunnel. */
    @Test
    void a_phone_in_japanese_loses_its_connection_in_between_and_no_answer() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = visitor("ja", 390).expecting("ERR_INTERNET_DISCONNECTED");
        Page page = visitor.page();
        visitor.open("/respond#t=" + token).look("walk-1-welcome");
        page.locator("main a[role=button]").click();
        answerAll(page);
        int answered = page.locator(".fill .item").count();
        page.waitForCondition(() -> scenery.invitation().answers(token, OV).size() == answered);
        saved(page);
        visitor.context().setOffline(true);
        next(page);
        answerAll(page);
        assertThat(page.locator(".save")).containsText("オフライン");
        int waiting = page.locator(".fill .item").count();
        assertThat(page.locator(".save")).containsText(waiting + "件の回答が送信待ち");
        visitor.look("walk-2-offline");
        next(page);
        answerAll(page);
        visitor.context().setOffline(false);
        saved(page);
        while (!"#review".equals(page.locator(".steps a").last().getAttribute("href"))) {
            next(page);
            answerAll(page);
        }
        page.locator(".steps a").last().click();
        visitor.look("walk-3-review");
        page.locator(".steps button").click();
        assertThat(page.locator("h1")).hasText("提出しました");
        visitor.look("walk-4-receipt");

        assertThat(scenery.invitation().answers(token, OV).size()).isEqualTo(29);
    }

    private static void next(Page page) {
        Scenery.next(page);
        assertThat(page.locator(".fill h2")).isVisible();
    }

    private static void answerAll(Page page) {
        for (Locator item : page.locator(".fill .item").all()) {
            if (item.locator(".options").count() > 0) {
                item.locator(".options label.option").nth(1).click();
            }
        }
    }

    @Test
    void evidence_is_given_graded_changed_and_taken_back() {
        String token = scenery.invitation().seat(MLM, "H", Map.of("form", "core"));
        Visitor visitor = visitor("en", 390);
        Page page = begin(visitor, token).page();
        while (page.getByText("Add a note or evidence").count() == 0) {
            answerAll(page);
            if (page.getByText("Add a note or evidence").count() == 0) {
                next(page);
            }
        }
        Locator item = page.locator(".item:has-text('Add a note or evidence')").first();
        String key = item.getAttribute("id").substring("item-".length());
        item.locator("summary").click();
        item.getByText("Add evidence").click();
        item.getByLabel("What kind of evidence").selectOption("E2");
        item.getByLabel("What it is").fill("The board minutes of March");
        item.getByLabel("Link (optional)").fill("https://example.org/minutes");
        item.getByLabel("Link (optional)").blur();
        page.waitForCondition(() -> evidence(token, key).contains("https://example.org/minutes"));
        assertThat(evidence(token, key)).contains("\"grade\":\"E2\"", "The board minutes of March");
        visitor.look("respond-evidence-en-390");

        page.reload();
        assertThat(item.getByLabel("What it is")).hasValue("The board minutes of March");
        item.getByText("Remove").click();
        page.waitForCondition(() -> "null".equals(evidence(token, key)));
    }

    private String evidence(String token, String key) {
        JsonObject answer = scenery.invitation().answers(token, MLM).getAsJsonObject(key);
        return answer == null ? "not saved yet" : String.valueOf(answer.get("evidence"));
    }

    @Test
    void invented_companies_are_placed_on_the_same_steps() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = visitor("ja", 390);
        Page page = begin(visitor, token).page();
        while (page.locator("blockquote").count() == 0) {
            next(page);
        }
        assertThat(page.locator("h2")).containsText("架空の企業");
        page.locator(".item").first().locator("label.option").nth(3).click();
        saved(page);
        visitor.look("respond-vignettes-ja-390");

        page.reload();
        assertThat(page.locator(".item").first().locator("input").nth(3)).isChecked();
        assertThat(scenery.invitation().answers(token, OV).size()).isEqualTo(0);
    }

    @Test
    void somebody_goes_on_with_another_device() {
        String token = scenery.invitation().seat(OV);
        Visitor phone = visitor("en", 390);
        begin(phone, token);
        answerAll(phone.page());
        saved(phone.page());

        Visitor desk = visitor("ja", 1280);
        desk.open("/respond#t=" + token);
        assertThat(desk.page().locator("main a[role=button]")).containsText(Pattern.compile("続ける（29問中\\d+問"));
        desk.page().locator("main a[role=button]").click();
        assertThat(desk.page().locator(".eyebrow")).containsText("2ページ");
        desk.page().locator(".steps a").first().click();
        assertThat(desk.page()
                        .locator(".item")
                        .first()
                        .locator("label.option")
                        .nth(1)
                        .locator("input"))
                .isChecked();
    }

    @Test
    void a_page_that_dies_while_it_waits_for_a_connection_loses_nothing() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = visitor("en", 390).expecting("ERR_INTERNET_DISCONNECTED");
        begin(visitor, token);
        visitor.context().setOffline(true);
        visitor.page().locator(".fill .item label.option").nth(3).click();
        assertThat(visitor.page().locator(".save")).containsText("Offline: 1 answer waiting");
        crash(visitor.page());
        visitor.page().close();
        visitor.context().setOffline(false);

        Page again = visitor.tab();
        again.navigate("/respond");
        again.waitForCondition(() -> scenery.invitation().answers(token, OV).size() == 1);
    }

    private static void crash(Page page) {
        page.onCrash(dead -> {});
        try {
            page.navigate("chrome://crash");
        } catch (PlaywrightException crashed) {
            assertThat(crashed.getMessage()).contains("crash");
        }
    }

    @Test
    void whoever_wants_to_be_forgotten_is() {
        String token = scenery.invitation().seat(OV);
        Visitor visitor = visitor("ja", 390).expecting("401");
        Page page = begin(visitor, token).page();
        answerAll(page);
        saved(page);
        page.navigate("/respond#data");
        page.onceDialog(asked -> asked.accept());
        page.locator("button:has-text('私の回答を消去する')").click();
        assertThat(page.locator("h1")).hasText("消去しました");
        visitor.look("respond-erased-ja-390");

        assertThat(page.evaluate("() => Object.keys(localStorage).filter((key) => key.includes(':outside-view'))"))
                .isEqualTo(List.of());
        visitor.open("/respond#t=" + token);
        assertThat(page.locator("h1")).hasText("お手元のリンクを開いてください");
    }

    @ParameterizedTest
    @CsvSource({
        "ja, Asia/Tokyo, '2027年3月31日(水) 23:59 JST'",
        "en, Asia/Tokyo, 'Wed, March 31, 2027 at 23:59 GMT+9'",
        "en, America/New_York, 'Wed, March 31, 2027 at 10:59 EDT'"
    })
    void a_date_that_binds_is_told_with_its_weekday_and_zone(String language, String zone, String shown) {
        String token = scenery.invitation().seat(OV, "executive", Map.of("closesAt", "2027-03-31T14:59:00Z"));
        Visitor visitor = scenery.visitor(language, 390, options -> options.setTimezoneId(zone));
        visitor.open("/respond#t=" + token);

        assertThat(visitor.page().locator(".facts")).containsText(shown);
    }
}
