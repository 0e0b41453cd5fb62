package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.http.Http;
import org.moatmark.api.service.Refused;
import org.moatmark.api.store.Location;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * Owners of several tenants contribute assessments, the yearly release is made, and somebody without any credential tries
 * to find one company in it. Long, since it is one walk through a year and two tenants.
 */
class ContributedTest {

    private static final String BENCHMARK = "/v1/benchmarks/outside-view?source=contributed";
    private static final int YEAR = LocalDate.now(ZoneOffset.UTC).getYear();

    /** What a running server is made to do. */
    private interface Deed {
        void on(Running server, Http http);
    }

    private static void run(Location data, Deed deed) {
        try (Running server = Running.on(data)) {
            deed.on(server, new Http(server.port()));
        }
    }

    private static Http.Reply read(Http http, String more) {
        return http.ask("GET", BENCHMARK + more).send();
    }

    private static Http.Reply sent(int status, Http.Ask ask) {
        Http.Reply reply = ask.send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }

    /** A closed assessment; gives back its path. */
    private static String assessed(Http http, String owner, String sector, String visibility, int answer) {
        String company = sent(
                        201,
                        http.ask("POST", "/v1/companies")
                                .bearer(owner)
                                .json("{\"name\":\"Secret " + sector + " " + answer
                                        + "\",\"country\":\"JP\",\"sector\":\"" + sector + "\",\"size\":\"large\"}"))
                .text("id");
        String path = "/v1/assessments/"
                + sent(
                                201,
                                http.ask("POST", "/v1/assessments")
                                        .bearer(owner)
                                        .json("{\"company\":\"" + company
                                                + "\",\"name\":\"A\",\"questionnaires\":[\"outside-view\"]" + visibility
                                                + "}"))
                        .text("id");
        String token = sent(
                        201,
                        http.ask("POST", path + "/seats")
                                .bearer(owner)
                                .json(
                                        "{\"key\":\"s\",\"department\":\"M\",\"informants\":{\"outside-view\":\"outsider\"}}"))
                .text("token");
        sent(200, http.ask("POST", path + "/open").bearer(owner));
        StringBuilder answers = new StringBuilder();
        for (int i = 1; i <= 16; i++) {
            int value = Math.max(1, Math.min(5, answer / 10 + (i <= answer % 10 ? 1 : 0)));
            answers.append(i == 1 ? "" : ",").append(String.format("\"OV%02d\":{\"value\":%d}", i, value));
        }
        sent(
                200,
                http.ask("PATCH", "/v1/seat/answers/outside-view")
                        .bearer(token)
                        .with("If-Match", "*")
                        .patch("{\"answers\":{" + answers + "}}"));
        sent(409, contribute(http, owner, path, true));
        sent(200, http.ask("POST", "/v1/seat/submit").bearer(token));
        sent(200, http.ask("POST", path + "/close").bearer(owner));
        return path;
    }

    private static Http.Ask contribute(Http http, String owner, String path, boolean yes) {
        return http.ask("PATCH", path + "/contribution")
                .bearer(owner)
                .with("If-Match", "*")
                .patch("{\"contributed\":" + yes + "}");
    }

    private static String contributed(Http http, String owner, String sector, String visibility, int answer) {
        String path = assessed(http, owner, sector, visibility, answer);
        sent(200, contribute(http, owner, path, true));
        return path;
    }

    private static List<JsonObject> groups(Http.Reply reply) {
        List<JsonObject> groups = new ArrayList<>();
        for (JsonValue group : ((JsonArray) reply.json().toMap().get("groups")).values()) {
            groups.add((JsonObject) group);
        }
        return groups;
    }

    private static String text(JsonObject object, String key) {
        JsonValue value = object.toMap().get(key);
        return value instanceof JsonString text ? text.value() : CompactJson.of(value);
    }

    private static void yearly(Location data, Clock clock, int year) {
        BenchmarkCommand.release(data, clock, year);
    }

    /** Five tenants of one sector and four of another; one of the five is confidential. */
    private void contribute_release_and_attack(Location data) {
        List<String> owners = new ArrayList<>();
        run(data, (server, http) -> {
            for (int i = 0; i < 10; i++) {
                owners.add(server.tenant("Tenant " + i));
            }
            sent(404, http.ask("GET", BENCHMARK));
            for (int i = 0; i < 9; i++) {
                String visibility = i == 0 ? ",\"visibility\":{\"mode\":\"confidential\",\"k\":3}" : "";
                contributed(http, owners.get(i), i < 5 ? "mobility" : "food-and-beverage", visibility, 14 + 4 * i);
            }
            assessed(http, owners.get(0), "mobility", "", 30);
        });
        yearly(data, Clock.systemUTC(), YEAR);
        assertThatThrownBy(() -> yearly(data, Clock.systemUTC(), YEAR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stays as it is");
        String[] before = new String[1];
        run(data, (server, http) -> {
            Http.Reply whole = sent(200, http.ask("GET", BENCHMARK));
            before[0] = whole.body();
            attack(http, whole);
            assertThat(sent(200, http.ask("GET", BENCHMARK + "&year=" + YEAR)).body())
                    .isEqualTo(whole.body());
            assertThat(http.ask("GET", BENCHMARK)
                            .with("If-None-Match", whole.header("ETag"))
                            .send()
                            .status())
                    .isEqualTo(304);
            contributed(http, owners.get(9), "retail", "", 45);
        });
        // One company joined: nothing that is told changes, so that nothing can be subtracted.
        yearly(data, Clock.fixed(Instant.parse(YEAR + 1 + "-12-31T00:00:00Z"), ZoneOffset.UTC), YEAR + 1);
        run(data, (server, http) -> {
            Http.Reply next = sent(200, http.ask("GET", BENCHMARK));
            assertThat(text(next.json(), "year")).isEqualTo(Integer.toString(YEAR + 1));
            assertThat(numbers(next.body())).isEqualTo(numbers(before[0]));
        });
    }

    /** The groups of a release, but for the day on which it was made. */
    private static String numbers(String body) {
        JsonObject document = (JsonObject) JsonTree.parse(body).orThrow();
        return CompactJson.of(document.toMap().get("groups")).replaceAll("\"made\":\"[0-9-]*\"", "");
    }

    private static void attack(Http http, Http.Reply whole) {
        List<JsonObject> groups = groups(whole);
        assertThat(text(groups.get(0), "by")).isEqualTo("all");
        assertThat(CompactJson.of(groups.get(0)))
                .contains("\"p25\"")
                .contains("\"p50\"")
                .contains("\"p75\"");
        JsonArray places = (JsonArray) groups.get(0).toMap().get("places");
        JsonObject index = (JsonObject) places.values().get(0);
        JsonObject dimension = (JsonObject) places.values().get(1);
        assertThat(text(index, "n")).isEqualTo("9");
        assertThat(text(dimension, "n"))
                .as("the confidential one gives its index alone")
                .isEqualTo("8");
        // Five are in a sector, and four in the other: the five would give the four away.
        assertThat(whole.body()).doesNotContain("Secret").doesNotContain("mean").doesNotContain("median");
        Http.Reply isolated = read(http, "&sector=food-and-beverage");
        Http.Reply nobody = read(http, "&sector=retail");
        assertThat(groups(isolated)).hasSize(1);
        assertThat(isolated.body()).contains("\"suppressed\":true").doesNotContain("\"n\":");
        assertThat(isolated.body().replace("food-and-beverage", "retail"))
                .as("few look like none, to the byte")
                .isEqualTo(nobody.body());
        assertThat(isolated.header("Content-Length").length())
                .isEqualTo(nobody.header("Content-Length").length());
        assertThat(read(http, "&sector=mobility").body()).contains("\"suppressed\":true");
        assertThat(read(http, "&size=large").body()).contains("\"n\":9");
        assertThat(read(http, "&sector=mobility&size=large").status()).isEqualTo(400);
        assertThat(read(http, "&peers=apple").status()).isEqualTo(400);
        assertThat(read(http, "&min=1").status()).isEqualTo(400);
        assertThat(read(http, "&asOf=2026").status()).isEqualTo(400);
        assertThat(read(http, "&sector=no-such").status()).isEqualTo(400);
        assertThat(read(http, "&year=1999").status()).isEqualTo(404);
        assertThat(http.ask("GET", "/v1/benchmarks/outside-view?source=all")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(http.ask("GET", "/v1/benchmarks/outside-view?year=2026")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(http.ask("GET", "/v1/benchmarks/differentiation-maturity?source=contributed")
                        .send()
                        .status())
                .isIn(200, 404);
    }

    @Test
    void nobody_finds_one_contributed_company_on_sqlite(@TempDir Path folder) {
        contribute_release_and_attack(new Location.File(folder.resolve("contributed.db")));
    }

    @Test
    void nobody_finds_one_contributed_company_on_postgresql() throws SQLException {
        String url = Postgres.newSchema();
        contribute_release_and_attack(Location.of(url));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "SELECT count(*) FROM contributed_release"))
                    .isPositive();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema()"
                                    + " AND table_name = 'contributed_release' AND column_name = 'tenant_id'"))
                    .as("a release is of no tenant")
                    .isZero();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM contributed_release r, tenant t WHERE r.document LIKE '%' || t.id || '%'"
                                    + " OR r.ledger LIKE '%' || t.id || '%' OR r.ledger LIKE '%Secret%'"))
                    .as("releases that name a tenant or a company")
                    .isZero();
            assertThat(number(statement, "SELECT count(*) FROM contribution"))
                    .as("whoever names no tenant sees no contribution, the owner of the tables neither")
                    .isZero();
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('app.tenant_id', (SELECT max(id) FROM tenant), true)");
            assertThat(number(statement, "SELECT count(*) FROM contribution"))
                    .as("a tenant sees its own")
                    .isEqualTo(1);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void an_owner_reads_what_enters_agrees_and_takes_it_back(@TempDir Path folder) {
        run(new Location.File(folder.resolve("agree.db")), (server, http) -> {
            String owner = Running.OWNER;
            String path = assessed(http, owner, "mobility", "", 33);
            Http.Reply before =
                    sent(200, http.ask("GET", path + "/contribution").bearer(owner));
            assertThat(before.body())
                    .contains("\"contributed\":false")
                    .contains("四分位数")
                    .contains("quartiles");
            assertThat(before.header("ETag")).isEqualTo("\"v0-en\"");
            sent(428, http.ask("PATCH", path + "/contribution").bearer(owner).patch("{\"contributed\":true}"));
            Http.Reply yes = sent(200, contribute(http, owner, path, true));
            assertThat(yes.body()).contains("\"contributed\":true").contains("\"since\":\"");
            assertThat(sent(200, contribute(http, owner, path, true)).body()).isEqualTo(yes.body());
            assertThat(sent(200, contribute(http, owner, path, false)).body()).contains("\"contributed\":false");
            String analyst = sent(
                            201,
                            http.ask("POST", "/v1/keys").bearer(owner).json("{\"label\":\"A\",\"scope\":\"analyst\"}"))
                    .text("key");
            sent(403, contribute(http, analyst, path, true));
            String trail = sent(200, http.ask("GET", "/v1/audit").bearer(owner)).body();
            assertThat(trail).contains("contribute results").contains("take contributed results back");
        });
        assertThat(BenchmarkCommand.release(new Location.File(folder.resolve("agree.db")), Clock.systemUTC(), YEAR)
                        .get("outside-view")
                        .companies())
                .as("what was taken back")
                .isZero();
    }
}
