package org.moatmark.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody reads: companies, questionnaires, what is stored; with a script or without. */
@ExtendWith(Journeys.class)
class ReadingJourney {

    private final Scenery scenery;

    ReadingJourney(Scenery scenery) {
        this.scenery = scenery;
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, false", "ja, 320, true"})
    void every_page_that_is_read_is_sound(String language, int width, boolean dark) {
        String name = "-" + language + "-" + width + (dark ? "-dark" : "");
        Visitor visitor = scenery.visitor(language, width, dark);
        visitor.open("/cases?sector=software-and-internet").look("cases" + name);
        visitor.open("/cases/adobe").look("case" + name);
        visitor.open("/cases/compare?a=adobe&b=hubspot&c=jp-shimano").look("compare" + name);
        visitor.open("/instruments").look("instruments" + name);
        visitor.open("/instruments/outside-view").look("instrument" + name);
        visitor.open("/privacy").look("privacy" + name);
    }

    @Test
    void a_phone_shows_every_company_that_is_compared() {
        Visitor visitor = scenery.visitor("en", 320);
        visitor.open("/cases/compare?a=adobe&b=hubspot");

        assertThat(visitor.page().locator("thead a").last()).isVisible();
        assertThat(visitor.page().evaluate("() => document.querySelector('.scroll').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void the_interface_has_a_way_back_in_the_language_of_the_reader() {
        Visitor visitor = scenery.visitor("ja", 1280);
        visitor.open("/?lang=ja").page().locator(".main-nav a[href^='/docs']").click();
        assertThat(visitor.page().locator("#back")).hasText("Moatmarkへ戻る");
        visitor.page().locator("#back").click();

        assertThat(visitor.page()).hasURL(Pattern.compile("/\\?lang=ja$"));
    }

    @Test
    void the_interface_is_dark_in_the_dark_and_says_in_japanese_what_each_call_does() {
        Page page = scenery.visitor("ja", 1280, true).open("/docs?lang=ja").page();

        assertThat(page.locator(".opblock-summary").first()).containsText("質問票の一覧");
        assertThat(page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(28, 32, 34)");
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.opblock-summary-path')).color"))
                .isEqualTo("rgb(228, 230, 230)");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, false", "ja, 320, true"})
    void what_parts_companies_leads_to_ratings_and_these_to_facts_which_are_marked_and_have_the_focus(
            String language, int width, boolean dark) {
        Visitor visitor = scenery.visitor(language, width, dark);
        Page page = visitor.open("/cases/compare?a=adobe&b=hubspot").page();
        page.locator(".apart a").first().click();
        assertThat(page.locator("section.rated:target")).isFocused();
        visitor.look("case-rating-" + language + "-" + width);

        page.locator(".rated a[href^='#']").first().click();

        assertThat(page.locator("li:target")).isFocused();
        assertThat(page.locator("li:target")).hasCSS("outline-style", "solid");
        visitor.look("case-fact-" + language + "-" + width);
    }

    @Test
    void companies_are_found_and_compared_without_a_script() {
        Visitor visitor = scenery.visitor("en", 1280, options -> options.setJavaScriptEnabled(false));
        visitor.page().navigate("/cases");
        visitor.page().getByLabel("Words in name or industry").fill("Adobe");
        visitor.page().locator("form button").click();
        visitor.page().locator("tbody a").first().click();
        assertThat(visitor.page().locator("h1")).hasText("Adobe");
        visitor.page().getByText("Compare with others").click();
        visitor.page().locator("#b").selectOption("hubspot");
        visitor.page().locator("form button").click();

        assertThat(visitor.page().locator("thead a")).hasCount(2);
    }
}
