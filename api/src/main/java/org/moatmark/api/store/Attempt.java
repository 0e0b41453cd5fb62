package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** One transaction, from its first to its last statement. */
final class Attempt<T> {

    private static final long AT_ONCE_NANOS = 1_000_000_000L;

    /** How a database is worked with. */
    enum Way {
        LOOK,
        READ,
        WRITE
    }

    private final Database database;
    private final Breaker breaker;
    private final Way way;
    private final boolean writing;
    private final @Nullable Hold hold;
    private final Function<Shelves, T> work;
    private final long started = System.nanoTime();
    private @Nullable Talk talk;

    Attempt(Database database, Breaker breaker, Way way, @Nullable Hold hold, Function<Shelves, T> work) {
        this.database = database;
        this.breaker = breaker;
        this.way = way;
        this.writing = way == Way.WRITE;
        this.hold = hold;
        this.work = work;
    }

    /** Does it, when it is its turn; what the database refuses is a fault of the store. */
    T run() {
        try {
            return writing ? database.inTurn(this::on) : on(database.reading());
        } catch (SQLException failed) {
            throw StoreFault.of(failed);
        }
    }

    private T on(Line line) {
        Connection connection;
        try {
            connection = line.connect();
        } catch (SQLException none) {
            throw StoreFault.of(none);
        }
        Talk said = new Talk(connection, database.dialect(), way == Way.LOOK);
        talk = said;
        boolean sound = false;
        try {
            if (way == Way.LOOK) {
                database.look(connection);
            } else {
                line.begin(connection);
            }
            Shelves shelves = new Shelves(said, writing);
            if (hold != null) {
                shelves.enter(hold);
            }
            T result = work.apply(shelves);
            if (writing) {
                said.end();
            }
            if (way != Way.LOOK) {
                line.commit(connection);
            }
            sound = true;
            breaker.well();
            return result;
        } catch (SQLException | DataAccessException failed) {
            rolledBack(line, connection);
            throw StoreFault.of(failed);
        } catch (RuntimeException | Error refused) {
            sound = rolledBack(line, connection);
            if (sound) {
                breaker.well();
            }
            throw refused;
        } finally {
            line.giveBack(connection, sound);
        }
    }

    private boolean rolledBack(Line line, Connection connection) {
        try {
            if (way != Way.LOOK) {
                line.rollback(connection);
            }
            return true;
        } catch (SQLException failed) {
            return false;
        }
    }

    /** Whether it may be done again from the beginning: nothing of it was kept, or nothing was heard. */
    boolean mayRepeat(StoreFault fault) {
        boolean nothingHeard = talk != null && (!talk.heard() || (hold == null && !writing));
        boolean atOnce = System.nanoTime() - started < AT_ONCE_NANOS;
        return writing && fault.undone() || nothingHeard && fault.lost() && atOnce;
    }
}
