package org.moatmark.api.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.service.Desk;
import org.moatmark.api.store.StoreFault;
import org.moatmark.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health}: whether the process lives, and whether it can do its work. */
final class HealthRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);
    private static final long PROBE_NANOS = 5_000_000_000L;
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final double LEAST_FREE = 0.05;

    private final Desk desk;
    private final LongSupplier nanoTime;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Object probing = new Object();
    private @Nullable Probe last;

    HealthRoutes(Desk desk, LongSupplier nanoTime) {
        this.desk = desk;
        this.nanoTime = nanoTime;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/health/live",
                        Access.PUBLIC,
                        call -> Answer.json(
                                200, new Members().put("status", "live").done())),
                Route.get("/health/ready", Access.PUBLIC, this::ready));
    }

    /** From now on it says that it is not ready, so that no more work is sent. */
    void stopping() {
        stopping.set(true);
    }

    private Answer ready(Call call) {
        String database = database();
        String disk = desk.freeDisk() >= LEAST_FREE ? "ok" : "low";
        boolean leaving = stopping.get();
        JsonObject checks = new Members()
                .put("database", database)
                .put("migrations", "ok")
                .put("disk", disk)
                .put("process", leaving ? "stopping" : "ok")
                .done();
        boolean ready = "ok".equals(database) && "ok".equals(disk) && !leaving;
        if (ready) {
            return Answer.json(
                    200,
                    new Members().put("status", "ready").put("checks", checks).done());
        }
        Halt halt = Halt.of(Slug.UNAVAILABLE).with("Retry-After", "5");
        Members problem = Problems.document(halt, call.language(), Gate.requestId(call.raw()))
                .put("checks", checks);
        return Answer.text(503, Answer.PROBLEM, JsonText.of(problem.done())).with("Retry-After", "5");
    }

    /** Writes to the database and reads back, at most every five seconds; nobody waits long for what comes of it. */
    private String database() {
        Probe probe;
        synchronized (probing) {
            probe = last;
            if (probe == null || probe.isStale(nanoTime.getAsLong())) {
                probe = new Probe(nanoTime.getAsLong(), System.nanoTime() + PATIENCE_NANOS, new CompletableFuture<>());
                last = probe;
                probe.start(desk);
            }
        }
        return probe.said();
    }

    /**
     * One look at the database, on a thread of its own, as a database that hangs would keep the thread of the request.
     *
     * @param begun when, by the time that is injected
     * @param until when to give up waiting for it
     * @param found what was found
     */
    private record Probe(long begun, long until, CompletableFuture<String> found) {

        void start(Desk desk) {
            Thread thread = new Thread(() -> found.complete(look(desk)), "probe");
            thread.setDaemon(true);
            thread.start();
        }

        /** What is good is believed for a while, what is not only until the next one asks. */
        boolean isStale(long now) {
            return found.isDone() && (now - begun >= PROBE_NANOS || !"ok".equals(found.join()));
        }

        String said() {
            try {
                return found.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException late) {
                return "busy";
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return "busy";
            }
        }

        private static String look(Desk desk) {
            try {
                return desk.probe() ? "ok" : "unavailable";
            } catch (StoreFault fault) {
                return switch (fault.kind()) {
                    case BUSY -> "busy";
                    case FULL -> "full";
                    case READ_ONLY -> "read-only";
                    case BROKEN, UNAVAILABLE -> "unavailable";
                };
            } catch (RuntimeException failed) {
                LOG.error("The database could not be looked at.", failed);
                return "unavailable";
            }
        }
    }
}
