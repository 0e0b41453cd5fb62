package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/**
 * A key traded for a cookie: what it opens, to whom, from where and until when; whatever database is behind. Long, since there
 * are many ways in which a cookie must not be worth more than its key.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SignInContract {

    private static final String HERE = "/v1/session";

    private final Turned clock;
    private final Running server;
    private final World world;
    private final Http http;

    SignInContract(Turned clock, Running server, World world, Http http) {
        this.clock = clock;
        this.server = server;
        this.world = world;
        this.http = http;
    }

    /** An empty database of the same kind, for a second server. */
    abstract Location another();

    private Http.Reply trade(String key) {
        return http.ask("POST", HERE).json("{\"key\":\"" + key + "\"}").send();
    }

    private String cookie(String key) {
        return trade(key).header("Set-Cookie").split(";")[0];
    }

    private int status(String cookie, String path) {
        return http.ask("GET", path).with("Cookie", cookie).send().status();
    }

    private Http.Ask change(String cookie, String method, String path) {
        return http.ask(method, path).with("Cookie", cookie).with(Guard.KEY_PAGE_HEADER, "1");
    }

    private void later(Duration time) {
        clock.pass(time);
    }

    @Test
    void the_cookie_is_hidden_from_scripts_and_other_sites_and_says_who_is_in() {
        World.Key key = world.key("analyst");

        Http.Reply reply = trade(key.secret());

        assertThat(reply.header("Set-Cookie"))
                .matches("moatmark_key=mm_sess_[0-9A-Za-z]{36}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
        assertThat(reply.body())
                .contains("\"id\":\"" + key.id() + "\"", "\"scope\":\"analyst\"", "\"idleSeconds\":1800", "\"set-up\"")
                .doesNotContain("manage-keys", "mm_sess_", key.secret());
        String cookie = reply.header("Set-Cookie").split(";")[0];
        assertThat(http.ask("GET", HERE).with("Cookie", cookie).send().body()).isEqualTo(reply.body());
        assertThat(http.ask("GET", HERE).bearer(key.secret()).send().body())
                .contains("\"id\":\"" + key.id() + "\"")
                .doesNotContain("idleSeconds");
    }

    @Test
    void under_https_no_other_host_and_no_plain_address_can_set_it() {
        String outside = "https://moatmark.example";
        try (Running secure = Running.behind(outside, another())) {
            Http there = new Http(secure.port());
            Http.Reply reply = there.ask("POST", HERE)
                    .with("Origin", outside)
                    .json("{\"key\":\"" + Running.OWNER + "\"}")
                    .send();

            assertThat(reply.header("Set-Cookie"))
                    .matches(
                            "__Host-moatmark_key=mm_sess_.*; Path=/; Max-Age=43\\d\\d\\d; HttpOnly; SameSite=Strict; Secure");
            String cookie = reply.header("Set-Cookie").split(";")[0];
            assertThat(there.ask("GET", HERE).with("Cookie", cookie).send().status())
                    .isEqualTo(200);
            assertThat(there.ask("GET", HERE)
                            .with("Cookie", cookie.replace("__Host-", ""))
                            .send()
                            .status())
                    .isEqualTo(401);
            World inside = new World(secure.port());
            String assessment = inside.open();
            World.Seat seat = inside.seat(assessment);
            inside.snapshot(assessment, "first");
            World.Seat link = inside.share(assessment, "first");
            traded(there, outside, "/v1/seat", seat.token(), "moatmark_seat");
            traded(there, outside, "/v1/shared", link.token(), "moatmark_shared");
        }
    }

    /** The cookies that go to some addresses only: not {@code __Host-}, which goes to all. */
    private static void traded(Http there, String outside, String path, String token, String name) {
        String set = there.ask("POST", path + "/session")
                .with("Origin", outside)
                .json("{\"token\":\"" + token + "\"}")
                .send()
                .header("Set-Cookie");
        assertThat(set)
                .startsWith("__Secure-" + name + "=mm_sess_")
                .contains("; Path=" + path + ";")
                .endsWith("; Secure");
        String cookie = set.split(";")[0];
        assertThat(there.ask("GET", path).with("Cookie", cookie).send().status())
                .isEqualTo(200);
        assertThat(there.ask("GET", path)
                        .with("Cookie", cookie.replace("__Secure-", ""))
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void it_acts_with_the_rights_of_its_key_and_no_others() {
        World.Key analyst = world.key("analyst");
        String cookie = cookie(analyst.secret());
        String granted = world.draft();
        String other = world.draft();
        world.grant(granted, analyst);

        assertThat(status(cookie, "/v1/companies")).isEqualTo(200);
        assertThat(status(cookie, "/v1/keys")).isEqualTo(403);
        assertThat(status(cookie, "/v1/audit")).isEqualTo(403);
        assertThat(status(cookie, "/v1/assessments/" + granted)).isEqualTo(200);
        assertThat(status(cookie, "/v1/assessments/" + other)).isEqualTo(403);
        assertThat(status(cookie, "/v1/seat")).isEqualTo(401);
        assertThat(status(cookie, "/v1/shared")).isEqualTo(401);
        assertThat(change(cookie, "POST", "/v1/companies")
                        .json("{\"name\":\"By cookie\"}")
                        .send()
                        .status())
                .isEqualTo(201);
        assertThat(world.ask("GET", "/v1/audit?subject=" + analyst.id()).send().body())
                .contains("\"deed\":\"sign in\"", "\"actor\":\"key:" + analyst.id() + "\"");
    }

    @Test
    void another_tenant_is_as_far_away_as_by_key() {
        World second = new World(server.port(), server.tenant("Second"));
        String theirs = second.draft();
        String cookie = cookie(Running.OWNER);

        assertThat(status(cookie, "/v1/assessments/" + theirs)).isEqualTo(404);
        assertThat(change(cookie, "POST", "/v1/assessments/" + theirs + "/open")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_change_needs_the_header_of_the_page_and_none_comes_from_another_site() {
        String cookie = cookie(Running.OWNER);
        String body = "{\"name\":\"Forged\"}";

        assertThat(http.ask("POST", "/v1/companies")
                        .with("Cookie", cookie)
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(403);
        for (String[] header : List.of(
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"},
                new String[] {"Sec-Fetch-Site", "none"})) {
            Http.Reply refused = change(cookie, "POST", "/v1/companies")
                    .with(header[0], header[1])
                    .json(body)
                    .send();
            assertThat(refused.status()).as(String.join(": ", header)).isEqualTo(403);
        }
        assertThat(http.ask("GET", "/v1/companies")
                        .with("Cookie", cookie)
                        .with("Sec-Fetch-Site", "same-site")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(http.ask("GET", "/v1/companies")
                        .with("Cookie", cookie)
                        .with("Sec-Fetch-Site", "none")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(world.ask("GET", "/v1/companies?limit=100").send().body()).doesNotContain("Forged");
        assertThat(http.ask("POST", HERE)
                        .with("Origin", "https://evil.example")
                        .json("{\"key\":\"" + Running.OWNER + "\"}")
                        .send()
                        .headers())
                .doesNotContainKey("set-cookie");
    }

    @Test
    void what_is_open_to_all_stays_open_with_a_cookie_that_has_ended_and_shows_more_with_a_good_one_that_is_meant() {
        String own = "signed-in-only";
        world.ask("POST", "/v1/questionnaires")
                .json(World.questionnaire(own, "1.0.0"))
                .send();
        String cookie = cookie(Running.OWNER);
        String path = "/v1/questionnaires?limit=100";

        assertThat(http.ask("GET", path).with("Cookie", cookie).send().body()).doesNotContain(own);
        assertThat(change(cookie, "GET", path).send().body()).contains(own);
        change(cookie, "DELETE", HERE).send();

        assertThat(status(cookie, path)).isEqualTo(200);
        assertThat(change(cookie, "GET", path).send().status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_that_cookie_at_once_and_no_other() {
        World.Key key = world.key("owner");
        String mine = cookie(key.secret());
        String elsewhere = cookie(key.secret());

        Http.Reply out = change(mine, "DELETE", HERE).send();

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("moatmark_key=; Path=/; Max-Age=0");
        assertThat(status(mine, "/v1/companies")).isEqualTo(401);
        assertThat(status(elsewhere, "/v1/companies")).isEqualTo(200);
        assertThat(http.ask("GET", HERE).bearer(key.secret()).send().status()).isEqualTo(200);
    }

    @Test
    void the_end_of_the_key_is_the_end_of_its_cookies() {
        World.Key key = world.key("owner");
        String cookie = cookie(key.secret());
        Http.Reply brief = world.ask("POST", "/v1/keys")
                .json("{\"label\":\"Brief\",\"scope\":\"owner\",\"expiresAt\":\""
                        + clock.instant().plusSeconds(600) + "\"}")
                .send();
        Http.Reply signedIn = trade(brief.text("key"));
        assertThat(signedIn.header("Set-Cookie")).contains("; Max-Age=600;");
        String short0 = signedIn.header("Set-Cookie").split(";")[0];

        world.ask("DELETE", "/v1/keys/" + key.id()).with("If-Match", "*").send();
        assertThat(status(cookie, "/v1/companies")).isEqualTo(401);
        assertThat(status(short0, "/v1/companies")).isEqualTo(200);
        later(Duration.ofMinutes(11));

        assertThat(status(short0, "/v1/companies")).isEqualTo(401);
    }

    @Test
    void it_ends_half_an_hour_after_the_last_request_and_after_twelve_hours_in_any_case() {
        String used = cookie(Running.OWNER);
        String idle = cookie(Running.OWNER);

        later(Duration.ofMinutes(20));
        assertThat(status(used, "/v1/companies")).isEqualTo(200);
        later(Duration.ofMinutes(20));
        assertThat(status(used, "/v1/companies")).isEqualTo(200);
        assertThat(status(idle, "/v1/companies")).isEqualTo(401);
        for (int i = 0; i < 34; i++) {
            later(Duration.ofMinutes(20));
            assertThat(status(used, "/v1/companies")).isEqualTo(i < 33 ? 200 : 401);
        }
    }

    @Test
    void the_cookie_of_a_link_ends_after_twelve_hours_and_the_link_does_not() {
        String assessment = world.open();
        world.seat(assessment);
        world.snapshot(assessment, "first");
        String token = world.share(assessment, "first").token();
        String cookie = http.ask("POST", "/v1/shared/session")
                .json("{\"token\":\"" + token + "\"}")
                .send()
                .header("Set-Cookie")
                .split(";")[0];

        later(Duration.ofHours(12).minusMinutes(1));
        assertThat(status(cookie, "/v1/shared")).isEqualTo(200);
        later(Duration.ofMinutes(1));
        assertThat(status(cookie, "/v1/shared")).isEqualTo(401);
        assertThat(http.ask("GET", "/v1/shared").bearer(token).send().status()).isEqualTo(200);
        later(Duration.ofDays(31));
        assertThat(status(cookie, "/v1/shared")).as("the link itself is told").isEqualTo(410);
    }

    @Test
    void a_request_that_comes_twice_is_answered_alike_by_key_and_by_cookie() {
        World.Key key = world.key("owner");
        String cookie = cookie(key.secret());
        String again = cookie(key.secret());
        String body = "{\"label\":\"Once\",\"scope\":\"reader\"}";

        Http.Reply first = change(cookie, "POST", "/v1/keys")
                .with("Idempotency-Key", "\"once\"")
                .json(body)
                .send();
        List<Http.Reply> others = new ArrayList<>();
        others.add(change(again, "POST", "/v1/keys")
                .with("Idempotency-Key", "\"once\"")
                .json(body)
                .send());
        others.add(http.ask("POST", "/v1/keys")
                .bearer(key.secret())
                .with("Idempotency-Key", "\"once\"")
                .json(body)
                .send());

        assertThat(first.status()).isEqualTo(201);
        assertThat(others).allSatisfy(reply -> {
            assertThat(reply.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(reply.text("key")).isEqualTo(first.text("key"));
        });
    }

    @Test
    void unknown_revoked_and_expired_keys_are_refused_alike() {
        World.Key revoked = world.key("owner");
        world.ask("DELETE", "/v1/keys/" + revoked.id()).with("If-Match", "*").send();
        World.Seat seat = world.seat(world.open());

        for (String no : List.of("nobody", revoked.secret(), seat.token())) {
            Http.Reply reply = trade(no);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).contains("This needs a valid key or seat link.");
            assertThat(reply.headers()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void of_one_key_the_newest_twenty_cookies_live() {
        World.Key key = world.key("reader");
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            later(Duration.ofMillis(5));
            cookies.add(cookie(key.secret()));
        }

        assertThat(status(cookies.get(0), HERE)).isEqualTo(401);
        assertThat(status(cookies.get(1), HERE)).isEqualTo(200);
        assertThat(status(cookies.get(20), HERE)).isEqualTo(200);
    }
}
