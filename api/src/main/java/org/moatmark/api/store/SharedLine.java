package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What all go over who commit together: one connection and one transaction, and a savepoint for each. It begins with the first
 * who wants a connection and ends once; only the thread that leads may use it.
 */
final class SharedLine implements Line {

    private final Pool pool;
    private final Thread leader = Thread.currentThread();
    private @Nullable Connection connection;
    private boolean begun;
    private boolean inside;
    private boolean over;
    private int kept;
    private @Nullable SQLException broken;

    SharedLine(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Connection connect() throws SQLException {
        if (over || leader != Thread.currentThread()) {
            throw new IllegalStateException("Only in a turn somebody writes.");
        }
        Connection current = connection;
        if (current != null) {
            return current;
        }
        try {
            current = pool.take();
            connection = current;
            return current;
        } catch (SQLException none) {
            // The next one would wait for a connection as long, and everybody here with him.
            broken = none;
            throw none;
        }
    }

    @Override
    public void begin(Connection used) throws SQLException {
        try {
            if (!begun) {
                execute(used, "BEGIN IMMEDIATE");
                begun = true;
            }
            execute(used, "SAVEPOINT writer");
            inside = true;
        } catch (SQLException failed) {
            broken = failed;
            throw failed;
        }
    }

    /** What was written is kept if the commit for all is. */
    @Override
    public void commit(Connection used) throws SQLException {
        execute(used, "RELEASE writer");
        inside = false;
        kept++;
    }

    /** Takes back what was written; does nothing for somebody who never began. */
    @Override
    public void rollback(Connection used) throws SQLException {
        if (!inside) {
            return;
        }
        try {
            execute(used, "ROLLBACK TO writer");
            execute(used, "RELEASE writer");
            inside = false;
        } catch (SQLException gone) {
            // SQLite ends a whole transaction by itself when the disk is full or fails.
            broken = gone;
            throw gone;
        }
    }

    /** For somebody who neither committed nor rolled back: everything that is not on the disk yet has failed. */
    @Override
    public void giveBack(Connection used, boolean sound) {
        if (inside && broken == null) {
            broken = new SQLException("Somebody who wrote ended without saying how.");
        }
    }

    /** Whether somebody more may write. */
    boolean isSound() {
        return broken == null;
    }

    /** Commits for all; what went wrong went wrong for all. */
    @Nullable
    SQLException end() {
        over = true;
        Connection used = connection;
        if (used == null) {
            return broken;
        }
        boolean ended = false;
        try {
            if (begun && broken == null) {
                broken = tried(used, kept > 0 ? "COMMIT" : "ROLLBACK");
            }
            SQLException failure = broken;
            if (begun && failure != null) {
                SQLException again = tried(used, "ROLLBACK");
                if (again != null) {
                    failure.addSuppressed(again);
                }
            }
            ended = true;
            return failure;
        } finally {
            pool.giveBack(used, ended && broken == null);
        }
    }

    /** Why a statement failed; null if it did not. */
    private static @Nullable SQLException tried(Connection used, String sql) {
        try {
            execute(used, sql);
            return null;
        } catch (SQLException failed) {
            return failed;
        } catch (RuntimeException unforeseen) {
            return new SQLException("'" + sql + "' failed.", unforeseen);
        }
    }

    private static void execute(Connection used, String sql) throws SQLException {
        try (Statement statement = used.createStatement()) {
            statement.execute(sql);
        }
    }
}
