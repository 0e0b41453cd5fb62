package org.moatmark.api.http;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class EvidenceTest extends EvidenceContract {

    EvidenceTest(World world, Http http) {
        super(world, http);
    }
}
