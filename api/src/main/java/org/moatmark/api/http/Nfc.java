package org.moatmark.api.http;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** Brings the texts of a document to the normal form C, so that the same words are the same characters. */
final class Nfc {

    private Nfc() {}

    static JsonValue of(JsonValue value) {
        if (value instanceof JsonString string) {
            return Normalizer.isNormalized(string.value(), Normalizer.Form.NFC)
                    ? string
                    : new JsonString(Normalizer.normalize(string.value(), Normalizer.Form.NFC));
        } else if (value instanceof JsonArray array) {
            return new JsonArray(array.values().stream().map(Nfc::of).toList());
        } else if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (int i = 0; i < object.size(); i++) {
                members.put(object.key(i), of(object.value(i)));
            }
            return JsonObject.of(members);
        }
        return value;
    }
}
