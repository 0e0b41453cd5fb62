package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one writing connection of an SQLite file. Whoever comes first leads: he writes, then does on his own thread what those
 * who came meanwhile want written, each in a savepoint of its own, and commits once for all. So the disk is waited for once
 * and not once each, and threads wake each other once per commit and not once per writer. Nobody is told that something is
 * kept before that commit; if it fails, it has failed for all of them.
 */
final class SharedCommit implements AutoCloseable {

    private static final int MOST = 32;

    private final Pool pool;
    private final long waitMs;
    private final Deque<Turn<?>> queue = new ArrayDeque<>();
    private boolean led;

    /** Who leads; with the rest of the fields below only seen and changed by whoever does. */
    private volatile @Nullable Thread leader;

    private @Nullable Connection connection;
    private boolean begun;
    private boolean inside;
    private int kept;
    private @Nullable SQLException broken;

    SharedCommit(Pool pool, long waitMs) {
        this.pool = pool;
        this.waitMs = waitMs;
    }

    /** What somebody wants written, and what came of it. */
    private static final class Turn<T> {
        private final Supplier<T> job;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean leads;
        private @Nullable T result;
        private @Nullable Throwable refused;
        private @Nullable SQLException failure;

        Turn(Supplier<T> job) {
            this.job = job;
        }

        /** Whatever goes wrong is for him who asked for it, on whosever thread it is done. */
        void take() {
            try {
                result = job.get();
            } catch (Throwable thrown) {
                refused = thrown;
            }
        }

        /** Waits until it is done, or until it is his to lead; false if that took too long. */
        boolean await(long ms) {
            try {
                return called.await(ms, TimeUnit.MILLISECONDS);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** What is under way ends: it is committed or not, and only the end tells. */
        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    called.await();
                    break;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @SuppressWarnings("NullAway") // what the job gave, null or not
        T outcome() throws SQLException {
            if (refused instanceof Error error) {
                throw error;
            }
            if (refused instanceof StoreFault fault) {
                throw fault;
            }
            if (failure != null) {
                // Also for him who was refused: that may rest on what the others wrote.
                throw failure;
            }
            if (refused instanceof RuntimeException exception) {
                throw exception;
            }
            if (refused != null) {
                throw new IllegalStateException("A job threw what it does not declare.", refused);
            }
            return result;
        }
    }

    /**
     * Does something that writes, on this thread or on that of somebody who leads; comes back when it is on the disk. The job
     * takes, begins, and commits or rolls back.
     */
    <T> T inTurn(Supplier<T> job) throws SQLException {
        Turn<T> turn = new Turn<>(job);
        if (!queued(turn)) {
            lead(turn);
            return turn.outcome();
        }
        if (!turn.await(waitMs) && withdrawn(turn)) {
            throw new SQLTransientConnectionException("Others write without end.");
        }
        turn.await();
        if (turn.leads) {
            lead(turn);
        }
        return turn.outcome();
    }

    /** Stands in the queue; false if nobody leads, and it is him to do it. */
    private boolean queued(Turn<?> turn) {
        synchronized (queue) {
            if (led) {
                queue.add(turn);
            }
            boolean waits = led;
            led = true;
            return waits;
        }
    }

    /** Whoever is no longer in the queue was called. */
    private boolean withdrawn(Turn<?> turn) {
        synchronized (queue) {
            return queue.remove(turn);
        }
    }

    private @Nullable Turn<?> next() {
        synchronized (queue) {
            return queue.poll();
        }
    }

    private void lead(Turn<?> first) {
        leader = Thread.currentThread();
        List<Turn<?>> together = new ArrayList<>(MOST);
        SQLException failure = new SQLException("Nobody knows how it ended.");
        try {
            for (Turn<?> turn = first; turn != null; turn = broken == null && together.size() < MOST ? next() : null) {
                together.add(turn);
                turn.take();
            }
            failure = end();
        } finally {
            // Whatever happened, somebody has to lead on, and everybody to hear of it.
            leader = null;
            passOn();
            for (Turn<?> turn : together) {
                turn.failure = failure;
                turn.called.countDown();
            }
        }
    }

    /** Commits for all; what went wrong went wrong for all. */
    private @Nullable SQLException end() {
        boolean ended = false;
        try {
            if (begun && broken == null) {
                broken = tried(kept > 0 ? "COMMIT" : "ROLLBACK");
            }
            SQLException failure = broken;
            if (begun && failure != null) {
                SQLException again = tried("ROLLBACK");
                if (again != null) {
                    failure.addSuppressed(again);
                }
            }
            ended = true;
            return failure;
        } finally {
            Connection used = connection;
            boolean sound = ended && broken == null;
            connection = null;
            begun = false;
            inside = false;
            kept = 0;
            broken = null;
            if (used != null) {
                pool.giveBack(used, sound);
            }
        }
    }

    /** Why a statement failed; null if it did not. */
    private @Nullable SQLException tried(String sql) {
        try {
            execute(sql);
            return null;
        } catch (SQLException failed) {
            return failed;
        } catch (RuntimeException unforeseen) {
            return new SQLException("'" + sql + "' failed.", unforeseen);
        }
    }

    private void passOn() {
        synchronized (queue) {
            Turn<?> next = queue.poll();
            if (next == null) {
                led = false;
            } else {
                next.leads = true;
                next.called.countDown();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = current().createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection current() {
        Connection current = connection;
        if (current == null || leader != Thread.currentThread()) {
            throw new IllegalStateException("Only in a turn somebody writes.");
        }
        return current;
    }

    /** The connection, for a job in its turn. */
    Connection take() throws SQLException {
        if (leader != Thread.currentThread()) {
            throw new IllegalStateException("Only in a turn somebody writes.");
        }
        Connection current = connection;
        if (current != null) {
            return current;
        }
        try {
            current = pool.take();
            connection = current;
            return current;
        } catch (SQLException none) {
            // The next one would wait for a connection as long, and everybody here with him.
            broken = none;
            throw none;
        }
    }

    void begin() throws SQLException {
        try {
            if (!begun) {
                execute("BEGIN IMMEDIATE");
                begun = true;
            }
            execute("SAVEPOINT writer");
            inside = true;
        } catch (SQLException failed) {
            broken = failed;
            throw failed;
        }
    }

    /** What was written is kept if the commit for all is. */
    void commit() throws SQLException {
        execute("RELEASE writer");
        inside = false;
        kept++;
    }

    /** Takes back what was written; does nothing for somebody who never began. */
    void rollback() throws SQLException {
        if (!inside) {
            return;
        }
        try {
            execute("ROLLBACK TO writer");
            execute("RELEASE writer");
            inside = false;
        } catch (SQLException gone) {
            // SQLite ends a whole transaction by itself when the disk is full or fails.
            broken = gone;
            throw gone;
        }
    }

    /** For somebody who neither committed nor rolled back: everything that is not on the disk yet has failed. */
    void leave() {
        if (inside && broken == null) {
            broken = new SQLException("Somebody who wrote ended without saying how.");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
