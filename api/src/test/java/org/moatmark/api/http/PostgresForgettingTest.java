package org.moatmark.api.http;

import org.junit.jupiter.api.Tag;
import org.moatmark.api.Postgres;

@Tag("once")
class PostgresForgettingTest extends ForgettingContract {

    private final Ground ground = new Ground.OfSchema(Postgres.newSchema());

    @Override
    Ground ground() {
        return ground;
    }
}
