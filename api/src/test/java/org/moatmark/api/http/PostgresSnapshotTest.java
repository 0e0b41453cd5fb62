package org.moatmark.api.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.moatmark.api.Running;

class PostgresSnapshotTest extends SnapshotContract {

    @RegisterExtension
    static final Served SERVED = Served.byPostgres();

    PostgresSnapshotTest(Running server, World world, Http http) {
        super(server, world, http);
    }
}
