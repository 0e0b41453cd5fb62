package org.moatmark.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/** Where everything is kept that the tests look into past the program. */
interface Ground {

    Running run(Clock time);

    /** Everything that the database keeps, to look for a text in. */
    String everything() throws IOException, SQLException;

    /** A connection with the rights of the program itself. */
    Connection asProgram() throws SQLException;

    /** A file: what is erased is gone from its bytes and from those of the files beside it. */
    record OfFiles(Path folder) implements Ground {

        @Override
        public Running run(Clock time) {
            return Running.on(new Location.File(folder.resolve("data.db")), time);
        }

        @Override
        public String everything() throws IOException {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
            return all.toString();
        }

        @Override
        public Connection asProgram() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data.db"));
        }
    }

    /** A schema of PostgreSQL: what is erased is gone from all rows, seen with the eyes of one whom no policy holds. */
    record OfSchema(String url) implements Ground {

        @Override
        public Running run(Clock time) {
            return Running.on(Location.of(url), time);
        }

        @Override
        public String everything() throws SQLException {
            StringBuilder all = new StringBuilder();
            try (Connection connection = DriverManager.getConnection(Postgres.asSuperuser(url));
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
        public Connection asProgram() throws SQLException {
            Connection connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT set_config('app.tenant_id', (SELECT id FROM tenant), false)");
                statement.execute("SET ROLE moatmark_app");
            }
            return connection;
        }
    }
}
