package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.api.http.Http;
import org.moatmark.api.store.Location;

/** When PostgreSQL ends its connections, stops answering, or has no room left. */
@Tag("once")
class PostgresFaultTest {

    private static final int CLIENTS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private static Http.Reply add(Running server, String name) {
        return new Http(server.port())
                .ask("POST", "/v1/companies")
                .bearer(Running.OWNER)
                .with("Idempotency-Key", "\"" + name + "\"")
                .json("{\"name\":\"" + name + "\"}")
                .send();
    }

    private static Http.Reply get(Running server, String path) {
        return new Http(server.port()).ask("GET", path).bearer(Running.OWNER).send();
    }

    private static void awaitReady(Running server) throws InterruptedException {
        for (int i = 0; i < 100 && get(server, "/health/ready").status() != 200; i++) {
            Thread.sleep(100);
        }
        assertThat(get(server, "/health/ready").status()).isEqualTo(200);
        assertThat(get(server, "/v1/companies").status()).isEqualTo(200);
    }

    @Test
    void connections_that_are_ended_under_load_cost_nothing_that_was_acknowledged() throws Exception {
        String url = Postgres.newSchema();
        try (Running server = Running.on(new Location.Server(url))) {
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            Set<String> others = ConcurrentHashMap.newKeySet();
            AtomicBoolean stop = new AtomicBoolean();
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                int number = client;
                clients.add(new Thread(() -> {
                    for (int i = 0; !stop.get(); i++) {
                        String name = "C" + number + "-" + i;
                        Http.Reply reply = add(server, name);
                        if (reply.status() == 201) {
                            acknowledged.add(name);
                        } else if (reply.status() != 503
                                || reply.header("Retry-After").isEmpty()) {
                            others.add(reply.status() + " " + reply.body());
                        }
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (int round = 0; round < 5; round++) {
                int before = acknowledged.size();
                for (int i = 0; i < 500 && acknowledged.size() < before + 10; i++) {
                    Thread.sleep(20);
                }
                Postgres.asSuperuser(
                        "postgres",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + Postgres.USER
                                + "'");
            }
            int before = acknowledged.size();
            for (int i = 0; i < 500 && acknowledged.size() < before + 10; i++) {
                Thread.sleep(20);
            }
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }

            assertThat(acknowledged.size()).as("goes on by itself").isGreaterThanOrEqualTo(before + 10);
            assertThat(others).isEmpty();
            List<String> kept = kept(url);
            assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private static List<String> kept(String url) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = DriverManager.getConnection(Postgres.asSuperuser(url));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM company")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Test
    void a_server_that_does_not_answer_is_given_up_in_time_and_taken_up_again() throws Exception {
        String url = Postgres.newSchema();
        try (Running server = Running.on(new Location.Server(url))) {
            assertThat(add(server, "Before").status()).isEqualTo(201);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
            List<Future<Duration>> asked = new ArrayList<>();
            List<ProcessHandle> processes = processes();
            signal("STOP", processes);
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    asked.add(clients.submit(() -> unavailable(server)));
                }
                Future<Http.Reply> ready = clients.submit(() -> get(server, "/health/ready"));
                for (int i = 0; i < 10; i++) {
                    assertThat(get(server, "/health/live").status()).isEqualTo(200);
                    Thread.sleep(100);
                }
                assertThat(ready.get().status()).isEqualTo(503);
                for (Future<Duration> one : asked) {
                    assertThat(one.get()).isLessThan(LONGEST);
                }
            } finally {
                signal("CONT", processes);
                clients.shutdown();
            }
            awaitReady(server);
            assertThat(add(server, "After").status()).isEqualTo(201);
        }
    }

    private static Duration unavailable(Running server) {
        long start = System.nanoTime();
        Http.Reply reply = get(server, "/v1/companies");
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The server and all that it started. */
    private static List<ProcessHandle> processes() throws Exception {
        try (var connection = Postgres.superuser("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            long pid = Long.parseLong(Files.readAllLines(Path.of(row.getString(1), "postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle first = ProcessHandle.of(pid).orElse(null);
            Assumptions.assumeTrue(
                    first != null && Files.isDirectory(Path.of("/proc")),
                    "Skipped: the PostgreSQL of the tests cannot be paused on this machine.");
            List<ProcessHandle> all = new ArrayList<>(List.of(first));
            all.addAll(first.descendants().toList());
            return all;
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.stream().filter(ProcessHandle::isAlive).forEach(one -> command.add(Long.toString(one.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
