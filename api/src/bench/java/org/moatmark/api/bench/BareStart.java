package org.moatmark.api.bench;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import spark.Service;

/**
 * The least program with the same libraries: Spark with one route, jOOQ on an SQLite file with one table, and the three
 * questionnaires parsed by Gson.
 */
public final class BareStart {

    private static final List<String> QUESTIONNAIRES =
            List.of("business-model-differentiation", "marketing-leadership-maturity", "outside-view");

    private BareStart() {}

    /**
     * Starts, says so, and waits to be stopped.
     *
     * @param words the SQLite file
     * @throws IOException if a questionnaire cannot be read
     * @throws SQLException if the file cannot be opened
     */
    public static void main(String[] words) throws IOException, SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + words[0]);
        DSL.using(connection, SQLDialect.SQLITE).execute("create table if not exists one (id integer primary key)");
        int properties = 0;
        for (String id : QUESTIONNAIRES) {
            try (InputStream file =
                    BareStart.class.getResourceAsStream("/org/moatmark/questionnaires/" + id + ".json")) {
                properties += JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .size();
            }
        }
        int read = properties;
        Service service = Service.ignite().ipAddress("127.0.0.1").port(0);
        service.get("/", (request, response) -> String.valueOf(read));
        service.awaitInitialization();
        System.out.println("bare ready http://127.0.0.1:" + service.port());
    }
}
