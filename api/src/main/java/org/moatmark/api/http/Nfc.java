package org.moatmark.api.http;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/**
 * Brings the texts of a document to the normal form C, so that the same words are the same characters. What is in that form
 * already, as nearly everything is, stays the very same value.
 */
final class Nfc {

    private Nfc() {}

    static JsonValue of(JsonValue value) {
        if (value instanceof JsonString string) {
            return Normalizer.isNormalized(string.value(), Normalizer.Form.NFC)
                    ? string
                    : new JsonString(Normalizer.normalize(string.value(), Normalizer.Form.NFC));
        } else if (value instanceof JsonArray array) {
            return array(array);
        }
        return value instanceof JsonObject object ? object(object) : value;
    }

    private static JsonArray array(JsonArray array) {
        List<JsonValue> changed = List.of();
        List<JsonValue> values = array.values();
        for (int i = 0; i < values.size(); i++) {
            JsonValue normal = of(values.get(i));
            if (normal != values.get(i)) {
                changed = changed.isEmpty() ? new ArrayList<>(values) : changed;
                changed.set(i, normal);
            }
        }
        return changed.isEmpty() ? array : new JsonArray(changed);
    }

    private static JsonObject object(JsonObject object) {
        Map<String, JsonValue> changed = Map.of();
        for (int i = 0; i < object.size(); i++) {
            JsonValue normal = of(object.value(i));
            if (normal != object.value(i)) {
                changed = changed.isEmpty() ? new LinkedHashMap<>(object.toMap()) : changed;
                changed.put(object.key(i), normal);
            }
        }
        return changed.isEmpty() ? object : JsonObject.of(changed);
    }
}
