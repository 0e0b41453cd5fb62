package org.moatmark.api.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file that this process has for itself. There is one writing connection, so writers of this process queue
 * instead of colliding, and a few reading ones.
 */
final class SqliteDatabase implements Database {

    private static final int READERS = 4;
    private static final long WAIT_MS = 6_000;
    private static final int CHECKPOINTS = 20;
    private static final int PAUSE_MS = 50;
    private static final int LATER_MS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

    private final OneProcess lock;
    private final Path file;
    private final Contents contents;
    private final SharedCommit writers;
    private final Reading readers;
    private final SqliteFile sqlite;
    private volatile boolean open = true;

    private SqliteDatabase(OneProcess lock, Path file, Contents contents, SqliteFile sqlite) {
        this.lock = lock;
        this.file = file;
        this.contents = contents;
        this.sqlite = sqlite;
        this.writers = new SharedCommit(pool("write", sqlite.writing(), 1, "PRAGMA query_only = 0"), WAIT_MS);
        this.readers = new Reading(pool("read", sqlite.reading(), READERS, "PRAGMA query_only = 1"));
    }

    /** Opens a file and brings it to the schema of this program; makes it if there is none. */
    static SqliteDatabase open(Path named, Clock clock) {
        Path absolute = named.toAbsolutePath();
        try {
            Path folder = absolute.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The folder of the database " + absolute + " cannot be made.",
                    "データベース " + absolute + " のフォルダーを作れません。",
                    unwritable);
        }
        Path file = real(absolute);
        SqliteFile sqlite = new SqliteFile(file);
        OneProcess lock = OneProcess.on(file);
        try {
            boolean fresh = sqlite.isNew(lock.leftCreating());
            if (!fresh) {
                sqlite.refuseForeign();
                refuseDamaged(sqlite, lock.sameBoot());
            }
            lock.note(fresh);
            Contents contents = prepare(sqlite, sqlite.writing(), clock);
            lock.note(false);
            return new SqliteDatabase(lock, file, contents, sqlite);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /** The file that a link leads to, so that two names of one file have one lock. */
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException unreadable) {
            return file;
        }
    }

    private static void refuseDamaged(SqliteFile sqlite, boolean sameBoot) {
        try {
            sqlite.refuseDamaged(sameBoot);
        } catch (SQLException failed) {
            throw refusal(sqlite, failed);
        }
    }

    /** Brings the file to the schema of this program; what is in it. */
    private static Contents prepare(SqliteFile sqlite, SQLiteDataSource source, Clock clock) {
        try (Connection connection = source.getConnection()) {
            sqlite.check(connection);
            new Migrator(new SqliteGrammar(), clock).migrate(connection);
            return new Contents(!yes(connection, Contents.TENANTS), yes(connection, Contents.ERASURES));
        } catch (SQLException failed) {
            throw refusal(sqlite, failed);
        }
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static StartRefused refusal(SqliteFile sqlite, SQLException failed) {
        return switch (StoreFault.of(failed).kind()) {
            case BUSY ->
                new StartRefused(
                        "The database is locked by another program; close that one first.",
                        "データベースを別のプログラムがロックしています。先にそのプログラムを終了してください。",
                        failed);
            case FULL -> new StartRefused("There is no space left for the database.", "データベースのディスクに空きがありません。", failed);
            case READ_ONLY ->
                new StartRefused(
                        "The database cannot be written; mend the permissions of its file and folder.",
                        "データベースに書き込めません。ファイルとフォルダーのアクセス権を直してください。",
                        failed);
            case BROKEN, UNAVAILABLE -> sqlite.damaged(failed);
        };
    }

    private static Pool pool(String name, DataSource source, int size, String first) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(first);
        config.setConnectionTimeout(WAIT_MS);
        config.setMaxLifetime(0);
        return new Pool(config);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public Line reading() {
        return readers;
    }

    @Override
    public <T> T inTurn(Function<Line, T> transaction) throws SQLException {
        return writers.inTurn(transaction);
    }

    @Override
    public void look(Connection connection) {
        // Nothing was begun on it.
    }

    /**
     * The statements that begin and end a transaction are ours: the driver would begin the next one at once when it ends
     * one, and an idle connection would keep everybody else from writing.
     */
    private record Reading(Pool pool) implements Line {

        @Override
        public Connection connect() throws SQLException {
            return pool.take();
        }

        @Override
        public void begin(Connection connection) throws SQLException {
            execute(connection, "BEGIN");
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            execute(connection, "COMMIT");
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            execute(connection, "ROLLBACK");
        }

        @Override
        public void giveBack(Connection connection, boolean sound) {
            pool.giveBack(connection, sound);
        }

        private static void execute(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public Contents contents() {
        return contents;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public double freeShare() {
        try {
            var disk = Files.getFileStore(file);
            return disk.getTotalSpace() == 0 ? 1 : (double) disk.getUsableSpace() / disk.getTotalSpace();
        } catch (IOException unknown) {
            return 1;
        }
    }

    /**
     * Empties the write-ahead log, in which pages stand as they were. While somebody reads an old state that has to wait; then
     * it is tried again until it is done.
     */
    @Override
    public void leaveNoTrace() {
        for (int attempt = 0; attempt < CHECKPOINTS; attempt++) {
            if (isTruncated() || !paused(PAUSE_MS)) {
                return;
            }
        }
        Thread later = new Thread(
                () -> {
                    while (open && !isTruncated() && paused(LATER_MS)) {
                        LOG.debug("The write-ahead log cannot be emptied yet.");
                    }
                },
                "traces");
        later.setDaemon(true);
        later.start();
    }

    /** Whether the write-ahead log was emptied; nobody is waited for. */
    private boolean isTruncated() {
        try (Connection connection = sqlite.writing().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            try (ResultSet rows = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return rows.next() && rows.getInt(1) == 0;
            }
        } catch (SQLException busy) {
            return false;
        }
    }

    private static boolean paused(int ms) {
        try {
            Thread.sleep(ms);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        open = false;
        readers.pool().close();
        writers.close();
        lock.close();
    }
}
