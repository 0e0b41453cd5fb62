package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.SQLDialect;

/** One open database: what transactions go over, and what else is to be known of it. */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {

    /** How it wants to be spoken to. */
    SQLDialect dialect();

    /** For a transaction that reads. */
    Line reading();

    /**
     * Does one whole transaction that writes, when it is its turn; perhaps on another thread, together with others.
     *
     * @param transaction what to do on the line that is its own for so long
     */
    <T> T inTurn(Function<Line, T> transaction) throws SQLException;

    /** Instead of beginning to read: every question is a transaction of its own. */
    void look(Connection connection) throws SQLException;

    /** What was in it when it was opened. */
    Contents contents();

    /**
     * What a start has to know, asked before the library that writes SQL is loaded.
     *
     * @param empty whether no tenant is in it
     * @param erasures whether it notes that somebody was erased
     */
    record Contents(boolean empty, boolean erasures) {
        static final String TENANTS = "SELECT EXISTS (SELECT 1 FROM tenant)";
        static final String ERASURES = "SELECT EXISTS (SELECT 1 FROM erasure)";
    }

    /** Whether other processes may work on it at the same time. */
    boolean shared();

    /** How much of its disk is free, from 0 to 1; 1 where that cannot be told. */
    double freeShare();

    /** Leaves nothing behind of what was deleted, as far as this database keeps such things where we can see them. */
    void leaveNoTrace();

    @Override
    void close();
}
