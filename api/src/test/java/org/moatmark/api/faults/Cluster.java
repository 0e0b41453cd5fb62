package org.moatmark.api.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of one's own, of the package that Maven fetches, which can be restarted, paused and set otherwise. */
final class Cluster implements AutoCloseable {

    private static final String USER = "moatmark";

    private final EmbeddedPostgres server;
    private final Path folder;
    private String password = "first";

    private Cluster(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static Cluster start(Path folder, Map<String, String> settings) throws NotRun, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The package is started without it.
                .setServerConfig("fsync", "on");
        settings.forEach(builder::setServerConfig);
        Cluster cluster;
        try {
            cluster = new Cluster(builder.start(), folder);
        } catch (IOException | IllegalStateException none) {
            throw new NotRun("there is no PostgreSQL for this machine (" + none.getMessage() + ")");
        }
        cluster.execute("CREATE ROLE " + USER + " LOGIN CREATEROLE PASSWORD 'first'");
        cluster.execute("CREATE DATABASE moatmark OWNER " + USER + " ENCODING 'UTF8' TEMPLATE template0");
        cluster.askForPasswords();
        return cluster;
    }

    /** The package lets everybody in as anybody; only its superuser may stay so. */
    private void askForPasswords() throws SQLException {
        try {
            Files.writeString(
                    folder.resolve("pg_hba.conf"),
                    "host all postgres all trust\nhost all all all scram-sha-256\nlocal all all trust\n");
        } catch (IOException failed) {
            throw new SQLException(failed);
        }
        execute("SELECT pg_reload_conf()");
    }

    int port() {
        return server.getPort();
    }

    /** The address for the program. */
    String url() {
        return url("localhost", port());
    }

    /** The same database by way of another place. */
    String url(String host, int port) {
        return "jdbc:postgresql://" + host + ":" + port + "/moatmark?user=" + USER + "&password=" + password;
    }

    /** The same for one who sees everything. */
    Data data() {
        return new Data("jdbc:postgresql://localhost:" + port() + "/moatmark?user=postgres");
    }

    /** Sets the password of the program's user; {@link #url} has it from now on if it is told. */
    void password(String other, boolean told) throws SQLException {
        execute("ALTER ROLE " + USER + " PASSWORD '" + other + "'");
        password = told ? other : password;
    }

    /** As the superuser, outside the database of the program. */
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port() + "/postgres?user=postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void endConnections() throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + USER + "'");
    }

    /** {@code pg_ctl} with these words, on this cluster or another. */
    void control(Path data, String... words) throws IOException, InterruptedException, SQLException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // The server does not run as root; so the package does it too.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(tools().resolve("pg_ctl").toString(), "-D", data.toString(), "-w"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("pg_ctl " + String.join(" ", words) + " failed");
        }
    }

    private static volatile Path tools = Path.of("");

    private Path tools() throws SQLException {
        if (tools.toString().isEmpty()) {
            tools = Path.of(data().column("SELECT setting FROM pg_config() WHERE name = 'BINDIR'")
                    .get(0));
        }
        return tools;
    }

    void restart(String how) throws IOException, InterruptedException, SQLException {
        tools();
        control(folder, "-m", how, "-l", folder.resolve("restarted.log").toString(), "restart");
    }

    /** Sends a signal to the server and all that it started. */
    void signal(String name) throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        // The first one first: once it is stopped no more are started.
        Shell.signal(name, pid);
        for (ProcessHandle one :
                ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
            try {
                Shell.signal(name, one.pid());
            } catch (IOException refused) {
                // One that has ended in the meantime needs no signal.
                if (one.isAlive()) {
                    throw refused;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
