package org.moatmark.api.store;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everybody from waiting for a server that is away. Once connections are lost, or none is given in time, and no
 * transaction has come to its end for a while, all are told at once, and a thread of its own knocks until the server is
 * back.
 */
final class Breaker {

    private static final long AWAY_NANOS = 2_000_000_000L;
    private static final long PAUSE_MS = 100;

    private final BooleanSupplier knock;
    private volatile long good = System.nanoTime();
    private volatile @Nullable StoreFault away;
    private volatile boolean closed;

    /** @param knock tries one transaction and says whether it came to its end */
    Breaker(BooleanSupplier knock) {
        this.knock = knock;
    }

    /** Throws at once what everybody hears while the server is away. */
    void pass() {
        StoreFault fault = away;
        if (fault != null) {
            throw fault.again();
        }
    }

    /** A transaction came to its end, whatever it decided. */
    void well() {
        good = System.nanoTime();
    }

    void failed(StoreFault fault) {
        boolean silent = System.nanoTime() - good > AWAY_NANOS;
        if (silent && (fault.lost() || fault.kind() == StoreFault.Kind.BUSY)) {
            open(fault);
        }
    }

    private synchronized void open(StoreFault fault) {
        if (away == null && !closed) {
            away = fault;
            Thread thread = new Thread(this::knock, "knock");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void knock() {
        try {
            while (!closed && !knock.getAsBoolean()) {
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } finally {
            well();
            away = null;
        }
    }

    void close() {
        closed = true;
    }
}
