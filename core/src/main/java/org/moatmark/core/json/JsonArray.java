package org.moatmark.core.json;

import java.util.List;

/**
 * A JSON array.
 *
 * @param values its values in order
 */
public record JsonArray(List<JsonValue> values) implements JsonValue {
    /** Copies the list. */
    public JsonArray {
        values = List.copyOf(values);
    }
}
