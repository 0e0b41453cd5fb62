package org.moatmark.api.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.moatmark.api.faults.Faults.Fault;

/** The program is ended under load: by SIGKILL, by SIGTERM, one replica of two. */
final class EndFaults {

    private static final int CLIENTS = 8;

    private EndFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("F1", "`kill -9` under load, SQLite", true, EndFaults::killOnFile),
                new Fault("F2", "`kill -9` under load, PostgreSQL", true, EndFaults::killOnServer),
                new Fault("F12", "two replicas, clients hop, one is killed and comes back", false, EndFaults::replicas),
                new Fault("F23", "SIGTERM under load, SQLite", true, EndFaults::terminate));
    }

    private static void killOnFile(Ground ground) throws Exception {
        kill(ground, ground.times(30, 2), ground.database().toString(), Data.file(ground.database()));
    }

    private static void killOnServer(Ground ground) throws Exception {
        try (Cluster cluster = Cluster.start(ground.folder().resolve("pg"), Map.of())) {
            kill(ground, ground.times(30, 2), cluster.url(), cluster.data());
        }
    }

    private static void kill(Ground ground, int rounds, String database, Data data) throws Exception {
        Child child = ground.start(database).serve();
        try (Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                for (int round = 0; round < rounds; round++) {
                    ground.require(
                            crowd.goesOn(4 * CLIENTS, Ground.LONG), "round " + round + ": the load does not go on");
                    Thread.sleep(ground.dice().nextInt(300));
                    child.kill();
                    child = ground.start(database).serve();
                    ground.recovered(child.toReady(), Duration.ofSeconds(3));
                    crowd.turnTo(child.url());
                }
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on after the last kill");
            }
            ground.note(rounds + " rounds, " + CLIENTS + " clients");
            ground.check(journal, crowd, child.url(), data);
        } finally {
            child.close();
        }
    }

    private static void replicas(Ground ground) throws Exception {
        try (Cluster cluster = Cluster.start(ground.folder().resolve("pg"), Map.of());
                Child one = ground.start(cluster.url()).serve();
                Child two = ground.start(cluster.url()).serve();
                Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd = new Crowd(journal, CLIENTS, one.url(), two.url());
            try (crowd) {
                ground.require(
                        crowd.goesOn(ground.times(800, 100), Ground.LONG), "two replicas: the load does not go on");
                two.kill();
                ground.require(
                        crowd.goesOn(ground.times(800, 100), Ground.LONG), "one replica: the load does not go on");
                try (Child again = ground.start(cluster.url()).serve()) {
                    ground.recovered(again.toReady(), Duration.ofSeconds(3));
                    crowd.turnTo(one.url(), again.url());
                    ground.require(
                            crowd.goesOn(ground.times(800, 100), Ground.LONG), "two again: the load does not go on");
                    crowd.turnTo(one.url());
                    // What was asked of the second one is answered before it goes.
                    Thread.sleep(500);
                }
            }
            ground.check(journal, crowd, one.url(), cluster.data());
        }
    }

    private static void terminate(Ground ground) throws Exception {
        String database = ground.database().toString();
        Child child = ground.start(database).serve();
        try (Journal journal = new Journal(ground.folder().resolve("journal"))) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                for (int round = 0; round < ground.times(5, 1); round++) {
                    ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                    long start = System.nanoTime();
                    int code = child.stop();
                    ground.require(code == 0, "ended with exit code " + code);
                    ground.requireWithin(
                            Duration.ofNanos(System.nanoTime() - start), Duration.ofSeconds(10), "the end");
                    child = ground.start(database).serve();
                    ground.recovered(child.toReady(), Duration.ofSeconds(3));
                    crowd.turnTo(child.url());
                }
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on afterwards");
            }
            ground.note("exit code 0");
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        } finally {
            child.close();
        }
    }
}
