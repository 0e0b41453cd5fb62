package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between databases when the tables are made and changed. */
interface Grammar {

    /** Begins the transaction of all scripts, once no other process is at it. */
    void begin(Connection connection) throws SQLException;

    /** The tables that are there. */
    List<String> tables(Connection connection) throws SQLException;

    /** A statement of a script in the words of this database. */
    String own(String statement);

    /** Before the first script of a start that has something to run. */
    void before(Connection connection) throws SQLException;

    /** After the last, or after it was found that there is nothing to run. */
    void after(Connection connection) throws SQLException;
}
