package org.moatmark.api.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.moatmark.api.faults.Faults.Fault;

/** Starts that are cut off, doubled, or not of this version; and copies made under load. */
final class StartFaults {

    private static final Duration QUICK = Duration.ofSeconds(3);

    private StartFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("F13a", "a second process on the SQLite file, under load", false, StartFaults::second),
                new Fault(
                        "F13b",
                        "`kill -9` at each statement of the migration, SQLite, then a start",
                        false,
                        StartFaults::killedOnFile),
                new Fault(
                        "F13c",
                        "`kill -9` at each statement of the migration, PostgreSQL, then two starts at once",
                        false,
                        StartFaults::killedOnServer),
                new Fault("F13d", "four first starts at once on an empty PostgreSQL", false, StartFaults::atOnce),
                new Fault("F13e", "an older program on a newer schema, both databases", false, StartFaults::older),
                new Fault("F16a", "`backup` under load, `restore` elsewhere, SQLite", false, StartFaults::copyOfFile),
                new Fault(
                        "F16b",
                        "`backup` under load, `restore` elsewhere, PostgreSQL",
                        false,
                        StartFaults::copyOfServer));
    }

    private static void second(Ground ground) throws Exception {
        String database = ground.database().toString();
        try (Child child = ground.start(database).serve();
                Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd = new Crowd(journal, 8, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(32, Ground.LONG), "the load does not go on");
                ground.refused(ground.start(database), "is in use by another process");
                ground.require(crowd.goesOn(32, Ground.LONG), "the load does not go on");
            }
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        }
    }

    /** Runs the migration in a process that kills itself before a statement; its number of statements if it was not killed. */
    private static int migrate(String database, int at, Path out) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.moatmark.api.store.KilledMigration",
                        database,
                        Integer.toString(at))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.waitFor();
        if (code == 0) {
            return Integer.parseInt(Files.readString(out).strip());
        }
        if (code != 137) {
            throw new IllegalStateException("The migration ended with exit code " + code + ".");
        }
        return -1;
    }

    private static void killedOnFile(Ground ground) throws Exception {
        Path out = ground.folder().resolve("out");
        int steps = migrate(ground.folder().resolve("count.db").toString(), -1, out);
        for (int at = 0; at < steps; at++) {
            String database = ground.folder().resolve("cut-" + at + ".db").toString();
            ground.require(migrate(database, at, out) < 0, "statement " + at + ": was not killed");
            started(ground, database, "killed before statement " + at);
        }
        ground.note(steps + " statements");
    }

    private static void killedOnServer(Ground ground) throws Exception {
        Path out = ground.folder().resolve("out");
        try (Cluster cluster = Cluster.start(ground.folder().resolve("pg"), Map.of())) {
            int steps = migrate(cluster.url(), -1, out);
            for (int at = 0; at < steps; at++) {
                empty(cluster);
                ground.require(migrate(cluster.url(), at, out) < 0, "statement " + at + ": was not killed");
                String when = "killed before statement " + at;
                CompletableFuture<Void> other = CompletableFuture.runAsync(() -> started(ground, cluster.url(), when));
                started(ground, cluster.url(), when);
                other.get();
            }
            ground.note(steps + " statements");
        }
    }

    private static void empty(Cluster cluster) throws SQLException {
        cluster.endConnections();
        try (Connection connection = DriverManager.getConnection(cluster.url());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS moatmark CASCADE");
            statement.execute("DROP OWNED BY CURRENT_USER");
            statement.execute("CREATE SCHEMA IF NOT EXISTS moatmark");
            statement.execute("ALTER ROLE CURRENT_USER SET search_path = moatmark");
        }
    }

    private static void started(Ground ground, String database, String when) {
        try (Child child = ground.start(database)
                .options("-XX:TieredStopAtLevel=1")
                .with("MOATMARK_DEMO", "false")
                .serve()) {
            ground.recovered(child.toReady(), QUICK);
            int ready = new Wire(Ground.LONG).status(child.url() + "/health/ready");
            ground.require(ready == 200, when + ": /health/ready says " + ready);
        } catch (Exception refused) {
            ground.require(false, when + ": " + refused.getMessage());
        }
    }

    private static void atOnce(Ground ground) throws Exception {
        try (Cluster cluster = Cluster.start(ground.folder().resolve("pg"), Map.of())) {
            for (int round = 0; round < 5; round++) {
                empty(cluster);
                List<CompletableFuture<Child>> starts = java.util.stream.IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> serve(ground, cluster)))
                        .toList();
                for (CompletableFuture<Child> start : starts) {
                    try (Child child = start.get()) {
                        int ready = new Wire(Ground.LONG).status(child.url() + "/health/ready");
                        ground.require(ready == 200, "/health/ready says " + ready);
                        int known = new Wire(Ground.LONG)
                                .get(child.url() + "/v1/companies", Child.OWNER)
                                .status();
                        ground.require(known == 200, "the owner key is answered with " + known);
                    }
                }
                int tenants = Integer.parseInt(cluster.data()
                        .column("SELECT count(*) FROM moatmark.tenant")
                        .get(0));
                ground.require(tenants == 1, "there are " + tenants + " tenants");
            }
            ground.note("5 rounds");
        }
    }

    private static Child serve(Ground ground, Cluster cluster) {
        try {
            return ground.start(cluster.url()).serve();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void older(Ground ground) throws Exception {
        String later = "INSERT INTO schema_history VALUES ('V999__later.sql', 'x', 1)";
        ground.start(ground.database().toString()).serve().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ground.database());
                Statement statement = connection.createStatement()) {
            statement.execute(later);
        }
        ground.refused(ground.start(ground.database().toString()), "made by a newer version of this program");
        try (Cluster cluster = Cluster.start(ground.folder().resolve("pg"), Map.of())) {
            ground.start(cluster.url()).serve().close();
            try (Connection connection = DriverManager.getConnection(cluster.url());
                    Statement statement = connection.createStatement()) {
                statement.execute(later);
            }
            ground.refused(ground.start(cluster.url()), "made by a newer version of this program");
        }
        ground.note("exit code 78, one line");
    }

    private static void copyOfFile(Ground ground) throws Exception {
        String database = ground.database().toString();
        copy(
                ground,
                database,
                ground.folder().resolve("elsewhere").resolve("new.db").toString(),
                null);
    }

    private static void copyOfServer(Ground ground) throws Exception {
        try (Cluster cluster = Cluster.start(ground.folder().resolve("pg"), Map.of());
                Cluster other = Cluster.start(ground.folder().resolve("pg2"), Map.of())) {
            copy(ground, cluster.url(), other.url(), other.data());
        }
    }

    private static void copy(
            Ground ground, String database, String elsewhere, @org.jspecify.annotations.Nullable Data there)
            throws Exception {
        Path backup = ground.folder().resolve("backup.db");
        Path before = ground.folder().resolve("before");
        Duration made;
        try (Child child = ground.start(database).serve();
                Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd = new Crowd(journal, 8, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(ground.times(3_000, 200), Ground.LONG), "the load does not go on");
                Files.copy(journal.file(), before);
                long start = System.nanoTime();
                ground.start(database).run("backup", backup.toString());
                made = Duration.ofNanos(System.nanoTime() - start);
                ground.require(crowd.goesOn(32, Ground.LONG), "the load does not go on");
            }
            child.kill();
            long start = System.nanoTime();
            ground.start(elsewhere).run("restore", backup.toString());
            Duration restored = Duration.ofNanos(System.nanoTime() - start);
            try (Child again = ground.start(elsewhere).serve()) {
                // What was acknowledged before the backup began is in it, and nothing that was never sent.
                Map<String, Journal.Life> sent = Journal.read(journal.file());
                Journal.Life.keepAcknowledged(sent, Journal.read(before));
                ground.check(sent, again.url(), there == null ? Data.file(Path.of(elsewhere)) : there);
                ground.recovered(restored.plus(again.toReady()), Duration.ofSeconds(30));
            }
            ground.note("backup " + Ground.seconds(made) + ", restore " + Ground.seconds(restored) + ", "
                    + Files.size(backup) / 1_024 + " KiB");
        }
    }
}
