package org.moatmark.api.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings a database to the schema of this program, in one transaction: all missing scripts or none.
 *
 * <p>The scripts lie in {@code db/migration} and are listed there in {@code index.txt}, as a jar has no directory to
 * look into. A script that was run is never changed: its checksum is compared at every start.
 *
 * <p>There is one script for both databases, written for SQLite and with plain statements only: see {@link
 * PostgresGrammar} for the words that PostgreSQL gets in their place, and for the walls that it puts around every table
 * with a {@code tenant_id} by itself.
 */
final class Migrator {

    private static final String FOLDER = "/db/migration/";
    private static final String HISTORY = "schema_history";

    private final Grammar grammar;
    private final Clock clock;

    Migrator(Grammar grammar, Clock clock) {
        this.grammar = grammar;
        this.clock = clock;
    }

    /** Runs what is missing. */
    void migrate(Connection connection) throws SQLException {
        try {
            grammar.begin(connection);
            Map<String, String> applied = applied(connection);
            List<String> known = scripts();
            for (String version : applied.keySet()) {
                if (!known.contains(version)) {
                    throw new StartRefused(
                            "The database was made by a newer version of this program (it has " + version
                                    + "); start that version, or restore an older copy of the database.",
                            "データベースはこのプログラムの新しい版で作られています（" + version + " があります）。その版で起動するか、古いバックアップを復元してください。");
                }
            }
            if (!applied.keySet().containsAll(known)) {
                grammar.before(connection);
            }
            for (String script : known) {
                apply(connection, script, applied);
            }
            grammar.after(connection);
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            undo(connection, failed);
            throw failed;
        }
        connection.setAutoCommit(true);
    }

    private static void undo(Connection connection, Exception failed) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            // The database undoes it when it misses the connection.
            failed.addSuppressed(lost);
        }
    }

    /** The scripts that were run, and their checksums; tables without our history belong to another program. */
    private Map<String, String> applied(Connection connection) throws SQLException {
        List<String> tables = grammar.tables(connection);
        if (!tables.contains(HISTORY)) {
            if (!tables.isEmpty()) {
                throw new StartRefused(
                        "The database belongs to another program: it has tables, but none of ours. Name another one.",
                        "データベースは別のプログラムのものです。テーブルはありますが、このプログラムのものがありません。別のデータベースを指定してください。");
            }
            execute(
                    connection,
                    "CREATE TABLE " + HISTORY + " (version TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL,"
                            + " applied_ms INTEGER NOT NULL) STRICT");
            return Map.of();
        }
        Map<String, String> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM " + HISTORY)) {
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getString(2));
            }
        }
        return applied;
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(grammar.own(sql));
        }
    }

    private void apply(Connection connection, String script, Map<String, String> applied) throws SQLException {
        String text = text(script);
        String checksum = checksum(text);
        String before = applied.get(script);
        if (before != null) {
            if (!before.equals(checksum)) {
                throw new StartRefused(
                        "The script " + script
                                + " of this program differs from the one that made the database; start the version that made it.",
                        "このプログラムのスクリプト " + script + " が、データベースを作ったときのものと違います。データベースを作った版で起動してください。");
            }
            return;
        }
        for (String sql : statements(text)) {
            execute(connection, sql);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO schema_history (version, checksum, applied_ms) VALUES (?, ?, ?)")) {
            insert.setString(1, script);
            insert.setString(2, checksum);
            insert.setLong(3, clock.millis());
            insert.executeUpdate();
        }
    }

    /** Splits at semicolons that end a line; scripts hold no triggers. */
    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        for (String part : text.split(";\\s*\\n")) {
            if (!part.isBlank()) {
                statements.add(part);
            }
        }
        return statements;
    }

    private static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The scripts in their order. */
    static List<String> scripts() {
        return lines("index.txt");
    }

    static String text(String name) {
        try (InputStream in = Migrator.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + FOLDER + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new IllegalStateException("The jar is damaged: " + FOLDER + name + ".", broken);
        }
    }

    private static String checksum(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
