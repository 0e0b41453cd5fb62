package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;

/**
 * Snapshots shown by a link, and to seats: what is seen, by whom, until when; whatever database is behind. Long, since a link
 * is tried on all that it must not open.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShareContract {

    private final Running server;
    private final World world;
    private final Http http;

    ShareContract(Running server, World world, Http http) {
        this.server = server;
        this.world = world;
        this.http = http;
    }

    private Http.Reply with(String token, String path) {
        return http.ask("GET", path).bearer(token).send();
    }

    /** An assessment in which one seat said something, with a snapshot of it. */
    private World.Seat answered() {
        String assessment = world.open();
        World.Seat seat = world.seat(assessment);
        world.answer(seat.token());
        world.snapshot(assessment, "first");
        return new World.Seat(assessment, seat.token());
    }

    @Test
    void a_link_shows_its_snapshot_without_anybodys_name_and_every_reading_is_counted() {
        World.Seat of = answered();
        Http.Reply made = world.ask("POST", "/v1/assessments/" + of.id() + "/shares")
                .json("{\"snapshot\":\"first\",\"label\":\"取締役会\"}")
                .send();
        String token = made.text("token");

        Http.Reply shared = with(token, "/v1/shared");
        Http.Reply list = with(token, "/v1/shared/results");
        Http.Reply result = with(token, "/v1/shared/results/" + World.MLM);

        assertThat(token).startsWith("mm_shar_").hasSize(44);
        assertThat(made.text("link")).isEqualTo(server.url() + "/shared#t=" + token);
        assertThat(shared.body())
                .contains("\"company\":\"Example KK\"", "\"assessment\":\"Autumn\"", "\"name\":\"first\"");
        assertThat(list.body()).contains("\"result\":\"/v1/shared/results/" + World.MLM + "\"");
        assertThat(result.status()).isEqualTo(200);
        String owners = world.ask("GET", "/v1/assessments/" + of.id() + "/results/" + World.MLM + "?snapshot=first")
                .send()
                .body();
        assertThat(owners).contains("\"seat\":\"seat-");
        assertThat(result.body()).contains("moatmark/result/1").doesNotContain("seat-", "/respondents/0");
        assertThat(JsonText.of(result.json().get("index"))).isEqualTo(index(owners));
        String listed = world.ask("GET", "/v1/assessments/" + of.id() + "/shares")
                .send()
                .body();
        assertThat(listed).contains("取締役会", "\"lastFour\"").doesNotContain(token);
        assertThat(world.ask("GET", "/v1/audit?subject=" + of.id()).send().body())
                .contains("\"actor\":\"share:" + made.text("id") + "\",\"deed\":\"read shared snapshot first\"")
                .contains("\"times\":3");
    }

    @Test
    void a_link_tells_the_report_with_its_charts_and_names_no_seat() {
        World.Seat of = answered();
        String token = world.share(of.id(), "first").token();
        String shared = "/v1/shared/results/" + World.MLM;

        Http.Reply report = with(token, shared + "/report.html?lang=ja");
        Http.Reply owners = world.ask(
                        "GET", "/v1/assessments/" + of.id() + "/results/" + World.MLM + "/report.html?snapshot=first")
                .send();

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body()).contains("lang=\"ja\"", "Example KK").doesNotContain("seat-", "：0人");
        assertThat(owners.body()).contains("seat-");
        for (String part : List.of(
                "/report.md",
                "/charts/profile.json",
                "/charts/index.csv",
                "/charts/peers.svg",
                "/position",
                "/scores.csv")) {
            Http.Reply reply = with(token, shared + part);
            assertThat(reply.status()).as(part).isEqualTo(200);
            assertThat(reply.body()).as(part).doesNotContain("seat-");
        }
        for (String part : List.of("/report.pdf", "/data.xlsx")) {
            assertThat(with(token, shared + part).status()).as(part).isEqualTo(200);
        }
        for (String chart : List.of("answers", "items", "views", "departments", "change")) {
            assertThat(with(token, shared + "/charts/" + chart + ".json").status())
                    .as(chart)
                    .isEqualTo(404);
        }
        for (String part : List.of("/responses.csv", "/spss.zip", "/r.zip", "/report.html?snapshot=first")) {
            assertThat(with(token, shared + part).status()).as(part).isIn(400, 404);
        }
    }

    @Test
    void a_link_is_traded_for_a_cookie_that_ends_when_the_link_does() {
        World.Seat of = answered();
        World.Seat link = world.share(of.id(), "first");
        Http.Ask trade = http.ask("POST", "/v1/shared/session").json("{\"token\":\"" + link.token() + "\"}");

        String cookie = trade.send().header("Set-Cookie");
        String sent = cookie.replaceFirst(";.*", "");

        assertThat(cookie)
                .startsWith("moatmark_shared=")
                .contains("; Path=/v1/shared;", "; HttpOnly; SameSite=Strict")
                .containsPattern("; Max-Age=43\\d\\d\\d;");
        assertThat(sent).as("the cookie is another secret").matches("moatmark_shared=mm_sess_[0-9A-Za-z]{36}");
        assertThat(http.ask("GET", "/v1/shared").with("Cookie", sent).send().status())
                .isEqualTo(200);
        assertThat(http.ask("GET", "/v1/shared")
                        .with("Cookie", "moatmark_shared=" + link.token())
                        .send()
                        .status())
                .as("the token is no cookie")
                .isEqualTo(401);
        assertThat(with(sent.replaceFirst(".*=", ""), "/v1/shared").status())
                .as("the cookie is no token")
                .isEqualTo(401);
        assertThat(http.ask("GET", "/v1/seat").with("Cookie", sent).send().status())
                .isEqualTo(401);
        assertThat(trade.with("Origin", "https://evil.example").send().status()).isEqualTo(403);
        World.expect(204, world.ask("DELETE", link.id()).with("If-Match", "*").send());
        assertThat(http.ask("GET", "/v1/shared").with("Cookie", sent).send().status())
                .isEqualTo(410);
        Http.Reply again = http.ask("POST", "/v1/shared/session")
                .json("{\"token\":\"" + link.token() + "\"}")
                .with("Accept-Language", "ja")
                .send();
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text("detail")).isEqualTo("このリンクは取り消されたか、有効期限が切れています。送り主に新しいリンクを依頼してください。");
        for (String stranger : List.of(of.token(), Running.OWNER, "mm_shar_" + "0".repeat(36))) {
            assertThat(http.ask("POST", "/v1/shared/session")
                            .json("{\"token\":\"" + stranger + "\"}")
                            .send()
                            .status())
                    .isEqualTo(401);
        }
    }

    private static String index(String document) {
        return JsonText.of(((JsonObject) JsonTree.parse(document).orThrow()).get("index"));
    }

    @Test
    void a_link_opens_nothing_else() {
        World.Seat of = answered();
        String token = world.share(of.id(), "first").token();

        for (String path : List.of(
                "/v1/assessments",
                "/v1/assessments/" + of.id(),
                "/v1/assessments/" + of.id() + "/results",
                "/v1/assessments/" + of.id() + "/results/" + World.MLM + "?snapshot=first",
                "/v1/assessments/" + of.id() + "/snapshots",
                "/v1/companies",
                "/v1/audit",
                "/v1/keys",
                "/v1/questionnaires",
                "/v1/seat",
                "/v1/seat/shared")) {
            assertThat(with(token, path).status()).as(path).isEqualTo(401);
        }
        assertThat(with(Running.OWNER, "/v1/shared").status()).isEqualTo(403);
        assertThat(with(of.token(), "/v1/shared").status()).isEqualTo(403);
        assertThat(with("mm_shar_" + "0".repeat(36), "/v1/shared").status()).isEqualTo(401);
        assertThat(http.ask("GET", "/v1/shared").send().status()).isEqualTo(401);
    }

    @Test
    void a_revoked_link_and_an_expired_one_show_nothing_from_that_moment() throws InterruptedException {
        World.Seat of = answered();
        World.Seat link = world.share(of.id(), "first");
        World.expect(200, with(link.token(), "/v1/shared"));
        World.expect(428, world.ask("DELETE", link.id()).send());
        World.expect(
                204,
                world.ask("DELETE", link.id()).with("If-Match", "\"v1-en\"").send());
        Http.Reply brief = world.ask("POST", "/v1/assessments/" + of.id() + "/shares")
                .json("{\"snapshot\":\"first\",\"label\":\"brief\",\"expiresAt\":\""
                        + Instant.now().plusMillis(1_500) + "\"}")
                .send();
        World.expect(200, with(brief.text("token"), "/v1/shared"));
        String cookie = http.ask("POST", "/v1/shared/session")
                .json("{\"token\":\"" + brief.text("token") + "\"}")
                .send()
                .header("Set-Cookie")
                .replaceFirst(";.*", "");
        World.expect(200, http.ask("GET", "/v1/shared").with("Cookie", cookie).send());
        Thread.sleep(1_600);

        Http.Reply revoked = with(link.token(), "/v1/shared/results");
        Http.Reply expired = with(brief.text("token"), "/v1/shared");

        assertThat(revoked.status()).isEqualTo(410);
        assertThat(revoked.text("detail"))
                .isEqualTo("This link was revoked or has expired. Ask whoever gave it to you for another.");
        assertThat(expired.status()).isEqualTo(410);
        World.expect(410, http.ask("GET", "/v1/shared").with("Cookie", cookie).send());
        assertThat(world.ask("DELETE", link.id()).with("If-Match", "*").send().status())
                .isEqualTo(404);
    }

    @Test
    void a_link_ends_with_its_snapshot() {
        World.Seat of = answered();
        World.Seat link = world.share(of.id(), "first");
        World.expect(
                204,
                world.ask("DELETE", "/v1/assessments/" + of.id() + "/snapshots/first")
                        .with("If-Match", "*")
                        .send());

        assertThat(with(link.token(), "/v1/shared/results/" + World.MLM).status())
                .isEqualTo(410);
    }

    @Test
    void a_link_is_made_for_a_snapshot_that_is_there_and_for_a_year_at_most() {
        World.Seat of = answered();
        String path = "/v1/assessments/" + of.id() + "/shares";
        Http.Reply unknown = world.ask("POST", path)
                .json("{\"snapshot\":\"none\",\"label\":\"x\"}")
                .send();
        Http.Reply late = world.ask("POST", path)
                .json("{\"snapshot\":\"first\",\"label\":\"x\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}")
                .send();

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("This assessment has no snapshot 'none'.");
        assertThat(late.body()).contains("time-too-late", "Give a time within 366 days.");
    }

    @Test
    void seats_see_what_the_owner_shows_them_and_nothing_before_or_besides() {
        World.Seat of = answered();
        world.snapshot(of.id(), "second");
        String first = "/v1/assessments/" + of.id() + "/snapshots/first";
        String shown = "/v1/seat/shared/first/results/" + World.MLM;
        assertThat(with(of.token(), "/v1/seat/shared").body()).contains("\"items\":[]");
        assertThat(with(of.token(), shown).status()).isEqualTo(404);

        Http.Reply changed = world.ask("PATCH", first)
                .with("If-Match", "\"v1-en\"")
                .patch("{\"shownToSeats\":true}")
                .send();

        assertThat(changed.body()).contains("\"shownToSeats\":true", "\"version\":2");
        assertThat(with(of.token(), "/v1/seat/shared").body())
                .contains("\"name\":\"first\"", "\"results\":\"/v1/seat/shared/first/results\"")
                .doesNotContain("second");
        assertThat(with(of.token(), shown).body()).contains("moatmark/result/1").doesNotContain("\"seat\":\"seat-");
        Http.Reply report = with(of.token(), shown + "/report.html");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body()).doesNotContain("seat-");
        assertThat(with(of.token(), shown + "/charts/profile.svg").status()).isEqualTo(200);
        assertThat(with(of.token(), shown + "/data.xlsx").status()).isEqualTo(404);
        assertThat(world.ask("GET", "/v1/audit?subject=" + of.id()).send().body())
                .contains("\"actor\":\"a seat\",\"deed\":\"read snapshot first shown to seats\"");
        assertThat(with(of.token(), shown.replace("first", "second")).status()).isEqualTo(404);
        World.Seat stranger = answered();
        assertThat(with(stranger.token(), shown).status()).isEqualTo(404);
        World.expect(
                200,
                world.ask("PATCH", first)
                        .with("If-Match", "*")
                        .patch("{\"shownToSeats\":false}")
                        .send());
        assertThat(with(of.token(), shown).status()).isEqualTo(404);
    }

    @Test
    void of_a_confidential_assessment_a_link_shows_the_frozen_release() {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Secret\",\"questionnaires\":[\"" + World.MLM
                        + "\"],\"visibility\":{\"mode\":\"confidential\"}}")
                .send();
        String assessment = made.text("id");
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seats.add(world.seat(assessment));
        }
        world.step(assessment, "open");
        for (World.Seat seat : seats) {
            world.answer(seat.token());
            World.expect(
                    200,
                    http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
        }
        world.snapshot(assessment, "first");
        String token = world.share(assessment, "first").token();

        assertThat(with(token, "/v1/shared/results/" + World.MLM).body())
                .isEqualTo(
                        world.ask("GET", "/v1/assessments/" + assessment + "/results/" + World.MLM + "?snapshot=first")
                                .send()
                                .body())
                .contains("moatmark/release/1");
        assertThat(with(token, "/v1/shared/results/" + World.MLM + "/report.html")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_class_was_told_that_the_teacher_alone_sees_results() {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"C\",\"questionnaires\":[\"" + World.MLM
                        + "\"],\"visibility\":{\"mode\":\"classroom\"}}")
                .send();
        world.step(made.text("id"), "open");
        String snapshot = world.snapshot(made.text("id"), "first");

        Http.Reply shared = world.ask("POST", "/v1/assessments/" + made.text("id") + "/shares")
                .json("{\"snapshot\":\"first\",\"label\":\"x\"}")
                .with("Accept-Language", "ja")
                .send();
        Http.Reply shown = world.ask("PATCH", snapshot)
                .with("If-Match", "*")
                .patch("{\"shownToSeats\":true}")
                .send();

        assertThat(shared.status()).isEqualTo(409);
        assertThat(shared.text("detail")).isEqualTo("授業用の診断の結果を見られるのは教員だけです。受講者にもそのように説明しています。");
        assertThat(shown.status()).isEqualTo(409);
    }
}
