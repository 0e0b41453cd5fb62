package org.moatmark.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;

/**
 * Reads whole bodies: never more than the route takes, not from clients who send a byte now and then, and not from so many
 * at once that no thread is left for others. Jetty's own least rate holds from the first millisecond on and would cut off
 * honest small bodies on slow lines, so the rate is looked at here, after a while.
 */
final class BodyReader {

    /** Of the threads of the server, so many may wait for bodies. */
    private static final int AT_ONCE = 48;

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final Semaphore reading = new Semaphore(AT_ONCE);

    BodyReader(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    byte[] read(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        if (!reading.tryAcquire()) {
            throw Halt.of(Slug.BUSY).with("Retry-After", "5").with("Connection", "close");
        }
        try {
            return read(request.getInputStream(), limit);
        } catch (IOException broken) {
            throw Problems.halt(broken);
        } finally {
            reading.release();
        }
    }

    private byte[] read(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        long start = nanoTime.getAsLong();
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
            body.write(buffer, 0, size);
            if (body.size() > limit) {
                throw tooLarge(limit);
            }
            long elapsed = nanoTime.getAsLong() - start;
            if (elapsed > limits.idle().toNanos() && body.size() < elapsed / 1e9 * limits.requestRate()) {
                throw Halt.of(Slug.REQUEST_TIMEOUT).with("Connection", "close");
            }
        }
        return body.toByteArray();
    }

    static Halt tooLarge(int limit) {
        return Halt.of(
                        Slug.PAYLOAD_TOO_LARGE,
                        "The body is larger than " + limit / 1024 + " KiB.",
                        "本文が" + limit / 1024 + " KiBを超えています。")
                .with("Connection", "close");
    }
}
