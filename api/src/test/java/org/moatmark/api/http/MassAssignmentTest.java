package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.api.Running;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** A10: what a caller may not say of a thing is refused, property by property, on every route that takes a body. */
@ExtendWith(Served.class)
class MassAssignmentTest {

    private static final Map<String, String> WISHES = Map.of(
            "isOwner", "true",
            "role", "\"owner\"",
            "status", "\"submitted\"",
            "tenantId", "\"0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77\"",
            "score", "5",
            "submittedAt", "\"2026-11-01T00:00:00Z\"",
            "id", "\"0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77\"",
            "createdAt", "\"2026-11-01T00:00:00Z\"",
            "methodHash", "\"sha256:0\"");

    /** Where a wish is a property that the caller does set: a seat has a role, and an owner gives it back. */
    private static final Map<String, Set<String>> SETTABLE =
            Map.of("addSeat", Set.of("role"), "changeSeat", Set.of("role", "status"));

    /** What takes documents of its own kind, whose readers have corpora of unknown properties. */
    private static final Set<String> DOCUMENTS = Set.of("score", "validateQuestionnaire", "draftQuestionnaire");

    private static Recipes recipes;

    @BeforeAll
    static void start(Running server) {
        recipes = new Recipes(server.port());
    }

    @TestFactory
    Stream<DynamicTest> A10_every_property_that_is_not_the_callers_to_set_is_refused() {
        return new Contract()
                .operations().stream()
                        .filter(MassAssignmentTest::takesJson)
                        .filter(operation -> !DOCUMENTS.contains(operation.id()))
                        .map(operation -> dynamicTest(operation.toString(), () -> refused(operation)));
    }

    private static boolean takesJson(Contract.Operation operation) {
        return operation.described().get("requestBody") instanceof JsonObject body
                && !Contract.object(body, "content").toMap().containsKey("application/x-ndjson");
    }

    private static void refused(Contract.Operation operation) {
        Http.Ask ask = recipes.good(operation.id());
        String trail = trail();
        Map<String, JsonValue> body = new LinkedHashMap<>();
        if (!ask.text().isEmpty()) {
            body.putAll(((JsonObject) JsonTree.parse(ask.text()).orThrow()).toMap());
        }
        List<String> added = WISHES.keySet().stream()
                .filter(wish -> !body.containsKey(wish))
                .filter(wish -> !SETTABLE.getOrDefault(operation.id(), Set.of()).contains(wish))
                .sorted()
                .toList();
        added.forEach(wish -> body.put(wish, JsonTree.parse(WISHES.get(wish)).orThrow()));
        String type = "PATCH".equals(operation.method()) ? "application/merge-patch+json" : "application/json";

        Http.Reply reply = ask.body(type, JsonText.of(JsonObject.of(body)).getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.json().get("code")).isEqualTo(new JsonString("unknown-property"));
        for (String wish : added) {
            assertThat(reply.body()).contains("\"pointer\":\"/" + wish + "\"");
        }
        assertThat(reply.text("count")).contains(Integer.toString(added.size()));
        assertThat(trail()).as("what was done").isEqualTo(trail);
    }

    /** The end of the trail: whatever had changed would stand there. */
    private static String trail() {
        String next = "/v1/audit?limit=200";
        String last = "";
        while (!next.isEmpty()) {
            Http.Reply page = recipes.world().ask("GET", next).send();
            last = page.body();
            JsonObject links = (JsonObject) page.json().toMap().get("links");
            next = links.get("next") instanceof JsonString link ? link.value() : "";
        }
        return last;
    }
}
