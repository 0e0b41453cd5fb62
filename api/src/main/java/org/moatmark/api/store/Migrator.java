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
 */
final class Migrator {

    private static final String FOLDER = "/db/migration/";

    private final Clock clock;

    Migrator(Clock clock) {
        this.clock = clock;
    }

    /** Runs what is missing; the connection begins its transactions with a write lock. */
    void migrate(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                refuseForeign(statement);
                statement.execute("CREATE TABLE IF NOT EXISTS schema_history (version TEXT NOT NULL PRIMARY KEY,"
                        + " checksum TEXT NOT NULL, applied_ms INTEGER NOT NULL) STRICT");
            }
            Map<String, String> applied = applied(connection);
            List<String> known = lines("index.txt");
            for (String version : applied.keySet()) {
                if (!known.contains(version)) {
                    throw new StartRefused("The database was made by a newer version of this program (it has " + version
                            + "); start that version, or restore an older copy of the database.");
                }
            }
            for (String script : known) {
                apply(connection, script, applied);
            }
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** A file with tables but without our history belongs to another program. */
    private static void refuseForeign(Statement statement) throws SQLException {
        try (ResultSet tables = statement.executeQuery("SELECT count(*), coalesce(sum(name = 'schema_history'), 0)"
                + " FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            if (tables.next() && tables.getInt(1) > 0 && tables.getInt(2) == 0) {
                throw new StartRefused(
                        "The database file belongs to another program: it has tables, but none of ours. Name another file.");
            }
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
                                + " of this program differs from the one that made the database; start the version that made it.");
            }
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(text)) {
                statement.execute(sql);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO schema_history (version, checksum, applied_ms) VALUES (?, ?, ?)")) {
            insert.setString(1, script);
            insert.setString(2, checksum);
            insert.setLong(3, clock.millis());
            insert.executeUpdate();
        }
    }

    private static Map<String, String> applied(Connection connection) throws SQLException {
        Map<String, String> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM schema_history")) {
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getString(2));
            }
        }
        return applied;
    }

    /** Splits at semicolons that end a line; scripts hold no triggers. */
    private static List<String> statements(String text) {
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

    private static String text(String name) {
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
