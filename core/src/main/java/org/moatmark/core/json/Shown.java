package org.moatmark.core.json;

/** What is shown of somebody's data inside a message: at most a hundred characters, on one line. */
final class Shown {

    private static final int MOST = 100;

    private Shown() {}

    /** A text, cut after a hundred characters, control characters replaced. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        int points = 0;
        for (int i = 0; i < text.length(); points++) {
            if (points == MOST) {
                return shown.append('…').toString();
            }
            int c = text.codePointAt(i);
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            shown.appendCodePoint(hidden ? '\uFFFD' : c);
            i += Character.charCount(c);
        }
        return shown.toString();
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
