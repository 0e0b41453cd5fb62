package org.moatmark.api.http;

import org.junit.jupiter.api.Tag;
import org.moatmark.api.Postgres;

@Tag("once")
class PostgresExportTest extends ExportContract {

    private final Ground ground = new Ground.OfSchema(Postgres.newSchema());

    @Override
    Ground ground() {
        return ground;
    }
}
