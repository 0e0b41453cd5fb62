package org.moatmark.core.json;

/** Text of JSON values without blanks, members in their order, numbers and escapes as RFC 8785 says. */
public final class CompactJson {

    private CompactJson() {}

    /**
     * The text of a value.
     *
     * @param value any value
     * @return compact JSON
     * @throws IllegalArgumentException if a text holds half of a character
     */
    public static String of(JsonValue value) {
        JsonOut out = new JsonOut();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonValue value, JsonOut out) {
        if (value instanceof JsonObject object) {
            out.beginObject();
            for (int i = 0; i < object.size(); i++) {
                write(object.value(i), out.name(object.key(i)));
            }
            out.endObject();
        } else if (value instanceof JsonArray array) {
            out.beginArray();
            array.values().forEach(one -> write(one, out));
            out.endArray();
        } else {
            out.scalar(value);
        }
    }
}
