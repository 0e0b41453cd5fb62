package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * What a client of the last baseline relies on is still there: operations, what they take, what they answer. The baseline
 * is a list of plain sentences; a new one is written with {@code -Dmoatmark.golden=write}, and what it loses is what
 * breaks somebody.
 *
 * <p>A request may ask for no more than before, an answer may leave out nothing. The document says nothing else that is
 * frozen: words, examples and bounds may change.
 */
@Tag("once")
class CompatibilityTest {

    private static final Path BASELINE = Path.of("src/test/resources/openapi/baseline.txt");
    private static final int DEEP = 8;

    private final JsonObject document = new Contract().document();

    @Test
    void nothing_that_the_baseline_promises_is_gone() throws IOException {
        Set<String> now = promises(document);
        if ("write".equals(System.getProperty("moatmark.golden"))) {
            Files.createDirectories(BASELINE.getParent());
            Files.writeString(BASELINE, String.join("\n", now) + "\n", StandardCharsets.UTF_8);
        }
        Set<String> baseline = new TreeSet<>(Files.readAllLines(BASELINE, StandardCharsets.UTF_8));

        Set<String> gone = new TreeSet<>(baseline);
        gone.removeAll(now);
        assertThat(gone).as("promises that are gone; a client may rely on them").isEmpty();
        assertThat(newDemands(baseline, now))
                .as("demands that are new; a client does not meet them")
                .isEmpty();
    }

    /** What is newly demanded of operations that the baseline knows. */
    private static List<String> newDemands(Set<String> baseline, Set<String> now) {
        List<String> demands = new ArrayList<>();
        for (String one : now) {
            String operation = one.substring(0, one.indexOf(": "));
            if (one.contains(": demands ") && !baseline.contains(one) && baseline.contains(operation + ": is there")) {
                demands.add(one);
            }
        }
        return demands;
    }

    @Test
    void a_lost_operation_a_lost_property_and_a_new_demand_are_seen() {
        Set<String> before = promises(document);
        JsonObject without = edited(document, "/v1/companies", "get");

        assertThat(promises(without)).doesNotContain("listCompanies: is there");
        assertThat(before).contains("listCompanies: is there", "getCompany: answers 200 with name");
        assertThat(newDemands(Set.of("a: is there"), Set.of("a: is there", "a: demands x")))
                .containsExactly("a: demands x");
        assertThat(newDemands(Set.of("a: is there"), Set.of("b: is there", "b: demands x")))
                .isEmpty();
    }

    private static JsonObject edited(JsonObject document, String path, String method) {
        Map<String, JsonValue> whole = new LinkedHashMap<>(document.toMap());
        Map<String, JsonValue> paths =
                new LinkedHashMap<>(Contract.object(document, "paths").toMap());
        Map<String, JsonValue> methods = new LinkedHashMap<>(((JsonObject) paths.get(path)).toMap());
        methods.remove(method);
        paths.put(path, JsonObject.of(methods));
        whole.put("paths", JsonObject.of(paths));
        return (JsonObject) JsonTree.parse(JsonText.of(JsonObject.of(whole))).orThrow();
    }

    /** What a document promises and demands, one sentence each, in order. */
    private static Set<String> promises(JsonObject document) {
        Set<String> promises = new TreeSet<>();
        Contract.object(document, "paths")
                .toMap()
                .forEach((path, methods) -> ((JsonObject) methods)
                        .toMap()
                        .forEach((method, described) ->
                                operation(document, path, method, (JsonObject) described, promises)));
        return promises;
    }

    private static void operation(
            JsonObject document, String path, String method, JsonObject described, Set<String> promises) {
        String id = ((JsonString) described.toMap().get("operationId")).value();
        promises.add(id + ": is there");
        promises.add(id + ": is " + method.toUpperCase(Locale.ROOT) + " " + path);
        if (described.get("parameters") instanceof JsonArray parameters) {
            for (JsonValue one : parameters.values()) {
                JsonObject parameter = resolve(document, one);
                String name = ((JsonString) parameter.toMap().get("name")).value();
                promises.add(id + ": takes parameter " + name);
                if (JsonBool.TRUE.equals(parameter.get("required"))) {
                    promises.add(id + ": demands parameter " + name);
                }
            }
        }
        if (described.get("requestBody") instanceof JsonObject body) {
            content(body).forEach((type, schema) -> {
                promises.add(id + ": takes " + type);
                shape(document, schema, id, "takes ", "", 0, promises);
            });
        }
        Contract.object(described, "responses").toMap().forEach((status, one) -> {
            if (status.startsWith("2")) {
                promises.add(id + ": answers " + status);
                content(resolve(document, one)).forEach((type, schema) -> {
                    promises.add(id + ": answers " + status + " as " + type);
                    shape(document, schema, id, "answers " + status + " with ", "", 0, promises);
                });
            }
        });
    }

    private static Map<String, JsonValue> content(JsonObject holder) {
        Map<String, JsonValue> schemas = new TreeMap<>();
        if (holder.get("content") instanceof JsonObject content) {
            content.toMap().forEach((type, one) -> {
                JsonValue schema = ((JsonObject) one).get("schema");
                if (schema != null) {
                    schemas.put(type, schema);
                }
            });
        }
        return schemas;
    }

    private static void shape(
            JsonObject document, JsonValue value, String id, String verb, String at, int depth, Set<String> promises) {
        if (depth > DEEP || !(value instanceof JsonObject)) {
            return;
        }
        JsonObject schema = resolve(document, value);
        boolean taken = verb.startsWith("takes");
        Set<String> required = new TreeSet<>();
        if (schema.get("required") instanceof JsonArray names) {
            names.values().forEach(name -> required.add(((JsonString) name).value()));
        }
        if (schema.get("properties") instanceof JsonObject properties) {
            properties.toMap().forEach((key, one) -> {
                String path = at.isEmpty() ? key : at + "." + key;
                if (taken || required.contains(key)) {
                    promises.add(id + ": " + verb + path);
                }
                if (taken && required.contains(key)) {
                    promises.add(id + ": demands " + path);
                }
                shape(document, one, id, verb, path, depth + 1, promises);
            });
        }
        shape(document, schema.get("items"), id, verb, at + "[]", depth + 1, promises);
        for (String key : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.get(key) instanceof JsonArray choices) {
                choices.values().forEach(one -> shape(document, one, id, verb, at, depth + 1, promises));
            }
        }
    }

    private static JsonObject resolve(JsonObject document, JsonValue value) {
        JsonObject found = (JsonObject) value;
        if (found.get("$ref") instanceof JsonString ref) {
            found = document;
            for (String step : ref.value().substring(2).split("/")) {
                found = Contract.object(found, step);
            }
        }
        return found;
    }
}
