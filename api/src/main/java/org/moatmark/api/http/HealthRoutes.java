package org.moatmark.api.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.moatmark.api.service.Desk;
import org.moatmark.api.store.StoreFault;
import org.moatmark.core.json.JsonObject;

/** {@code /health}: whether the process lives, and whether it can do its work. */
final class HealthRoutes {

    private static final long PROBE_NANOS = 5_000_000_000L;
    private static final double LEAST_FREE = 0.05;

    private final Desk desk;
    private final LongSupplier nanoTime;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Object probing = new Object();
    private String database = "unknown";
    private long probedAt;
    private boolean probed;

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

    /** Writes to the database and reads back, at most every five seconds. */
    private String database() {
        synchronized (probing) {
            long now = nanoTime.getAsLong();
            if (!probed || now - probedAt >= PROBE_NANOS || !"ok".equals(database)) {
                database = probe();
                probedAt = nanoTime.getAsLong();
                probed = true;
            }
            return database;
        }
    }

    private String probe() {
        try {
            return desk.probe() ? "ok" : "unavailable";
        } catch (StoreFault fault) {
            return switch (fault.kind()) {
                case BUSY -> "busy";
                case FULL -> "full";
                case READ_ONLY -> "read-only";
                case UNAVAILABLE -> "unavailable";
            };
        }
    }
}
