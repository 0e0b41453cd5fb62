package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.moatmark.api.faults.Faults.Fault;

/** PostgreSQL is restarted, stops answering, lets nobody in, can only be read, or is out of reach. */
final class ServerFaults {

    private static final int CLIENTS = 8;
    private static final int CROWD = 100;
    private static final Duration QUICK = Duration.ofSeconds(5);

    private ServerFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("F9", "PostgreSQL is restarted under load, fast and immediate", true, ServerFaults::restart),
                new Fault(
                        "F10",
                        "PostgreSQL is stopped (SIGSTOP) with 100 clients more, then goes on",
                        true,
                        ServerFaults::hang),
                new Fault("F11a", "no connection is left (`max_connections`)", false, ServerFaults::crowdedOut),
                new Fault("F11b", "the password is changed and connections are ended", false, ServerFaults::lockedOut),
                new Fault("F11c", "a read-only standby, and `fsync=off`, at the start", false, ServerFaults::standby),
                new Fault(
                        "F24",
                        "partition: packets between program and PostgreSQL are lost, then a link of 64 kbit/s",
                        false,
                        ServerFaults::partition));
    }

    private static Cluster cluster(Ground ground, Map<String, String> settings) throws NotRun, SQLException {
        return Cluster.start(ground.folder().resolve("pg"), settings);
    }

    private static Journal journal(Ground ground) throws IOException {
        return new Journal(ground.folder().resolve("journal"));
    }

    private static void restart(Ground ground) throws Exception {
        try (Cluster cluster = cluster(ground, Map.of());
                Child child = ground.start(cluster.url()).serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                for (int round = 0; round < ground.times(5, 1); round++) {
                    for (String how : List.of("fast", "immediate")) {
                        ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                        cluster.restart(how);
                        ground.recovered(
                                Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(10));
                    }
                }
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                ready(ground, child, 200);
            }
            ground.note(crowd.answered(503) + " times 503");
            ground.check(journal, crowd, child.url(), cluster.data());
        }
    }

    private static void ready(Ground ground, Child child, int status) throws InterruptedException {
        Wire wire = new Wire(Duration.ofSeconds(10));
        boolean said = Until.holds(Duration.ofSeconds(8), () -> wire.status(child.url() + "/health/ready") == status);
        ground.require(said, "/health/ready does not say " + status);
        int live = wire.status(child.url() + "/health/live");
        ground.require(live == 200, "/health/live says " + live);
    }

    private static void hang(Ground ground) throws Exception {
        try (Cluster cluster = cluster(ground, Map.of());
                Child child = ground.start(cluster.url()).serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                cluster.signal("STOP");
                try {
                    whileAway(ground, child, Duration.ofSeconds(ground.times(30, 5)));
                } finally {
                    cluster.signal("CONT");
                }
                ground.recovered(Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(10));
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                ready(ground, child, 200);
            }
            ground.check(journal, crowd, child.url(), cluster.data());
        }
    }

    /** A hundred clients ask on and on: each gets 503 in time, and all the while the process says that it lives. */
    private static void whileAway(Ground ground, Child child, Duration how) throws InterruptedException {
        AtomicLong longest = new AtomicLong();
        AtomicInteger answered = new AtomicInteger();
        Map<String, Integer> others = new ConcurrentSkipListMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> clients = new ArrayList<>();
        Wire wire = new Wire(Duration.ofSeconds(20));
        for (int i = 0; i < CROWD; i++) {
            clients.add(new Thread(() -> {
                while (!stop.get()) {
                    long start = System.nanoTime();
                    try {
                        Wire.Reply reply = wire.get(child.url() + "/v1/companies", Child.OWNER);
                        boolean good = reply.status() == 503
                                && reply.isProblem()
                                && !reply.retryAfter().isEmpty();
                        answered.addAndGet(good ? 1 : 0);
                        if (!good) {
                            others.merge(reply.status() + " " + reply.text("code"), 1, Integer::sum);
                        }
                    } catch (IOException unanswered) {
                        others.merge(unanswered.toString(), 1, Integer::sum);
                    } catch (InterruptedException told) {
                        return;
                    }
                    longest.accumulateAndGet(System.nanoTime() - start, Math::max);
                }
            }));
        }
        clients.forEach(Thread::start);
        Wire health = new Wire(Duration.ofSeconds(20));
        long slowest = 0;
        boolean unready = false;
        long end = System.nanoTime() + how.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            int live = health.status(child.url() + "/health/live");
            slowest = Math.max(slowest, System.nanoTime() - start);
            ground.require(live == 200, "/health/live says " + live);
            unready |= health.status(child.url() + "/health/ready") == 503;
            Thread.sleep(100);
        }
        stop.set(true);
        for (Thread client : clients) {
            client.join();
        }
        ground.require(unready, "/health/ready did not turn 503");
        ground.require(answered.get() > 0 && others.isEmpty(), "answers that were not 503 with Retry-After: " + others);
        ground.requireWithin(Duration.ofNanos(longest.get()), Duration.ofMillis(5_500), "an answer");
        ground.requireWithin(Duration.ofNanos(slowest), Duration.ofSeconds(1), "/health/live");
        ground.note("longest answer " + Ground.seconds(Duration.ofNanos(longest.get())) + ", `/health/live` at most "
                + Duration.ofNanos(slowest).toMillis() + " ms");
    }

    private static void crowdedOut(Ground ground) throws Exception {
        try (Cluster cluster = cluster(ground, Map.of("max_connections", "12"));
                Child child = ground.start(cluster.url()).serve();
                Journal journal = journal(ground)) {
            List<Connection> taken = new ArrayList<>();
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(CLIENTS, Ground.LONG), "the load does not go on");
                take(cluster, taken);
                ground.refused(ground.start(cluster.url()), "no connection left");
                // What the program holds is enough to go on, if slowly; or it says "try again".
                Thread.sleep(3_000);
                cluster.endConnections();
                take(cluster, taken);
                Thread.sleep(3_000);
                for (Connection one : taken) {
                    one.close();
                }
                ground.recovered(Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(10));
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
            }
            ground.note(crowd.answered(503) + " times 503");
            ground.check(journal, crowd, child.url(), cluster.data());
        }
    }

    private static void take(Cluster cluster, List<Connection> taken) {
        try {
            for (int i = 0; i < 40; i++) {
                taken.add(DriverManager.getConnection(cluster.url()));
            }
        } catch (SQLException none) {
            // As meant: all are taken.
        }
    }

    private static void lockedOut(Ground ground) throws Exception {
        try (Cluster cluster = cluster(ground, Map.of());
                Child child = ground.start(cluster.url()).serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                cluster.password("second", false);
                cluster.endConnections();
                ready(ground, child, 503);
                ground.refused(ground.start(cluster.url()), "refuses the user or its password");
                cluster.password("first", true);
                ground.recovered(Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(10));
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
            }
            ground.note(crowd.answered(503) + " times 503");
            ground.check(journal, crowd, child.url(), cluster.data());
        }
    }

    private static void standby(Ground ground) throws Exception {
        Path folder = ground.folder().resolve("pg");
        try (Cluster cluster = Cluster.start(folder, Map.of())) {
            try (Child child = ground.start(cluster.url()).serve()) {
                ground.require(!child.said().contains("fsync=off"), "warns of fsync=off that is on");
            }
            Files.createFile(folder.resolve("standby.signal"));
            cluster.restart("fast");
            ground.refused(ground.start(cluster.url()), "is a read-only replica");
        }
        try (Cluster careless = Cluster.start(ground.folder().resolve("pg2"), Map.of("fsync", "off"));
                Child child = ground.start(careless.url()).serve()) {
            ground.require(child.said().contains("fsync=off"), "does not warn of fsync=off");
        }
        ground.note("refused with 78; the other warned of");
    }

    private static void partition(Ground ground) throws Exception {
        try (Net net = Net.make(ground.folder());
                Cluster cluster = cluster(ground, Map.of("listen_addresses", "*"));
                Child child = ground.start(cluster.url(Net.DATA_HERE, cluster.port()))
                        .with("MOATMARK_HOST", Net.DOOR_THERE)
                        .after("ip", "netns", "exec", Net.NAME)
                        .serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                net.cut(true);
                ready(ground, child, 503);
                Thread.sleep(10_000);
                net.cut(false);
                ground.recovered(Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(10));
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                net.narrow();
                Thread.sleep(15_000);
                int live = new Wire(QUICK).status(child.url() + "/health/live");
                ground.require(live == 200, "/health/live says " + live + " on a narrow link");
                net.widen();
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                ready(ground, child, 200);
            }
            ground.note(crowd.answered(503) + " times 503");
            ground.check(journal, crowd, child.url(), cluster.data());
        }
    }
}
