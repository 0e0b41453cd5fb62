package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What one transaction goes over, from its connection to its end. */
interface Line {

    Connection connect() throws SQLException;

    void begin(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /** Takes the connection back, however it ended; one that is not sound is never used again. */
    void giveBack(Connection connection, boolean sound);
}
