package org.moatmark.api.store;

import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.sqlite.SQLiteException;

/** The store could not do what it was asked, for a reason that lies with the machine and not with the request. */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** Somebody else holds the file, or all connections are taken; trying again helps. */
        BUSY,
        /** No space left. */
        FULL,
        /** The file cannot be written. */
        READ_ONLY,
        /** Anything else: the disk fails, the file is damaged, the pool is closed. */
        UNAVAILABLE
    }

    private final Kind kind;

    StoreFault(Kind kind, Throwable cause) {
        super("The store is not able to serve: " + kind + ".", cause);
        this.kind = kind;
    }

    /**
     * Why.
     *
     * @return the kind of fault
     */
    public Kind kind() {
        return kind;
    }

    /** The fault behind an exception of JDBC, jOOQ or the pool. */
    static StoreFault of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return new StoreFault(kind(sqlite), thrown);
            }
            if (cause instanceof SQLTransientConnectionException && !(cause.getCause() instanceof SQLException)) {
                return new StoreFault(Kind.BUSY, thrown);
            }
            if (cause instanceof HikariPool.PoolInitializationException) {
                return new StoreFault(Kind.UNAVAILABLE, thrown);
            }
        }
        return new StoreFault(Kind.UNAVAILABLE, thrown);
    }

    private static Kind kind(SQLiteException sqlite) {
        // The low byte is the primary code; the rest tells variants apart.
        return switch (sqlite.getResultCode().code & 0xff) {
            case 5, 6 -> Kind.BUSY;
            case 8 -> Kind.READ_ONLY;
            case 13 -> Kind.FULL;
            default -> Kind.UNAVAILABLE;
        };
    }
}
