package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.moatmark.api.Running;

/**
 * Every route and every status that the OpenAPI document has for it is produced on the running server, and the answer is
 * held against the document. A pair without a way to produce it fails.
 */
class EveryStatusTest {

    /** Faults of the machine or of the program, which no request can bring about; fault tests look at them. */
    private static final Set<String> NOT_BY_REQUEST = Set.of("500", "503", "507");

    private static final Set<String> CREATES =
            Set.of("createCompany", "createAssessment", "createKey", "addGrant", "noteInvitations", "askForExport");

    private static final Set<String> SESSIONS = Set.of("openSeatSession", "openSharedSession", "signIn");

    private static final ExecutorService WAITING = Executors.newCachedThreadPool();

    private static Running server;
    private static Running tight;
    private static Running hasty;
    private static Recipes recipes;
    private static Contract contract;
    /** Answers to bodies that never come; all of them are waited for at once. */
    private static Map<String, CompletableFuture<Http.Reply>> late;

    @BeforeAll
    static void start() {
        server = Running.start(new Limits(Rates.all(1_000_000), 0, Duration.ofMillis(1_500), Duration.ofSeconds(2)));
        tight = Running.start(
                Running.WIDE.with(Rates.all(1_000_000).with("address", 1).with("refused", 1)));
        hasty = Running.start(new Limits(Rates.all(1_000_000), 0, Duration.ofMillis(300), Duration.ofSeconds(2)));
        recipes = new Recipes(server.port(), Running.OWNER, () -> server.tenant("To be erased"));
        contract = new Contract();
        Http http = new Http(tight.port());
        http.ask("GET", "/openapi.json").send();
        http.ask("GET", "/v1/companies").send();
        Recipes others = new Recipes(hasty.port());
        late = contract.operations().stream()
                .filter(one -> one.statuses().contains("408"))
                .collect(Collectors.toMap(Contract.Operation::id, one -> {
                    Http.Ask ask = others.good(one.id())
                            .body(type(one), new byte[] {'{'})
                            .with("Content-Length", "99");
                    return CompletableFuture.supplyAsync(ask::send, WAITING);
                }));
    }

    @AfterAll
    static void stop() {
        server.close();
        tight.close();
        hasty.close();
        WAITING.shutdown();
    }

    @Test
    void the_document_has_every_route_and_no_other() {
        Set<String> documented = contract.operations().stream()
                .map(one -> one.method() + " " + one.path().replaceAll("\\{(\\w+)}", ":$1"))
                .collect(Collectors.toSet());
        Set<String> routed = tight.routes();

        assertThat(documented).isEqualTo(routed);
    }

    @TestFactory
    Stream<DynamicTest> every_status_of_every_route_is_given() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Contract.Operation operation : contract.operations()) {
            for (String status : operation.statuses()) {
                if (!NOT_BY_REQUEST.contains(status)) {
                    tests.add(dynamicTest(operation + " gives " + status, () -> produce(operation, status)));
                }
            }
        }
        return tests.stream();
    }

    private static void produce(Contract.Operation operation, String status) {
        Http.Reply reply = send(operation, Integer.parseInt(status));
        assertThat(reply.status()).as("%s: %s", operation, reply.body()).isEqualTo(Integer.parseInt(status));
        contract.check(operation, reply);
        assertThat(reply.headers())
                .containsKeys("x-request-id", "x-content-type-options", "content-security-policy", "referrer-policy")
                .doesNotContainKey("server");
    }

    private static Http.Reply send(Contract.Operation operation, int status) {
        String id = operation.id();
        return switch (status) {
            case 200, 201, 202 -> ("GET".equals(operation.method()) ? recipes.harmless(id) : recipes.good(id)).send();
            case 204 -> recipes.good(id).with("Prefer", "return=minimal").send();
            case 304 -> {
                Http.Ask ask = recipes.harmless(id);
                yield ask.with("If-None-Match", ask.copy().send().header("ETag"))
                        .send();
            }
            case 400 -> recipes.harmless(id).query("nosuch=1").send();
            case 401 -> unauthenticated(id);
            case 403 -> forbidden(operation);
            case 404 -> recipes.nowhere(operation).send();
            case 406 ->
                recipes.harmless(id).with("Accept", "application/vnd.nothing").send();
            case 408 -> late.get(id).join();
            case 409 -> conflict(id);
            case 410 -> recipes.gone(id).send();
            case 412 -> recipes.harmless(id).with("If-Match", "\"v999-en\"").send();
            case 413 ->
                recipes.harmless(id)
                        .body(type(operation), new byte[] {'{'})
                        .with("Content-Length", "99999999")
                        .send();
            case 414 -> recipes.harmless(id).query("q=" + "x".repeat(3_000)).send();
            case 415 ->
                recipes.harmless(id).body("text/plain", new byte[] {'{', '}'}).send();
            case 421 -> recipes.harmless(id).with("Host", "evil.example").send();
            case 422 ->
                recipes.harmless(id)
                        .body(type(operation), "{\"nosuch\":1}".getBytes(StandardCharsets.UTF_8))
                        .send();
            case 428 -> recipes.harmless(id).without("If-Match").send();
            case 429 -> tooOften(operation);
            case 431 -> recipes.harmless(id).with("X-Big", "x".repeat(9_000)).send();
            default -> throw new AssertionError("Nobody knows how to make " + operation + " give " + status + ".");
        };
    }

    private static String type(Contract.Operation operation) {
        if ("validateInstrumentWithLines".equals(operation.id())) {
            return "application/x-ndjson";
        }
        return "PATCH".equals(operation.method()) ? "application/merge-patch+json" : "application/json";
    }

    private static Http.Reply unauthenticated(String id) {
        Http.Ask ask = recipes.harmless(id);
        if ("signIn".equals(id)) {
            return ask.json("{\"key\":\"mm_live_unknown\"}").send();
        }
        return SESSIONS.contains(id)
                ? ask.json("{\"token\":\"mm_seat_unknown\"}").send()
                : ask.bearer("nobody-knows-this-one").send();
    }

    private static Http.Reply forbidden(Contract.Operation operation) {
        Http.Ask ask = recipes.harmless(operation.id());
        if (SESSIONS.contains(operation.id())) {
            return ask.with("Origin", "https://evil.example").send();
        }
        boolean seat = operation.path().startsWith("/v1/seat");
        World world = recipes.world();
        return ask.bearer(seat ? Running.OWNER : world.seat(world.draft()).token())
                .send();
    }

    private static Http.Reply conflict(String id) {
        if (CREATES.contains(id)) {
            return inProgress(id);
        } else if ("revokeKey".equals(id)) {
            Http http = new Http(tight.port());
            String keys =
                    http.ask("GET", "/v1/keys").bearer(Running.OWNER).send().body();
            String only = keys.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            return http.ask("DELETE", "/v1/keys/" + only)
                    .bearer(Running.OWNER)
                    .with("If-Match", "*")
                    .send();
        }
        return recipes.conflicting(id).send();
    }

    /** Sends the same request twice while the database lets nobody write, so that the first is still being worked on. */
    private static Http.Reply inProgress(String id) {
        Http.Ask ask = recipes.good(id).with("Idempotency-Key", "\"" + id + "-in-progress\"");
        try (Connection other = server.connect()) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            CompletableFuture<Http.Reply> first = CompletableFuture.supplyAsync(ask::send);
            Http.Reply second;
            do {
                Thread.sleep(50);
                second = ask.send();
            } while (second.status() == 503 && !first.isDone());
            other.createStatement().execute("ROLLBACK");
            Http.Reply one = first.join();
            return one.status() == 409 ? one : second;
        } catch (SQLException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Http.Reply tooOften(Contract.Operation operation) {
        Http http = new Http(tight.port());
        String path = operation
                .path()
                .replace("{questionnaire}", "outside-view")
                .replace("{version}", "1.0.0")
                .replaceAll("\\{\\w+}", "0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77");
        Http.Reply reply = http.ask(operation.method(), path).send();
        // On a slow machine a minute may have passed, and the meter has one again.
        return reply.status() == 429
                ? reply
                : http.ask(operation.method(), path).send();
    }
}
