package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Prefer}: a client may do without what it made or changed, but never loses what is shown only once. */
@ExtendWith(Served.class)
class PreferenceTest {

    private final Http http;
    private final World world;

    PreferenceTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @Test
    void a_company_is_made_and_changed_without_being_sent_back() {
        Http.Reply made = world.ask("POST", "/v1/companies")
                .with("Prefer", "return=minimal")
                .json("{\"name\":\"A\"}")
                .send();
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEmpty();
        assertThat(made.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(made.header("ETag")).isEqualTo("\"v1-en\"");

        Http.Reply changed = world.ask("PATCH", made.header("Location"))
                .with("If-Match", made.header("ETag"))
                .with("Prefer", "return=minimal")
                .patch("{\"size\":\"large\"}")
                .send();
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.header("ETag")).isEqualTo("\"v2-en\"");
        assertThat(changed.headers()).doesNotContainKey("content-type");
        assertThat(world.ask("GET", made.header("Location")).send().text("size"))
                .isEqualTo("large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return=minimal|204|return=minimal",
                "RETURN = \"Minimal\"|204|return=minimal",
                "respond-async, return=minimal; x=1, wait=10|204|return=minimal",
                "return=representation|200|return=representation",
                "return=representation, return=minimal|200|return=representation",
                "return=nothing|200|''",
                "xreturn=minimal|200|''",
                "handling=lenient|200|''"
            })
    void the_first_preference_that_is_known_is_followed_and_named(String prefer, int status, String applied) {
        World.Seat seat = world.seat(world.open());
        Http.Reply reply = http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                .bearer(seat.token())
                .with("If-Match", "*")
                .with("Prefer", prefer)
                .patch("{\"answers\":{\"M1.1b\":{\"value\":50}}}")
                .send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Preference-Applied")).isEqualTo(applied);
        assertThat(reply.header("ETag")).isEqualTo("\"v1-en\"");
    }

    @Test
    void a_token_is_shown_whatever_is_preferred_and_in_the_replay_too() {
        String seats = "/v1/assessments/" + world.draft() + "/seats";
        Http.Ask add = world.ask("POST", seats)
                .with("Prefer", "return=minimal")
                .with("Idempotency-Key", "\"once\"")
                .json("{\"key\":\"k\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}");

        assertThat(add.send().text("token")).startsWith("mm_seat_");
        Http.Reply again = add.send();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text("token")).startsWith("mm_seat_");
        assertThat(again.headers()).doesNotContainKey("preference-applied");
    }

    @Test
    void a_replay_follows_the_preference_of_the_second_request() {
        Http.Ask make = world.ask("POST", "/v1/companies")
                .with("Idempotency-Key", "\"company\"")
                .json("{\"name\":\"A\"}");
        String location = make.send().header("Location");
        Http.Reply again = make.with("Prefer", "return=minimal").send();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("Location")).isEqualTo(location);
    }

    @Test
    void a_refusal_is_said_whatever_is_preferred() {
        Http.Reply reply = world.ask("POST", "/v1/companies")
                .with("Prefer", "return=minimal")
                .json("{}")
                .send();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("missing-property");
        assertThat(reply.headers()).doesNotContainKey("preference-applied");
    }
}
