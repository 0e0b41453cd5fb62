package org.moatmark.api.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/**
 * The migration of a first start in a process of its own, which kills itself, as {@code kill -9} would, before a statement.
 * Without one it prints how many there are.
 */
public final class KilledMigration {

    private KilledMigration() {}

    /**
     * Migrates.
     *
     * @param words a new SQLite file or the address of an empty PostgreSQL database, and the statement, from 0; or -1
     * @throws SQLException if the database refuses
     */
    public static void main(String[] words) throws SQLException {
        Location where = Location.of(words[0]);
        int at = Integer.parseInt(words[1]);
        Grammar grammar = where instanceof Location.File ? new SqliteGrammar() : new PostgresGrammar();
        try (Connection connection = connect(where)) {
            Tripwire wire = new Tripwire(connection, at, real -> kill());
            new Migrator(grammar, Clock.systemUTC()).migrate(wire.connection());
            System.out.println(wire.count());
        }
    }

    /** As a start does it, up to the migration. */
    private static Connection connect(Location where) throws SQLException {
        if (where instanceof Location.File file) {
            Path path = file.path().toAbsolutePath();
            OneProcess.on(path).note(true);
            return new SqliteFile(path).writing().getConnection();
        }
        return DriverManager.getConnection(((Location.Server) where).url());
    }

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(10_000);
        } catch (IOException | InterruptedException none) {
            throw new IllegalStateException("This machine has no SIGKILL.", none);
        }
    }
}
