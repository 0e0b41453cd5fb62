package org.moatmark.api.http;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;

/**
 * Compares every table of a tenant with its export, column by column. A table or a column that is new has to be in the export
 * or to stand here with the reason why it is not.
 */
final class ExportedTables {

    /** What is not in an export, and why; a table by its name, a column as {@code table.column}. */
    static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.ofEntries(
            Map.entry("export_job", "what was asked for and fetched is in the audit trail"),
            Map.entry("export_piece", "the export itself"),
            Map.entry("key_session", "cookies are credentials"),
            Map.entry("seat_session", "cookies are credentials"),
            Map.entry("share_session", "cookies are credentials"),
            Map.entry("replay", "sealed for the caller alone, for a day"),
            Map.entry("tenant_end", "there only while a tenant is erased"),
            Map.entry("turnout", "told for a day, counted from the seats"),
            Map.entry("publication_sheet", "answers given in confidence; the release is there"),
            Map.entry("publication.seats", "who has answered in confidence"),
            Map.entry("publication.closed_ms", "the closing of the assessment, which is there"),
            Map.entry("snapshot_sheet.crowds", "answers given in confidence; the release is there"),
            Map.entry("snapshot_sheet.position", "order of the files"),
            Map.entry("api_key.hash", "only a hash is kept of a key"),
            Map.entry("api_key.created_by", "the audit trail says who made it"),
            Map.entry("share.token_hash", "only a hash is kept of a link"),
            Map.entry("share.snapshot_id", "the snapshot stands there by its name"),
            Map.entry("seat.token_hash", "only a hash is kept of a link"),
            Map.entry("seat.folded", "made of the name of the seat, to compare names"),
            Map.entry("seat_informant.position", "the kinds stand there in their order"),
            Map.entry("assessment_questionnaire.position", "the questionnaires stand there in their order"),
            Map.entry("questionnaire.created_ms", "the audit trail says when"),
            Map.entry("questionnaire.created_by", "the audit trail says who"),
            Map.entry("questionnaire.method_hash", "made of the document"),
            Map.entry("draft.changed_ms", "when somebody wrote is for that seat alone"),
            Map.entry("draft.hidden", "counts answers of a predecessor that the seat does not see"),
            Map.entry("answer.changed_ms", "when somebody wrote is for that seat alone"),
            Map.entry("answer.edition", "counts changes"),
            Map.entry("vignette_rating.changed_ms", "when somebody wrote is for that seat alone"),
            Map.entry("vignette_rating.seat_id", "the wave names the seat by its name"),
            Map.entry("history_tally.line_id", "the number stands in the line itself"),
            Map.entry("tenant_setting.version", "counts changes"),
            Map.entry("contribution.version", "counts changes")));

    /** One value of a row. */
    private record Value(String table, String column, String type, String text) {}

    private final List<Value> values = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    private ExportedTables() {}

    /**
     * Reads the tables of the tenant.
     *
     * @param connection to a database with one tenant
     * @param inConfidence seats whose answers nobody is shown; their own rows are passed over
     */
    static ExportedTables read(Connection connection, Set<String> inConfidence) throws SQLException {
        ExportedTables read = new ExportedTables();
        for (Map.Entry<String, Map<String, String>> table : tables(connection).entrySet()) {
            if (!LEFT_OUT.containsKey(table.getKey())) {
                read.rows(connection, table.getKey(), table.getValue(), inConfidence);
            }
        }
        return read;
    }

    /** The tables that name a tenant, with the types of their columns. */
    private static Map<String, Map<String, String>> tables(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (ResultSet rows = meta.getColumns(null, connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString("TABLE_NAME"), none -> new LinkedHashMap<>())
                        .put(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME"));
            }
        }
        tables.values().removeIf(columns -> !columns.containsKey("tenant_id"));
        return tables;
    }

    private void rows(Connection connection, String table, Map<String, String> columns, Set<String> inConfidence)
            throws SQLException {
        boolean any = false;
        String seat = "seat".equals(table) ? "id" : columns.containsKey("seat_id") ? "seat_id" : null;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                if (seat != null && inConfidence.contains(rows.getString(seat))) {
                    continue;
                }
                any = true;
                for (Map.Entry<String, String> column : columns.entrySet()) {
                    String name = column.getKey();
                    String text = rows.getString(name);
                    boolean due = text != null
                            && !List.of("tenant_id", "version").contains(name)
                            && !LEFT_OUT.containsKey(table + "." + name);
                    if (due) {
                        values.add(new Value(table, name, column.getValue(), text));
                    }
                }
            }
        }
        if (!any) {
            empty.add(table + ": the test has put no row in");
        }
    }

    /** Everything that is neither in the export nor left out for a reason. */
    List<String> missing(Collection<String> files) {
        String export = String.join("\n", files);
        List<String> missing = new ArrayList<>(empty);
        for (Value value : values) {
            if (!isThere(value, export)) {
                missing.add(value.table + "." + value.column + ": " + value.text);
            }
        }
        return missing;
    }

    private static boolean isThere(Value value, String export) {
        String text = value.text;
        String column = value.column;
        if (column.endsWith("_ms")) {
            return export.contains(Instant.ofEpochMilli(Long.parseLong(text)).toString());
        }
        if ("actor".equals(column) && text.startsWith("seat:")) {
            // Which seat it was, nobody is told.
            return export.contains("\"actor\":\"seat\"");
        }
        if (value.type.toLowerCase(Locale.ROOT).startsWith("int")) {
            boolean word = column.endsWith("s_see") || column.endsWith("_sees") || "departments".equals(column);
            return word
                    ? export.contains(":" + !"0".equals(text))
                    : export.contains(":" + text + ",") || export.contains(":" + text + "}");
        }
        return export.contains(CompactJson.of(new JsonString(text)))
                || export.contains(text.strip())
                || isDocument(text)
                        && export.contains(CompactJson.of(JsonTree.parse(text).orThrow()));
    }

    private static boolean isDocument(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }
}
