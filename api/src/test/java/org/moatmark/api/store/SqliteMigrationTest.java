package org.moatmark.api.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** The tables of an SQLite file. */
class SqliteMigrationTest extends MigrationContract {

    @TempDir
    private Path folder;

    @Override
    Location empty() {
        return new Location.File(folder.resolve(UUID.randomUUID() + ".db"));
    }

    @Override
    Connection connect(Location where) throws SQLException {
        return new SqliteFile(((Location.File) where).path()).writing().getConnection();
    }

    @Override
    Grammar grammar() {
        return new SqliteGrammar();
    }

    /** Here the process lives on; {@link KilledMigration} is killed for good, by the driver of faults. */
    @Override
    void cutOff(Connection real) {
        // The exception that follows undoes it.
    }
}
