package org.moatmark.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;

/**
 * Reads whole bodies: never more than the route takes, not from clients who send a byte now and then, and not so many at
 * once that no thread or no memory is left for others. Jetty's own least rate holds from the first millisecond on and would cut off
 * honest small bodies on slow lines, so the rate is looked at here, after a while.
 */
final class BodyReader {

    /** Of the threads of the server, so many may wait for bodies. */
    private static final int AT_ONCE = 48;

    private static final String SHARE = "moatmark.share";

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final Semaphore reading = new Semaphore(AT_ONCE);
    private final BodyBudget budget;

    BodyReader(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.budget = new BodyBudget(limits.bodies());
    }

    /** Reads a body; the memory for it is spoken for until {@link #done}. */
    byte[] read(HttpServletRequest request, Route.Takes takes) {
        int limit = limit(takes);
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        if (!reading.tryAcquire()) {
            throw busy();
        }
        try {
            return read(request.getInputStream(), limit, share(request, takes));
        } catch (IOException broken) {
            throw Problems.halt(broken);
        } finally {
            reading.release();
        }
    }

    /** The most bytes that are read: what the route takes, or what this process has the memory for. */
    int limit(Route.Takes takes) {
        return Math.min(takes.limit(), budget.largest(takes.weight()));
    }

    /** The part of a request of the budget, for whoever reads its body by himself. */
    BodyBudget.Share share(HttpServletRequest request, Route.Takes takes) {
        BodyBudget.Share share = budget.share(takes.weight());
        request.setAttribute(SHARE, share);
        return share;
    }

    /** Gives back what a request had of the budget: it has been answered. */
    static void done(HttpServletRequest request) {
        if (request.getAttribute(SHARE) instanceof BodyBudget.Share share) {
            share.close();
        }
    }

    private byte[] read(InputStream in, int limit, BodyBudget.Share share) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        long start = nanoTime.getAsLong();
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
            body.write(buffer, 0, size);
            if (body.size() > limit) {
                throw tooLarge(limit);
            }
            if (!share.holds(body.size())) {
                throw busy();
            }
            long elapsed = nanoTime.getAsLong() - start;
            if (elapsed > limits.idle().toNanos() && body.size() < elapsed / 1e9 * limits.requestRate()) {
                throw Halt.of(Slug.REQUEST_TIMEOUT).with("Connection", "close");
            }
        }
        return body.toByteArray();
    }

    private static Halt busy() {
        return Halt.of(Slug.BUSY).with("Retry-After", "5").with("Connection", "close");
    }

    static Halt tooLarge(int limit) {
        return Halt.of(
                        Slug.PAYLOAD_TOO_LARGE,
                        "The body is larger than " + limit / 1024 + " KiB.",
                        "本文が" + limit / 1024 + " KiBを超えています。")
                .with("Connection", "close");
    }
}
