package org.moatmark.api.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.moatmark.core.issue.Words;
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
        /**
         * The disk did not take what it was given, or the file is damaged: what the process believes to be on the disk may
         * not be there. It must end and look at the file anew.
         */
        BROKEN,
        /** Anything else: the server is away, the pool is closed. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String state;

    private StoreFault(Kind kind, String state, Throwable cause) {
        super("The store is not able to serve: " + kind + (state.isEmpty() ? "." : ", SQLSTATE " + state + "."), cause);
        this.kind = kind;
        this.state = state;
    }

    /**
     * What to tell the person at the command line.
     *
     * @return what is wrong, in both languages
     */
    public Words words() {
        return switch (kind) {
            case BUSY -> new Words("The database is busy; try again in a moment.", "データベースが混み合っています。少し待ってからやり直してください。");
            case FULL -> new Words("There is no space left for the database.", "データベースのディスクに空きがありません。");
            case READ_ONLY -> new Words("The database cannot be written.", "データベースに書き込めません。");
            case BROKEN ->
                new Words(
                        "The disk of the database failed, or its file is damaged.", "データベースのディスクに障害が起きたか、ファイルが壊れています。");
            case UNAVAILABLE -> {
                String about = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
                yield new Words("The database cannot be used" + about + ".", "データベースを使えません" + about + "。");
            }
        };
    }

    /**
     * Why.
     *
     * @return the kind of fault
     */
    public Kind kind() {
        return kind;
    }

    /** The same for somebody who did not try. */
    StoreFault again() {
        return new StoreFault(kind, state, this);
    }

    /** Whether the database says that it took all of the transaction back because of another one: 40001, 40P01. */
    boolean undone() {
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** Whether the connection is gone, or the server behind it. */
    boolean lost() {
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** The fault behind an exception of JDBC, jOOQ or the pool. */
    static StoreFault of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return new StoreFault(kind(sqlite), "", thrown);
            }
            if (cause instanceof SQLTransientConnectionException) {
                if (!(cause.getCause() instanceof SQLException)) {
                    return new StoreFault(Kind.BUSY, "", thrown);
                }
            } else if (cause instanceof SQLException failed && failed.getSQLState() != null) {
                return new StoreFault(kind(failed.getSQLState()), failed.getSQLState(), thrown);
            }
        }
        return new StoreFault(Kind.UNAVAILABLE, "", thrown);
    }

    /** What the SQLSTATE of PostgreSQL means for whoever waits. */
    private static Kind kind(String state) {
        return switch (state) {
            // Two in each other's way, a lock or an answer that did not come in time, no connection left.
            case "40001", "40P01", "55P03", "57014", "53300" -> Kind.BUSY;
            case "53100" -> Kind.FULL;
            case "25006" -> Kind.READ_ONLY;
            default -> Kind.UNAVAILABLE;
        };
    }

    private static Kind kind(SQLiteException sqlite) {
        return switch (sqlite.getResultCode()) {
            case SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC -> Kind.BROKEN;
            // What is left when it is not for want of space: a file system that turned read-only says so here.
            case SQLITE_IOERR_WRITE -> Kind.READ_ONLY;
            // The index of the log cannot grow.
            case SQLITE_IOERR_SHMSIZE -> Kind.FULL;
            // The low byte is the primary code; the rest tells variants apart.
            default ->
                switch (sqlite.getResultCode().code & 0xff) {
                    case 5, 6 -> Kind.BUSY;
                    case 8 -> Kind.READ_ONLY;
                    case 11, 26 -> Kind.BROKEN;
                    case 13 -> Kind.FULL;
                    default -> Kind.UNAVAILABLE;
                };
        };
    }
}
