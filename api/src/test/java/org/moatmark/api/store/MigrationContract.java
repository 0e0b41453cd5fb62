package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the tables of every database are made and changed. */
abstract class MigrationContract {

    private static final int NEVER = -1;

    /** A new, empty database. */
    abstract Location empty();

    abstract Connection connect(Location where) throws SQLException;

    abstract Grammar grammar();

    /** What happens when the program is cut off: on a server its connection ends. */
    abstract void cutOff(Connection real) throws SQLException;

    private Location where = new Location.Server("none");

    @BeforeEach
    void begin() {
        where = empty();
    }

    private void migrate(Connection connection) throws SQLException {
        new Migrator(grammar(), Clock.systemUTC()).migrate(connection);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connect(where);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> scripts() throws SQLException {
        try (Connection connection = connect(where);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT version FROM schema_history ORDER BY version")) {
            List<String> scripts = new ArrayList<>();
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
            return scripts;
        }
    }

    @Test
    void a_start_that_is_cut_off_before_any_statement_leaves_nothing_and_is_made_up_for() throws Exception {
        // What is made once for a whole server, such as a role, is there from now on and counts for nobody.
        Store.open(empty(), Clock.systemUTC()).close();
        int steps;
        try (Connection connection = connect(empty())) {
            Tripwire counting = new Tripwire(connection, NEVER, real -> {});
            migrate(counting.connection());
            steps = counting.count();
        }
        assertThat(steps).isGreaterThan(15);
        for (int at = 0; at < steps; at++) {
            try (Connection connection = connect(where)) {
                Tripwire cut = new Tripwire(connection, at, real -> {
                    cutOff(real);
                    throw new SQLException("Cut off.", "08006");
                });
                assertThatThrownBy(() -> migrate(cut.connection()))
                        .as("cut off before statement %d", at)
                        .isInstanceOf(SQLException.class);
            }
            try (Connection connection = connect(where)) {
                assertThat(grammar().tables(connection))
                        .as("left by a start cut off before statement %d", at)
                        .isEmpty();
            }
        }
        Store.open(where, Clock.systemUTC()).close();
        assertThat(scripts()).isEqualTo(Migrator.scripts());
    }

    @Test
    void starts_at_the_same_moment_wait_for_each_other() throws Exception {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(CompletableFuture.runAsync(() -> {
                try (Connection connection = connect(where)) {
                    migrate(connection);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }));
        }
        starts.forEach(CompletableFuture::join);

        assertThat(scripts()).isEqualTo(Migrator.scripts());
    }

    @Test
    void a_second_start_changes_nothing() throws Exception {
        Store.open(where, Clock.systemUTC()).close();
        try (Connection connection = connect(where)) {
            var before = Tables.of(connection);
            migrate(connection);

            assertThat(Tables.of(connection)).isEqualTo(before);
        }
    }

    @Test
    void an_older_program_is_refused() throws Exception {
        Store.open(where, Clock.systemUTC()).close();
        change("INSERT INTO schema_history VALUES ('V999__later.sql', 'x', 1)");

        assertThatThrownBy(() -> Store.open(where, Clock.systemUTC()))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database was made by a newer version of this program (it has V999__later.sql); start"
                        + " that version, or restore an older copy of the database.");
    }

    @Test
    void a_script_that_was_changed_is_refused() throws Exception {
        Store.open(where, Clock.systemUTC()).close();
        change("UPDATE schema_history SET checksum = 'x'");

        assertThatThrownBy(() -> Store.open(where, Clock.systemUTC()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("differs from the one that made the database");
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_alone() throws Exception {
        change("CREATE TABLE recipe (name TEXT)");

        assertThatThrownBy(() -> Store.open(where, Clock.systemUTC()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to another program");
        try (Connection connection = connect(where)) {
            assertThat(grammar().tables(connection)).containsExactly("recipe");
        }
    }
}
