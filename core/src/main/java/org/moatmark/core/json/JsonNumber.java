package org.moatmark.core.json;

import java.util.Objects;

/**
 * A JSON number.
 *
 * @param text the number as it stood in the document
 * @param value the nearest double; finite, and never negative zero
 */
public record JsonNumber(String text, double value) implements JsonValue {
    /** Refuses numbers that are not finite; negative zero becomes zero. */
    public JsonNumber {
        Objects.requireNonNull(text, "text");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A JSON number is finite, not " + value + ".");
        }
        value = value == 0 ? 0.0 : value;
    }

    /**
     * A number written as RFC 8785 says.
     *
     * @param value a finite number
     * @return the JSON number
     */
    public static JsonNumber of(double value) {
        return new JsonNumber(NumberText.of(value), value);
    }
}
