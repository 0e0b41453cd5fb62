package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.moatmark.api.faults.Faults.Fault;

/** Too little memory, too little processor, a process that sleeps, a clock that jumps. */
final class MachineFaults {

    private static final int CLIENTS = 8;

    private MachineFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "F21",
                        "`-Xmx128m` and fifty bodies at once, of 1 MiB and of 5 MiB, five times",
                        false,
                        MachineFaults::memory),
                new Fault(
                        "F22a", "the program is stopped for 20 s (SIGSTOP), then goes on", false, MachineFaults::sleep),
                new Fault("F22b", "eight busy loops beside it for 20 s", false, MachineFaults::starve),
                new Fault("F-clock", "the clock jumps: +1 h, -1 h, +30 days, back", false, MachineFaults::clock));
    }

    private static Journal journal(Ground ground) throws IOException {
        return new Journal(ground.folder().resolve("journal"));
    }

    /** Bodies that no process of this size takes at all, and bodies of which it takes some at a time. */
    private static void memory(Ground ground) throws Exception {
        String[] options = {"-Xmx128m", "-XX:+ExitOnOutOfMemoryError"};
        Child child =
                ground.start(ground.database().toString()).options(options).serve();
        Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
        try (Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                for (int round = 0; round < 5; round++) {
                    ground.require(crowd.goesOn(CLIENTS, Ground.LONG), "the load does not go on");
                    flood(child.url(), body(round % 2 == 0 ? 1 : 5), statuses);
                    int live = new Wire(Ground.LONG).status(child.url() + "/health/live");
                    ground.require(live == 200 && child.isAlive(), "the process has ended");
                }
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
            }
            ground.note("never ended; answers " + statuses);
            ground.require(Set.of(413, 422, 503).containsAll(statuses.keySet()), "other answers than 413, 422 and 503");
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        } finally {
            child.close();
        }
    }

    /** A body of so many MiB, full of small values, so that it is large in memory too. */
    private static byte[] body(int size) {
        StringBuilder body = new StringBuilder("{\"format\":[");
        while (body.length() < size * 1024 * 1024 - 100) {
            body.append("[1e9],");
        }
        return body.append("0]}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Fifty of these at once. */
    private static void flood(String url, byte[] body, Map<Integer, AtomicInteger> statuses)
            throws InterruptedException {
        Wire wire = new Wire(Ground.LONG);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            clients.add(new Thread(() -> {
                int status = 0;
                try {
                    Wire.Reply reply = wire.send(
                            "POST",
                            url + "/v1/questionnaires/validate",
                            Child.OWNER,
                            Map.of("Content-Type", "application/json"),
                            body);
                    boolean told = reply.isProblem()
                            && (reply.status() != 503 || !reply.retryAfter().isEmpty());
                    status = told ? reply.status() : -reply.status();
                } catch (IOException none) {
                    // Counted as no answer.
                } catch (InterruptedException told) {
                    Thread.currentThread().interrupt();
                }
                statuses.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
            }));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void sleep(Ground ground) throws Exception {
        try (Child child = ground.start(ground.database().toString()).serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                Shell.signal("STOP", child.pid());
                try {
                    int live = new Wire(Duration.ofSeconds(2)).status(child.url() + "/health/live");
                    ground.require(live == 0, "/health/live answers " + live + " while the process sleeps");
                    Thread.sleep(20_000);
                } finally {
                    Shell.signal("CONT", child.pid());
                }
                ground.recovered(Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(3));
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                int ready = new Wire(Duration.ofSeconds(5)).status(child.url() + "/health/ready");
                ground.require(ready == 200, "/health/ready says " + ready);
            }
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        }
    }

    private static void starve(Ground ground) throws Exception {
        try (Child child = ground.start(ground.database().toString()).serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            List<Process> loops = new ArrayList<>();
            try (crowd) {
                ground.require(crowd.goesOn(4 * CLIENTS, Ground.LONG), "the load does not go on");
                for (int i = 0; i < 8; i++) {
                    loops.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
                }
                long end = System.nanoTime() + 20_000_000_000L;
                Wire wire = new Wire(Duration.ofSeconds(10));
                while (System.nanoTime() < end) {
                    int live = wire.status(child.url() + "/health/live");
                    ground.require(live == 200, "/health/live says " + live);
                    Thread.sleep(200);
                }
                loops.forEach(Process::destroyForcibly);
                ground.recovered(Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(3));
            } finally {
                loops.forEach(Process::destroyForcibly);
            }
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        }
    }

    private static void clock(Ground ground) throws Exception {
        Shim shim = Shim.make(ground.folder());
        try (Child child =
                        shim.under(ground.start(ground.database().toString())).serve();
                Journal journal = journal(ground)) {
            Crowd crowd = new Crowd(journal, CLIENTS, child.url());
            try (crowd) {
                for (Duration ahead : List.of(
                        Duration.ofHours(1),
                        Duration.ofHours(-1),
                        Duration.ofDays(30),
                        Duration.ZERO,
                        Duration.ofDays(-30),
                        Duration.ZERO)) {
                    ground.require(crowd.goesOn(10 * CLIENTS, Ground.LONG), "the load does not go on");
                    shim.clock(ahead);
                    ground.recovered(
                            Until.took(Ground.LONG, () -> crowd.goesOn(1, Ground.LONG)), Duration.ofSeconds(3));
                }
                ground.require(crowd.goesOn(10 * CLIENTS, Ground.LONG), "the load does not go on");
                int ready = new Wire(Duration.ofSeconds(5)).status(child.url() + "/health/ready");
                ground.require(ready == 200, "/health/ready says " + ready);
            }
            ground.check(journal, crowd, child.url(), Data.file(ground.database()));
        }
    }
}
