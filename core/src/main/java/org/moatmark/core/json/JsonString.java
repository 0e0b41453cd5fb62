package org.moatmark.core.json;

import java.util.Objects;

/**
 * A JSON string.
 *
 * @param value its characters, escapes resolved
 */
public record JsonString(String value) implements JsonValue {
    /** Refuses null. */
    public JsonString {
        Objects.requireNonNull(value, "value");
    }
}
