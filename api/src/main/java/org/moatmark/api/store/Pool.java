package org.moatmark.api.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections that are used again, but never after they failed. */
final class Pool implements AutoCloseable {

    private final HikariDataSource connections;

    Pool(HikariConfig config) {
        this.connections = new HikariDataSource(config);
    }

    Connection take() throws SQLException {
        return connections.getConnection();
    }

    void giveBack(Connection connection, boolean sound) {
        if (!sound) {
            connections.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException failed) {
            connections.evictConnection(connection);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
