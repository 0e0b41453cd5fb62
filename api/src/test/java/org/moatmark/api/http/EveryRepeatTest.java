package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;

/**
 * Every request that makes or submits something, sent twice under one {@code Idempotency-Key}: it is done once. And every list,
 * whose cursors are good for nobody else and nothing else.
 */
@ExtendWith(Served.class)
class EveryRepeatTest {

    private static final String KEY = "#/components/parameters/idempotencyKey";
    private static final String CURSOR = "#/components/parameters/cursor";

    /** What takes no key: it makes nothing that stays, gives a cookie, or does nothing more the second time (0038). */
    private static final Set<String> WITHOUT = Set.of(
            "score",
            "scoreBatch",
            "compare",
            "validateQuestionnaire",
            "draftQuestionnaire",
            "validateInstrumentWithLines",
            "signIn",
            "openSeatSession",
            "openSharedSession",
            "removeOld");

    private static Recipes recipes;
    private static World other;
    private static Contract contract;

    private final Http http;
    private final World world;

    EveryRepeatTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @BeforeAll
    static void start(Running server) {
        recipes = new Recipes(server.port());
        other = new World(server.port(), server.tenant("Second tenant"));
        contract = new Contract();
    }

    private boolean knows(Contract.Operation operation, String parameter) {
        return operation.described().toMap().get("parameters") instanceof JsonArray all
                && all.values().stream()
                        .anyMatch(one -> new JsonString(parameter).equals(((JsonObject) one).get("$ref")));
    }

    private List<Contract.Operation> knowing(String parameter) {
        return contract.operations().stream()
                .filter(one -> knows(one, parameter))
                .toList();
    }

    @Test
    void what_makes_or_submits_something_takes_a_key() {
        assertThat(contract.operations())
                .filteredOn(one -> "POST".equals(one.method()) && !knows(one, KEY))
                .extracting(Contract.Operation::id)
                .containsExactlyInAnyOrderElementsOf(WITHOUT);
        assertThat(knowing(KEY)).hasSizeGreaterThan(15).allMatch(one -> "POST".equals(one.method()));
    }

    @TestFactory
    Stream<DynamicTest> the_second_of_two_requests_with_one_key_gets_the_answer_of_the_first() {
        return knowing(KEY).stream().map(one -> dynamicTest(one.toString(), () -> twice(one)));
    }

    private void twice(Contract.Operation operation) {
        Http.Ask ask = recipes.good(operation.id()).with("Idempotency-Key", "\"" + operation.id() + "\"");
        Http.Reply first = ask.send();
        while (first.status() == 503) {
            World.pause();
            first = ask.send();
        }
        assertThat(first.status()).as(first.body()).isBetween(200, 202);
        assertThat(first.headers()).doesNotContainKey("idempotent-replayed");
        String after = trail();
        Http.Reply second = ask.send();

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(trail()).as("what was done").isEqualTo(after);

        Http.Reply changed = ask.copy()
                .json(ask.text().isEmpty() ? "{}" : ask.text().replaceFirst("\\{", "{ "))
                .send();
        assertThat(changed.status()).as(changed.body()).isEqualTo(422);
        assertThat(changed.text("code")).isEqualTo("idempotency-key-reused");
        assertThat(trail()).as("what was done").isEqualTo(after);
    }

    /** The newest lines of the trail of what owners and seats do. */
    private String trail() {
        String next = "/v1/audit?limit=200";
        String last = "";
        while (!next.isEmpty()) {
            Http.Reply page = world.ask("GET", next).send();
            last = page.body();
            JsonObject links = (JsonObject) page.json().toMap().get("links");
            next = links.get("next") instanceof JsonString link ? link.value() : "";
        }
        return last;
    }

    @Test
    void a_key_counts_for_one_credential_and_one_route() {
        String label = "{\"label\":\"L\",\"scope\":\"reader\"}";
        World.Key second = world.key("owner");
        Http.Ask make = world.ask("POST", "/v1/keys")
                .with("Idempotency-Key", "\"same\"")
                .json(label);
        String first = make.send().text("id");

        assertThat(make.send().text("id")).isEqualTo(first);
        for (Http.Ask elsewhere : List.of(
                http.ask("POST", "/v1/keys").bearer(second.secret()).json(label),
                other.ask("POST", "/v1/keys").json(label),
                world.ask("POST", "/v1/companies").json("{\"name\":\"One\"}"))) {
            Http.Reply made = elsewhere.with("Idempotency-Key", "\"same\"").send();
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(made.headers()).doesNotContainKey("idempotent-replayed");
            assertThat(made.text("id")).isNotEqualTo(first);
        }
    }

    @Test
    void a_key_that_is_no_key_is_refused_and_a_refusal_is_not_kept() {
        for (String wrong : List.of("\"\"", "\"unclosed", "\"a\", \"b\"", "x".repeat(300), "\"\u00e9\"")) {
            assertThat(world.ask("POST", "/v1/companies")
                            .with("Idempotency-Key", wrong)
                            .json("{\"name\":\"One\"}")
                            .send()
                            .text("code"))
                    .as(wrong)
                    .isEqualTo("invalid-parameter");
        }
        Http.Ask ask = world.ask("POST", "/v1/companies").with("Idempotency-Key", "\"refused-first\"");
        assertThat(ask.json("{\"name\":\"\"}").send().status()).isEqualTo(422);
        assertThat(ask.json("{\"name\":\"One\"}").send().status()).isEqualTo(201);
    }

    @TestFactory
    Stream<DynamicTest> a_cursor_is_of_one_list_of_one_tenant() {
        return knowing(CURSOR).stream()
                .filter(one -> !one.path().contains("{") && !one.path().startsWith("/v1/cases"))
                .map(one -> dynamicTest(one.toString(), () -> ofOneTenant(one.path())));
    }

    private void ofOneTenant(String path) {
        for (int i = 0; i < 2; i++) {
            world.key();
            world.draft();
            world.export();
        }
        Http.Reply page = world.ask("GET", path + "?limit=1").send();
        String next = page.header("Link").replaceFirst("<([^>]*)>.*", "$1");
        assertThat(next).startsWith(path + "?");
        String cursor = next.replaceFirst(".*cursor=", "");
        assertThat(world.ask("GET", next).send().status()).isEqualTo(200);
        String elsewhere = "/v1/keys".equals(path) ? "/v1/companies" : "/v1/keys";
        for (Http.Ask wrong : List.of(
                other.ask("GET", next),
                world.ask("GET", elsewhere + "?cursor=" + cursor),
                world.ask("GET", path + "?cursor=" + cursor.substring(0, cursor.length() - 1)),
                world.ask("GET", path + "?cursor=" + cursor + "A"),
                world.ask("GET", path + "?cursor=A" + cursor.substring(1) + "B"))) {
            Http.Reply reply = wrong.send();
            assertThat(reply.status()).as(wrong.target() + reply.body()).isEqualTo(400);
            assertThat(reply.text("code")).isEqualTo("invalid-cursor");
        }
    }
}
