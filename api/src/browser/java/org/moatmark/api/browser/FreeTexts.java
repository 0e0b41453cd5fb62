package org.moatmark.api.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every text that the interface takes and keeps, as its own document says: no choice, no pattern, no date, nobody's id. */
final class FreeTexts {

    private static final List<String> WRITING = List.of("post", "put", "patch");

    /** What computes and forgets, and what trades a token. */
    private static final String FORGETS = "/v1/(score|compare|questionnaires/.*valid).*|.*/session";

    private final JsonObject schemas;
    private final Set<String> found = new TreeSet<>();

    private FreeTexts(JsonObject openApi) {
        schemas = openApi.getAsJsonObject("components").getAsJsonObject("schemas");
    }

    /** As {@code /v1/companies name}, with {@code *} for keys of a map. */
    static Set<String> of(JsonObject openApi) {
        FreeTexts texts = new FreeTexts(openApi);
        openApi.getAsJsonObject("paths").entrySet().forEach(path -> {
            JsonObject operations = path.getValue().getAsJsonObject();
            WRITING.stream()
                    .filter(operations::has)
                    .map(operations::getAsJsonObject)
                    .filter(operation ->
                            operation.has("requestBody") && !path.getKey().matches(FORGETS))
                    .forEach(operation -> operation
                            .getAsJsonObject("requestBody")
                            .getAsJsonObject("content")
                            .entrySet()
                            .forEach(type -> texts.walk(
                                    path.getKey() + " ",
                                    type.getValue().getAsJsonObject().getAsJsonObject("schema"))));
        });
        return texts.found;
    }

    private void walk(String at, JsonObject given) {
        JsonObject schema = given;
        while (schema.has("$ref")) {
            String name = schema.get("$ref").getAsString();
            schema = schemas.getAsJsonObject(name.substring(name.lastIndexOf('/') + 1));
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.get(choice) instanceof JsonArray all) {
                all.forEach(one -> walk(at, one.getAsJsonObject()));
            }
        }
        if (schema.get("items") instanceof JsonObject items) {
            walk(at, items);
        }
        if (schema.get("additionalProperties") instanceof JsonObject values) {
            walk(at + "/*", values);
        }
        if (schema.get("properties") instanceof JsonObject properties) {
            properties
                    .entrySet()
                    .forEach(one -> walk(
                            at + (at.endsWith(" ") ? "" : "/") + one.getKey(),
                            one.getValue().getAsJsonObject()));
        }
        if (isText(schema)) {
            found.add(at);
        }
    }

    private static boolean isText(JsonObject schema) {
        JsonElement type = schema.get("type");
        boolean chosen = schema.has("enum") || schema.has("const") || schema.has("pattern") || schema.has("format");
        return type != null && type.toString().contains("\"string\"") && !chosen;
    }
}
