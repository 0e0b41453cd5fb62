package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/**
 * A connection that keeps its statements prepared: to prepare one costs SQLite more than to run it, and the shelves say
 * the same few hundred again and again. One thread at a time has it.
 */
final class KeptStatements extends DefaultConnection {

    private static final int MOST = 300;

    private final Map<String, Kept> idle = new LinkedHashMap<>();

    KeptStatements(Connection connection) {
        super(connection);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Kept kept = idle.remove(sql);
        return kept == null ? new Kept(sql, getDelegate().prepareStatement(sql)) : kept;
    }

    private void keep(String sql, Kept kept) throws SQLException {
        Kept same = idle.put(sql, kept);
        if (same == null && idle.size() > MOST) {
            same = idle.remove(idle.keySet().iterator().next());
        }
        if (same != null) {
            same.getDelegate().close();
        }
    }

    /** A statement that is put aside when it is closed. */
    private final class Kept extends DefaultPreparedStatement {

        private final String sql;

        Kept(String sql, PreparedStatement statement) {
            super(statement);
            this.sql = sql;
        }

        @Override
        public void close() throws SQLException {
            if (!getDelegate().isClosed()) {
                getDelegate().clearParameters();
                keep(sql, this);
            }
        }
    }
}
