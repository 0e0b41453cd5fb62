package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scripts are written for SQLite: there is nothing to translate. */
final class SqliteGrammar implements Grammar {

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

    /** What was done is only ever added to. */
    @Override
    public void after(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String change : List.of("UPDATE", "DELETE")) {
                statement.execute("CREATE TRIGGER IF NOT EXISTS history_keeps_" + change.toLowerCase(Locale.ROOT)
                        + " BEFORE " + change + " ON history BEGIN"
                        + " SELECT RAISE(ABORT, 'A line of the history never changes.'); END");
            }
        }
    }
}
