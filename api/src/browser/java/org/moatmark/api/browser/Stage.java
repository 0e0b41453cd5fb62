package org.moatmark.api.browser;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.moatmark.api.Running;

/** What all journeys of a run share: one browser, and one server with the demo company in its first organisation. */
final class Stage implements AutoCloseable {

    private final Chromium chromium = Chromium.start();
    private final Running server;

    Stage() {
        this(Clock.systemUTC());
    }

    private Stage(Clock clock) {
        server = Running.withDemo(clock);
    }

    /** One where it is always the same time. */
    static Stage at(String moment) {
        return new Stage(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    Chromium chromium() {
        return chromium;
    }

    Running server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        chromium.close();
    }
}
