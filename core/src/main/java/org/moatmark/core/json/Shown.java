package org.moatmark.core.json;

import org.moatmark.core.issue.Excerpt;

/** What is shown of somebody's data inside a message: at most a hundred characters, on one line. */
final class Shown {

    private Shown() {}

    /** A text, cut after a hundred characters, control characters replaced. */
    static String text(String text) {
        return Excerpt.of(text);
    }

    /** A value: scalars as they are, lists and objects by their kind. */
    static String value(JsonValue value) {
        if (value instanceof JsonString string) {
            return "\"" + text(string.value()) + "\"";
        } else if (value instanceof JsonNumber number) {
            return number.text();
        } else if (value instanceof JsonBool bool) {
            return bool.value() ? "true" : "false";
        } else if (value instanceof JsonArray) {
            return "[...]";
        } else if (value instanceof JsonObject) {
            return "{...}";
        }
        return "null";
    }
}
