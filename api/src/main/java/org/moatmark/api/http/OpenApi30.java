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
    private static final JsonString OBJECT = new JsonString("object");
    private static final Set<String> ONE_SCHEMA = Set.of("items", "additionalProperties", "not");
    private static final List<String> SCHEMAS = List.of("allOf", "anyOf", "oneOf");

    private static byte @Nullable [] made;

    /** The schemas of the newer document by their names. */
    private final JsonObject named;

    private OpenApi30(JsonObject named) {
        this.named = named;
    }

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
        JsonValue components = document.get("components");
        JsonValue schemas = components instanceof JsonObject parts ? parts.get("schemas") : null;
        return new OpenApi30(schemas instanceof JsonObject named ? named : JsonObject.of(Map.of())).whole(document);
    }

    private JsonObject whole(JsonObject document) {
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

    private JsonObject components(JsonObject components) {
        return each(
                components,
                (name, part) -> "schemas".equals(name)
                        ? each((JsonObject) part, (none, schema) -> schema(schema))
                        : around(part));
    }

    /** Everything outside of schemas stays as it is; examples are nobody's schema. */
    private JsonValue around(JsonValue value) {
        if (value instanceof JsonArray array) {
            return all(array, this::around);
        }
        return value instanceof JsonObject object
                ? each(object, (key, one) -> switch (key) {
                    case "schema" -> schema(one);
                    case "example", "examples" -> one;
                    default -> around(one);
                })
                : value;
    }

    private JsonValue schema(JsonValue value) {
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

    private JsonValue part(String key, JsonValue value) {
        if (ONE_SCHEMA.contains(key)) {
            return schema(value);
        } else if (SCHEMAS.contains(key) && value instanceof JsonArray array) {
            return all(array, this::schema);
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

    /** Null is no schema of its own among several: the first of the others lets it through. */
    private void choices(Map<String, JsonValue> schema, String key) {
        if (!(schema.get(key) instanceof JsonArray several)) {
            return;
        }
        List<JsonValue> others = new ArrayList<>(several.values());
        if (!others.removeIf(one -> NULL.equals(((JsonObject) one).get("type")))) {
            return;
        }
        schema.remove(key);
        JsonObject first = orNull((JsonObject) others.get(0));
        if (others.size() == 1) {
            first.toMap().forEach(schema::putIfAbsent);
        } else {
            others.set(0, first);
            schema.put(key, new JsonArray(others));
        }
    }

    /** A schema that lets null through, too; 3.0 reads that word only beside a type. */
    private JsonObject orNull(JsonObject schema) {
        Map<String, JsonValue> whole = new LinkedHashMap<>();
        whole.put("type", type(schema));
        if (schema.get("$ref") == null) {
            whole.putAll(schema.toMap());
        } else {
            whole.put("allOf", new JsonArray(List.of(schema)));
        }
        whole.put("nullable", JsonBool.TRUE);
        return JsonObject.of(whole);
    }

    /** The type that a schema says itself, or what it refers to or is made of. */
    private JsonString type(JsonObject schema) {
        JsonValue type = schema.get("type");
        if (type instanceof JsonArray several) {
            type = several.values().get(0);
        }
        if (type instanceof JsonString word) {
            return word;
        }
        if (schema.get("$ref") instanceof JsonString reference) {
            String name = reference.value().substring(reference.value().lastIndexOf('/') + 1);
            return named.get(name) instanceof JsonObject found ? type(found) : OBJECT;
        }
        for (String key : SCHEMAS) {
            if (schema.get(key) instanceof JsonArray parts) {
                return type((JsonObject) parts.values().get(0));
            }
        }
        return OBJECT;
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
