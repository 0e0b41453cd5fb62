package org.moatmark.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import spark.Service;
import spark.embeddedserver.EmbeddedServers;
import spark.http.matching.MatcherFilter;

/**
 * The bare program that the load figures on PostgreSQL are ratios to: Spark routes on the same hardened connector that commit
 * one row, or read one, by plain JDBC over as many connections as the product has.
 */
public final class BarePostgres {

    private static final String PATCH = "INSERT INTO bare_answer VALUES (?, ?, ?) ON CONFLICT (seat_id) DO UPDATE SET"
            + " given = excluded.given, changed_ms = excluded.changed_ms";
    private static final String READ = "SELECT given FROM bare_answer WHERE seat_id = ?";

    private BarePostgres() {}

    /**
     * Starts, says where, and waits to be stopped.
     *
     * @param words the address of a database
     * @throws SQLException if the table cannot be made
     */
    public static void main(String[] words) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(words[0]);
        config.setMaximumPoolSize(16);
        config.setAutoCommit(false);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement make = connection.createStatement()) {
            make.execute("CREATE TABLE bare_answer (seat_id TEXT PRIMARY KEY, given TEXT NOT NULL, changed_ms BIGINT)");
            connection.commit();
        }
        Limits limits = Limits.USUAL;
        Peers peers = new Peers(new Place("127.0.0.1", 0, null, List.of()));
        EmbeddedServers.add(
                "bare",
                (table, files, errors, multiple) ->
                        new Hardened(new MatcherFilter(table, files, errors, false, multiple), peers, limits, null));
        Service service = Service.ignite();
        service.embeddedServerIdentifier("bare");
        service.ipAddress("127.0.0.1");
        service.port(0);
        service.patch("/answers/:seat", (request, response) -> {
            byte[] sent = request.raw().getInputStream().readAllBytes();
            try (Connection connection = pool.getConnection();
                    PreparedStatement put = connection.prepareStatement(PATCH)) {
                put.setString(1, request.params(":seat"));
                put.setString(2, new String(sent, UTF_8));
                put.setLong(3, System.nanoTime());
                put.executeUpdate();
                connection.commit();
            }
            return say(response, sent);
        });
        service.get("/answers/:seat", (request, response) -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement get = connection.prepareStatement(READ)) {
                get.setString(1, request.params(":seat"));
                try (ResultSet rows = get.executeQuery()) {
                    byte[] found = rows.next() ? rows.getString(1).getBytes(UTF_8) : new byte[0];
                    connection.commit();
                    return say(response, found);
                }
            }
        });
        service.awaitInitialization();
        System.out.println("bare ready http://127.0.0.1:" + service.port());
    }

    private static String say(spark.Response response, byte[] body) throws java.io.IOException {
        response.raw().setContentType(Answer.JSON);
        response.raw().setContentLength(body.length);
        response.raw().getOutputStream().write(body);
        return "";
    }
}
