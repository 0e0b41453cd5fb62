package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Postgres;

/** The tables of a PostgreSQL database. */
@Tag("once")
class PostgresMigrationTest extends MigrationContract {

    @Override
    Location empty() {
        return new Location.Server(Postgres.newSchema());
    }

    @Override
    Connection connect(Location where) throws SQLException {
        return DriverManager.getConnection(((Location.Server) where).url());
    }

    @Override
    Grammar grammar() {
        return new PostgresGrammar();
    }

    @Override
    void cutOff(Connection real) throws SQLException {
        real.abort(Runnable::run);
    }

    @Test
    void both_databases_have_the_same_tables(@TempDir Path folder) throws SQLException {
        Location file = new Location.File(folder.resolve("same.db"));
        Location server = empty();
        Store.open(file, Clock.systemUTC()).close();
        Store.open(server, Clock.systemUTC()).close();

        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("same.db"));
                Connection postgres = connect(server)) {
            assertThat(Tables.of(postgres)).isEqualTo(Tables.of(sqlite));
        }
    }

    @Test
    void words_of_a_script_become_those_of_postgresql_but_not_in_texts_and_remarks() {
        assertThat(new PostgresGrammar().own("""
                        -- TEXT and INTEGER
                        CREATE TABLE a (b TEXT NOT NULL, c INTEGER CHECK (b <> 'TEXT; it''s STRICT'), d REAL, e BLOB) STRICT""")).isEqualTo("""
                        -- TEXT and INTEGER
                        CREATE TABLE a (b TEXT COLLATE "C" NOT NULL, c BIGINT CHECK (b <> 'TEXT; it''s STRICT'), \
                        d DOUBLE PRECISION, e BYTEA)\s""");
    }

    @Test
    void texts_are_in_the_order_of_their_bytes() throws SQLException {
        Location server = empty();
        Store.open(server, Clock.systemUTC()).close();
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }
}
