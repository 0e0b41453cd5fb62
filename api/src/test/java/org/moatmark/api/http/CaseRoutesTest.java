package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.json.CaseJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.ReliabilityJson;

/** {@code /v1/cases} from outside. */
@ExtendWith(Served.class)
class CaseRoutesTest {

    private static final CaseLibrary CASES = Moatmark.shipped().cases();

    private final Http http;

    CaseRoutesTest(Http http) {
        this.http = http;
    }

    private Http.Reply get(String path) {
        return http.ask("GET", path).send();
    }

    private static List<JsonValue> list(JsonObject in, String key) {
        return ((JsonArray) in.toMap().get(key)).values();
    }

    private static String text(JsonValue in, String key) {
        return ((JsonString) ((JsonObject) in).toMap().get(key)).value();
    }

    private static List<String> ids(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return list(reply.json(), "items").stream().map(one -> text(one, "id")).toList();
    }

    private static List<JsonValue> errors(Http.Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        return list(reply.json(), "errors");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 137, 200})
    void walking_all_pages_gives_each_company_once_in_order(int limit) {
        List<String> walked = new ArrayList<>();
        String next = "/v1/cases?limit=" + limit;
        while (!next.isEmpty()) {
            Http.Reply page = get(next);
            walked.addAll(ids(page));
            JsonValue link = ((JsonObject) page.json().toMap().get("links")).get("next");
            next = link == null ? "" : ((JsonString) link).value();
            assertThat(page.header("Link")).isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
        }

        assertThat(walked)
                .isEqualTo(
                        CASES.companies().stream().map(CaseCompany::id).sorted().toList());
    }

    @Test
    void filters_are_kept_from_page_to_page() {
        String filter = "region=Japan&q=" + URLEncoder.encode("電機", StandardCharsets.UTF_8);
        List<String> all = ids(get("/v1/cases?limit=200&" + filter));
        Http.Reply first = get("/v1/cases?limit=2&" + filter);
        String next = ((JsonString)
                        ((JsonObject) first.json().toMap().get("links")).toMap().get("next"))
                .value();

        assertThat(all).hasSizeGreaterThan(3).allMatch(id -> id.startsWith("jp-"));
        assertThat(next).startsWith("/v1/cases?q=%E9%9B%BB%E6%A9%9F&region=Japan&limit=2&cursor=");
        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(ids(get(next))).isEqualTo(all.subList(2, 4));
    }

    @Test
    void a_cursor_is_good_for_its_list_and_filters_only() {
        String next = get("/v1/cases?limit=2&region=Japan").body();
        String cursor = next.replaceFirst("(?s).*cursor=([^\"]+).*", "$1");

        assertThat(get("/v1/cases?region=Japan&cursor=" + cursor).status()).isEqualTo(200);
        for (String query : List.of("cursor=" + cursor, "region=Nordics&cursor=" + cursor, "region=Japan&cursor=x")) {
            assertThat(get("/v1/cases?" + query).text("code")).isEqualTo("invalid-cursor");
        }
    }

    @Test
    void each_filter_lets_through_what_it_says() {
        assertThat(ids(get("/v1/cases?limit=200&sector=mobility"))).hasSize(9).contains("jp-toyota");
        assertThat(ids(get("/v1/cases?limit=200&country=SE&sector=mobility")))
                .containsExactly("volvo-cars", "volvo-trucks");
        assertThat(ids(get("/v1/cases?asOf=2012"))).contains("apple", "hp", "dell");
        assertThat(ids(get("/v1/cases?asOf=2005-2020&limit=200"))).hasSize(18);
        assertThat(ids(get("/v1/cases?size=micro"))).containsExactly("jp-okano");
        assertThat(ids(get("/v1/cases?limit=200&market=b2b"))).containsAll(ids(get("/v1/cases?limit=200&market=both")));
        assertThat(ids(get("/v1/cases?q=toyota+motor"))).containsExactly("jp-toyota");
        assertThat(ids(get("/v1/cases?q=%E3%83%88%E3%83%A8%E3%82%BF"))).containsExactly("jp-toyota");
        assertThat(get("/v1/cases/jp-toyota").body()).contains("トヨタ自動車");
    }

    @Test
    void wrong_words_are_answered_with_the_allowed_ones_in_the_language_of_the_caller() {
        String query = "/v1/cases?sector=mobilty&size=big&asOf=soon&country=jp";
        List<JsonValue> english = errors(get(query), 400);
        List<JsonValue> japanese =
                errors(http.ask("GET", query).with("Accept-Language", "ja").send(), 400);

        assertThat(english)
                .extracting(one -> text(one, "pointer"))
                .containsExactly("/sector", "/size", "/asOf", "/country");
        assertThat(text(english.get(0), "detail")).isEqualTo("The case companies have no sector 'mobilty'.");
        assertThat(text(english.get(0), "hint")).startsWith("Did you mean 'mobility'? ");
        assertThat(list((JsonObject) english.get(0), "allowed"))
                .extracting(one -> ((JsonString) one).value())
                .isEqualTo(CASES.sectors());
        assertThat(list((JsonObject) english.get(2), "allowed")).contains(new JsonString("2012"));
        assertThat(text(japanese.get(1), "detail")).isEqualTo("事例企業に規模「big」はありません。");
        assertThat(text(get("/v1/cases?sektor=x").json(), "code")).isEqualTo("invalid-parameter");
        assertThat(get("/v1/cases?sektor=x").body()).contains("\"asOf\",\"country\",\"cursor\",\"limit\",\"market\"");
        assertThat(get("/v1/cases?sector=mobility&sector=retail").status()).isEqualTo(400);
        assertThat(get("/v1/cases?limit=0").status()).isEqualTo(400);
        assertThat(get("/v1/cases?q=%20").status()).isEqualTo(400);
        assertThat(get("/v1/cases?q=%ff").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%20OR%201=1--", "%2527", "%5c", "1;select"})
    void probes_find_nothing(String probe) {
        assertThat(get("/v1/cases?q=" + probe).status()).isEqualTo(200);
        assertThat(get("/v1/cases?sector=" + probe).status()).isEqualTo(400);
    }

    @Test
    void a_company_is_what_the_library_says() {
        assertThat(get("/v1/cases/apple").json()).isEqualTo(CaseJson.document(CASES, "apple"));
        assertThat(get("/v1/cases/reliability").json()).isEqualTo(ReliabilityJson.document(CASES));
        assertThat(get("/v1/cases/nobody").text("code")).isEqualTo("not-found");
        assertThat(get("/v1/cases/").status()).isEqualTo(404);
        assertThat(get("/v1/cases/apple?lang=en").status()).isEqualTo(400);
    }

    @Test
    void every_answer_says_what_the_numbers_are_not() {
        Http.Reply page = get("/v1/cases?limit=1");
        JsonObject shortly = (JsonObject) page.json().toMap().get("honesty");

        assertThat(text(shortly, "en")).startsWith("A collection, not a sample. ");
        assertThat(text(shortly, "ja")).startsWith("標本ではなく、編集された事例集です。");
        JsonObject whole =
                (JsonObject) get(page.text("honestyPage")).json().toMap().get("honesty");
        assertThat(text(whole, "en")).isEqualTo(CASES.honesty().in("en"));
        assertThat(text(whole, "ja")).isEqualTo(CASES.honesty().in("ja"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases?limit=2", "/v1/cases/apple", "/v1/cases/reliability"})
    void what_was_not_changed_is_not_sent_again(String path) {
        Http.Reply first = get(path);
        String tag = first.header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{16}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        Http.Reply again = http.ask("GET", path).with("If-None-Match", tag).send();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.body()).isEmpty();
        assertThat(http.ask("GET", path)
                        .with("If-None-Match", "\"other\"")
                        .send()
                        .body())
                .isEqualTo(first.body());
        assertThat(http.ask("GET", path).with("Accept-Language", "ja").send().header("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void every_list_and_company_has_a_tag_of_its_own() {
        Set<String> tags = new HashSet<>();
        for (String path : List.of(
                "/v1/cases?limit=1",
                "/v1/cases?limit=2",
                "/v1/cases?limit=1&region=Japan",
                "/v1/cases/apple",
                "/v1/cases/hp")) {
            assertThat(tags.add(get(path).header("ETag"))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases", "/v1/cases/apple", "/v1/cases/reliability"})
    void other_methods_are_told_what_is_possible(String path) {
        Http.Reply head = http.ask("HEAD", path).send();
        Http.Reply options = http.ask("OPTIONS", path).send();
        Http.Reply post = http.ask("POST", path).json("{}").send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(get(path).header("ETag"));
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(get(path).body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(http.ask("GET", path).with("Accept", "text/csv").send().status())
                .isEqualTo(406);
        assertThat(http.ask("GET", path).bearer("nobody-knows-this-one").send().status())
                .isEqualTo(401);
        assertThat(http.ask("GET", path).bearer(Running.OWNER).send().status()).isEqualTo(200);
    }
}
