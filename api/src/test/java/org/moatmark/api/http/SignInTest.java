package org.moatmark.api.http;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

class SignInTest extends SignInContract {

    private static final Turned CLOCK = new Turned("2026-11-01T00:00:00Z");

    @RegisterExtension
    static final Served SERVED = Served.at(CLOCK);

    @TempDir
    private Path folder;

    SignInTest(Running server, World world, Http http) {
        super(CLOCK, server, world, http);
    }

    @Override
    Location another() {
        return new Location.File(folder.resolve("behind-a-proxy.db"));
    }
}
