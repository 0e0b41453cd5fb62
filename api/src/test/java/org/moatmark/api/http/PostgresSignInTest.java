package org.moatmark.api.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

class PostgresSignInTest extends SignInContract {

    private static final Turned CLOCK = new Turned("2026-11-01T00:00:00Z");

    @RegisterExtension
    static final Served SERVED = Served.byPostgres(CLOCK);

    PostgresSignInTest(Running server, World world, Http http) {
        super(CLOCK, server, world, http);
    }

    @Override
    Location another() {
        return new Location.Server(Postgres.newSchema());
    }
}
