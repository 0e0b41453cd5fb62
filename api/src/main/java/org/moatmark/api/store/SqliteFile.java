package org.moatmark.api.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One SQLite file: how connections to it are set up, and what is looked at before it is used. */
final class SqliteFile {

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    static final int BUSY_TIMEOUT_MS = 5_000;

    private final Path path;

    SqliteFile(Path path) {
        this.path = path;
    }

    /** Connections whose transactions take the write lock when they begin, so that none fails half-way. */
    SQLiteDataSource writing() {
        return source(SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    /** Connections whose transactions see one state of the file. */
    SQLiteDataSource reading() {
        return source(SQLiteConfig.TransactionMode.DEFERRED);
    }

    /** Connections that change no byte of the file, not even when they close. */
    SQLiteDataSource looking() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setTransactionMode(mode);
        // What is erased is gone from the file too, not only from its tables.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        SQLiteDataSource source = new SQLiteDataSource(config) {
            @Override
            public Connection getConnection() throws SQLException {
                return new KeptStatements(super.getConnection());
            }
        };
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    /** Whether there is nothing to look at yet: no file, or an empty one that a killed first start left behind. */
    boolean isNew(boolean leftCreating) {
        try {
            return !Files.exists(path) || (leftCreating && Files.size(path) == 0);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Refuses a file that is no database, before SQLite could take an empty one for a new one. */
    void refuseForeign() {
        if (Files.isDirectory(path)) {
            throw new StartRefused(
                    "The database " + path + " is a folder; name a file with MOATMARK_DB.",
                    "データベース " + path + " はフォルダーです。MOATMARK_DB にはファイルを指定してください。");
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new StartRefused(
                    "The database " + path + " cannot be read and written; mend its permissions.",
                    "データベース " + path + " を読み書きできません。アクセス権を直してください。");
        }
        try (InputStream in = Files.newInputStream(path)) {
            if (!Arrays.equals(in.readNBytes(HEADER.length), HEADER)) {
                throw damaged(null);
            }
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** Refuses a file or a log that is damaged; looking changes neither. */
    void refuseDamaged(boolean sameBoot) throws SQLException {
        try {
            if (SqliteLog.isTorn(path, sameBoot)) {
                throw damaged(null);
            }
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
        try (Connection connection = looking().getConnection()) {
            expect(connection, "PRAGMA quick_check(1)", "ok");
        }
    }

    /** Refuses settings that did not take. */
    void check(Connection connection) throws SQLException {
        expect(connection, "PRAGMA journal_mode", "wal");
        expect(connection, "PRAGMA synchronous", "2");
        expect(connection, "PRAGMA foreign_keys", "1");
    }

    private void expect(Connection connection, String question, String answer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            String found = rows.next() ? rows.getString(1) : "nothing";
            if (!answer.equals(found)) {
                throw question.contains("check")
                        ? damaged(null)
                        : new StartRefused(
                                "The database " + path + " does not take '" + question + "': it says " + found
                                        + " and not " + answer + ".",
                                "データベース " + path + " に「" + question + "」が効きません。値は " + answer + " ではなく " + found
                                        + " です。");
            }
        }
    }

    StartRefused damaged(@Nullable Throwable cause) {
        return new StartRefused(
                "The database " + path
                        + " is damaged or is no database; it is left as it is. Put a backup in its place with: java -jar moatmark.jar"
                        + " restore BACKUP, which sets this file aside.",
                "データベース " + path
                        + " は壊れているか、データベースではありません。ファイルには手を加えていません。バックアップから復元するには：java -jar moatmark.jar"
                        + " restore BACKUP（このファイルは別の名前で残します）",
                cause);
    }
}
