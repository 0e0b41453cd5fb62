package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * The OpenAPI document in version 3.0.3, for generators that do not know 3.1. It says the same in older words: a type that may
 * be null is {@code nullable}, a constant is an {@code enum} of one, and what stands beside a reference goes round it.
 */
final class OpenApi30 {

    private static final JsonString NULL = new JsonString("null");
    private static final Set<String> ONE_SCHEMA = Set.of("items", "additionalProperties", "not");
    private static final Set<String> SCHEMAS = Set.of("allOf", "anyOf", "oneOf");

    private static byte @Nullable [] made;

    private OpenApi30() {}

    /** The document, made when first asked for. */
    static synchronized byte[] bytes() {
        if (made == null) {
            JsonObject newest = (JsonObject)
                    JsonTree.parse(Library.resource("/openapi.json")).orThrow();
            made = JsonText.of(of(newest)).getBytes(StandardCharsets.UTF_8);
        }
        return made;
    }

    /** A 3.1 document in the words of 3.0.3. */
    static JsonObject of(JsonObject document) {
        Map<String, JsonValue> whole = new LinkedHashMap<>(document.toMap());
        whole.put("openapi", new JsonString("3.0.3"));
        whole.computeIfPresent("info", (none, info) -> info((JsonObject) info));
        whole.computeIfPresent("paths", (none, paths) -> around(paths));
        whole.computeIfPresent("components", (none, components) -> components((JsonObject) components));
        return JsonObject.of(whole);
    }

    private static JsonObject info(JsonObject info) {
        Map<String, JsonValue> older = new LinkedHashMap<>(info.toMap());
        older.remove("summary");
        older.computeIfPresent("license", (none, license) -> without((JsonObject) license, "identifier"));
        return JsonObject.of(older);
    }

    private static JsonObject components(JsonObject components) {
        return each(
                components,
                (name, part) -> "schemas".equals(name)
                        ? each((JsonObject) part, (none, schema) -> schema(schema))
                        : around(part));
    }

    /** Everything outside of schemas stays as it is; examples are nobody's schema. */
    private static JsonValue around(JsonValue value) {
        if (value instanceof JsonArray array) {
            return all(array, OpenApi30::around);
        }
        return value instanceof JsonObject object
                ? each(object, (key, one) -> switch (key) {
                    case "schema" -> schema(one);
                    case "example", "examples" -> one;
                    default -> around(one);
                })
                : value;
    }

    private static JsonValue schema(JsonValue value) {
        if (!(value instanceof JsonObject newer)) {
            return value;
        }
        Map<String, JsonValue> older = new LinkedHashMap<>();
        newer.toMap().forEach((key, one) -> older.put(key, part(key, one)));
        older.remove("contentMediaType");
        JsonValue constant = older.remove("const");
        if (constant != null) {
            older.put("enum", new JsonArray(List.of(constant)));
        }
        reference(older);
        types(older);
        choices(older, "anyOf");
        choices(older, "oneOf");
        return JsonObject.of(older);
    }

    private static JsonValue part(String key, JsonValue value) {
        if (ONE_SCHEMA.contains(key)) {
            return schema(value);
        } else if (SCHEMAS.contains(key) && value instanceof JsonArray array) {
            return all(array, OpenApi30::schema);
        }
        return "properties".equals(key) ? each((JsonObject) value, (none, one) -> schema(one)) : value;
    }

    /** A reference has nothing beside it. */
    private static void reference(Map<String, JsonValue> schema) {
        JsonValue reference = schema.get("$ref");
        if (reference != null && schema.size() > 1) {
            schema.remove("$ref");
            schema.put("allOf", new JsonArray(List.of(JsonObject.of(Map.of("$ref", reference)))));
        }
    }

    /** A schema has one type; of several, one each. */
    private static void types(Map<String, JsonValue> schema) {
        if (!(schema.get("type") instanceof JsonArray several)) {
            return;
        }
        List<JsonValue> types = new ArrayList<>(several.values());
        if (types.remove(NULL)) {
            schema.put("nullable", JsonBool.TRUE);
        }
        if (types.size() == 1) {
            schema.put("type", types.get(0));
            return;
        }
        JsonValue items = schema.remove("items");
        schema.remove("type");
        schema.put(
                "anyOf",
                new JsonArray(types.stream()
                        .<JsonValue>map(type -> oneType(type, items))
                        .toList()));
    }

    private static JsonObject oneType(JsonValue type, @Nullable JsonValue items) {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("type", type);
        if (items != null && type.equals(new JsonString("array"))) {
            one.put("items", items);
        }
        return JsonObject.of(one);
    }

    /** Null is no schema of its own among several. */
    private static void choices(Map<String, JsonValue> schema, String key) {
        if (schema.get(key) instanceof JsonArray several) {
            List<JsonValue> others = several.values().stream()
                    .filter(one -> !NULL.equals(((JsonObject) one).get("type")))
                    .toList();
            if (others.size() < several.values().size()) {
                schema.remove(key);
                schema.put(others.size() == 1 ? "allOf" : key, new JsonArray(others));
                schema.put("nullable", JsonBool.TRUE);
            }
        }
    }

    private static JsonObject without(JsonObject object, String key) {
        Map<String, JsonValue> rest = new LinkedHashMap<>(object.toMap());
        rest.remove(key);
        return JsonObject.of(rest);
    }

    private interface Change {
        JsonValue of(String key, JsonValue value);
    }

    private static JsonObject each(JsonObject object, Change change) {
        Map<String, JsonValue> changed = new LinkedHashMap<>();
        object.toMap().forEach((key, value) -> changed.put(key, change.of(key, value)));
        return JsonObject.of(changed);
    }

    private static JsonArray all(JsonArray array, Function<JsonValue, JsonValue> change) {
        return new JsonArray(array.values().stream().map(change).toList());
    }
}
