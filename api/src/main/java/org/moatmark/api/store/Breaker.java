package org.moatmark.api.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everybody from waiting for a server that is away. Once connections are lost, or none is given in time, and no
 * transaction has come to its end for a while, only one at a time tries; all others are told at once. The first that comes
 * through lets everybody in again.
 */
final class Breaker {

    private static final long AWAY_NANOS = 2_000_000_000L;

    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile long good = System.nanoTime();
    private volatile @Nullable StoreFault away;

    /** Whether this one is the one that tries, and must say how it went; throws what the others hear. */
    boolean enter() {
        StoreFault fault = away;
        if (fault == null) {
            return false;
        }
        if (!trying.compareAndSet(false, true)) {
            throw fault.again();
        }
        return true;
    }

    /** A transaction came to its end, whatever it decided. */
    void well() {
        good = System.nanoTime();
        if (away != null) {
            away = null;
        }
    }

    void failed(StoreFault fault) {
        if ((fault.lost() || fault.kind() == StoreFault.Kind.BUSY) && System.nanoTime() - good > AWAY_NANOS) {
            away = fault;
        }
    }

    /** The one that tried has gone. */
    void left() {
        trying.set(false);
    }
}
