package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Tenant.TENANT;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteDataSource;

/**
 * The database: opened once, then one transaction per request.
 *
 * <p>There is one writing connection, so writers of this process queue instead of colliding, and a few reading ones. A
 * connection that failed is never used again.
 */
public final class Store implements AutoCloseable {

    private static final int READERS = 4;
    private static final long WAIT_MS = 6_000;
    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withRenderNameCase(RenderNameCase.LOWER)
            .withExecuteLogging(false);

    private final OneProcess lock;
    private final Path file;
    private final boolean empty;
    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private Store(OneProcess lock, Path file, boolean empty, SqliteFile sqlite) {
        this.lock = lock;
        this.file = file;
        this.empty = empty;
        this.writers = pool("write", sqlite.writing(), 1, "PRAGMA query_only = 0");
        this.readers = pool("read", sqlite.reading(), READERS, "PRAGMA query_only = 1");
    }

    /**
     * Opens a database and brings it to the schema of this program; makes it if there is none.
     *
     * @param file where it lies
     * @param clock the time
     * @return the open store
     * @throws StartRefused if it must not or cannot be used
     */
    public static Store open(Path file, Clock clock) {
        Path absolute = file.toAbsolutePath();
        try {
            Path folder = absolute.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException unwritable) {
            throw new StartRefused("The folder of the database " + absolute + " cannot be made.", unwritable);
        }
        absolute = real(absolute);
        SqliteFile sqlite = new SqliteFile(absolute);
        OneProcess lock = OneProcess.on(absolute);
        try {
            boolean fresh = sqlite.isNew(lock.leftCreating());
            if (!fresh) {
                sqlite.refuseForeign();
            }
            lock.note(fresh);
            boolean empty = prepare(sqlite, sqlite.writing(), clock);
            lock.note(false);
            return new Store(lock, absolute, empty, sqlite);
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

    /**
     * Loads the library that writes SQL on a thread of its own, so that the first request need not wait for it. It is an
     * optimisation only: without it the first statement loads the library.
     */
    public static void loadAhead() {
        Thread loading = new Thread(
                () -> DSL.using(SQLDialect.SQLITE).render(DSL.selectFrom(TENANT).where(TENANT.ID.eq(""))), "loading");
        loading.setDaemon(true);
        loading.start();
    }

    /** Brings the file to the schema of this program; true if no tenant is in it. */
    private static boolean prepare(SqliteFile sqlite, SQLiteDataSource source, Clock clock) {
        try (Connection connection = source.getConnection()) {
            sqlite.check(connection);
            new Migrator(clock).migrate(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet tenants = statement.executeQuery("SELECT 1 FROM tenant LIMIT 1")) {
                return !tenants.next();
            }
        } catch (SQLException failed) {
            throw refusal(sqlite, failed);
        }
    }

    /**
     * Whether there was no tenant when it was opened: the first start is not over.
     *
     * @return true before anything was kept
     */
    public boolean isEmpty() {
        return empty;
    }

    private static StartRefused refusal(SqliteFile sqlite, SQLException failed) {
        return switch (StoreFault.of(failed).kind()) {
            case BUSY -> new StartRefused("The database is locked by another program; close that one first.", failed);
            case FULL -> new StartRefused("There is no space left for the database.", failed);
            case READ_ONLY ->
                new StartRefused(
                        "The database cannot be written; mend the permissions of its file and folder.", failed);
            case UNAVAILABLE -> sqlite.damaged(failed);
        };
    }

    private static HikariDataSource pool(String name, DataSource source, int size, String first) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(first);
        config.setConnectionTimeout(WAIT_MS);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    /**
     * Reads one state of everything.
     *
     * @param work what to read
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T read(Function<Shelves, T> work) {
        return inTransaction(readers, "BEGIN", work);
    }

    /**
     * Changes everything that is to be changed, durably, or nothing.
     *
     * @param work what to change; whatever it throws undoes it
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T write(Function<Shelves, T> work) {
        return inTransaction(writers, "BEGIN IMMEDIATE", work);
    }

    /**
     * The statements that begin and end a transaction are ours: the driver would begin the next one at once when it ends
     * one, and an idle connection would keep everybody else from writing.
     */
    private static <T> T inTransaction(HikariDataSource pool, String begin, Function<Shelves, T> work) {
        Connection connection;
        try {
            connection = pool.getConnection();
        } catch (SQLException none) {
            throw StoreFault.of(none);
        }
        boolean sound = false;
        try {
            execute(connection, begin);
            T result = work.apply(new Shelves(DSL.using(connection, SQLDialect.SQLITE, SETTINGS)));
            execute(connection, "COMMIT");
            sound = true;
            return result;
        } catch (SQLException | DataAccessException failed) {
            throw StoreFault.of(failed);
        } catch (RuntimeException | Error refused) {
            sound = rolledBack(connection);
            throw refused;
        } finally {
            giveBack(pool, connection, sound);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean rolledBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
            return true;
        } catch (SQLException failed) {
            return false;
        }
    }

    private static void giveBack(HikariDataSource pool, Connection connection, boolean sound) {
        if (!sound) {
            rolledBack(connection);
            pool.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException failed) {
            pool.evictConnection(connection);
        }
    }

    /**
     * How much of the disk is free.
     *
     * @return share from 0 to 1, or 1 where it cannot be told
     */
    public double freeShare() {
        try {
            var disk = Files.getFileStore(file);
            return disk.getTotalSpace() == 0 ? 1 : (double) disk.getUsableSpace() / disk.getTotalSpace();
        } catch (IOException unknown) {
            return 1;
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
        lock.close();
    }
}
