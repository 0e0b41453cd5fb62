package org.moatmark.api.http;

import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;

@ExtendWith(Served.class)
class SnapshotTest extends SnapshotContract {

    SnapshotTest(Running server, World world, Http http) {
        super(server, world, http);
    }
}
