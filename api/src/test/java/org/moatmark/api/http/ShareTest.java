package org.moatmark.api.http;

import org.moatmark.api.Running;

class ShareTest extends ShareContract {

    @Override
    Running start() {
        return Running.start();
    }
}
