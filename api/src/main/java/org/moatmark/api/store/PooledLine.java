package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections of PostgreSQL, with whose first statement the driver begins a transaction. */
record PooledLine(Pool pool) implements Line {

    @Override
    public Connection connect() throws SQLException {
        return pool.take();
    }

    @Override
    public void begin(Connection connection) {
        // Nothing to say before the first statement.
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public void giveBack(Connection connection, boolean sound) {
        pool.giveBack(connection, sound);
    }
}
