package org.moatmark.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import spark.Service;
import spark.embeddedserver.EmbeddedServers;
import spark.http.matching.MatcherFilter;

/**
 * The bare program that the load figures are ratios to: Spark routes on the same hardened connector that say prepared
 * bytes, and that commit a row by plain JDBC with the settings of the product.
 */
public final class BareRest {

    private static final String PATCH = "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, seat_id,"
            + " questionnaire_id, item_key) DO UPDATE SET given = excluded.given, changed_ms = excluded.changed_ms";
    private static final String SUBMIT = "UPDATE seat SET status = 'submitted', submitted_ms = ? WHERE id = ?";
    private static final String AUDIT = "INSERT INTO history VALUES (?, ?, ?)";

    private final Connection connection;
    private long audited;

    private BareRest(String file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        connection = source.getConnection();
        try (Statement make = connection.createStatement()) {
            make.execute(
                    "CREATE TABLE answer (tenant_id TEXT NOT NULL, seat_id TEXT NOT NULL, questionnaire_id TEXT NOT"
                            + " NULL, item_key TEXT NOT NULL, given TEXT NOT NULL, changed_ms INTEGER NOT NULL, PRIMARY KEY"
                            + " (tenant_id, seat_id, questionnaire_id, item_key)) STRICT");
            make.execute("CREATE TABLE seat (id TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL, submitted_ms INTEGER)"
                    + " STRICT");
            make.execute(
                    "CREATE TABLE history (id INTEGER NOT NULL PRIMARY KEY, seat TEXT NOT NULL, deed TEXT NOT NULL)"
                            + " STRICT");
        }
        connection.setAutoCommit(false);
    }

    /**
     * Starts, says where, and waits to be stopped.
     *
     * @param words an SQLite file that is not there yet
     * @throws SQLException if the file cannot be made
     */
    public static void main(String[] words) throws SQLException {
        BareRest bare = new BareRest(words[0]);
        byte[] body = Library.resource("/org/moatmark/questionnaires/marketing-leadership-maturity.json");
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
        service.get("/unchanged", (request, response) -> {
            response.raw().setHeader("ETag", "\"one\"");
            response.status(304);
            return "";
        });
        service.get("/body", (request, response) -> {
            response.raw().setContentType(Answer.JSON);
            response.raw().setContentLength(body.length);
            response.raw().getOutputStream().write(body);
            return "";
        });
        service.patch("/answers/:seat", (request, response) -> {
            byte[] sent = request.raw().getInputStream().readAllBytes();
            bare.patch(request.params(":seat"), new String(sent, UTF_8));
            response.raw().setContentType(Answer.JSON);
            response.raw().setContentLength(sent.length);
            response.raw().getOutputStream().write(sent);
            return "";
        });
        service.post("/submit/:seat", (request, response) -> {
            bare.submit(request.params(":seat"));
            response.raw().setContentType(Answer.JSON);
            response.raw().setContentLength(2);
            response.raw().getOutputStream().write(new byte[] {'{', '}'});
            return "";
        });
        service.awaitInitialization();
        System.out.println("bare ready http://127.0.0.1:" + service.port());
    }

    private synchronized void patch(String seat, String given) throws SQLException, IOException {
        try (PreparedStatement put = connection.prepareStatement(PATCH)) {
            put.setString(1, "0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77");
            put.setString(2, seat);
            put.setString(3, "marketing-leadership-maturity");
            put.setString(4, "M1.1b");
            put.setString(5, given);
            put.setLong(6, System.nanoTime());
            put.executeUpdate();
        }
        connection.commit();
    }

    private synchronized void submit(String seat) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(SUBMIT)) {
            put.setLong(1, System.nanoTime());
            put.setString(2, seat);
            put.executeUpdate();
        }
        try (PreparedStatement add = connection.prepareStatement(AUDIT)) {
            add.setLong(1, ++audited);
            add.setString(2, seat);
            add.setString(3, "submit");
            add.executeUpdate();
        }
        connection.commit();
    }
}
