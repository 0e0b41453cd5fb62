package org.moatmark.api.http;

import org.moatmark.api.Postgres;
import org.moatmark.api.store.Location;

class PostgresSignInTest extends SignInContract {

    @Override
    Location data() {
        return new Location.Server(Postgres.newSchema());
    }
}
