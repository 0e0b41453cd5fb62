package org.moatmark.core.json;

/**
 * Text of JSON values for files that people read and compare: a member or element a line, two blanks a level, members in
 * their order, numbers as they stood.
 */
final class IndentedJson {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private IndentedJson() {}

    /** The text of a value, without a line feed at the end. */
    static String of(JsonValue value) {
        IndentedJson out = new IndentedJson();
        out.write(value, 0);
        return out.text.toString();
    }

    private void write(JsonValue value, int depth) {
        if (value instanceof JsonObject object && object.size() > 0) {
            text.append('{');
            for (int i = 0; i < object.size(); i++) {
                line(i, depth + 1);
                text.append(CompactJson.of(new JsonString(object.key(i)))).append(": ");
                write(object.value(i), depth + 1);
            }
            line(0, depth);
            text.append('}');
        } else if (value instanceof JsonArray array && !array.values().isEmpty()) {
            text.append('[');
            for (int i = 0; i < array.values().size(); i++) {
                line(i, depth + 1);
                write(array.values().get(i), depth + 1);
            }
            line(0, depth);
            text.append(']');
        } else if (value instanceof JsonNumber number) {
            text.append(number.text());
        } else {
            text.append(CompactJson.of(value));
        }
    }

    private void line(int place, int depth) {
        text.append(place > 0 ? ",\n" : "\n").append(STEP.repeat(depth));
    }
}
