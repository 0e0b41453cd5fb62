package org.moatmark.api.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.ErasureShelf.Erased;
import org.moatmark.core.issue.Words;

/**
 * Backups: one SQLite file with one state of everything, whatever database it comes from, made while the program runs.
 * It is written beside its name first and gets that name when it is whole and was checked.
 */
public final class Backup {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

    private Backup() {}

    /**
     * Backs a database up.
     *
     * @param from what
     * @param file where the copy is to be; nothing may be there
     * @param clock the time
     * @throws StartRefused if it cannot be done; nothing is left then
     */
    public static void write(Location from, Path file, Clock clock) {
        if (Files.exists(file)) {
            throw new StartRefused(
                    "There is a file " + file + " already; name a new one.",
                    "ファイル " + file + " はすでにあります。新しい名前を指定してください。");
        }
        Path part = beside(file, ".part");
        try {
            Files.deleteIfExists(part);
            if (from instanceof Location.File live) {
                requireThere(live.path());
                copyFile(live.path(), part);
                dropExports(part);
            } else {
                copyRows(from, new Location.File(part), clock);
                Files.deleteIfExists(beside(part, ".lock"));
            }
            check(part);
            finish(part, file);
        } catch (IOException | SQLException failed) {
            throw new StartRefused(
                    "The backup " + file + " cannot be written: "
                            + reason(failed).en() + ".",
                    "バックアップ " + file + " を書き込めません：" + reason(failed).ja() + "。",
                    failed);
        } finally {
            discard(part);
        }
    }

    /**
     * Puts a backup in the place of a database. An SQLite file that is there, sound or not, is set aside and named; a
     * PostgreSQL database must be empty.
     *
     * @param file the backup
     * @param to where it is to be used
     * @param clock the time
     * @return where the file is that was there before, or null if there was none
     * @throws StartRefused if the backup is not sound or the database in use; everything is as before then
     */
    public static @Nullable Path restore(Path file, Location to, Clock clock) {
        return restore(file, to, clock, List.of());
    }

    /**
     * The same, with those who were erased since the backup was made: they wait in the restored data until they are erased
     * once more, which is done before anybody is answered. What an SQLite database that was there says itself is added.
     *
     * @param file the backup
     * @param to where it is to be used
     * @param clock the time
     * @param erased who was erased
     * @return where the file is that was there before, or null if there was none
     * @throws StartRefused if the backup is not sound or the database in use; everything is as before then
     */
    public static @Nullable Path restore(Path file, Location to, Clock clock, List<Erased> erased) {
        requireThere(file);
        new SqliteFile(file).refuseForeign();
        try {
            if (to instanceof Location.File target) {
                return restoreFile(file, target.path().toAbsolutePath(), clock, erased);
            }
            Path folder = Files.createTempDirectory("moatmark-restore");
            Path copy = folder.resolve("copy.db");
            try {
                copyFile(file, copy);
                check(copy);
                ErasedList.keepWaiting(copy, erased, clock);
                copyRows(new Location.File(copy), to, clock);
            } finally {
                discard(copy);
                Files.deleteIfExists(beside(copy, ".lock"));
                Files.deleteIfExists(folder);
            }
            return null;
        } catch (IOException | SQLException failed) {
            throw new StartRefused(
                    "The backup " + file + " cannot be restored: "
                            + reason(failed).en() + ".",
                    "バックアップ " + file + " を復元できません：" + reason(failed).ja() + "。",
                    failed);
        }
    }

    private static @Nullable Path restoreFile(Path file, Path target, Clock clock, List<Erased> erased)
            throws IOException, SQLException {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = beside(target, ".part");
        OneProcess lock = OneProcess.on(target);
        try {
            discard(part);
            copyFile(file, part);
            check(part);
            List<Erased> all = new ArrayList<>(erased);
            all.addAll(ErasedList.inside(target));
            ErasedList.keepWaiting(part, all, clock);
            Path aside = setAside(target, clock);
            finish(part, target);
            return aside;
        } finally {
            discard(part);
            lock.close();
        }
    }

    private static @Nullable Path setAside(Path target, Clock clock) throws IOException {
        if (!Files.exists(target)) {
            return null;
        }
        Path aside = beside(target, ".before-" + STAMP.format(clock.instant()));
        for (String companion : COMPANIONS) {
            Path one = beside(target, companion);
            if (Files.exists(one)) {
                Files.move(one, beside(aside, companion));
            }
        }
        return aside;
    }

    /** One state of a file that others may be writing. */
    private static void copyFile(Path from, Path to) throws SQLException {
        try (Connection connection = new SqliteFile(from).reading().getConnection();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        }
    }

    /** Exports live for an hour; a backup lives longer. */
    private static void dropExports(Path file) throws SQLException {
        try (Connection connection = new SqliteFile(file).writing().getConnection();
                Statement statement = connection.createStatement()) {
            if (new SqliteGrammar().tables(connection).contains("export_piece")) {
                statement.execute("DELETE FROM export_piece");
                statement.execute("DELETE FROM export_job");
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }

    private static void copyRows(Location from, Location to, Clock clock) {
        try (Store source = Store.open(from, clock);
                Store target = Store.open(to, clock)) {
            Copying.copy(source, target, (tenant, before, after) -> {});
        }
    }

    /** Refuses a copy that is not whole, or not of a program as old as this one. */
    private static void check(Path file) throws SQLException {
        SqliteFile sqlite = new SqliteFile(file);
        try (Connection connection = sqlite.reading().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
                if (!rows.next() || !"ok".equals(rows.getString(1))) {
                    throw sqlite.damaged(null);
                }
            }
            try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
                if (rows.next()) {
                    throw sqlite.damaged(null);
                }
            }
            if (!new SqliteGrammar().tables(connection).contains("schema_history")) {
                throw new StartRefused(
                        "The file " + file + " is a database of another program.",
                        "ファイル " + file + " は別のプログラムのデータベースです。");
            }
            try (ResultSet rows = statement.executeQuery("SELECT version FROM schema_history")) {
                while (rows.next()) {
                    if (!Migrator.scripts().contains(rows.getString(1))) {
                        throw new StartRefused(
                                "The file was made by a newer version of this program (it has " + rows.getString(1)
                                        + "); use that version.",
                                "ファイルはこのプログラムの新しい版で作られています（" + rows.getString(1) + " があります）。その版を使ってください。");
                    }
                }
            }
        }
    }

    /** Puts a whole file on the disk and gives it its name. */
    private static void finish(Path part, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        for (String companion : COMPANIONS.subList(1, COMPANIONS.size())) {
            Files.deleteIfExists(beside(part, companion));
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void discard(Path file) {
        for (String companion : COMPANIONS) {
            try {
                Files.deleteIfExists(beside(file, companion));
            } catch (IOException left) {
                // It is in nobody's way: the next one writes over it.
            }
        }
    }

    private static void requireThere(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("There is no file " + file + ".", "ファイル " + file + " がありません。");
        }
    }

    private static Words reason(Exception failed) {
        if (!(failed instanceof SQLException sql)) {
            return new Words(
                    "the file system refuses it (" + failed.getClass().getSimpleName() + ")",
                    "ファイルシステムに拒まれました（" + failed.getClass().getSimpleName() + "）");
        }
        return switch (StoreFault.of(sql).kind()) {
            case BUSY -> new Words("another program holds the file", "別のプログラムがファイルを使っています");
            case FULL -> new Words("there is no space left", "空き容量がありません");
            case READ_ONLY -> new Words("the folder cannot be written", "フォルダーに書き込めません");
            case BROKEN, UNAVAILABLE ->
                new Words("the file is damaged, or cannot be read or written", "ファイルが壊れているか、読み書きできません");
        };
    }

    private static Path beside(Path file, String ending) {
        return ending.isEmpty() ? file : file.resolveSibling(file.getFileName() + ending);
    }
}
