package org.moatmark.api.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;

/**
 * Lets so many requests be worked on at once; the others wait for their turn without keeping a thread. So there are always
 * threads for those who only ask whether the process lives, whatever the work waits for: a database that hangs, a client
 * that sends a byte now and then.
 */
final class Turnstile {

    private static final String TURN = "moatmark.turn";
    private static final int LONGEST_QUEUE = 4_096;
    private static final long PATIENCE_MS = 10_000;

    private final Semaphore places;
    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();

    Turnstile(int places) {
        this.places = new Semaphore(places);
    }

    /** What becomes of a request that comes. */
    enum Pass {
        /** It is worked on now, and {@link Turnstile#leave} comes after that. */
        NOW,
        /** It comes again when it is its turn. */
        LATER,
        /** It has waited too long, or too many wait. */
        NEVER
    }

    private enum State {
        WAITING,
        CALLED,
        WORKING,
        OVER
    }

    /** One request that waits. */
    private final class Turn implements AsyncListener {
        private final AsyncContext context;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

        Turn(AsyncContext context) {
            this.context = context;
        }

        /** Calls it; false if it has gone meanwhile. */
        boolean call() {
            if (!state.compareAndSet(State.WAITING, State.CALLED)) {
                return false;
            }
            try {
                context.dispatch();
                return true;
            } catch (IllegalStateException gone) {
                return !state.compareAndSet(State.CALLED, State.OVER);
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            if (state.compareAndSet(State.WAITING, State.OVER)) {
                context.dispatch();
            }
        }

        /** A request that was called and never came gives its place to the next one. */
        @Override
        public void onComplete(AsyncEvent event) {
            if (state.getAndSet(State.OVER) == State.CALLED) {
                leave();
            }
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed after that.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Nobody else starts.
        }
    }

    Pass enter(HttpServletRequest request) {
        if (request.getAttribute(TURN) instanceof Turn turn) {
            return turn.state.compareAndSet(State.CALLED, State.WORKING) ? Pass.NOW : Pass.NEVER;
        }
        if (places.tryAcquire()) {
            return Pass.NOW;
        }
        if (length.incrementAndGet() > LONGEST_QUEUE) {
            length.decrementAndGet();
            return Pass.NEVER;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(PATIENCE_MS);
        Turn turn = new Turn(context);
        context.addListener(turn);
        request.setAttribute(TURN, turn);
        waiting.add(turn);
        // A place may have become free before it stood in the queue.
        if (places.tryAcquire()) {
            leave();
        }
        return Pass.LATER;
    }

    /** Gives the place to the one that has waited longest, or leaves it free. */
    void leave() {
        do {
            for (Turn next = waiting.poll(); next != null; next = waiting.poll()) {
                length.decrementAndGet();
                if (next.call()) {
                    return;
                }
            }
            places.release();
        } while (!waiting.isEmpty() && places.tryAcquire());
    }
}
