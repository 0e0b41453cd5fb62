package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Tenant.TENANT;

import java.time.Clock;
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.Attempt.Way;

/**
 * The database: opened once, then one transaction per request. A connection that failed is never used again.
 *
 * <p>A transaction that PostgreSQL took back as a whole, because two stood in each other's way, is done again, up to three
 * times: nothing of it was kept. So is one whose connection turned out to be dead before anything was asked of it, and
 * looking somebody up, if that was found out at once. What was lost later is not done again, as nobody knows how far it
 * came; the caller is told to try again. While a server is away nobody waits for it, see {@link
 * Breaker}.
 */
public final class Store implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withRenderNameCase(RenderNameCase.LOWER)
            .withExecuteLogging(false);

    private final Database database;
    private final Breaker breaker = new Breaker(this::answers);
    private volatile Runnable broken = () -> {};

    private Store(Database database) {
        this.database = database;
    }

    /**
     * Opens a database and brings it to the schema of this program; makes the tables if there are none.
     *
     * @param where where it is
     * @param clock the time
     * @return the open store
     * @throws StartRefused if it must not or cannot be used
     */
    public static Store open(Location where, Clock clock) {
        return new Store(
                where instanceof Location.Server server
                        ? PostgresDatabase.open(server, clock)
                        : SqliteDatabase.open(((Location.File) where).path(), clock));
    }

    /**
     * Says what to do when the disk did not take what it was given, or the file turns out to be damaged: what is kept in
     * memory may be more than what is on the disk then, and only a new start can tell.
     *
     * @param deed what to do; it may come more than once
     */
    public void whenBroken(Runnable deed) {
        broken = deed;
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

    /**
     * Whether there was no tenant when it was opened: the first start is not over.
     *
     * @return true before anything was kept
     */
    public boolean isEmpty() {
        return database.contents().empty();
    }

    /**
     * Whether it noted when it was opened that somebody was erased.
     *
     * @return false as long as nobody was
     */
    public boolean notesErasures() {
        return database.contents().erasures();
    }

    /**
     * Whether other processes may work on the same data: then what must be exact for all of them is kept here.
     *
     * @return false for a file
     */
    public boolean isShared() {
        return database.shared();
    }

    /**
     * Reads one state of everything, before anybody's rows are known to be meant: such rows are not seen.
     *
     * @param work what to read
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T read(Function<Shelves, T> work) {
        return tried(Way.READ, null, work);
    }

    /**
     * Looks something up outside of any transaction: each question for itself, so that nothing has to be ended.
     *
     * @param work what to look up; it says phrases only
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T look(Function<Shelves, T> work) {
        return tried(Way.LOOK, null, work);
    }

    /**
     * Reads one state of everything that a tenant has.
     *
     * @param tenant whose
     * @param work what to read
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T read(String tenant, Function<Shelves, T> work) {
        return tried(Way.READ, Hold.tenant(tenant), work);
    }

    /**
     * Changes what is nobody's, or what turns out to be somebody's: {@link Shelves#enter} comes before that.
     *
     * @param work what to change; whatever it throws undoes it
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T write(Function<Shelves, T> work) {
        return tried(Way.WRITE, null, work);
    }

    /**
     * Changes everything that is to be changed, durably, or nothing.
     *
     * @param hold what it is about
     * @param work what to change; whatever it throws undoes it, and it may be done again from the beginning
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreFault if the machine does not let it
     */
    public <T> T write(Hold hold, Function<Shelves, T> work) {
        return tried(Way.WRITE, hold, work);
    }

    private <T> T tried(Way way, @Nullable Hold hold, Function<Shelves, T> work) {
        breaker.pass();
        for (int attempt = 1; ; attempt++) {
            Attempt<T> tried = new Attempt<>(database, breaker, way, hold, work);
            try {
                return tried.run();
            } catch (StoreFault fault) {
                if (fault.kind() == StoreFault.Kind.BROKEN) {
                    broken.run();
                }
                if (attempt == ATTEMPTS || !tried.mayRepeat(fault)) {
                    if (database.shared()) {
                        breaker.failed(fault);
                    }
                    throw fault;
                }
            }
        }
    }

    private boolean answers() {
        try {
            new Attempt<>(
                            database,
                            breaker,
                            Way.READ,
                            null,
                            shelves -> shelves.tenants().any())
                    .run();
            return true;
        } catch (StoreFault stillAway) {
            return false;
        }
    }

    /**
     * How much of the disk is free.
     *
     * @return share from 0 to 1, or 1 where it cannot be told
     */
    public double freeShare() {
        return database.freeShare();
    }

    /** After something was erased: leaves nothing of it behind where the database keeps such things in files of ours. */
    public void leaveNoTrace() {
        database.leaveNoTrace();
    }

    @Override
    public void close() {
        breaker.close();
        database.close();
    }
}
