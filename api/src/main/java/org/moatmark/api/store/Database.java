package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jooq.SQLDialect;

/** One open database: where connections come from, and how transactions begin and end on them. */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {

    /** How it wants to be spoken to. */
    SQLDialect dialect();

    /**
     * Does one whole transaction that writes, from its connection to its end, when it is its turn; perhaps on another thread,
     * together with others.
     */
    <T> T inTurn(Supplier<T> transaction) throws SQLException;

    /** A connection for one transaction that reads, or for one that writes. */
    Connection connect(boolean writing) throws SQLException;

    void begin(Connection connection, boolean writing) throws SQLException;

    /** Instead of a beginning: every question is a transaction of its own. */
    void look(Connection connection) throws SQLException;

    void commit(Connection connection, boolean writing) throws SQLException;

    void rollback(Connection connection, boolean writing) throws SQLException;

    /** Takes a connection back; one that is not sound is never used again. */
    void giveBack(Connection connection, boolean writing, boolean sound);

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
