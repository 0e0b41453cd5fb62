package org.moatmark.api.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

    SharedCommit(Pool pool, long waitMs) {
        this.pool = pool;
        this.waitMs = waitMs;
    }

    /** What somebody wants written, and what came of it. */
    private static final class Turn<T> {
        private final Function<Line, T> job;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean leads;
        private @Nullable T result;
        private @Nullable Throwable refused;
        private @Nullable SQLException failure;

        Turn(Function<Line, T> job) {
            this.job = job;
        }

        /** Whatever goes wrong is for him who asked for it, on whosever thread it is done. */
        void take(Line line) {
            try {
                result = job.apply(line);
            } catch (Throwable thrown) {
                refused = thrown;
            }
        }

        /** Whether it was done, or became his to lead, in time. */
        boolean calledWithin(long ms) {
            try {
                return called.await(ms, TimeUnit.MILLISECONDS);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** What is under way ends: it is committed or not, and only the end tells. */
        void untilCalled() {
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
     * is one transaction on the line that it is given.
     */
    <T> T inTurn(Function<Line, T> job) throws SQLException {
        Turn<T> turn = new Turn<>(job);
        if (!queued(turn)) {
            lead(turn);
            return turn.outcome();
        }
        if (!turn.calledWithin(waitMs) && withdrawn(turn)) {
            throw new SQLTransientConnectionException("Others write without end.");
        }
        turn.untilCalled();
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
        List<Turn<?>> together = new ArrayList<>(MOST);
        SQLException failure = new SQLException("Nobody knows how it ended.");
        try {
            SharedLine line = new SharedLine(pool);
            for (Turn<?> turn = first; turn != null; turn = line.isSound() && together.size() < MOST ? next() : null) {
                together.add(turn);
                turn.take(line);
            }
            failure = line.end();
        } finally {
            // Whatever happened, somebody has to lead on, and everybody to hear of it.
            passOn();
            for (Turn<?> turn : together) {
                turn.failure = failure;
                turn.called.countDown();
            }
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

    @Override
    public void close() {
        pool.close();
    }
}
