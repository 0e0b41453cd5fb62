package org.moatmark.api.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all bodies together may take that are being read or worked on. Many large bodies at once would end the
 * process; whoever comes when the budget is spent is asked to come again, and whoever asks after our health needs none of it.
 *
 * <p>A body counts as what it can become, not as what it is: a few bytes of JSON are an object of many.
 */
final class BodyBudget {

    /** A byte of the densest documents becomes 18 of a tree, and the text stands beside it meanwhile. */
    static final int JSON = 24;

    /** Lines are taken apart one at a time. */
    static final int LINES = 4;

    /** So many bytes are free: what people send while they answer is small, and must come through. */
    private static final int FREE = 16 * 1024;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /**
     * A budget.
     *
     * @param most bytes of memory
     */
    BodyBudget(long most) {
        this.most = most;
    }

    /** The most bytes of a body that can be taken at all, when there is no other. */
    int largest(int weight) {
        return (int) Math.min(Integer.MAX_VALUE, most / weight + FREE);
    }

    /** The bytes of memory that are spoken for. */
    long taken() {
        return taken.get();
    }

    /** The part of one request, without anything yet. */
    Share share(int weight) {
        return new Share(weight);
    }

    /** What one request has of the budget; used by one thread. */
    final class Share implements Lines.Room, AutoCloseable {
        private final int weight;
        private long held;

        private Share(int weight) {
            this.weight = weight;
        }

        /** Makes it enough for a body of so many bytes, more or fewer than before; false, and as before, if there is no room. */
        @Override
        public boolean holds(int bytes) {
            long wanted = (long) Math.max(0, bytes - FREE) * weight;
            if (wanted > held && taken.addAndGet(wanted - held) > most) {
                taken.addAndGet(held - wanted);
                return false;
            } else if (wanted < held) {
                taken.addAndGet(wanted - held);
            }
            held = wanted;
            return true;
        }

        @Override
        public void close() {
            holds(0);
        }
    }
}
