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
import org.moatmark.core.json.JsonNull;
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

    /** Null and nothing else, beside a reference; 3.0 reads that word only where there is a type. */
    private static final JsonObject NOTHING =
            (JsonObject) JsonTree.parse("{\"type\":\"object\",\"nullable\":true,\"enum\":[null]}")
                    .orThrow();

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
        older.computeIfPresent("license", (none, license) -> license((JsonObject) license));
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
        boolean orNull = types.remove(NULL);
        if (types.size() == 1) {
            schema.put("type", types.get(0));
            if (orNull) {
                schema.put("nullable", JsonBool.TRUE);
            }
            return;
        }
        JsonValue items = schema.remove("items");
        schema.remove("type");
        List<JsonValue> each = new ArrayList<>();
        types.forEach(type -> each.add(oneType(type, items, orNull && each.isEmpty())));
        schema.put("anyOf", new JsonArray(each));
    }

    private static JsonObject oneType(JsonValue type, @Nullable JsonValue items, boolean orNull) {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("type", type);
        if (items != null && type.equals(new JsonString("array"))) {
            one.put("items", items);
        }
        if (orNull) {
            one.put("nullable", JsonBool.TRUE);
        }
        return JsonObject.of(one);
    }

    /** Null has no type of its own: the first of the others lets it through, or a schema that has nothing else. */
    private static void choices(Map<String, JsonValue> schema, String key) {
        if (!(schema.get(key) instanceof JsonArray several)) {
            return;
        }
        List<JsonValue> others = new ArrayList<>(several.values());
        if (!others.removeIf(one -> NULL.equals(((JsonObject) one).get("type")))) {
            return;
        }
        schema.remove(key);
        boolean typed = ((JsonObject) others.get(0)).get("type") instanceof JsonString;
        if (typed && others.size() == 1) {
            orNull((JsonObject) others.get(0)).forEach(schema::putIfAbsent);
            return;
        } else if (typed) {
            others.set(0, JsonObject.of(orNull((JsonObject) others.get(0))));
        } else {
            others.add(NOTHING);
        }
        schema.put(key, new JsonArray(others));
    }

    /** A schema with a type of its own that lets null through, too. */
    private static Map<String, JsonValue> orNull(JsonObject schema) {
        Map<String, JsonValue> whole = new LinkedHashMap<>(schema.toMap());
        whole.put("nullable", JsonBool.TRUE);
        if (whole.get("enum") instanceof JsonArray words) {
            List<JsonValue> more = new ArrayList<>(words.values());
            more.add(JsonNull.NULL);
            whole.put("enum", new JsonArray(more));
        }
        return whole;
    }

    /** 3.0 knows licences by their address. */
    private static JsonObject license(JsonObject license) {
        Map<String, JsonValue> older = new LinkedHashMap<>(license.toMap());
        if (new JsonString("Apache-2.0").equals(older.remove("identifier"))) {
            older.put("url", new JsonString("https://www.apache.org/licenses/LICENSE-2.0"));
        }
        return JsonObject.of(older);
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
