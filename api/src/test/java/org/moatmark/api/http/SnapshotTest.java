package org.moatmark.api.http;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.moatmark.api.Running;

class SnapshotTest extends SnapshotContract {

    private Running running;

    @Override
    Running start() {
        running = Running.start();
        return running;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + running.database());
    }
}
