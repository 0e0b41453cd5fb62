package org.moatmark.api.http;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/** On PostgreSQL: what is erased is gone from all rows, seen with the eyes of one whom no policy holds. */
@Tag("once")
class PostgresKeepingTest extends KeepingContract {

    private final String url = Postgres.newSchema();

    @Override
    Running run(Clock time) {
        return Running.on(Location.of(url), time);
    }

    @Override
    String everything() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = connect(Postgres.asSuperuser(url));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }

    /** As the role that the program works as, in the tenant that there is. */
    @Override
    Connection asProgram() throws SQLException {
        Connection connection = connect(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.tenant_id', (SELECT id FROM tenant), false)");
            statement.execute("SET ROLE moatmark_app");
        }
        return connection;
    }
}
