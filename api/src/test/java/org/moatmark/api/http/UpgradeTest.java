package org.moatmark.api.http;

import org.moatmark.api.Running;

class UpgradeTest extends UpgradeContract {

    @Override
    Running start() {
        return Running.start();
    }
}
