package org.moatmark.api.http;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUpgradeTest extends UpgradeContract {

    @RegisterExtension
    static final Served SERVED = Served.byPostgres();

    PostgresUpgradeTest(World world, Http http) {
        super(world, http);
    }
}
