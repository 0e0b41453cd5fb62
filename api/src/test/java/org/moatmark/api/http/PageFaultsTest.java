package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser is shown where there is nothing, or something went wrong. */
@ExtendWith(Served.class)
class PageFaultsTest {

    /** What Chromium and Firefox ask for. */
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final PageWords WORDS = new PageWords();

    private final Http http;

    PageFaultsTest(Http http) {
        this.http = http;
    }

    @Test
    void what_is_not_there_is_told_on_a_page() {
        for (String path : List.of("/cases/no-such", "/cases/compare?a=no-such", "/instruments/no-such", "/quick/")) {
            Http.Reply page = http.ask("GET", path)
                    .with("Accept", BROWSER)
                    .with("Accept-Language", "ja")
                    .send();

            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
            assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.CSP_PAGE);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.body()).contains("<html lang=\"ja\">", "<h1>ページが見つかりません</h1>");
        }
    }

    @Test
    void a_fault_is_a_page_for_a_browser_and_a_problem_for_everybody_else() {
        for (String accept : List.of("*/*", "application/json", "application/json, text/html;q=0.5")) {
            assertThat(http.ask("GET", "/no-such").with("Accept", accept).send().header("Content-Type"))
                    .as(accept)
                    .isEqualTo(Answer.PROBLEM);
        }
        assertThat(http.ask("GET", "/v1/companies")
                        .with("Accept", BROWSER)
                        .send()
                        .header("Content-Type"))
                .isEqualTo(Answer.PROBLEM);
    }

    @Test
    void the_page_of_a_fault_says_what_its_headers_say_and_how_to_go_on() {
        Http.Reply method =
                http.ask("POST", "/quick").with("Accept", BROWSER).json("{}").send();
        Http.Reply language =
                http.ask("GET", "/cases?lang=fr&q=a").with("Accept", BROWSER).send();
        Http.Reply harm = http.ask("GET", "/no-such?%22%3E%3Cscript%3E=1&lang=ja")
                .with("Accept", BROWSER)
                .send();

        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        assertThat(method.body()).contains("This cannot be done here", "href=\"/\"");
        assertThat(language.status()).isEqualTo(400);
        assertThat(language.body()).contains("Write en or ja.", "href=\"/cases?lang=ja&amp;q=a\"");
        assertThat(harm.body())
                .contains("lang=\"ja\"", "href=\"/quick?lang=ja\"")
                .doesNotContain("<script>");
    }

    @Test
    void every_status_has_a_page_in_both_languages() {
        ErrorPages errors = new ErrorPages(new PageFrame(new WebFiles(WORDS), WORDS));
        for (Slug slug : Slug.values()) {
            for (String language : PageWords.LANGUAGES) {
                Answer page = errors.of(Halt.of(slug), new Visit(language, null, "/x", null, false), "a reference");

                assertThat(page.status()).isEqualTo(slug.status());
                assertThat(new String(page.body(), StandardCharsets.UTF_8))
                        .contains("<html lang=\"" + language + "\">")
                        .doesNotContain("{{");
            }
        }
    }
}
