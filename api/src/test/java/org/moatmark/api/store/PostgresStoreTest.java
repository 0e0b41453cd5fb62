package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.DefaultConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Postgres;
import org.moatmark.core.response.Company;

/**
 * The contract on PostgreSQL, and what is peculiar to it. Long, since each way in which a server goes away is one of its own.
 */
@Tag("once")
class PostgresStoreTest extends StoreContract {

    private String url = "";

    @BeforeEach
    @Override
    void begin() {
        url = Postgres.newSchema();
        super.begin();
    }

    @Override
    Store open() {
        return open(url);
    }

    private static Store open(String url) {
        return Store.open(new Location.Server(url), Clock.systemUTC());
    }

    /** The first column of what a user gets. */
    private static List<String> ask(String url, String... statements) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    try (var rows = statement.getResultSet()) {
                        while (rows.next()) {
                            answers.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return answers;
    }

    private void keep(String tenant, String hash) {
        StoredKey key = new StoredKey(tenant, Ids.next(), 1, "holder", "owner", "L", "1234", 1, null, null, null);
        try (Store store = open()) {
            store.write(all -> {
                all.tenants().add(tenant, "T", 1);
                all.enter(Hold.tenant(tenant));
                all.keys().add(key, hash, null);
                all.companies().put(tenant, new StoredCompany(Ids.next(), 1, Company.named("C"), 1, 1));
                return true;
            });
        }
    }

    @Test
    void every_table_with_a_tenant_is_held_by_a_forced_policy() throws SQLException {
        List<String> tables = ask(
                url,
                "SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant_id' AND table_schema ="
                        + " current_schema() ORDER BY 1");
        List<String> held = ask(
                url,
                "SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND"
                        + " c.relforcerowsecurity AND p.polpermissive AND p.polcmd = '*' ORDER BY 1");

        assertThat(tables).hasSizeGreaterThan(9);
        assertThat(held).isEqualTo(tables);
    }

    @Test
    void who_named_no_tenant_sees_nothing_and_who_named_one_sees_that() throws SQLException {
        keep("tenant-a", "hash-a");
        keep("tenant-b", "hash-b");
        List<String> tables = ask(
                url,
                "SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant_id' AND table_schema ="
                        + " current_schema()");
        for (String user : List.of("SET ROLE moatmark_app", "SELECT 'the owner of the tables'")) {
            for (String table : tables) {
                assertThat(ask(url, user, "SELECT tenant_id FROM " + table))
                        .as("%s after %s", table, user)
                        .allMatch("the owner of the tables"::equals);
            }
            assertThat(ask(url, user, "SET app.tenant_id = 'tenant-b'", "SELECT tenant_id FROM company"))
                    .endsWith("tenant-b")
                    .doesNotContain("tenant-a");
        }
        assertThat(ask(Postgres.asSuperuser(url), "SELECT DISTINCT tenant_id FROM company"))
                .containsExactlyInAnyOrder("tenant-a", "tenant-b");
    }

    @Test
    void a_row_for_another_tenant_is_refused_by_the_database_itself() {
        keep("tenant-a", "hash-a");

        assertThatThrownBy(() -> ask(
                        url,
                        "SET ROLE moatmark_app",
                        "SET app.tenant_id = 'tenant-b'",
                        "INSERT INTO history VALUES ('tenant-a', 'h', 1, 'x', 'x', 'x', NULL)"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void a_shown_hash_lets_one_row_be_read_and_none_be_changed() throws SQLException {
        keep("tenant-a", "hash-a");
        keep("tenant-b", "hash-b");

        assertThat(ask(
                        url,
                        "SET ROLE moatmark_app",
                        "SET app.credential = 'hash-b'",
                        "UPDATE api_key SET label = 'taken'",
                        "DELETE FROM api_key",
                        "SELECT tenant_id || label FROM api_key"))
                .containsExactly("tenant-bL");
    }

    @Test
    void the_program_works_as_a_role_that_owns_nothing() throws SQLException {
        assertThat(ask(
                        Postgres.asSuperuser(url),
                        "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = 'moatmark_app'",
                        "SELECT rolsuper OR rolbypassrls OR rolcanlogin FROM pg_roles WHERE rolname = 'moatmark_app'",
                        "SELECT has_table_privilege('moatmark_app', 'schema_history', 'INSERT')"))
                .containsExactly("0", "f", "f");
    }

    @Test
    void a_superuser_puts_its_power_down_before_it_works() throws SQLException {
        try (Store store = open(Postgres.asSuperuser(Postgres.newDatabase(Postgres.USER)))) {
            store.write(all -> {
                all.tenants().add("tenant-a", "A", 1);
                all.enter(Hold.tenant("tenant-a"));
                all.companies().put("tenant-a", new StoredCompany("c", 1, Company.named("C"), 1, 1));
                return true;
            });

            assertThat(store.<Boolean>read(
                            "tenant-b",
                            all -> all.companies().find("tenant-a", "c").isPresent()))
                    .isFalse();
            assertThat(store.<Boolean>read(
                            "tenant-a",
                            all -> all.companies().find("tenant-a", "c").isPresent()))
                    .isTrue();
        }
    }

    @Test
    void an_owner_that_may_make_no_role_is_held_by_the_policies_too() {
        try (Store store = open(Postgres.newDatabase(Postgres.newUser("")))) {
            store.write(all -> {
                all.tenants().add("tenant-a", "A", 1);
                all.enter(Hold.tenant("tenant-a"));
                all.companies().put("tenant-a", new StoredCompany("c", 1, Company.named("C"), 1, 1));
                return true;
            });

            assertThat(store.<Boolean>read(
                            "tenant-b",
                            all -> all.companies().find("tenant-a", "c").isPresent()))
                    .isFalse();
        }
    }

    @Test
    void a_user_that_no_policy_holds_is_refused() {
        assertThatThrownBy(() -> open(Postgres.newDatabase(Postgres.newUser("BYPASSRLS"))))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The user of the database sees the rows of all tenants, whatever is asked for; name another"
                        + " in MOATMARK_DB, neither a superuser nor one with BYPASSRLS.");
    }

    @Test
    void a_user_that_owns_nothing_is_enough_once_the_tables_are_there() {
        String user = Postgres.newUser("IN ROLE moatmark_app");
        String empty = Postgres.newSchema();
        Postgres.asSuperuser(
                "postgres", "GRANT USAGE ON SCHEMA " + empty.replaceFirst(".*currentSchema=", "") + " TO " + user);

        open(Postgres.as(url, user, Postgres.PASSWORD)).close();
        assertThatThrownBy(() -> open(Postgres.as(empty, user, Postgres.PASSWORD)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The user of the database may not make or change its tables; start once as their owner.");
    }

    @Test
    void what_cannot_be_opened_is_refused_in_one_clear_line_without_the_password() {
        String place = "The database " + url.replaceFirst("[?].*", "") + " ";

        assertThatThrownBy(() -> open(Postgres.as(url, Postgres.USER, "wrong")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(place + "refuses the user or its password; mend them in MOATMARK_DB.")
                .extracting(refused -> ((StartRefused) refused).words().ja())
                .isEqualTo("データベース " + url.replaceFirst("[?].*", "") + " がユーザーかパスワードを拒みました。MOATMARK_DB を直してください。");
        assertThatThrownBy(() -> open(url.replace("/postgres?", "/nothing?")))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith(
                        "/nothing is not there; make it with CREATE DATABASE, or name another in MOATMARK_DB.");
        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/x?user=u&password=hidden"))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "The database jdbc:postgresql://127.0.0.1:1/x cannot be reached; is the server running, and its"
                                + " name and port right?")
                .extracting(refused -> ((StartRefused) refused).words().ja())
                .isEqualTo("データベース jdbc:postgresql://127.0.0.1:1/x に接続できません。サーバーが動いているか、名前とポートが正しいか確認してください。");
        assertThatThrownBy(() -> open("jdbc:postgresql://h:port/x?password=hidden"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("MOATMARK_DB cannot be read as an address")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void a_database_that_only_reads_is_refused() {
        String user = Postgres.newUser("IN ROLE moatmark_app");
        Postgres.asSuperuser("postgres", "ALTER ROLE " + user + " SET default_transaction_read_only = on");

        assertThatThrownBy(() -> open(Postgres.as(url, user, Postgres.PASSWORD)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The database lets this user only read");
    }

    /** Counts the ways to the server and back. */
    private static final class Ways extends DefaultConnection {
        private int taken;

        Ways(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            taken++;
            return super.prepareStatement(sql);
        }
    }

    @Test
    void what_is_said_goes_out_with_the_next_question_and_with_the_end() throws SQLException {
        Phrase set = new Phrase(sql -> sql.resultQuery("select set_config('app.tenant_id', {0}, true)", Phrase.text()));
        Phrase get = new Phrase(sql -> sql.select(DSL.field("current_setting('app.tenant_id')", String.class)));
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            Ways ways = new Ways(connection);
            Talk talk = new Talk(ways, SQLDialect.POSTGRES, false);

            talk.say(set, "one");
            talk.say(set, "two");
            Talk.Answer first = talk.ask(get);
            talk.say(set, "three");
            Talk.Answer second = talk.ask(get);
            assertThat(talk.heard()).isFalse();

            assertThat(second.rows().get(0).get(0)).isEqualTo("three");
            assertThat(first.rows().get(0).get(0)).isEqualTo("two");
            assertThat(ways.taken).isEqualTo(1);

            talk.say(set, "four");
            talk.end();
            assertThat(ways.taken).isEqualTo(2);
            connection.rollback();
            assertThat(new Talk(connection, SQLDialect.POSTGRES, false)
                            .ask(get)
                            .rows()
                            .get(0)
                            .get(0))
                    .as("the transaction ended with what was said")
                    .isEqualTo("");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "40001, BUSY",
        "40P01, BUSY",
        "55P03, BUSY",
        "57014, BUSY",
        "53300, BUSY",
        "53100, FULL",
        "25006, READ_ONLY",
        "57P01, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "23505, UNAVAILABLE"
    })
    void every_failure_of_the_server_is_of_a_kind(String state, StoreFault.Kind kind) {
        SQLException failed = new SQLException("no", state);

        assertThat(StoreFault.of(new IllegalStateException(failed)).kind()).isEqualTo(kind);
    }
}
