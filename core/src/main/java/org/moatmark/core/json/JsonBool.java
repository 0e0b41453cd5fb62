package org.moatmark.core.json;

/**
 * {@code true} or {@code false}.
 *
 * @param value which of the two
 */
public record JsonBool(boolean value) implements JsonValue {

    /** {@code true}. */
    public static final JsonBool TRUE = new JsonBool(true);

    /** {@code false}. */
    public static final JsonBool FALSE = new JsonBool(false);
}
