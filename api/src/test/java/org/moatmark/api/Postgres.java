package org.moatmark.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL, started once for all tests of this process from a package that Maven fetches. On a machine that
 * there is no such package for, the tests that need it are skipped and say so.
 */
public final class Postgres {

    /** The user that owns the databases of tests. */
    public static final String USER = "moatmark";

    public static final String PASSWORD = "only for tests";

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable EmbeddedPostgres running;
    private static @Nullable Exception failed;

    private Postgres() {}

    private static synchronized EmbeddedPostgres server() {
        if (running == null && failed == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                asSuperuser("postgres", "CREATE ROLE " + USER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
                askForPasswords();
            } catch (IOException | RuntimeException none) {
                failed = none;
            }
        }
        EmbeddedPostgres server = running;
        if (server == null) {
            // A machine for which there is no package is no defect; one on which the package does not start is.
            boolean noPackage = String.valueOf(failed).contains("Missing embedded postgres binaries")
                    || String.valueOf(failed).contains("No Postgres binary found");
            Assumptions.assumeFalse(noPackage, "Skipped: no PostgreSQL package for this machine. " + failed);
            throw new IllegalStateException("The PostgreSQL of the tests does not start.", failed);
        }
        return server;
    }

    /** The package lets everybody in as anybody; only the superuser of the tests may stay so. */
    private static void askForPasswords() throws IOException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SHOW hba_file")) {
                row.next();
                Files.writeString(
                        Path.of(row.getString(1)),
                        "host all postgres all trust\nhost all all all scram-sha-256\nlocal all all trust\n");
            }
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The address of a new, empty schema, which is as good as a database and quicker made and removed. */
    public static String newSchema() {
        String name = "schema_" + MADE.incrementAndGet();
        asSuperuser("postgres", "CREATE SCHEMA " + name + " AUTHORIZATION " + USER);
        return url("postgres", USER, PASSWORD) + "&currentSchema=" + name;
    }

    /** The address of a new, empty database of an owner who has the usual password. */
    public static String newDatabase(String owner) {
        String name = "test_" + MADE.incrementAndGet();
        asSuperuser("postgres", "CREATE DATABASE " + name + " OWNER " + owner + " ENCODING 'UTF8' TEMPLATE template0");
        return url(name, owner, PASSWORD);
    }

    /** A new user with the usual password; what it may do is said as in CREATE ROLE. */
    public static String newUser(String rights) {
        String name = "user_" + MADE.incrementAndGet();
        asSuperuser("postgres", "CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "' " + rights);
        return name;
    }

    private static String url(String database, String user, String password) {
        return as(
                "jdbc:postgresql://localhost:" + server().getPort() + "/" + database + "?user=u&password=p",
                user,
                password);
    }

    /** The same place for another user. */
    public static String as(String url, String user, String password) {
        return url.replaceFirst(
                "user=[^&]*&password=[^&]*", "user=" + user + "&password=" + password.replace(" ", "%20"));
    }

    /** The same place for the superuser, whom no policy holds. */
    public static String asSuperuser(String url) {
        return as(url, "postgres", "postgres");
    }

    /** The name of the database of an address. */
    public static String name(String url) {
        return url.replaceFirst(".*/([^/?]+)[?].*", "$1");
    }

    /** Does something as a superuser, whom no policy holds. */
    public static void asSuperuser(String database, String... statements) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database, "postgres", "postgres"));
    }
}
