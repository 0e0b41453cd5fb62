package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one writing connection of an SQLite file. Who comes while somebody writes goes on in the same transaction after him,
 * in a savepoint of his own, and the last of them commits for all: the disk is waited for once and not once each. Nobody is
 * told that something is kept before that commit; if it fails, it has failed for all of them.
 */
final class SharedCommit implements AutoCloseable {

    private static final int MOST = 32;

    private final Pool pool;
    private final long waitMs;
    private final Deque<CountDownLatch> queue = new ArrayDeque<>();
    private boolean taken;

    /** Whose turn it is; with the batch only seen and changed by whoever's turn it is. */
    private volatile @Nullable Thread writer;

    private @Nullable Batch open;

    SharedCommit(Pool pool, long waitMs) {
        this.pool = pool;
        this.waitMs = waitMs;
    }

    /** What is committed together. */
    private static final class Batch {
        private final Connection connection;
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean begun;
        private int writers;
        private int kept;
        private @Nullable SQLException failure;

        Batch(Connection connection) {
            this.connection = connection;
        }

        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** Waits until all of it is on the disk. */
        void await() throws SQLException {
            boolean interrupted = false;
            while (true) {
                try {
                    ended.await();
                    break;
                } catch (InterruptedException later) {
                    // What was written is committed or not; only the end tells.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            SQLException failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
    }

    /** Waits for the turn to write. */
    Connection take() throws SQLException {
        waitForTurn();
        writer = Thread.currentThread();
        try {
            Batch batch = open;
            if (batch == null) {
                batch = new Batch(pool.take());
                open = batch;
            }
            batch.writers++;
            return batch.connection;
        } catch (SQLException | RuntimeException none) {
            passOn();
            throw none;
        }
    }

    void begin() throws SQLException {
        Batch batch = batch();
        try {
            if (!batch.begun) {
                batch.execute("BEGIN IMMEDIATE");
                batch.begun = true;
            }
            batch.execute("SAVEPOINT writer");
        } catch (SQLException failed) {
            end(batch, failed);
            throw failed;
        }
    }

    /** Comes back when what was written is on the disk. */
    void commit() throws SQLException {
        Batch batch = batch();
        batch.execute("RELEASE writer");
        batch.kept++;
        leave(batch);
        batch.await();
    }

    /** Takes back what was written; does nothing for somebody whose turn is over. */
    void rollback() throws SQLException {
        if (writer != Thread.currentThread()) {
            return;
        }
        Batch batch = batch();
        try {
            batch.execute("ROLLBACK TO writer");
            batch.execute("RELEASE writer");
        } catch (SQLException gone) {
            // SQLite ends a whole transaction by itself when the disk is full or fails.
            end(batch, gone);
            throw gone;
        }
        leave(batch);
        if (batch.kept > 0) {
            // What was refused may rest on what the others wrote.
            batch.await();
        }
    }

    /** For somebody who neither committed nor rolled back: everything that is not on the disk yet has failed. */
    void leave() {
        Batch batch = open;
        if (writer == Thread.currentThread() && batch != null) {
            end(batch, new SQLException("Somebody who wrote ended without saying how."));
        }
    }

    private Batch batch() {
        Batch batch = open;
        if (batch == null || writer != Thread.currentThread()) {
            throw new IllegalStateException("Only whose turn it is writes.");
        }
        return batch;
    }

    /** The next one goes on in the same transaction; where nobody waits, or enough wrote, it ends. */
    private void leave(Batch batch) {
        if (batch.writers < MOST && handOver()) {
            return;
        }
        SQLException failure = null;
        try {
            batch.execute(batch.kept > 0 ? "COMMIT" : "ROLLBACK");
        } catch (SQLException failed) {
            failure = failed;
        }
        end(batch, failure);
    }

    private void end(Batch batch, @Nullable SQLException failure) {
        if (failure != null) {
            try {
                batch.execute("ROLLBACK");
            } catch (SQLException ended) {
                failure.addSuppressed(ended);
            }
        }
        batch.failure = failure;
        open = null;
        pool.giveBack(batch.connection, failure == null);
        batch.ended.countDown();
        passOn();
    }

    private void waitForTurn() throws SQLException {
        CountDownLatch turn = new CountDownLatch(1);
        synchronized (queue) {
            if (!taken) {
                taken = true;
                return;
            }
            queue.add(turn);
        }
        boolean came = false;
        try {
            came = turn.await(waitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        synchronized (queue) {
            // Whoever is no longer in the queue was given the turn.
            if (!came && queue.remove(turn)) {
                throw new SQLTransientConnectionException("Others write without end.");
            }
        }
    }

    /** Gives the turn to the next one, if somebody waits. */
    private boolean handOver() {
        synchronized (queue) {
            CountDownLatch next = queue.poll();
            if (next != null) {
                writer = null;
                next.countDown();
            }
            return next != null;
        }
    }

    private void passOn() {
        synchronized (queue) {
            if (!handOver()) {
                writer = null;
                taken = false;
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
