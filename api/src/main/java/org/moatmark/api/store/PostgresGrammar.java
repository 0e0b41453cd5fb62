package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripts in the words of PostgreSQL. Only five words differ: {@code INTEGER} becomes {@code BIGINT}, {@code TEXT}
 * becomes {@code TEXT COLLATE "C"}, so that both databases put texts in the same order, {@code REAL} becomes
 * {@code DOUBLE PRECISION}, {@code BLOB} becomes {@code BYTEA}, and {@code STRICT} falls away.
 */
final class PostgresGrammar implements Grammar {

    /** Any number, as long as it is always the same: who holds this lock changes the tables. */
    private static final long MIGRATION = 0x6d6f61746d61726bL;

    private static final Map<String, String> WORDS = Map.of(
            "INTEGER", "BIGINT",
            "TEXT", "TEXT COLLATE \"C\"",
            "REAL", "DOUBLE PRECISION",
            "BLOB", "BYTEA",
            "STRICT", "");
    private static final Pattern TOKEN =
            Pattern.compile("--[^\\n]*|'(?:[^']|'')*'|\\b(INTEGER|TEXT|REAL|BLOB|STRICT)\\b");

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + MIGRATION + ")");
        }
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c.relname FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') ORDER BY c.relname")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @Override
    public String own(String statement) {
        return TOKEN.matcher(statement).replaceAll(token -> {
            String word = token.group(1);
            return Matcher.quoteReplacement(word == null ? token.group() : WORDS.get(word));
        });
    }

    @Override
    public void before(Connection connection) throws SQLException {
        RowSecurity.open(connection);
    }

    @Override
    public void after(Connection connection) throws SQLException {
        RowSecurity.close(connection);
    }
}
