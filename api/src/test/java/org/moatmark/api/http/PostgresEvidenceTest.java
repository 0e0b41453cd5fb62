package org.moatmark.api.http;

import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

class PostgresEvidenceTest extends EvidenceContract {

    @Override
    Running start() {
        return Running.on(new Location.Server(Postgres.newSchema()));
    }
}
