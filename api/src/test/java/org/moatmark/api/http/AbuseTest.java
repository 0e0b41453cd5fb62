package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/** Cases of the security document that are about answers, questionnaires and jobs made to do harm, under their numbers there. */
class AbuseTest {

    private static final String ALL = "/v1/questionnaires";

    private static Running server;
    private static Http http;
    private static World world;
    private static int published;

    @BeforeAll
    static void start() {
        server = Running.start();
        http = new Http(server.port());
        world = new World(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
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

    private static Http.Reply credential(String path, String name, int length) {
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

    private static Http.Reply answer(String token, String questionnaire, String answers) {
        return http.ask("PATCH", "/v1/seat/answers/" + questionnaire)
                .bearer(token)
                .with("If-Match", "*")
                .patch("{\"answers\":{" + answers + "}}")
                .send();
    }

    private static Http.Reply publish(String document) {
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

    @Test
    void A66_an_export_is_promised_polled_too_often_cancelled_and_outlives_a_restart() throws Exception {
        String second;
        Location data = new Location.File(server.database().resolveSibling("exports.db"));
        try (Running first = Running.on(data)) {
            World own = new World(first.port());
            Http.Reply asked = own.ask("POST", "/v1/exports")
                    .with("Prefer", "respond-async")
                    .json("{}")
                    .send();
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.header("Preference-Applied")).isEqualTo("respond-async");
            String job = asked.header("Location");

            assertThat(own.ask("DELETE", job).with("If-Match", "*").send().status())
                    .isEqualTo(204);
            for (String path : List.of(job, job + "/file")) {
                assertThat(own.ask("GET", path).send().status()).isIn(200, 404, 410);
            }
            assertThat(own.ask("GET", job + "/file").send().status()).isIn(404, 410);
            second = own.export();
        }
        try (Running again = Running.on(data)) {
            World own = new World(again.port());
            String job = "/v1/exports/" + second;
            assertThat(own.ask("GET", job).send().text("status")).isEqualTo("done");
            assertThat(own.ask("GET", job + "/file").send().status()).isEqualTo(200);
        }
    }

    @Test
    void A66_who_asks_for_the_state_of_an_export_too_often_is_told_when_to_come_again() {
        try (Running slow =
                Running.start(Running.WIDE.with(Rates.all(100_000_000).with("poll", 5)))) {
            World own = new World(slow.port());
            String job = own.ask("POST", "/v1/exports").json("{}").send().header("Location");
            Http.Reply last = own.ask("GET", job).send();
            for (int i = 0; i < 20 && last.status() == 200; i++) {
                last = own.ask("GET", job).send();
            }

            assertThat(last.status()).isEqualTo(429);
            assertThat(last.text("code")).isEqualTo("rate-limited");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
            assertThat(own.ask("GET", "/v1/companies").send().status()).isEqualTo(200);
        }
    }
}
