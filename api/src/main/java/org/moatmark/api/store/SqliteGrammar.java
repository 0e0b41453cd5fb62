package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    public void after(Connection connection) {
        // Nor any to put up.
    }
}
