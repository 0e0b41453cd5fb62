package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;

/**
 * A71: what has ended stays so, whoever asks and by whatever address. Who was erased is not there (404) and has no
 * credential (401); links, snapshots and files that ended are gone (410); what was closed is a conflict (409) to change.
 */
@ExtendWith(Served.class)
class UseAfterEndTest {

    private static final String A = "/v1/assessments/";
    private static final String SEAT =
            "{\"key\":\"new\",\"department\":\"D\",\"informants\":{\"" + World.MLM + "\":\"H\"}}";

    private final Running server;
    private final Http http;
    private final World world;

    UseAfterEndTest(Running server, Http http, World world) {
        this.server = server;
        this.http = http;
        this.world = world;
    }

    private void each(int status, Stream<Http.Ask> asks) {
        asks.forEach(ask -> {
            Http.Reply reply = ask.send();
            assertThat(reply.status()).as(ask.target() + ": " + reply.body()).isEqualTo(status);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        });
    }

    /** Everything that a seat can ask for. */
    private Stream<Http.Ask> ofSeat() {
        return Stream.of(
                http.ask("GET", "/v1/seat"),
                http.ask("GET", "/v1/seat/answers/" + World.MLM),
                http.ask("GET", "/v1/seat/questionnaires/" + World.MLM),
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .with("If-Match", "*")
                        .patch("{\"answers\":{\"M1.1b\":{\"value\":51}}}"),
                http.ask("POST", "/v1/seat/submit").with("Idempotency-Key", "\"late\""),
                http.ask("GET", "/v1/seat/data"),
                http.ask("GET", "/v1/seat/shared"),
                http.ask("GET", "/v1/seat/shared/first/results"),
                http.ask("DELETE", "/v1/seat"));
    }

    private Stream<Http.Ask> ofShare() {
        return Stream.of("", "/results", "/results/" + World.MLM, "/results/" + World.MLM + "/report.html")
                .map(end -> http.ask("GET", "/v1/shared" + end));
    }

    private String cookie(String path, String name, String secret) {
        Http.Reply traded = http.ask("POST", path)
                .json("{\"" + name + "\":\"" + secret + "\"}")
                .send();
        World.expect(200, traded);
        return traded.header("Set-Cookie").split(";")[0];
    }

    @Test
    void A71_an_erased_respondent_is_not_there_for_anybody() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        String cookie = cookie("/v1/seat/session", "token", seat.token());
        String path = A + assessment + "/seats/" + seat.id();
        World.expect(204, world.ask("DELETE", path).with("If-Match", "*").send());

        each(401, ofSeat().map(ask -> ask.bearer(seat.token())));
        each(401, ofSeat().map(ask -> ask.with("Cookie", cookie).with(Guard.PAGE_HEADER, "1")));
        each(401, Stream.of(http.ask("POST", "/v1/seat/session").json("{\"token\":\"" + seat.token() + "\"}")));
        each(
                404,
                Stream.of(
                        world.ask("GET", path),
                        world.ask("GET", path + "/history"),
                        world.ask("PATCH", path).with("If-Match", "*").patch("{\"role\":\"Head\"}"),
                        world.ask("PATCH", path).with("If-Match", "\"v1-en\"").patch("{\"status\":\"open\"}"),
                        world.ask("POST", path + "/handover"),
                        world.ask("DELETE", path).with("If-Match", "*")));
        assertThat(world.ask("GET", A + assessment + "/seats").send().body()).doesNotContain(seat.id());
        assertThat(world.ask("GET", A + assessment + "/results/" + World.MLM + "/responses.csv")
                        .send()
                        .body())
                .doesNotContain("seat-");
        assertThat(world.ask("POST", A + assessment + "/invitations")
                        .json("{\"seats\":[\"" + seat.id() + "\"]}")
                        .send()
                        .status())
                .isIn(404, 422);
    }

    @Test
    void A71_a_closed_assessment_is_read_and_not_changed() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        world.step(assessment, "close");
        String path = A + assessment;
        String chair = path + "/seats/" + seat.id();

        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .send()
                        .body())
                .contains("\"M1.1b\"");
        each(
                409,
                Stream.concat(
                        ofSeat().skip(3).limit(2).map(ask -> ask.bearer(seat.token())),
                        Stream.of(
                                world.ask("POST", path + "/open"),
                                world.ask("POST", path + "/close"),
                                world.ask("POST", path + "/seats").json(SEAT),
                                world.ask("PATCH", chair).with("If-Match", "*").patch("{\"role\":\"Head\"}"),
                                world.ask("POST", chair + "/handover"),
                                world.ask("PATCH", path).with("If-Match", "*").patch("{\"form\":\"core\"}"),
                                world.ask("POST", path + "/upgrade")
                                        .json("{\"questionnaire\":\"" + World.MLM + "\",\"snapshot\":\"s\"}"))));
        assertThat(http.ask("GET", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .send()
                        .body())
                .contains("\"value\":50");
        assertThat(world.ask("GET", path + "/results/" + World.MLM).send().status())
                .isEqualTo(200);
    }

    @Test
    void A71_a_withdrawn_snapshot_is_gone_and_so_is_every_link_to_it() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        String snapshot = world.snapshot(assessment, "first");
        World.Seat share = world.share(assessment, "first");
        World.expect(
                200,
                world.ask("PATCH", snapshot)
                        .with("If-Match", "*")
                        .patch("{\"shownToSeats\":true}")
                        .send());
        World.expect(204, world.ask("DELETE", snapshot).with("If-Match", "*").send());

        String results = A + assessment + "/results";
        each(
                410,
                Stream.of(
                        world.ask("PATCH", snapshot).with("If-Match", "*").patch("{\"shownToSeats\":true}"),
                        world.ask("DELETE", snapshot).with("If-Match", "*"),
                        world.ask("GET", snapshot + "/compare?to=first"),
                        world.ask("GET", results + "?snapshot=first"),
                        world.ask("GET", results + "/" + World.MLM + "?snapshot=first"),
                        world.ask("GET", results + "/" + World.MLM + "/responses.csv?snapshot=first"),
                        world.ask("POST", A + assessment + "/shares")
                                .json("{\"snapshot\":\"first\",\"label\":\"B\"}")));
        each(410, ofShare().map(ask -> ask.bearer(share.token())));
        each(404, Stream.of(http.ask("GET", "/v1/seat/shared/first/results").bearer(seat.token())));
        each(422, Stream.of(world.ask("POST", A + assessment + "/snapshots").json("{\"name\":\"first\"}")));
    }

    @Test
    void A71_a_revoked_share_is_gone_for_token_and_cookie() {
        String assessment = world.open();
        world.snapshot(assessment, "first");
        World.Seat share = world.share(assessment, "first");
        String cookie = cookie("/v1/shared/session", "token", share.token());
        World.expect(204, world.ask("DELETE", share.id()).with("If-Match", "*").send());

        each(410, ofShare().map(ask -> ask.bearer(share.token())));
        each(410, ofShare().map(ask -> ask.with("Cookie", cookie)));
        each(410, Stream.of(http.ask("POST", "/v1/shared/session").json("{\"token\":\"" + share.token() + "\"}")));
        assertThat(world.ask("DELETE", share.id()).with("If-Match", "*").send().status())
                .isIn(204, 404);
    }

    @Test
    void A71_an_export_that_was_given_up_or_made_before_an_erasure_is_gone() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        String given = "/v1/exports/" + world.export();
        String made = "/v1/exports/" + world.export();
        World.expect(204, world.ask("DELETE", given).with("If-Match", "*").send());
        World.expect(
                204,
                world.ask("DELETE", A + assessment + "/seats/" + seat.id())
                        .with("If-Match", "*")
                        .send());

        each(410, Stream.of(world.ask("GET", given + "/file"), world.ask("GET", made + "/file")));
        for (String one : List.of(given, made)) {
            assertThat(world.ask("GET", one).send().text("status")).isEqualTo("gone");
        }
    }

    @Test
    void A71_nothing_of_an_erased_tenant_opens_anything() {
        String owner = server.tenant("To be erased");
        World gone = new World(server.port(), owner);
        String assessment = gone.open();
        World.Seat seat = gone.seat(assessment);
        gone.answer(seat.token());
        gone.snapshot(assessment, "first");
        World.Seat share = gone.share(assessment, "first");
        World.Key analyst = gone.key("analyst");
        String file = "/v1/exports/" + gone.export() + "/file";
        String signedIn = cookie("/v1/session", "key", owner);
        String sitting = cookie("/v1/seat/session", "token", seat.token());
        String looking = cookie("/v1/shared/session", "token", share.token());
        World.expect(204, gone.ask("DELETE", "/v1/tenant").with("If-Match", "*").send());

        List<String> paths = List.of("/v1/tenant", "/v1/keys", "/v1/audit", A + assessment, file, share.id());
        for (String secret : List.of(owner, analyst.secret())) {
            each(401, paths.stream().limit(5).map(path -> http.ask("GET", path).bearer(secret)));
            each(401, Stream.of(http.ask("POST", "/v1/session").json("{\"key\":\"" + secret + "\"}")));
        }
        each(401, paths.stream().limit(5).map(path -> http.ask("GET", path).with("Cookie", signedIn)));
        each(401, ofSeat().map(ask -> ask.bearer(seat.token())));
        each(401, ofSeat().map(ask -> ask.with("Cookie", sitting).with(Guard.PAGE_HEADER, "1")));
        each(401, ofShare().map(ask -> ask.bearer(share.token())));
        each(401, ofShare().map(ask -> ask.with("Cookie", looking)));
        each(404, Stream.of(world.ask("GET", A + assessment), world.ask("GET", file)));
    }
}
