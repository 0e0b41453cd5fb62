package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log tells of what was committed. */
class SqliteLogTest {

    private static final int HEADER = 32;
    private static final int FRAME = 24 + 4_096;

    @TempDir
    Path folder;

    private Path copy(Path database, String name) throws IOException {
        Path to = folder.resolve(name);
        for (String part : new String[] {"", "-wal", "-shm"}) {
            Files.copy(beside(database, part), beside(to, part));
        }
        return to;
    }

    private static Path beside(Path database, String part) {
        return database.resolveSibling(database.getFileName() + part);
    }

    /** A database that was left in the middle, and the same three commits later. */
    private Path[] left() throws SQLException, IOException {
        Path live = folder.resolve("live.db");
        try (Connection connection = new SqliteFile(live).writing().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("CREATE TABLE one (word TEXT)");
            statement.execute("INSERT INTO one VALUES ('acknowledged')");
            Path before = copy(live, "before.db");
            for (int i = 0; i < 3; i++) {
                statement.execute("INSERT INTO one VALUES ('later')");
            }
            return new Path[] {before, copy(live, "after.db")};
        }
    }

    @Test
    void a_log_whose_index_finds_all_its_frames_is_whole() throws Exception {
        Path[] left = left();

        assertThat(SqliteLog.isTorn(left[0], true)).isFalse();
        assertThat(SqliteLog.isTorn(left[1], true)).isFalse();
    }

    @Test
    void what_a_failing_disk_refused_lies_behind_the_end_and_nothing_is_missing() throws Exception {
        Path[] left = left();
        byte[] later = Files.readAllBytes(beside(left[1], "-wal"));
        int end = (int) Files.size(beside(left[0], "-wal"));
        byte[] behind = Arrays.copyOfRange(later, end + FRAME, later.length);

        Files.write(beside(left[0], "-wal"), behind, StandardOpenOption.APPEND);

        assertThat(behind.length).isEqualTo(2 * FRAME);
        assertThat(SqliteLog.isTorn(left[0], true)).isFalse();
        assertThat(SqliteLog.isTorn(left[0], false))
                .as("without the index nobody can tell it from a log with a hole")
                .isTrue();
    }

    @Test
    void a_frame_that_was_committed_and_is_damaged_is_missed() throws Exception {
        Path after = left()[1];
        byte[] log = Files.readAllBytes(beside(after, "-wal"));

        log[HEADER + FRAME + 100] ^= 1;
        Files.write(beside(after, "-wal"), log);

        assertThat(SqliteLog.isTorn(after, true)).isTrue();
        assertThat(SqliteLog.isTorn(after, false)).isTrue();
    }
}
