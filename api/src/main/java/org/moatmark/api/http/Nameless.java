package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonValue;

/**
 * A result for those who were not named when seats were told who would see their answers: everything about the company,
 * and nothing that names a seat or is about a single one.
 */
final class Nameless {

    /** Parts of a result that are about single respondents. */
    private static final Set<String> ABOUT_SEATS = Set.of("respondentFindings", "vignettes");

    private static final JsonArray NOBODY = new JsonArray(List.of());

    private Nameless() {}

    /** A result document without people. */
    static JsonObject of(JsonObject result) {
        Map<String, JsonValue> members = new LinkedHashMap<>(result.toMap());
        members.keySet().removeAll(ABOUT_SEATS);
        // Warnings name seats by their place in the answers.
        members.put("warnings", NOBODY);
        JsonArray items = (JsonArray) Objects.requireNonNull(members.get("items"));
        members.put(
                "items",
                new JsonArray(items.values().stream()
                        .<JsonValue>map(item -> item((JsonObject) item))
                        .toList()));
        return JsonObject.of(members);
    }

    private static JsonObject item(JsonObject item) {
        Map<String, JsonValue> members = new LinkedHashMap<>(item.toMap());
        members.replace("respondents", NOBODY);
        members.replace("conflict", NOBODY);
        return JsonObject.of(members);
    }
}
