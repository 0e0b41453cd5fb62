package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.NamedPeers;
import org.moatmark.core.benchmark.PeerCriteria;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.BenchmarkJson;
import org.moatmark.core.json.ComparisonJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.PositionJson;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.report.Result;

/** Benchmarks, positions and comparisons from outside: what is answered is what the library says. */
class PlacingRoutesTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();
    private static final CaseLibrary CASES = MOATMARK.cases();
    private static final Benchmark BENCHMARK = MOATMARK.benchmark();
    private static final String DEMO = read("/demo/business-model-differentiation.json");

    @RegisterExtension
    static final Served SERVED = Served.at(Clock.fixed(Instant.parse("2026-11-01T23:30:00Z"), ZoneOffset.UTC));

    private final Http http;
    private final World world;

    PlacingRoutesTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    private static String read(String resource) {
        return new String(Library.resource(resource), StandardCharsets.UTF_8);
    }

    private static Result demo() {
        return MOATMARK.score(MOATMARK.readWave(DEMO).orThrow());
    }

    private Http.Reply get(String path) {
        return http.ask("GET", path).send();
    }

    private static JsonObject expected(PositionSettings settings) {
        Checked<Position> position = BENCHMARK.position(MOATMARK.subject(demo()).orThrow(), settings);
        return PositionJson.document((Checked.Valid<Position>) position, CASES);
    }

    private Http.Reply compare(String body) {
        return world.ask("POST", "/v1/compare").json(body).send();
    }

    private static List<JsonValue> list(JsonValue in, String key) {
        return ((JsonArray) ((JsonObject) in).toMap().get(key)).values();
    }

    private static List<String> pointers(Http.Reply reply) {
        return list(reply.json(), "errors").stream()
                .map(one -> ((JsonString) ((JsonObject) one).toMap().get("pointer")).value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside-view", "marketing-leadership-maturity", "business-model-differentiation"})
    void a_benchmark_is_the_spread_of_the_cases_on_the_items_of_a_questionnaire(String id) {
        Questionnaire questionnaire = MOATMARK.catalogue().newest(id).orElseThrow();
        PeerCriteria nordic = new PeerCriteria(null, "Nordics", null, null, null, null);

        assertThat(get("/v1/benchmarks/" + id).json())
                .isEqualTo(BenchmarkJson.document(
                        questionnaire,
                        BENCHMARK
                                .distribution(questionnaire, PeerCriteria.ANYONE, 10)
                                .orThrow(),
                        BENCHMARK));
        assertThat(get("/v1/benchmarks/" + id + "?region=Nordics&min=3").json())
                .isEqualTo(BenchmarkJson.document(
                        questionnaire,
                        BENCHMARK.distribution(questionnaire, nordic, 3).orThrow(),
                        BENCHMARK));
    }

    @Test
    void a_benchmark_needs_no_key_and_is_not_sent_again() {
        String path = "/v1/benchmarks/outside-view?peers=apple,hp,dell";
        Http.Reply reply = get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(reply.body()).contains("Quantiles need 10 companies; 3 have a score here");
        assertThat(http.ask("GET", path)
                        .with("If-None-Match", reply.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(get("/v1/benchmarks/no-such-thing").text("code")).isEqualTo("not-found");
        assertThat(get("/v1/benchmarks/outside-view?runs=10").text("code")).isEqualTo("invalid-parameter");
        assertThat(pointers(get("/v1/benchmarks/outside-view?sector=x&min=0"))).containsExactly("/sector", "/min");
        assertThat(pointers(get("/v1/benchmarks/outside-view?peers=aple&region=Japan")))
                .containsExactly("/peers", "/peers");
        assertThat(http.ask("DELETE", path).send().header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void the_position_of_a_stored_result_is_that_of_the_library() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                .bearer(seat.token())
                .with("If-Match", "*")
                .patch("{\"answers\":{\"M2g\":{\"value\":4},\"M3e\":{\"value\":2},\"M4e\":{\"value\":5}}}")
                .send();
        String results = "/v1/assessments/" + assessment + "/results/" + World.MLM;
        Result result = MOATMARK.readResult(
                        world.ask("GET", results).send().body().getBytes(StandardCharsets.UTF_8))
                .orThrow();
        Http.Reply reply =
                world.ask("GET", results + "/position?peers=all&runs=50").send();
        PositionSettings settings =
                PositionSettings.DEFAULT.with(PeerCriteria.ANYONE).with(50, 1);
        Checked<Position> position = BENCHMARK.position(MOATMARK.subject(result).orThrow(), settings);

        assertThat(reply.json()).isEqualTo(PositionJson.document((Checked.Valid<Position>) position, CASES));
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(world.ask("GET", results + "/position?peers=all&runs=50")
                        .with("If-None-Match", reply.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(get(results + "/position").status()).isEqualTo(401);
        assertThat(http.ask("GET", results + "/position")
                        .bearer(seat.token())
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(world.ask("GET", results.replace(World.MLM, "outside-view") + "/position")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(pointers(world.ask("GET", results + "/position?market=b2x&seed=x")
                        .send()))
                .containsExactly("/market", "/seed");
        assertThat(world.ask("POST", results + "/position").json("{}").send().status())
                .isEqualTo(405);
    }

    @Test
    void a_score_comes_with_its_position_when_asked_for() {
        Http.Reply plain = http.ask("POST", "/v1/score").json(DEMO).send();
        Http.Reply placed =
                http.ask("POST", "/v1/score?position=true").json(DEMO).send();
        Http.Reply named = http.ask("POST", "/v1/score?position=true&peers=apple,hp,dell&seed=3")
                .json(DEMO)
                .send();

        assertThat(plain.body()).isEqualTo(MOATMARK.write(demo()));
        assertThat(http.ask("POST", "/v1/score?position=false")
                        .json(DEMO)
                        .send()
                        .body())
                .isEqualTo(plain.body());
        Map<String, JsonValue> members = placed.json().toMap();
        assertThat(members.remove("position")).isEqualTo(expected(PositionSettings.DEFAULT));
        assertThat(JsonObject.of(members)).isEqualTo(plain.json());
        assertThat(named.json().get("position"))
                .isEqualTo(expected(PositionSettings.DEFAULT
                        .with(new NamedPeers(List.of("apple", "hp", "dell")))
                        .with(2_000, 3)));
    }

    @Test
    void words_of_a_position_are_refused_where_none_was_asked_for() {
        for (String query : List.of("position=yes", "sector=mobility", "position=false&peers=apple", "positon=true")) {
            assertThat(http.ask("POST", "/v1/score?" + query).json(DEMO).send().text("code"))
                    .as(query)
                    .isEqualTo("invalid-parameter");
        }
        assertThat(pointers(http.ask("POST", "/v1/score?position=true&sector=x&runs=10001")
                        .json(DEMO)
                        .send()))
                .containsExactly("/sector", "/runs");
        assertThat(http.ask("POST", "/v1/score?position=maybe")
                        .with("Accept-Language", "ja")
                        .json(DEMO)
                        .send()
                        .body())
                .contains("パラメーター「position」は true でも false でもありません。", "\"allowed\":[\"true\",\"false\"]");
    }

    @Test
    void companies_are_compared_whether_results_answers_or_cases() {
        String result = MOATMARK.write(demo());
        Http.Reply cases = compare("{\"subjects\":[{\"case\":\"apple\"},{\"case\":\"hp\"}]}");
        Http.Reply mixed = compare("{\"subjects\":[" + result + "," + DEMO
                + ",{\"case\":\"apple\"},{\"questionnaire\":\"outside-view\"," + "\"answers\":{\"OV01\":4}}]}");
        Subject demo = MOATMARK.subject(demo()).orThrow();
        Subject bare = MOATMARK.readSubject(
                        JsonTree.parse("{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":4}}")
                                .orThrow())
                .orThrow();

        assertThat(cases.json())
                .isEqualTo(ComparisonJson.document(
                        BENCHMARK
                                .compare(List.of(Subject.of(CASES, "apple"), Subject.of(CASES, "hp")))
                                .orThrow(),
                        CASES.questionnaire(),
                        CASES));
        assertThat(mixed.json())
                .isEqualTo(ComparisonJson.document(
                        BENCHMARK
                                .compare(List.of(demo, demo, Subject.of(CASES, "apple"), bare))
                                .orThrow(),
                        CASES.questionnaire(),
                        CASES));
        assertThat(compare("{\"subjects\":[" + result + "," + result + "]}")
                        .json()
                        .get("honesty"))
                .isNull();
    }

    @Test
    void a_comparison_needs_a_key_and_two_to_fifty_companies() {
        String two = "{\"subjects\":[{\"case\":\"apple\"},{\"case\":\"hp\"}]}";
        String apple = "{\"case\":\"apple\"}";

        assertThat(http.ask("POST", "/v1/compare").json(two).send().status()).isEqualTo(401);
        assertThat(compare("{\"subjects\":[" + apple + "]}").body())
                .contains("A comparison takes from 2 to 50 results, not 1.");
        assertThat(compare("{\"subjects\":[" + String.join(",", Collections.nCopies(51, apple)) + "]}")
                        .status())
                .isEqualTo(422);
        assertThat(compare("{\"subjects\":[" + String.join(",", Collections.nCopies(50, apple)) + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(pointers(compare("{}"))).containsExactly("/subjects");
        assertThat(pointers(compare("{\"subjects\":[" + apple + "," + apple + "],\"more\":1}")))
                .containsExactly("/more");
        assertThat(compare("[]").status()).isEqualTo(422);
        assertThat(compare("{").status()).isEqualTo(400);
        assertThat(http.ask("GET", "/v1/compare").bearer(Running.OWNER).send().header("Allow"))
                .isEqualTo("OPTIONS, POST");
        assertThat(world.ask("POST", "/v1/compare?lang=en").json(two).send().status())
                .isEqualTo(400);
    }

    @Test
    void every_fault_of_a_comparison_is_told_at_its_place() {
        String wrongMethod = MOATMARK.write(demo()).replaceFirst("sha256:[0-9a-f]{64}", "sha256:" + "0".repeat(64));
        Http.Reply reply = compare("{\"subjects\":[{\"case\":\"aple\"},{\"case\":1},{\"case\":\"apple\",\"more\":1},"
                + "{\"questionnaire\":\"outside-view\",\"answers\":{\"OV01\":9}}," + wrongMethod + ",7]}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(pointers(reply))
                .containsExactly(
                        "/subjects/0/case",
                        "/subjects/1/case",
                        "/subjects/2/case",
                        "/subjects/3/answers/OV01",
                        "/subjects/4/questionnaire/methodHash",
                        "/subjects/5");
    }

    @Test
    void what_has_nothing_in_common_is_told_so() throws IOException {
        String other = read("/demo/marketing-leadership-maturity.json");
        Http.Reply reply = compare("{\"subjects\":[" + DEMO + "," + other + "]}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("\"code\":\"nothing-in-common\"");
    }
}
