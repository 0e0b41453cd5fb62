package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The scripts are written for SQLite: there is nothing to translate. */
final class SqliteGrammar implements Grammar {

    /** 90 days: no younger line of the history goes, whatever somebody sets. */
    static final long LEAST_AGE_MS = 90L * 86_400_000;

    private static final String REFUSAL = "SELECT RAISE(ABORT, 'A line of the history never changes.'); END";

    /** The connection begins its transactions with a write lock. */
    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @Override
    public String own(String statement) {
        return statement;
    }

    @Override
    public void before(Connection connection) {
        // A file has no walls that a script could run into.
    }

    /**
     * What was done is only ever added to. A line goes only where the history itself says that lines of its age may, and is
     * at least 90 days old then; or with its whole tenant.
     */
    @Override
    public void after(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TRIGGER IF NOT EXISTS history_keeps_update BEFORE UPDATE ON history BEGIN " + REFUSAL);
            statement.execute("DROP TRIGGER IF EXISTS history_keeps_delete");
            statement.execute("CREATE TRIGGER IF NOT EXISTS history_keeps_lines BEFORE DELETE ON history WHEN NOT ("
                    + "EXISTS (SELECT 1 FROM tenant_end e WHERE e.tenant_id = OLD.tenant_id) OR EXISTS (SELECT 1 FROM"
                    + " history h WHERE h.tenant_id = OLD.tenant_id AND h.deed = '" + HistoryShelf.FORGET + "' AND"
                    + " strftime('%Y-%m-%dT%H:%M:%fZ', OLD.at_ms / 1000.0, 'unixepoch') < h.reason"
                    + " AND OLD.at_ms <= h.at_ms - " + LEAST_AGE_MS + ")) BEGIN " + REFUSAL);
        }
    }
}
