package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonValue;

/**
 * Merges a patch into an answer as RFC 7396 says. As an answer has either a value or a state, giving one takes the other
 * back, with what belongs to it.
 */
final class MergePatch {

    private MergePatch() {}

    /** The answer after the patch; {@code before} is null where there was none. */
    static JsonValue answer(@Nullable JsonValue before, JsonValue patch) {
        if (!(patch instanceof JsonObject change)) {
            return patch;
        }
        Map<String, JsonValue> merged = before instanceof JsonObject object ? object.toMap() : new LinkedHashMap<>();
        if (sets(change, "value")) {
            merged.remove("state");
            merged.remove("reason");
        }
        if (sets(change, "state")) {
            merged.remove("value");
            merged.remove("evidence");
            merged.remove("reason");
        }
        change.toMap().forEach((key, value) -> {
            if (value instanceof JsonNull) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        return JsonObject.of(merged);
    }

    private static boolean sets(JsonObject change, String key) {
        JsonValue value = change.get(key);
        return value != null && !(value instanceof JsonNull);
    }
}
