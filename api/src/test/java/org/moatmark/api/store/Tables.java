package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the tables of a database are, in words that are the same for every database. */
final class Tables {

    private static final Map<String, String> TYPES = Map.of(
            "integer",
            "whole number",
            "int8",
            "whole number",
            "text",
            "text",
            "real",
            "number",
            "float8",
            "number",
            "blob",
            "bytes",
            "bytea",
            "bytes");

    private Tables() {}

    /** Columns, keys and indexes by table. */
    static Map<String, Set<String>> of(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, Set<String>> tables = new TreeMap<>();
        try (ResultSet rows = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                if (!rows.getString("TABLE_NAME").startsWith("sqlite_")) {
                    tables.put(rows.getString("TABLE_NAME"), new TreeSet<>());
                }
            }
        }
        for (Map.Entry<String, Set<String>> table : tables.entrySet()) {
            columns(meta, schema, table.getKey(), table.getValue());
            keys(meta, schema, table.getKey(), table.getValue());
            uniques(meta, schema, table.getKey(), table.getValue());
        }
        return tables;
    }

    private static void columns(DatabaseMetaData meta, @Nullable String schema, String table, Set<String> words)
            throws SQLException {
        try (ResultSet rows = meta.getColumns(null, schema, table, "%")) {
            while (rows.next()) {
                String type = rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                words.add("column " + rows.getString("COLUMN_NAME") + " " + TYPES.getOrDefault(type, type)
                        + (rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? "" : " or nothing"));
            }
        }
    }

    private static void keys(DatabaseMetaData meta, @Nullable String schema, String table, Set<String> words)
            throws SQLException {
        words.add("primary key " + String.join(", ", primaryKey(meta, schema, table)));
        try (ResultSet rows = meta.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                words.add("reference " + rows.getInt("KEY_SEQ") + " " + rows.getString("FKCOLUMN_NAME") + " to "
                        + rows.getString("PKTABLE_NAME") + "." + rows.getString("PKCOLUMN_NAME"));
            }
        }
    }

    private static Collection<String> primaryKey(DatabaseMetaData meta, @Nullable String schema, String table)
            throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = meta.getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return columns.values();
    }

    private static void uniques(DatabaseMetaData meta, @Nullable String schema, String table, Set<String> words)
            throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        try (ResultSet rows = meta.getIndexInfo(null, schema, table, false, true)) {
            while (rows.next()) {
                String columns = (rows.getBoolean("NON_UNIQUE") ? "index" : "unique") + " ";
                indexes.merge(
                        rows.getString("INDEX_NAME"),
                        columns + rows.getString("COLUMN_NAME"),
                        (before, more) -> before + ", " + more.substring(more.indexOf(' ') + 1));
            }
        }
        // SQLite needs no index of its own for a key that is a whole number.
        indexes.values().remove("unique " + String.join(", ", primaryKey(meta, schema, table)));
        words.addAll(indexes.values());
    }
}
