package org.moatmark.api.http;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEvidenceTest extends EvidenceContract {

    @RegisterExtension
    static final Served SERVED = Served.byPostgres();

    PostgresEvidenceTest(World world, Http http) {
        super(world, http);
    }
}
