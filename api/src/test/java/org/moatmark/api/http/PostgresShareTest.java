package org.moatmark.api.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.moatmark.api.Running;

class PostgresShareTest extends ShareContract {

    @RegisterExtension
    static final Served SERVED = Served.byPostgres();

    PostgresShareTest(Running server, World world, Http http) {
        super(server, world, http);
    }
}
