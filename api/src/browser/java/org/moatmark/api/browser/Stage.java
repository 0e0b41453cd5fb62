package org.moatmark.api.browser;

import org.moatmark.api.Running;

/** What all journeys of a run share: one browser, and one server with the demo company in its first organisation. */
final class Stage implements AutoCloseable {

    private final Chromium chromium = Chromium.start();
    private final Running server = Running.withDemo();

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
