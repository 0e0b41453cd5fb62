package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The contract on SQLite, and what is peculiar to it. */
class SqliteStoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    Store open() {
        return Store.open(new Location.File(folder.resolve("store.db")), Clock.systemUTC());
    }

    @Test
    void a_writer_from_outside_makes_it_busy_and_not_broken() throws SQLException {
        try (Store own = Store.open(new Location.File(folder.resolve("busy.db")), Clock.systemUTC());
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("busy.db"))) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> own.write(all -> all.tenants().probe(1)))
                    .isInstanceOfSatisfying(
                            StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Kind.BUSY));
            assertThat(own.<Boolean>read(all -> all.tenants().any())).isFalse();
            other.createStatement().execute("ROLLBACK");

            assertThat(own.<Boolean>write(all -> all.tenants().probe(2))).isTrue();
        }
    }

    @Test
    void an_idle_store_keeps_nobody_from_writing() throws SQLException {
        try (Store own = Store.open(new Location.File(folder.resolve("idle.db")), Clock.systemUTC());
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("idle.db"))) {
            assertThat(own.<Boolean>write(all -> all.tenants().probe(1))).isTrue();
            assertThat(own.<Boolean>read(all -> all.tenants().any())).isFalse();

            assertThat(other.createStatement().executeUpdate("UPDATE probe SET at_ms = 5"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_file_of_before_the_vignettes_gains_them_at_the_next_start() throws SQLException {
        Path file = folder.resolve("old.db");
        Location where = new Location.File(file);
        Store.open(where, Clock.systemUTC()).close();
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            old.createStatement().execute("DROP TABLE vignette_rating");
            old.createStatement().execute("DELETE FROM schema_history WHERE version LIKE 'V002%'");
        }

        try (Store store = Store.open(where, Clock.systemUTC())) {
            assertThat(store.<Map<String, Integer>>read(all -> all.vignettes().all("t", "s", "q")))
                    .isEmpty();
        }
    }

    @Test
    void a_line_of_the_history_neither_changes_nor_goes() throws SQLException {
        Path file = folder.resolve("trail.db");
        Store.open(new Location.File(file), Clock.systemUTC()).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement().execute("INSERT INTO tenant VALUES ('t', 'T', 1)");
            other.createStatement().execute("INSERT INTO history VALUES ('t', '1', 1, 'a', 'd', 's', NULL)");
            for (String change : List.of("UPDATE history SET deed = 'x'", "DELETE FROM history")) {
                assertThatThrownBy(() -> other.createStatement().execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("A line of the history never changes.");
            }
        }
    }

    @Test
    void readers_cannot_write() {
        try (Store own = Store.open(new Location.File(folder.resolve("reader.db")), Clock.systemUTC())) {
            assertThatThrownBy(() -> own.read(all -> all.tenants().probe(1)))
                    .isInstanceOfSatisfying(
                            StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Kind.READ_ONLY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, BUSY",
        "SQLITE_BUSY_SNAPSHOT, BUSY",
        "SQLITE_LOCKED, BUSY",
        "SQLITE_FULL, FULL",
        "SQLITE_READONLY, READ_ONLY",
        "SQLITE_READONLY_DBMOVED, READ_ONLY",
        "SQLITE_IOERR_FSYNC, BROKEN",
        "SQLITE_IOERR_WRITE, READ_ONLY",
        "SQLITE_IOERR_SHMSIZE, FULL",
        "SQLITE_IOERR_READ, UNAVAILABLE",
        "SQLITE_NOTADB, BROKEN",
        "SQLITE_CORRUPT, BROKEN"
    })
    void every_failure_of_the_file_is_of_a_kind(String code, StoreFault.Kind kind) {
        SQLException failed = new SQLiteException("no", SQLiteErrorCode.valueOf(code));

        assertThat(StoreFault.of(new IllegalStateException(failed)).kind()).isEqualTo(kind);
    }
}
