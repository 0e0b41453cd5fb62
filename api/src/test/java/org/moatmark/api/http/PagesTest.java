package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages are served, and what stands on them without a script. */
@ExtendWith(Served.class)
class PagesTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final PageWords WORDS = new PageWords();

    /** What Chromium and Firefox ask for. */
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Http http;

    PagesTest(Http http) {
        this.http = http;
    }

    private static List<String> pages() {
        return List.of(
                "/",
                "/quick",
                "/respond",
                "/assessments",
                "/privacy",
                "/cases",
                "/cases?sector=software-and-internet&q=",
                "/cases/adobe",
                "/cases/compare",
                "/cases/compare?a=adobe&b=hubspot&c=",
                "/instruments",
                "/instruments/marketing-leadership-maturity");
    }

    @Test
    void a_page_may_load_nothing_from_elsewhere_and_run_nothing_that_is_written_into_it() {
        for (String path : pages()) {
            Http.Reply page = http.ask("GET", path).with("Accept", "text/html").send();

            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Content-Security-Policy")).as(path).isEqualTo(SecurityHeaders.CSP_PAGE);
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(page.body()).as(path).doesNotContain("{{", " style=", " onclick=", "<style");
            assertThat(page.body()).as(path).doesNotContainPattern("<script(?! type=\"module\" src=\"/web/)");
        }
    }

    @Test
    void everything_that_a_page_names_is_there_and_stays_in_the_browser() {
        Set<String> named = new TreeSet<>();
        for (String path : pages()) {
            ADDRESS.matcher(http.ask("GET", path)
                            .with("Accept", "text/html")
                            .send()
                            .body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(address -> address.startsWith("/web/"))
                    .forEach(named::add);
        }

        assertThat(named).isNotEmpty();
        for (String address : named) {
            Http.Reply file = http.ask("GET", address).send();
            assertThat(file.status()).as(address).isEqualTo(200);
            assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        }
    }

    @Test
    void a_page_and_a_file_are_not_sent_again_to_who_has_them() {
        Http.Reply page = http.ask("GET", "/").with("Accept", "text/html").send();
        Http.Reply again = http.ask("GET", "/")
                .with("Accept", "text/html")
                .with("If-None-Match", page.header("ETag"))
                .send();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.CSP_PAGE);
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_file_of_another_build_is_the_present_one_but_not_for_ever() {
        Http.Reply file = http.ask("GET", "/web/000000000000/i18n.js").send();

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(http.ask("GET", "/web/000000000000/i18n.js")
                        .with("If-None-Match", file.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/x/no-such.js",
                "/web/x/index.txt",
                "/web/x/docs.html",
                "/web/x/frame.html",
                "/web/x/frame.en.json",
                "/web/x/",
                "/web/x/i18n.js/",
                "/web/i18n.js",
                "/web/x/I18N.JS"
            })
    void what_is_not_listed_is_not_there(String path) {
        assertThat(http.ask("GET", path).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/x/..%2f..%2fopenapi.json",
                "/web/x/%2e%2e/openapi.json",
                "/web/x/../pages/frame.html",
                "/web/x/..%5cpages%5cframe.html",
                "/web/x/i18n.js%00.css",
                "/web/x/%252e%252e"
            })
    void a_path_that_climbs_is_refused(String path) {
        assertThat(http.ask("GET", path).send().status()).isEqualTo(400);
        assertThat(http.ask("GET", "/web/x/i18n.js;a=b").send().status()).isEqualTo(404);
    }

    @Test
    void the_language_is_that_of_the_link_else_that_of_the_browser() {
        assertThat(lang("/", "ja,en;q=0.5")).isEqualTo("ja");
        assertThat(lang("/", "de,en;q=0.5")).isEqualTo("en");
        assertThat(lang("/?lang=en", "ja")).isEqualTo("en");
        assertThat(lang("/?lang=ja", "en")).isEqualTo("ja");
        assertThat(http.ask("GET", "/?lang=fr")
                        .with("Accept", "text/html")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    /** The questionnaire itself comes on top. */
    @Test
    void the_page_to_fill_in_stays_under_sixty_kilobytes() throws IOException {
        String page = read("/respond?lang=ja");
        int bytes = compressed(page);
        for (String address : ADDRESS.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(one -> one.startsWith("/web/"))
                .collect(Collectors.toSet())) {
            bytes += compressed(read(address));
        }

        assertThat(bytes).isBetween(20_000, 60_000);
    }

    @Test
    void japanese_is_set_as_japanese_is() {
        String css = new String(Library.resource("/web/files/moatmark.css"), StandardCharsets.UTF_8);

        assertThat(css)
                .contains("word-break: auto-phrase", "line-break: strict", "line-height: 1.8", "\"Noto Sans JP\"")
                .containsPattern("em:lang\\(ja\\) \\{\\s+font-style: normal")
                .doesNotContain("break-all", "uppercase", "@font-face", "font-style: italic");
    }

    @Test
    void what_is_stored_is_told_with_whom_to_ask_and_the_way_to_ones_own() {
        assertThat(read("/privacy?lang=ja")).contains("問い合わせ先", "href=\"/respond?lang=ja#data\"");
        assertThat(read("/privacy?lang=en")).contains("Whom to ask", "erase what is stored of your seat");
    }

    @Test
    void scripts_and_styles_and_pages_come_compressed() {
        for (String path : List.of("/web/x/item.js", "/web/x/words-respond.ja.js", "/web/x/moatmark.css", "/cases")) {
            assertThat(http.ask("GET", path)
                            .with("Accept-Encoding", "gzip")
                            .send()
                            .header("Content-Encoding"))
                    .as(path)
                    .isEqualTo("gzip");
        }
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }

    @Test
    void a_company_is_read_without_a_script_with_facts_sources_and_both_raters() {
        String page = read("/cases/adobe?lang=ja");

        assertThat(page).doesNotContain("<script").contains("評価者A", "評価者B", "評価が分かれた設問", "rel=\"noopener noreferrer\"");
        assertThat(page).contains("<p lang=\"en\">In May 2013 it ended boxed creative software");
    }

    @Test
    void companies_are_filtered_and_compared_without_a_script() {
        assertThat(read("/cases")).contains("137 of 137 companies", "/cases/adobe");
        assertThat(read("/cases?q=%E3%83%88%E3%83%A8%E3%82%BF&lang=ja"))
                .contains("137社のうち1社", "<span>トヨタ自動車</span>")
                .doesNotContain("Toyota Motor");
        assertThat(read("/cases/jp-toyota?lang=ja"))
                .contains("<span>トヨタ自動車</span> <small lang=\"en\">Toyota Motor</small>", "もとの言語（英語）のまま");
        assertThat(read("/cases/jp-toyota?lang=en"))
                .contains("<span>Toyota Motor</span>")
                .doesNotContain("トヨタ");
        assertThat(read("/cases?q=no+company+is+called+so")).contains("0 of 137 companies");
        assertThat(read("/cases/compare?a=adobe&b=hubspot&lang=en"))
                .contains("href=\"/cases/adobe?lang=en\"", "href=\"/cases/hubspot?lang=en\"", "value=\"en\"")
                .contains("<td data-label=\"Adobe\">", "<td data-label=\"HubSpot\">");
    }

    @Test
    void what_parts_companies_most_stands_on_top_and_leads_to_the_ratings() {
        String page = read("/cases/compare?a=adobe&b=hubspot&lang=ja");
        String apart = page.substring(page.indexOf("<h2 id=\"apart\">"), page.indexOf("<table class=\"even\">"));
        Matcher links = Pattern.compile(
                        "href=\"/cases/(adobe|hubspot)\\?lang=ja#(OV\\d\\d)\">(?:<span>アドビ|<span lang=\"en\">HubSpot)</span>")
                .matcher(apart);

        assertThat(apart.split("<li>")).hasSize(6);
        assertThat(links.results())
                .hasSize(10)
                .allSatisfy(link -> assertThat(read("/cases/" + link.group(1)))
                        .contains("<section id=\"" + link.group(2) + "\" tabindex=\"-1\""));
        assertThat(read("/cases/compare?a=adobe")).doesNotContain("id=\"apart\"");
    }

    @Test
    void who_sent_a_cookie_for_a_key_is_led_to_the_desk_and_not_asked_to_sign_in() {
        for (String path : List.of("/", "/quick", "/cases", "/no-such")) {
            Http.Reply stranger = http.ask("GET", path).with("Accept", BROWSER).send();
            Http.Reply known = http.ask("GET", path)
                    .with("Accept", BROWSER)
                    .with("Cookie", "moatmark_key=whatever")
                    .send();

            assertThat(stranger.body()).as(path).contains("<a id=\"sign-in\" href=\"/assessments\">Sign in</a>");
            assertThat(known.body())
                    .as(path)
                    .contains("<a id=\"sign-in\" href=\"/assessments\">Assessments</a>")
                    .doesNotContain("Sign in</a>", "whatever");
        }
        assertThat(http.ask("GET", "/").with("Accept", BROWSER).send().header("Vary"))
                .contains("Cookie", "Accept-Language");
    }

    @Test
    void a_questionnaire_is_read_with_every_question_and_its_sources() {
        String page = read("/instruments/marketing-leadership-maturity?lang=ja");

        assertThat(page)
                .contains("id=\"M1.1a\"", "id=\"M13", "Vorhies &amp; Morgan")
                .doesNotContain("<script");
    }

    private String read(String path) {
        return http.ask("GET", path).send().body();
    }

    private String lang(String path, String accepted) {
        Http.Reply page = http.ask("GET", path)
                .with("Accept", "text/html")
                .with("Accept-Language", accepted)
                .send();
        String lang = page.body().replaceFirst("(?s).*<html lang=\"(\\w+)\".*", "$1");
        assertThat(page.header("Content-Language")).isEqualTo(lang);
        return lang;
    }

    @Test
    void a_language_that_was_chosen_stays_chosen_in_every_link() {
        String page =
                http.ask("GET", "/?lang=ja").with("Accept", "text/html").send().body();

        assertThat(page).contains("href=\"/quick?lang=ja\"", "href=\"/?lang=en\" lang=\"en\"");
        assertThat(http.ask("GET", "/").with("Accept", "text/html").send().body())
                .contains("href=\"/quick\"");
    }
}
