package org.moatmark.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.moatmark.api.Running;
import org.moatmark.core.Moatmark;

/**
 * The stored walk over HTTP: company, assessment, seats, answers, submit, close, result. Long, since every step of the one
 * walk is here, against one server.
 */
class WalkTest {

    private static final String MLM = "marketing-leadership-maturity";
    private static final String OV = "outside-view";
    private static final String PATCH = "application/merge-patch+json";

    @RegisterExtension
    static final Served SERVED = Served.at(Clock.fixed(Instant.parse("2026-11-01T23:30:00Z"), ZoneOffset.UTC));

    private final Running server;
    private final RequestSpecification owner;

    WalkTest(Running server) {
        this.server = server;
        owner = base().addHeader("Authorization", "Bearer " + Running.OWNER).build();
    }

    private RequestSpecBuilder base() {
        return new RequestSpecBuilder()
                .setBaseUri(server.url())
                .setConfig(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    private RequestSpecification seat(String token) {
        return given(base().addHeader("Authorization", "Bearer " + token).build());
    }

    private RequestSpecification owner() {
        return given(owner);
    }

    private String company() {
        return owner().contentType("application/json")
                .body("{\"name\":\"Example KK\",\"country\":\"JP\",\"size\":\"large\",\"market\":\"b2b\"}")
                .post("/v1/companies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String assessment(String... questionnaires) {
        return owner().contentType("application/json")
                .body("{\"company\":\"" + company() + "\",\"name\":\"Autumn\",\"questionnaires\":[\""
                        + String.join("\",\"", questionnaires) + "\"]}")
                .post("/v1/assessments")
                .then()
                .statusCode(201)
                .body("status", equalTo("draft"))
                .extract()
                .path("id");
    }

    private String addSeat(String assessment, String key, String informants) {
        return owner().contentType("application/json")
                .body("{\"key\":\"" + key + "\",\"department\":\"Marketing\",\"role\":\"Head\",\"informants\":"
                        + informants + "}")
                .post("/v1/assessments/" + assessment + "/seats")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private void step(String assessment, String step) {
        owner().post("/v1/assessments/" + assessment + "/" + step).then().statusCode(200);
    }

    private Response patch(String token, String questionnaire, String etag, String answers) {
        return seat(token)
                .contentType(PATCH)
                .header("If-Match", etag)
                .body("{\"answers\":" + answers + "}")
                .patch("/v1/seat/answers/" + questionnaire);
    }

    @Test
    void the_walk_ends_in_the_result_that_the_library_gives() {
        String assessment = assessment(OV);
        String one = addSeat(assessment, "b-2", "{\"" + OV + "\":\"outsider\"}");
        String two = addSeat(assessment, "a-1", "{\"" + OV + "\":[\"outsider\"]}");
        step(assessment, "open");
        String all = "{\"value\":4,\"note\":\"\u30e1\u30e2\"}";
        StringBuilder answers = new StringBuilder("{");
        for (int i = 1; i <= 29; i++) {
            answers.append(i == 1 ? "" : ",").append(String.format("\"OV%02d\":%s", i, all));
        }
        answers.append('}');
        patch(one, OV, "\"v0-en\"", answers.toString()).then().statusCode(200).body("version", equalTo(1));
        patch(two, OV, "\"v0-ja\"", answers.toString().replace(":4", ":3"))
                .then()
                .statusCode(200);
        seat(one).post("/v1/seat/submit").then().statusCode(200).body("seat.status", equalTo("submitted"));
        step(assessment, "close");

        String result = owner().get("/v1/assessments/" + assessment + "/results/" + OV)
                .then()
                .statusCode(200)
                .body("format", equalTo("moatmark/result/1"))
                .body("date", equalTo("2026-11-01"))
                .body("company.name", equalTo("Example KK"))
                .body("index.evidenced", notNullValue())
                .extract()
                .asString();
        String wave = "{\"format\":\"moatmark/wave/1\",\"questionnaire\":{\"id\":\"" + OV + "\",\"version\":\"1.1.0\"},"
                + "\"company\":{\"name\":\"Example KK\",\"country\":\"JP\",\"size\":\"large\",\"market\":\"b2b\"},"
                + "\"date\":\"2026-11-01\",\"respondents\":["
                + "{\"seat\":{\"key\":\"a-1\",\"department\":\"Marketing\",\"role\":\"Head\",\"informant\":\"outsider\"},"
                + "\"answers\":" + answers.toString().replace(":4", ":3") + "},"
                + "{\"seat\":{\"key\":\"b-2\",\"department\":\"Marketing\",\"role\":\"Head\",\"informant\":\"outsider\"},"
                + "\"answers\":" + answers + "}]}";
        Moatmark moatmark = Moatmark.shipped();

        assertThat(result)
                .isEqualTo(moatmark.write(moatmark.score(moatmark.readWave(wave).orThrow())));
        assertThat(given(base().build())
                        .contentType("application/json")
                        .body(wave)
                        .post("/v1/score")
                        .asString())
                .isEqualTo(result);
        owner().get("/v1/assessments/" + assessment + "/results")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].questionnaire.id", equalTo(OV));
    }

    @Test
    void ratings_of_invented_companies_are_kept_beside_the_answers_and_come_into_the_result() {
        String assessment = assessment(OV);
        String token = addSeat(assessment, "a-1", "{\"" + OV + "\":\"outsider\"}");
        step(assessment, "open");

        rate(
                        token,
                        "\"v0-en\"",
                        "{\"answers\":{\"OV01\":{\"value\":3}},\"vignettes\":{\"V01a\":2,\"V01b\":5,\"V03a\":1}}")
                .then()
                .statusCode(200)
                .body("vignettes", equalTo(Map.of("V01a", 2, "V01b", 5, "V03a", 1)));
        rate(token, "\"v1-en\"", "{\"vignettes\":{\"V01b\":4,\"V03a\":null}}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("answers.OV01.value", equalTo(3));
        rate(token, "\"v2-en\"", "{\"vignettes\":{\"V01a\":6,\"V99\":1,\"V03a\":\"high\"}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/vignettes/V01a", "/vignettes/V99", "/vignettes/V03a")))
                .body("errors.code", equalTo(List.of("answer-out-of-range", "unknown-vignette", "wrong-type")));
        rate(token, "\"v2-en\"", "{}").then().statusCode(422);

        seat(token)
                .get("/v1/seat/answers/" + OV)
                .then()
                .statusCode(200)
                .body("vignettes", equalTo(Map.of("V01a", 2, "V01b", 4)));
        seat(token).get("/v1/seat/data").then().body("answers[0].vignettes.V01b", equalTo(4));
        owner().get("/v1/assessments/" + assessment + "/results/" + OV)
                .then()
                .statusCode(200)
                .body("vignettes.ranks[0].item", equalTo("OV01"))
                .body("vignettes.ranks[0].c", equalTo(Map.of("low", 3, "high", 3, "ranks", 5)));
    }

    private Response rate(String token, String etag, String body) {
        return seat(token)
                .contentType(PATCH)
                .header("If-Match", etag)
                .body(body)
                .patch("/v1/seat/answers/" + OV);
    }

    @Test
    void the_results_of_one_assessment_see_each_other() {
        String assessment = assessment("business-model-differentiation", MLM);
        addSeat(assessment, "s", "{\"" + MLM + "\":\"H\"}");
        step(assessment, "open");

        owner().get("/v1/assessments/" + assessment + "/results")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].evidenced", nullValue());
        owner().get("/v1/assessments/" + assessment + "/results/" + OV).then().statusCode(404);
    }

    @Test
    void answers_change_only_with_the_tag_of_what_was_read() {
        String assessment = assessment(MLM);
        String token = addSeat(assessment, "s", "{\"" + MLM + "\":\"H\"}");
        patch(token, MLM, "\"v0-en\"", "{\"M1.1b\":{\"value\":5}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        step(assessment, "open");

        patch(token, MLM, "\"v0-en\"", "{\"M1.1b\":{\"value\":5,\"note\":\"n\"}}")
                .then()
                .statusCode(200);
        patch(token, MLM, "\"v0-en\"", "{\"M1.1b\":{\"value\":6}}")
                .then()
                .statusCode(412)
                .header("ETag", "\"v1-en\"")
                .body("etag", equalTo("\"v1-en\""));
        patch(token, MLM, "W/\"v1-en\"", "{}").then().statusCode(412);
        patch(token, MLM, "\"v7-en\", \"v1-ja\"", "{\"M1.1b\":{\"value\":6}}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("answers.'M1.1b'.value", equalTo(6))
                .body("answers.'M1.1b'.note", equalTo("n"));
        patch(token, MLM, "\"v2-en\"", "{\"M1.1b\":{\"state\":\"dontKnow\"}}")
                .then()
                .statusCode(200)
                .body("answers.'M1.1b'.state", equalTo("dontKnow"))
                .body("answers.'M1.1b'.value", nullValue())
                .body("progress.dontKnow", equalTo(1));
        patch(token, MLM, "*", "{\"M1.1b\":null}").then().statusCode(200).body("progress.dontKnow", equalTo(0));
        patch(token, MLM, "*", "{\"M1.3c\":{\"value\":1}}").then().statusCode(422);
        seat(token).get("/v1/seat/answers/" + OV).then().statusCode(404);
        seat(token).post("/v1/seat/submit").then().statusCode(422).body("code", equalTo("incomplete"));
    }

    @Test
    void a_submitted_seat_is_final_until_it_is_given_back() {
        String assessment = assessment(MLM);
        String token = addSeat(assessment, "s", "{\"" + MLM + "\":\"H\"}");
        step(assessment, "open");
        patch(token, MLM, "*", "{\"M1.1b\":{\"value\":5}}").then().statusCode(200);
        seat(token).post("/v1/seat/submit").then().statusCode(200);
        seat(token).post("/v1/seat/submit").then().statusCode(200);

        patch(token, MLM, "*", "{\"M1.1b\":{\"value\":6}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-submitted"));
        String id = owner().get("/v1/assessments/" + assessment + "/seats").path("items[0].id");
        owner().contentType(PATCH)
                .header("If-Match", "*")
                .body("{\"status\":\"open\"}")
                .patch("/v1/assessments/" + assessment + "/seats/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("submittedAt", nullValue());
        patch(token, MLM, "*", "{\"M1.1b\":{\"value\":6}}").then().statusCode(200);
    }

    @Test
    void a_seat_that_is_handed_over_keeps_its_answers_and_loses_its_old_link() {
        String assessment = assessment(MLM);
        String token = addSeat(assessment, "s", "{\"" + MLM + "\":\"H\"}");
        step(assessment, "open");
        patch(token, MLM, "*", "{\"M1.1b\":{\"value\":5}}").then().statusCode(200);
        String cookie = given(base().build())
                .contentType("application/json")
                .body("{\"token\":\"" + token + "\"}")
                .post("/v1/seat/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("moatmark_seat");
        String id = owner().get("/v1/assessments/" + assessment + "/seats").path("items[0].id");

        String other = owner().post("/v1/assessments/" + assessment + "/seats/" + id + "/handover")
                .then()
                .statusCode(200)
                .body("link", startsWith(server.url() + "/respond#t=mm_seat_"))
                .extract()
                .path("token");

        seat(token).get("/v1/seat").then().statusCode(401);
        given(base().build())
                .cookie("moatmark_seat", cookie)
                .get("/v1/seat")
                .then()
                .statusCode(401);
        seat(other).get("/v1/seat/data").then().statusCode(200).body("answers[0].answers.'M1.1b'.value", equalTo(5));
        owner().header("If-Match", "*")
                .delete("/v1/assessments/" + assessment + "/seats/" + id)
                .then()
                .statusCode(204);
        seat(other).get("/v1/seat").then().statusCode(401);
    }

    @Test
    void a_page_uses_a_cookie_and_only_its_own() {
        String assessment = assessment(MLM);
        String token = addSeat(assessment, "s", "{\"" + MLM + "\":\"H\"}");
        step(assessment, "open");
        var session = given(base().build())
                .contentType("application/json")
                .header("Origin", server.url())
                .body("{\"token\":\"" + token + "\"}")
                .post("/v1/seat/session");
        assertThat(session.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/v1/seat");
        RequestSpecification page = base().addCookie("moatmark_seat", session.cookie("moatmark_seat"))
                .build();
        String body = "{\"answers\":{\"M1.1b\":{\"value\":5}}}";
        String path = "/v1/seat/answers/" + MLM;

        given(page).get("/v1/seat").then().statusCode(200);
        given(page)
                .contentType(PATCH)
                .header("If-Match", "*")
                .body(body)
                .patch(path)
                .then()
                .statusCode(403);
        given(page)
                .contentType(PATCH)
                .header("If-Match", "*")
                .header("X-Moatmark-Seat", "1")
                .header("Origin", "https://evil.example")
                .body(body)
                .patch(path)
                .then()
                .statusCode(403);
        given(page)
                .contentType(PATCH)
                .header("If-Match", "*")
                .header("X-Moatmark-Seat", "1")
                .header("Sec-Fetch-Site", "cross-site")
                .body(body)
                .patch(path)
                .then()
                .statusCode(403);
        given(page)
                .contentType(PATCH)
                .header("If-Match", "*")
                .header("X-Moatmark-Seat", "1")
                .header("Origin", server.url())
                .header("Sec-Fetch-Site", "same-origin")
                .body(body)
                .patch(path)
                .then()
                .statusCode(200);
        given(page)
                .header("X-Moatmark-Seat", "1")
                .post("/v1/seat/submit")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        given(page)
                .header("X-Moatmark-Seat", "1")
                .header("Idempotency-Key", "\"k\"")
                .post("/v1/seat/submit")
                .then()
                .statusCode(200);
        given(page).get("/v1/companies").then().statusCode(401);
    }

    @Test
    void a_request_with_the_same_idempotency_key_is_done_once() {
        String body = "{\"company\":\"" + company() + "\",\"name\":\"Once\",\"questionnaires\":[\"" + OV + "\"]}";
        String first = owner().contentType("application/json")
                .header("Idempotency-Key", "\"one\"")
                .body(body)
                .post("/v1/assessments")
                .asString();
        var second = owner().contentType("application/json")
                .header("Idempotency-Key", "one")
                .body(body)
                .post("/v1/assessments");

        assertThat(second.asString()).isEqualTo(first);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).startsWith("/v1/assessments/");
        assertThat(second.header("ETag")).isEqualTo("\"v1-en\"");
        owner().contentType("application/json")
                .header("Idempotency-Key", "\"one\"")
                .body(body.replace("Once", "Twice"))
                .post("/v1/assessments")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        String seat = "{\"key\":\"k\",\"department\":\"D\",\"informants\":{\"" + OV + "\":\"outsider\"}}";
        String path = second.header("Location") + "/seats";
        String token = owner().contentType("application/json")
                .header("Idempotency-Key", "s")
                .body(seat)
                .post(path)
                .path("token");
        String again = owner().contentType("application/json")
                .header("Idempotency-Key", "s")
                .body(seat)
                .post(path)
                .path("token");
        assertThat(again).isEqualTo(token);
        assertThat(server.database().toFile()).exists();
    }

    @Test
    void walking_all_pages_gives_each_thing_once_while_others_are_added() {
        String assessment = assessment(OV);
        for (int i = 0; i < 7; i++) {
            addSeat(assessment, "s" + i, "{\"" + OV + "\":\"outsider\"}");
        }
        List<String> keys = new ArrayList<>();
        String next = "/v1/assessments/" + assessment + "/seats?limit=2";
        while (next != null) {
            var page = owner().urlEncodingEnabled(false).get(next);
            keys.addAll(page.jsonPath().getList("items.key"));
            next = page.path("links.next");
            if (next != null) {
                assertThat(page.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
            }
            if (keys.size() == 4) {
                addSeat(assessment, "late", "{\"" + OV + "\":\"outsider\"}");
            }
        }

        assertThat(keys).containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6", "late");
    }

    @Test
    void what_was_not_changed_is_not_sent_again() {
        String id = company();
        String etag = owner().get("/v1/companies/" + id).header("ETag");
        assertThat(etag).isEqualTo("\"v1-en\"");

        owner().header("If-None-Match", etag)
                .get("/v1/companies/" + id)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        owner().header("Accept-Language", "ja")
                .header("If-None-Match", etag)
                .get("/v1/companies/" + id)
                .then()
                .statusCode(200);
        owner().contentType(PATCH)
                .header("If-Match", etag)
                .body("{\"size\":null,\"region\":\"Japan\"}")
                .patch("/v1/companies/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2-en\"")
                .body("size", nullValue())
                .body("region", equalTo("Japan"))
                .body("country", equalTo("JP"));
        owner().header("If-None-Match", etag).get("/v1/companies/" + id).then().statusCode(200);
    }

    @Test
    void texts_are_kept_in_one_normal_form() {
        String id = owner().contentType("application/json")
                .body("{\"name\":\"Cafe\u0301 \u30ab\u3099\"}")
                .post("/v1/companies")
                .path("id");

        owner().get("/v1/companies/" + id).then().body("name", equalTo("Caf\u00e9 \u30ac"));
    }

    @Test
    void keys_are_shown_once_and_end_at_once() {
        var made = owner().contentType("application/json")
                .body("{\"label\":\"Night\",\"scope\":\"owner\"}")
                .post("/v1/keys");
        String key = made.path("key");
        assertThat(key).matches("mm_live_[0-9A-Za-z]{36}");
        RequestSpecification with =
                base().addHeader("Authorization", "Bearer " + key).build();
        given(with).get("/v1/companies").then().statusCode(200);
        assertThat(owner().get("/v1/keys").asString()).doesNotContain(key).contains(key.substring(key.length() - 4));

        owner().header("If-Match", "\"v1-en\"")
                .delete("/v1/keys/" + made.path("id"))
                .then()
                .statusCode(204);
        given(with).get("/v1/companies").then().statusCode(401);
        owner().contentType("application/json")
                .body("{\"label\":\"Old\",\"scope\":\"owner\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .post("/v1/keys")
                .then()
                .statusCode(422);
        owner().contentType("application/json")
                .body("{\"label\":\"Reads\",\"scope\":\"guest\"}")
                .post("/v1/keys")
                .then()
                .statusCode(422)
                .body("errors[0].allowed", equalTo(List.of("owner", "analyst", "instructor", "reader")));
    }

    @Test
    void a_questionnaire_can_be_had_in_one_language() {
        var whole = given(base().build()).get("/v1/questionnaires/" + OV + "/versions/1.0.0");
        var japanese = given(base().build()).get("/v1/questionnaires/" + OV + "/versions/1.0.0?lang=ja");

        assertThat(whole.jsonPath().getMap("title")).containsOnlyKeys("en", "ja");
        assertThat(japanese.jsonPath().getMap("title")).containsOnlyKeys("ja");
        assertThat(japanese.asString()).doesNotContain("\"en\":");
        assertThat(japanese.header("Method-Hash")).isEqualTo(whole.header("Method-Hash"));
        assertThat(japanese.header("Cache-Control")).contains("immutable");
        assertThat(japanese.header("ETag")).isNotEqualTo(whole.header("ETag"));
        given(base().build())
                .get("/v1/questionnaires/" + OV + "/versions/1.0.0?lang=xx")
                .then()
                .statusCode(400);
    }

    @Test
    void answers_are_compressed_for_those_who_ask() {
        String path = "/v1/questionnaires/" + OV + "/versions/1.0.0";
        Http http = new Http(server.port());

        assertThat(http.ask("GET", path).send().header("Content-Encoding")).isEmpty();
        assertThat(http.ask("GET", path).with("Accept-Encoding", "gzip").send().header("Content-Encoding"))
                .isEqualTo("gzip");
        String tag =
                http.ask("GET", path).with("Accept-Encoding", "gzip").send().header("ETag");
        assertThat(http.ask("GET", path)
                        .with("Accept-Encoding", "gzip")
                        .with("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void head_says_what_get_would() {
        Http http = new Http(server.port());
        Http.Reply get = http.ask("GET", "/v1/questionnaires").send();
        Http.Reply head = http.ask("HEAD", "/v1/questionnaires").send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(http.ask("HEAD", "/v1/companies/x")
                        .bearer(Running.OWNER)
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_page_and_the_documents_ask_no_other_host() {
        for (String path : List.of("/", "/?lang=ja", "/docs", "/docs?lang=ja", "/docs/docs.js", "/moatmark.css")) {
            String page = given(base().build())
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page.replace(server.url(), "")).as(path).doesNotContain("http://", "https://", "{{");
        }
        assertThat(given(base().build())
                        .header("Accept-Language", "ja")
                        .get("/")
                        .asString())
                .contains("lang=\"ja\"");
    }
}
