package org.moatmark.api.http;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;
import org.eclipse.jetty.util.FutureCallback;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Counts the requests that are being answered, and lets the server stop when none is left. Those that came before it was told
 * to stop are answered as ever, those too that wait for their turn; whoever comes after that, on a connection that is still
 * open, is known by {@link #cameLate} and told by the {@link Gate} to come again.
 *
 * <p>Jetty's own handler for this answers by itself, also those who waited, and with nothing but a number to methods that it
 * takes for unable to read a page.
 */
final class Drain extends HandlerWrapper implements Graceful {

    private static final String LATE = "moatmark.late";

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Graceful.Shutdown stopping = new Graceful.Shutdown() {
        @Override
        protected FutureCallback newShutdownCallback() {
            return new FutureCallback();
        }
    };

    /** Ends the count of a request that went on without its thread. */
    private final AsyncListener end = new AsyncListener() {
        @Override
        public void onComplete(AsyncEvent event) {
            leave();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A listener is not kept for the next time.
            event.getAsyncContext().addListener(this);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed after that.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed after that.
        }
    };

    /** How many requests are being answered. */
    int inFlight() {
        return inFlight.get();
    }

    /** Whether a request came when the server had been told to stop. */
    static boolean cameLate(HttpServletRequest request) {
        return request.getAttribute(LATE) != null;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!base.getHttpChannelState().isInitial()) {
            super.handle(target, base, request, response);
            return;
        }
        // Counted first: a server that stops in between waits for it.
        inFlight.incrementAndGet();
        boolean left = true;
        try {
            if (isShutdown()) {
                request.setAttribute(LATE, true);
                response.setHeader("Connection", "close");
            }
            super.handle(target, base, request, response);
            if (base.isAsyncStarted()) {
                base.getHttpChannelState().addListener(end);
                left = false;
            }
        } finally {
            if (left) {
                leave();
            }
        }
    }

    private void leave() {
        if (inFlight.decrementAndGet() == 0) {
            letGo();
        }
    }

    private void letGo() {
        FutureCallback waits = stopping.get();
        if (waits != null) {
            waits.succeeded();
        }
    }

    @Override
    public Future<Void> shutdown() {
        Future<Void> over = stopping.shutdown();
        if (inFlight.get() == 0) {
            letGo();
        }
        return over;
    }

    @Override
    public boolean isShutdown() {
        return stopping.isShutdown();
    }
}
