package org.moatmark.api.http;

import org.moatmark.api.Running;

class EvidenceTest extends EvidenceContract {

    @Override
    Running start() {
        return Running.start();
    }
}
