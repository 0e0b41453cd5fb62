package org.moatmark.api.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.moatmark.api.faults.Journal.Deed;

/**
 * Clients that each make one company after the other: its assessment, a seat, answers a few times over, the submit. What
 * was not answered, or with "try again", is sent again with the same Idempotency-Key, wherever the program is by then.
 */
final class Crowd implements AutoCloseable {

    static final String QUESTIONNAIRE = "outside-view";

    private static final int ITEMS = 29;
    private static final int CHANGES = 4;
    private static final String JSON = "application/json";
    private static final Map<String, String> PATCH = Map.of("Content-Type", "application/merge-patch+json");

    private final Journal journal;
    private final Wire wire = new Wire(Duration.ofSeconds(12));
    private final List<Thread> clients = new ArrayList<>();
    private final Map<String, Integer> wrong = new ConcurrentSkipListMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<String> urls;
    private volatile boolean stopping;

    Crowd(Journal journal, int clients, String... urls) {
        this.journal = journal;
        this.urls = List.of(urls);
        for (int i = 0; i < clients; i++) {
            String name = "c" + i;
            this.clients.add(new Thread(() -> live(name), name));
        }
        this.clients.forEach(Thread::start);
    }

    /** From now on the program is there. */
    void turnTo(String... others) {
        urls = List.of(others);
    }

    /** Waits until so many more writes have been acknowledged; false if they are not in time. */
    boolean goesOn(int more, Duration patience) throws InterruptedException {
        int wanted = journal.acknowledged() + more;
        return Until.holds(patience, () -> journal.acknowledged() >= wanted);
    }

    /** Answers that should not have come, and how often. */
    Map<String, Integer> wrong() {
        return wrong;
    }

    /** How often an answer had this status. */
    int answered(int status) {
        AtomicInteger count = statuses.get(status);
        return count == null ? 0 : count.get();
    }

    /** No request is under way when it returns. */
    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a client when the crowd is told to go home. */
    private static final class Home extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void live(String client) {
        try {
            for (int i = 0; ; i++) {
                life(client + "-" + i);
            }
        } catch (Home stopped) {
            // What was under way is open in the journal.
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            note("the driver failed: " + broken);
        }
    }

    private void life(String name) throws InterruptedException {
        String company = create(name, Deed.COMPANY, "/v1/companies", "{\"name\":\"" + name + "\"}")
                .text("id");
        String assessment = create(
                        name,
                        Deed.ASSESSMENT,
                        "/v1/assessments",
                        "{\"company\":\"" + company + "\",\"name\":\"" + name + "\",\"questionnaires\":[\""
                                + QUESTIONNAIRE + "\"]}")
                .text("id");
        String token = create(
                        name,
                        Deed.SEAT,
                        "/v1/assessments/" + assessment + "/seats",
                        "{\"key\":\"s\",\"department\":\"D\",\"informants\":{\"" + QUESTIONNAIRE + "\":\"outsider\"}}")
                .text("token");
        create(name, Deed.OPEN, "/v1/assessments/" + assessment + "/open", "");
        for (int value = 1; value <= CHANGES; value++) {
            answer(name, token, value);
        }
        String key = "\"" + name + "-SUBMIT\"";
        journal.sent(name, Deed.SUBMIT, 1);
        insist(() -> wire.send("POST", here() + "/v1/seat/submit", token, Map.of("Idempotency-Key", key), ""), 200);
        journal.acknowledged(name, Deed.SUBMIT, 1, "");
    }

    private Wire.Reply create(String name, Deed deed, String path, String body) throws InterruptedException {
        Map<String, String> headers = Map.of("Idempotency-Key", "\"" + name + "-" + deed + "\"", "Content-Type", JSON);
        journal.sent(name, deed, 1);
        Wire.Reply reply = insist(() -> wire.send("POST", here() + path, Child.OWNER, headers, body), 201);
        String token = reply.text("token");
        journal.acknowledged(name, deed, 1, token.isEmpty() ? reply.text("id") : token);
        return reply;
    }

    /** Changes all answers at once to those of a value; whether an earlier try came through does not matter. */
    private void answer(String name, String token, int value) throws InterruptedException {
        String path = "/v1/seat/answers/" + QUESTIONNAIRE;
        journal.sent(name, Deed.ANSWERS, value);
        insist(
                () -> {
                    Wire.Reply sheet = wire.get(here() + path, token);
                    if (sheet.status() != 200) {
                        return sheet;
                    }
                    Map<String, String> headers =
                            Map.of("If-Match", sheet.etag(), "Content-Type", PATCH.get("Content-Type"));
                    return wire.send("PATCH", here() + path, token, headers, "{\"answers\":" + answers(value) + "}");
                },
                200);
        journal.acknowledged(name, Deed.ANSWERS, value, "");
    }

    /** The answers of a value: no two values of one client have an answer in common. */
    static String answers(int value) {
        StringBuilder answers = new StringBuilder("{");
        for (int item = 1; item <= ITEMS; item++) {
            answers.append(item == 1 ? "" : ",")
                    .append(String.format(
                            java.util.Locale.ROOT, "\"OV%02d\":{\"value\":%d}", item, 1 + (item + value) % 5));
        }
        return answers.append('}').toString();
    }

    private String here() {
        List<String> all = urls;
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    private interface Request {
        Wire.Reply send() throws IOException, InterruptedException;
    }

    private Wire.Reply insist(Request request, int wanted) throws InterruptedException {
        while (!stopping) {
            int pause = 20;
            try {
                Wire.Reply reply = request.send();
                statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger())
                        .incrementAndGet();
                if (reply.status() == wanted || reply.status() == 200) {
                    return reply;
                }
                judge(reply);
                pause = 50;
            } catch (IOException unanswered) {
                statuses.computeIfAbsent(0, status -> new AtomicInteger()).incrementAndGet();
            }
            Thread.sleep(pause);
        }
        throw new Home();
    }

    /** Only "try again" and "no space" are answers to a machine that fails; each is a problem and says when. */
    private void judge(Wire.Reply reply) {
        boolean again = reply.status() == 503
                || (reply.status() == 409 && "idempotency-in-progress".equals(reply.text("code")));
        // A change of which nothing was heard may come through after the tag was read.
        boolean late = reply.status() == 412;
        if (!reply.isProblem()) {
            note(reply.status() + " without a problem document");
        } else if (again && reply.retryAfter().isEmpty()) {
            note(reply.status() + " without Retry-After");
        } else if (!again && !late && reply.status() != 507) {
            note(reply.status() + " " + reply.text("code"));
        }
    }

    private void note(String what) {
        wrong.merge(what, 1, Integer::sum);
    }
}
