package org.moatmark.api.http;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class UpgradeTest extends UpgradeContract {

    UpgradeTest(World world, Http http) {
        super(world, http);
    }
}
