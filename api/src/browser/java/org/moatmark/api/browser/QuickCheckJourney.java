package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger checks a company from the start page on. */
@ExtendWith(Journeys.class)
class QuickCheckJourney {

    private static final List<String> FIRST = List.of("OV01", "OV02", "OV03", "OV04", "OV05");

    private static final String BELOW_THE_HEAD =
            "() => document.querySelector('.fill h2, .result h2').getBoundingClientRect().top"
                    + " >= document.querySelector('.fill-head').getBoundingClientRect().bottom";

    private final Scenery scenery;

    QuickCheckJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ja, 390", "en, 320"})
    void a_stranger_goes_from_the_first_page_to_a_result(String language, int width) {
        Visitor visitor = scenery.visitor(language, width);
        String name = "-" + language + "-" + width;
        visitor.open("/").look("start" + name);
        visitor.page().locator("main a[role=button]").click();
        visitor.page().waitForURL("**/quick");
        visitor.look("quick" + name);
        for (int part = 0; part < 5; part++) {
            assertThat(visitor.page().locator(".fill .item").first()).isVisible();
            for (var item : visitor.page().locator(".fill .item").all()) {
                item.locator("label.option").nth(3).click();
            }
            visitor.page().locator(".steps button").nth(part == 0 ? 0 : 1).click();
        }
        assertThat(visitor.page().locator(".headline")).containsText("75");
        assertThat(visitor.page().locator(".result a").first()).isVisible();
        assertThat(visitor.page().locator("table.scores tbody tr")).hasCount(8);
        visitor.look("quick-result" + name);
    }

    @Test
    void bounds_narrow_with_every_part_and_nothing_is_kept_outside_the_tab() {
        Visitor visitor = scenery.visitor("en", 1280);
        visitor.open("/quick");
        visitor.choose("OV01", "5");
        assertThat(visitor.page().locator(".so-far p")).containsText("No score yet");
        int wide = width(visitor.page());
        FIRST.forEach(item -> visitor.choose(item, "3"));
        visitor.page()
                .waitForFunction(
                        "(wide) => parseFloat(document.querySelector('.so-far .band-range').style.width) < wide", wide);

        assertThat(visitor.page().evaluate("() => localStorage.length")).isEqualTo(0);
        assertThat(visitor.context().cookies()).isEmpty();
        Page another = visitor.tab();
        another.navigate("/quick");
        assertThat(another.locator(".progress").first()).containsText("0 of 29");
    }

    @Test
    void answers_outlive_a_reload_and_another_language_in_the_same_tab() {
        Visitor visitor = scenery.visitor("en", 390);
        visitor.open("/quick");
        FIRST.forEach(item -> visitor.choose(item, "4"));
        visitor.button("Next").click();
        visitor.page().reload();
        assertThat(visitor.page().locator(".progress").first()).containsText("5 of 29");
        visitor.page().locator(".languages a").click();
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "ja");

        assertThat(visitor.page().locator(".progress").first()).containsText("29問中5問");
        assertThat(visitor.page().locator(".fill .eyebrow")).containsText("第2部");
        assertThat(visitor.page().evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void the_head_covers_no_heading_and_a_range_says_which_questions_leave_it() {
        Visitor visitor = scenery.visitor("en", 390);
        visitor.open("/quick");
        for (int part = 0; part < 5; part++) {
            for (var item : visitor.page().locator(".fill .item").all()) {
                item.locator("label.option").nth(3).click();
            }
            if (part == 4) {
                visitor.page().locator(".fill .item .states label").first().click();
            }
            visitor.page().locator(".steps button").nth(part == 0 ? 0 : 1).click();
            visitor.page().waitForFunction(BELOW_THE_HEAD);
        }

        assertThat(visitor.page().locator(".so-far p")).containsText("You answered 1 question with \"I do not know\"");
    }

    private static int width(Page page) {
        return ((Number) page.evaluate(
                        "() => Math.floor(parseFloat(document.querySelector('.so-far .band-range').style.width))"))
                .intValue();
    }

    @Test
    void what_does_not_apply_counts_once_it_has_its_reason() {
        Visitor visitor = scenery.visitor("en", 390);
        visitor.open("/quick");
        visitor.item("OV01").getByText("Does not apply to us").click();
        assertThat(visitor.page().locator(".progress").first()).containsText("0 of 29");
        visitor.item("OV01").getByLabel("Why does it not apply?").fill("It has no customers yet");

        assertThat(visitor.page().locator(".progress").first()).containsText("1 of 29");
        assertThat(visitor.page().locator(".so-far p")).containsText("between");
        visitor.button("Show the result").click();
        assertThat(visitor.page().locator(".result")).containsText("It has no customers yet");
    }

    @Test
    void answers_stay_on_the_device_only_while_the_person_says_so() {
        Visitor visitor = scenery.visitor("en", 1280);
        visitor.open("/quick");
        visitor.choose("OV01", "5");
        visitor.page().getByLabel("Keep my answers on this device").check();
        visitor.open("/quick");
        assertThat(visitor.page().locator(".progress").first()).containsText("1 of 29");
        visitor.page().getByLabel("Keep my answers on this device").uncheck();

        assertThat(visitor.page().evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void a_result_is_saved_as_data_and_as_a_page() throws IOException {
        Visitor visitor = scenery.visitor("ja", 1280);
        visitor.open("/quick");
        FIRST.forEach(item -> visitor.choose(item, "4"));
        visitor.button("結果を見る").click();
        visitor.page().getByLabel("企業名").fill("<img src=x onerror=alert(1)>");
        assertThat(visitor.page().locator("table.scores")).isVisible();

        Download data =
                visitor.page().waitForDownload(() -> visitor.button("データ（JSON）").click());
        Download page =
                visitor.page().waitForDownload(() -> visitor.button("ページ（HTML）").click());

        JsonObject saved = JsonParser.parseString(Files.readString(data.path())).getAsJsonObject();
        assertThat(saved.get("company").getAsString()).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(saved.getAsJsonObject("answers").size()).isEqualTo(5);
        assertThat(visitor.page().locator(".result")).containsText("先に答えるとよい設問");
        assertThat(visitor.page().locator(".result .notice a")).hasAttribute("href", Pattern.compile("^/assessments"));
        assertThat(saved.getAsJsonObject("result").get("format").getAsString()).isEqualTo("moatmark/result/1");
        assertThat(Files.readString(page.path()))
                .contains("lang=\"ja\"", "&lt;img src=x")
                .doesNotContain("<img", "<script");
    }

    @Test
    void a_keyboard_is_enough() {
        Visitor visitor = scenery.visitor("en", 1280);
        visitor.open("/quick");
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().locator(".skip")).isFocused();
        visitor.page().keyboard().press("Enter");
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.item("OV01").locator("input").first()).isFocused();
        visitor.page().keyboard().press("Space");
        visitor.page().keyboard().press("ArrowDown");
        visitor.page().keyboard().press("ArrowDown");

        assertThat(visitor.item("OV01").locator("input").nth(2)).isChecked();
        assertThat(visitor.page().locator(".progress").first()).containsText("1 of 29");
    }
}
