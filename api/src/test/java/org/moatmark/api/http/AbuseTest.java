package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of the security document that are about answers, questionnaires and keys made to do harm, under their numbers there. */
@ExtendWith(Served.class)
class AbuseTest {

    private static final String ALL = "/v1/questionnaires";

    private static final Path CIRCLES = Path.of("../core/src/test/resources/questionnaires/invalid");

    private static int published;

    private final Http http;
    private final World world;

    AbuseTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @ParameterizedTest
    @CsvSource({"/v1/session,key", "/v1/seat/session,token", "/v1/shared/session,token"})
    void A17_a_credential_of_a_megabyte_is_refused_by_its_length_and_costs_next_to_nothing(String path, String name) {
        assertThat(credential(path, name, 1 << 20).text("code")).isEqualTo("payload-too-large");
        for (int i = 0; i < 20; i++) {
            assertThat(credential(path, name, 250_000).status()).isEqualTo(422);
        }
        long before = cpuOfOthers();
        for (int i = 0; i < 20; i++) {
            Http.Reply reply = credential(path, name, 250_000);
            assertThat(reply.body())
                    .contains("\"pointer\":\"/" + name + "\",\"code\":\"text-too-long\"")
                    .doesNotContain("xxx");
        }

        assertThat((cpuOfOthers() - before) / 20 / 1e6).as("ms each").isLessThan(5);
    }

    private Http.Reply credential(String path, String name, int length) {
        return http.ask("POST", path)
                .json("{\"" + name + "\":\"" + "x".repeat(length) + "\"}")
                .send();
    }

    /** What all threads but this one have worked; the server runs in this process. */
    private static long cpuOfOthers() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .filter(id -> id != Thread.currentThread().getId())
                .map(threads::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }

    @Test
    void A53_a_sheet_without_an_answer_is_incomplete_and_only_items_of_its_own_version_are_taken() {
        World.Seat seat = world.seat(world.open());
        Http.Reply empty =
                http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send();
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text("code")).isEqualTo("incomplete");
        assertThat(empty.body()).contains("\"pointer\":\"/" + World.MLM + "\"");

        assertThat(answer(seat.token(), World.MLM, "\"M1.3c\":{\"value\":3}").body())
                .as("an item that is asked of others")
                .contains("\"code\":\"answer-not-asked\"", "\"pointer\":\"/answers/M1.3c\"");
        for (String foreign : List.of("OV01", "D1.1a", "M1.1B", "M1.1b ", "m1.1b", "../M1.1b", "__proto__")) {
            Http.Reply reply = answer(seat.token(), World.MLM, "\"" + foreign + "\":{\"value\":3}");
            assertThat(reply.status()).as(foreign).isEqualTo(422);
            assertThat(reply.body()).contains("\"code\":\"unknown-item\"");
        }
        assertThat(answer(seat.token(), "outside-view", "\"OV01\":{\"value\":3}")
                        .status())
                .isEqualTo(404);
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .send()
                        .body())
                .contains("\"answers\":{}");
    }

    @Test
    void A53_an_answer_to_a_question_of_another_version_is_refused_and_not_scored() {
        String first = World.questionnaire("versions-view", "1.0.0");
        World.expect(201, publish(first));
        World.expect(
                201,
                publish(first.replace("\"1.0.0\"", "\"1.1.0\"").replace("\"key\": \"OV01\"", "\"key\": \"NEW1\"")));
        String assessment = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"V\",\"questionnaires\":"
                        + "[{\"id\":\"versions-view\",\"version\":\"1.0.0\"}]}")
                .send()
                .text("id");
        String token = world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .json("{\"key\":\"one\",\"department\":\"D\",\"informants\":{\"versions-view\":\"outsider\"}}")
                .send()
                .text("token");
        world.step(assessment, "open");

        Http.Reply other = answer(token, "versions-view", "\"NEW1\":{\"value\":5},\"OV01\":{\"value\":5}");
        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.body()).contains("\"pointer\":\"/answers/NEW1\"").contains("\"code\":\"unknown-item\"");
        assertThat(http.ask("GET", "/v1/seat/answers/versions-view")
                        .bearer(token)
                        .send()
                        .body())
                .contains("\"answers\":{}");
        assertThat(answer(token, "versions-view", "\"OV01\":{\"value\":5}").status())
                .isEqualTo(200);
    }

    private Http.Reply answer(String token, String questionnaire, String answers) {
        return http.ask("PATCH", "/v1/seat/answers/" + questionnaire)
                .bearer(token)
                .with("If-Match", "*")
                .patch("{\"answers\":{" + answers + "}}")
                .send();
    }

    private Http.Reply publish(String document) {
        return world.ask("POST", ALL).json(document).send();
    }

    /** A short questionnaire in which a piece of text is put before the first other one. */
    private static String with(String before, String piece) {
        String text = World.questionnaire("hostile-" + ++published, "1.0.0");
        int place = text.indexOf(before);
        assertThat(place).isPositive();
        return text.substring(0, place) + piece + text.substring(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.7e308", "1e16", "1e-320", "\"NaN\"", "null", "[1]", "true"})
    void A54_a_weight_with_which_nobody_can_compute_is_not_published(String weight) {
        Http.Reply reply = publish(with("\"type\"", "\"weight\": " + weight + ", "));

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains("/weight\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "NaN", "Infinity", "0x1p3", "01", "+1"})
    void A54_a_weight_that_is_no_number_is_no_document(String weight) {
        assertThat(publish(with("\"type\"", "\"weight\": " + weight + ", ")).text("code"))
                .isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"OV01\":{\"state\":\"dontKnow\"}",
                "\"OV01\":{\"state\":\"notApplicable\",\"reason\":\"none\"}",
                "\"OV01\":{\"value\":3}",
                ""
            })
    void A54_what_leaves_no_score_says_why(String answers) {
        Http.Reply reply = http.ask("POST", "/v1/score")
                .json("{\"questionnaire\":\"outside-view\",\"answers\":{" + answers + "}}")
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"claimed\":null")
                .contains("\"reason\":\"")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"showIf\": \"OV02\", ",
                "\"visibleIf\": \"{OV01} = 1\", ",
                "\"pattern\": \"^((a{1,20}){1,20}){1,20}$\", ",
                "\"regex\": \"(?R)\", ",
                "\"validation\": {\"pattern\": \"(a+)+$\"}, ",
                "\"logoUrl\": \"http://169.254.169.254/\", ",
                "\"$ref\": \"file:///etc/passwd\", ",
                "\"webhook\": {\"url\": \"http://[::1]/\"}, "
            })
    void A46_A55_A56_what_a_questionnaire_cannot_have_is_refused_as_unknown(String piece) {
        Http.Reply reply = publish(with("\"type\"", piece));

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.text("code")).isEqualTo("unknown-property");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference-to-itself",
                "reference-circle-of-two",
                "reference-circle-through-trees",
                "level-circle-own-node",
                "level-circle-of-two",
                "level-circle-through-lower-level"
            })
    void A55_what_refers_to_itself_is_not_published(String name) throws IOException {
        Http.Reply reply = publish(Files.readString(CIRCLES.resolve(name + ".json")));

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).containsPattern("\"code\":\"(reference-circle|reference-to-ancestor|level-circle)\"");
    }

    @Test
    void A55_two_questions_of_one_code_and_bounds_the_wrong_way_round_are_not_published() {
        Http.Reply twice = publish(with("\"type\"", "").replaceFirst("\"key\": \"OV02\"", "\"key\": \"OV01\""));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("OV01").contains("\"code\":\"key-not-unique\"");

        String number = "{\"key\":\"N\",\"type\":\"number\",\"text\":{\"en\":\"N\",\"ja\":\"数\"},"
                + "\"informants\":[\"executive\"],\"min\":100,\"max\":0,\"cuts\":[10,30,50,70]},";
        Http.Reply reversed =
                publish(with("\"findings\"", "").replaceFirst("(?s)\"items\": \\[", "\"items\": [" + number));
        assertThat(reversed.status()).as(reversed.body()).isEqualTo(422);
        assertThat(reversed.body()).contains("/min\",\"code\":\"min-not-below-max\"");
    }

    @Test
    void A55_ten_thousand_rules_are_refused_at_once() {
        String rule = "{\"level\":2,\"require\":[{\"item\":\"OV01\",\"atLeast\":50}]},";
        long start = System.nanoTime();
        Http.Reply reply = publish(with("\"findings\"", "")
                .replace(
                        "\"staging\": []",
                        "\"staging\": [" + rule.repeat(9_999) + rule.substring(0, rule.length() - 1) + "]"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains("\"pointer\":\"/staging\",\"code\":\"too-many\"");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
