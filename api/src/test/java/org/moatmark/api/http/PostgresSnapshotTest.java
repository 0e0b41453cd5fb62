package org.moatmark.api.http;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

class PostgresSnapshotTest extends SnapshotContract {

    private String url = "";

    @Override
    Running start() {
        url = Postgres.newSchema();
        return Running.on(new Location.Server(url));
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(Postgres.asSuperuser(url));
    }
}
