package org.moatmark.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moatmark.api.store.ErasureShelf.Erased;

/**
 * The list of erasures as a file outside the database, a line each: kind, hash, time, who did it. It is only added to, names
 * nobody, and outlives the database, so that a backup that is older than an erasure brings nobody back.
 */
public final class ErasedList {

    private static final Pattern LINE = Pattern.compile("(seat|tenant) ([0-9a-f]{64}) (\\d{1,18}) (\\S{1,100})");

    private final Path file;

    /**
     * A list.
     *
     * @param file where it is kept
     */
    public ErasedList(Path file) {
        this.file = file;
    }

    /**
     * Where the list of an SQLite database is kept unless another place is named.
     *
     * @param database the file of the data
     * @return the same with {@code .erased} at its end
     */
    public static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + ".erased");
    }

    /**
     * Everybody on the list.
     *
     * @return in the order in which they were added; none where there is no file
     * @throws StartRefused if the file cannot be read, or is no such list
     */
    public List<Erased> read() {
        List<Erased> all = new ArrayList<>();
        if (!Files.exists(file)) {
            return all;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                Matcher match = LINE.matcher(line);
                if (match.matches()) {
                    all.add(new Erased(match.group(2), match.group(1), Long.parseLong(match.group(3)), match.group(4)));
                } else if (!line.isBlank()) {
                    throw new StartRefused(
                            "The file " + file + " is no list of erasures.", "ファイル " + file + " は消去の一覧ではありません。");
                }
            }
            return all;
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "The list of erasures " + file + " cannot be read.", "消去の一覧 " + file + " を読めません。", unreadable);
        }
    }

    /**
     * Adds those who are not on the list yet, and puts it on the disk.
     *
     * @param erased everybody who was erased
     * @throws IOException if it cannot be written
     */
    public void add(List<Erased> erased) throws IOException {
        Map<String, Erased> missing = new LinkedHashMap<>();
        erased.forEach(one -> missing.put(one.hash(), one));
        read().forEach(one -> missing.remove(one.hash()));
        if (missing.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        missing.values()
                .forEach(one -> lines.append(one.kind())
                        .append(' ')
                        .append(one.hash())
                        .append(' ')
                        .append(one.atMs())
                        .append(' ')
                        .append(one.actor())
                        .append('\n'));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** What the file of a database says itself; nothing where it is damaged or older than this list. */
    static List<Erased> inside(Path database) {
        List<Erased> all = new ArrayList<>();
        if (!Files.exists(database)) {
            return all;
        }
        try (Connection connection = new SqliteFile(database).looking().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hash, kind, at_ms, actor FROM erasure")) {
            while (rows.next()) {
                all.add(new Erased(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getString(4)));
            }
        } catch (SQLException damaged) {
            return all;
        }
        return all;
    }

    /** Writes a list into a restored copy, where it waits; the copy gets the schema of this program. */
    static void keepWaiting(Path copy, List<Erased> erased, Clock clock) throws SQLException {
        if (erased.isEmpty()) {
            return;
        }
        try (Connection connection = new SqliteFile(copy).writing().getConnection()) {
            new Migrator(new SqliteGrammar(), clock).migrate(connection);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO erasure (hash, kind, at_ms, actor,"
                    + " waiting) VALUES (?, ?, ?, ?, 1) ON CONFLICT (hash) DO NOTHING")) {
                for (Erased one : erased) {
                    insert.setString(1, one.hash());
                    insert.setString(2, one.kind());
                    insert.setLong(3, one.atMs());
                    insert.setString(4, one.actor());
                    insert.executeUpdate();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }
}
