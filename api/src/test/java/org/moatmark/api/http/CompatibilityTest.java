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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * What a client of the last baseline relies on is still there: operations, what they take, what they answer. The baseline
 * is a list of plain sentences; a new one is written with {@code -Dmoatmark.golden=write}, and what it loses is what
 * breaks somebody.
 *
 * <p>A request may ask for no more than before: what it may be called, which types and words it may have and how long it may be
 * can only grow. An answer may leave out nothing, and what is always there keeps its type. Descriptions and examples, new
 * words in answers and the bounds of answers may change.
 */
@Tag("once")
class CompatibilityTest {

    private static final Path BASELINE = Path.of("src/test/resources/openapi/baseline.txt");
    private static final int DEEP = 8;
    private static final String SOMETIMES = "sometimes ";

    /** A promise with a number at its end, which may only be wider. */
    private static final Pattern BOUND = Pattern.compile("(.+ (?:up to|from)) (-?[0-9.eE+]+)");

    private final JsonObject document = new Contract().document();

    @Test
    void nothing_that_the_baseline_promises_is_gone() throws IOException {
        Set<String> now = promises(document);
        if ("write".equals(System.getProperty("moatmark.golden"))) {
            Files.createDirectories(BASELINE.getParent());
            Files.writeString(BASELINE, String.join("\n", now) + "\n", StandardCharsets.UTF_8);
        }
        Set<String> baseline = new TreeSet<>(Files.readAllLines(BASELINE, StandardCharsets.UTF_8));

        assertThat(gone(baseline, now))
                .as("promises that are gone; a client may rely on them")
                .isEmpty();
        assertThat(newDemands(baseline, now))
                .as("demands that are new; a client does not meet them")
                .isEmpty();
    }

    /** What was promised and holds no more. A bound that is only wider now still holds. */
    private static Set<String> gone(Set<String> baseline, Set<String> now) {
        Map<String, Double> bounds = new TreeMap<>();
        for (String one : now) {
            Matcher bound = BOUND.matcher(one);
            if (bound.matches()) {
                bounds.put(bound.group(1), Double.valueOf(bound.group(2)));
            }
        }
        Set<String> gone = new TreeSet<>(baseline);
        gone.removeAll(now);
        // What is not always there may stay away for good; it may not come as something else.
        gone.removeIf(one -> one.contains(SOMETIMES)
                && now.stream().noneMatch(other -> other.startsWith(one.replaceFirst(" as .*", " as "))));
        gone.removeIf(one -> {
            Matcher bound = BOUND.matcher(one);
            if (!bound.matches()) {
                return false;
            }
            String unbound = bound.group(1).replaceFirst(" (up to|from)$", "");
            boolean there = now.stream().anyMatch(other -> other.startsWith(unbound));
            Double wider = bounds.get(bound.group(1));
            double before = Double.parseDouble(bound.group(2));
            return there && (wider == null || (bound.group(1).endsWith("from") ? wider <= before : wider >= before));
        });
        return gone;
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
        assertThat(before).contains("listCompanies: is there", "getCompany: answers 200 with name as string");
        assertThat(newDemands(Set.of("a: is there"), Set.of("a: is there", "a: demands x")))
                .containsExactly("a: demands x");
        assertThat(newDemands(Set.of("a: is there"), Set.of("b: is there", "b: demands x")))
                .isEmpty();
    }

    @Test
    void another_type_a_lost_word_and_a_narrower_bound_are_seen_and_a_wider_one_is_not() {
        Set<String> before = promises(document);
        Set<String> now = new TreeSet<>(before);

        assertThat(before)
                .contains(
                        "createCompany: takes name up to 200",
                        "createCompany: takes name from 1",
                        "createCompany: takes name as string",
                        "createKey: takes scope as the word reader",
                        "getCompany: answers 200 with version as integer");
        now.removeAll(Set.of(
                "createCompany: takes name up to 200",
                "createKey: takes scope as the word reader",
                "getCompany: answers 200 with version as integer"));
        now.add("createCompany: takes name up to 100");
        assertThat(gone(before, now)).hasSize(3);
        now = new TreeSet<>(before);
        now.remove("createCompany: takes name up to 200");
        now.add("createCompany: takes name up to 300");
        now.remove("createCompany: takes name from 1");
        assertThat(gone(before, now)).isEmpty();
        now.remove("getCompany: answers 200 with sometimes region as string");
        assertThat(gone(before, now)).isEmpty();
        now.add("getCompany: answers 200 with sometimes region as null or string");
        assertThat(gone(before, now)).containsExactly("getCompany: answers 200 with sometimes region as string");
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
    static Set<String> promises(JsonObject document) {
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
                JsonObject what = resolve(document, one);
                String sometimes = required.contains(key) ? "" : SOMETIMES;
                promises.addAll(taken ? taken(id, path, what) : List.of(given(id, verb + sometimes + path, what)));
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

    /** What a client may send: each type, each word of a closed choice, and how far it may go. */
    private static List<String> taken(String id, String path, JsonObject what) {
        List<String> all = new ArrayList<>();
        String at = id + ": takes " + path;
        List<String> types = words(what.get("type"));
        types.forEach(type -> all.add(at + " as " + type));
        if (types.isEmpty()) {
            all.add(at);
        }
        words(what.get("enum")).forEach(word -> all.add(at + " as the word " + word));
        for (String most : List.of("maxLength", "maxItems", "maximum")) {
            bound(what, most).ifPresent(number -> all.add(at + " up to " + number));
        }
        for (String least : List.of("minLength", "minItems", "minimum")) {
            bound(what, least).ifPresent(number -> all.add(at + " from " + number));
        }
        return all;
    }

    private static Optional<String> bound(JsonObject what, String key) {
        return what.get(key) instanceof JsonNumber number ? Optional.of(number.text()) : Optional.empty();
    }

    /** What a client gets: with a type more than before it cannot cope. */
    private static String given(String id, String at, JsonObject what) {
        List<String> types = words(what.get("type"));
        return id + ": " + at + (types.isEmpty() ? "" : " as " + String.join(" or ", types));
    }

    private static List<String> words(@Nullable JsonValue value) {
        if (value instanceof JsonArray several) {
            return several.values().stream()
                    .filter(JsonString.class::isInstance)
                    .map(one -> ((JsonString) one).value())
                    .sorted()
                    .toList();
        }
        return value instanceof JsonString one ? List.of(one.value()) : List.of();
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
