package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.api.http.Http;
import org.moatmark.api.http.World;

/** Two server processes on one PostgreSQL database: clients need not know which of them they speak to. */
@Tag("once")
class ReplicasTest {

    private static final String MLM = "/v1/seat/answers/marketing-leadership-maturity";
    private static final String ITEM = "{\"answers\":{\"M1.1b\":{\"value\":%d}}}";

    private static Http.Reply company(int port, String name, String key) {
        return new Http(port)
                .ask("POST", "/v1/companies")
                .bearer(Running.OWNER)
                .with("Idempotency-Key", "\"" + key + "\"")
                .json("{\"name\":\"" + name + "\"}")
                .send();
    }

    /** The names of all companies, page by page, from one server and the other in turn. */
    private static List<String> names(int... ports) {
        List<String> names = new ArrayList<>();
        String path = "/v1/companies?limit=50";
        for (int page = 0; !path.isEmpty(); page++) {
            Http.Reply reply = new Http(ports[page % ports.length])
                    .ask("GET", path)
                    .bearer(Running.OWNER)
                    .send();
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            for (String part : reply.body().split("\"name\":\"")) {
                names.add(part.substring(0, part.indexOf('"')));
            }
            names.remove(names.size() - reply.body().split("\"name\":\"").length);
            String link = reply.header("Link");
            path = link.isEmpty() ? "" : link.replaceFirst("<(?:https?://[^/]*)?([^>]*)>.*", "$1");
        }
        return names;
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_there_twice_when_one_of_two_is_killed() throws Exception {
        String url = Postgres.newSchema();
        CompletableFuture<ServerProcess> starting = CompletableFuture.supplyAsync(() -> start(url));
        try (ServerProcess one = start(url);
                ServerProcess two = starting.join()) {
            Set<String> sent = ConcurrentHashMap.newKeySet();
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            AtomicInteger wrong = new AtomicInteger();
            AtomicBoolean stop = new AtomicBoolean();
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < 6; client++) {
                int number = client;
                clients.add(new Thread(() -> hop(one.port(), two.port(), number, sent, acknowledged, wrong, stop)));
            }
            clients.forEach(Thread::start);
            for (int i = 0; i < 600 && acknowledged.size() < 60; i++) {
                Thread.sleep(50);
            }
            assertThat(names(one.port(), two.port())).doesNotHaveDuplicates();
            two.kill();
            int then = acknowledged.size();
            for (int i = 0; i < 600 && acknowledged.size() < then + 60; i++) {
                Thread.sleep(50);
            }
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            List<String> kept = names(one.port());

            assertThat(wrong).hasValue(0);
            assertThat(acknowledged.size()).isGreaterThan(then);
            assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(sent).containsAll(kept);
            System.err.printf(
                    "Two replicas, one killed: %d sent, %d acknowledged, %d kept, none lost, none twice.%n",
                    sent.size(), acknowledged.size(), kept.size());
        }
    }

    private static ServerProcess start(String url) {
        try {
            return ServerProcess.start(url);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Sends each request until it is answered, to one server and the other in turn, with the same key. */
    private static void hop(
            int one,
            int two,
            int client,
            Set<String> sent,
            Set<String> acknowledged,
            AtomicInteger wrong,
            AtomicBoolean stop) {
        for (int i = 0; !stop.get(); i++) {
            String name = "C" + client + "-" + i;
            sent.add(name);
            for (int attempt = 0; attempt < 20; attempt++) {
                try {
                    Http.Reply reply = company((i + attempt) % 2 == 0 ? one : two, name, name);
                    if (reply.status() == 201) {
                        acknowledged.add(name);
                        break;
                    }
                    if (reply.status() != 503 && reply.status() != 409) {
                        wrong.incrementAndGet();
                    }
                } catch (AssertionError gone) {
                    // No answer: the other one is asked.
                }
            }
        }
    }

    @Test
    void sessions_tags_keys_and_tight_limits_are_those_of_both() throws Exception {
        String url = Postgres.newSchema();
        try (ServerProcess one = start(url);
                ServerProcess two = start(url)) {
            World world = new World(one.port());
            World.Seat seat = world.seat(world.open());
            Http first = new Http(one.port());
            Http second = new Http(two.port());

            Http.Reply session = first.ask("POST", "/v1/seat/session")
                    .json("{\"token\":\"" + seat.token() + "\"}")
                    .send();
            String cookie = session.header("Set-Cookie").replaceFirst(";.*", "");
            assertThat(second.ask("GET", "/v1/seat")
                            .with("Cookie", cookie)
                            .send()
                            .status())
                    .isEqualTo(200);

            String signedIn = first.ask("POST", "/v1/session")
                    .json("{\"key\":\"" + Running.OWNER + "\"}")
                    .send()
                    .header("Set-Cookie")
                    .replaceFirst(";.*", "");
            assertThat(second.ask("DELETE", "/v1/session")
                            .with("Cookie", signedIn)
                            .with("X-Moatmark-Key", "1")
                            .send()
                            .status())
                    .isEqualTo(204);
            assertThat(first.ask("GET", "/v1/companies")
                            .with("Cookie", signedIn)
                            .send()
                            .status())
                    .isEqualTo(401);

            String tag = first.ask("PATCH", MLM)
                    .bearer(seat.token())
                    .with("If-Match", "*")
                    .patch(String.format(ITEM, 50))
                    .send()
                    .header("ETag");
            Map<Integer, Long> statuses = new java.util.TreeMap<>();
            List<CompletableFuture<Integer>> tabs = new ArrayList<>();
            for (int tab = 0; tab < 8; tab++) {
                Http which = tab % 2 == 0 ? first : second;
                tabs.add(CompletableFuture.supplyAsync(() -> which.ask("PATCH", MLM)
                        .bearer(seat.token())
                        .with("If-Match", tag)
                        .patch(String.format(ITEM, 60))
                        .send()
                        .status()));
            }
            tabs.forEach(tab -> statuses.merge(tab.join(), 1L, Long::sum));
            assertThat(statuses).isEqualTo(Map.of(200, 1L, 412, 7L));

            String key = world.key("owner").secret();
            assertThat(second.ask("GET", "/v1/companies").bearer(key).send().status())
                    .isEqualTo(200);

            // The cookie that was signed out was the first.
            int refused = 1;
            for (int i = 0; i < 60; i++) {
                int status = (i % 2 == 0 ? first : second)
                        .ask("GET", "/v1/companies")
                        .bearer("no-such-key-" + i)
                        .send()
                        .status();
                assertThat(status).isIn(401, 429);
                refused += status == 401 ? 1 : 0;
            }
            // Twenty at once, and one more in every three seconds that the test takes.
            assertThat(refused).isBetween(20, 35);
        }
    }
}
