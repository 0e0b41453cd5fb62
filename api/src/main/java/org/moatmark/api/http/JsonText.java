package org.moatmark.api.http;

import java.util.List;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** Writes a tree as compact JSON, members in their order. */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(256);

    private JsonText() {}

    static String of(JsonValue value) {
        JsonText writer = new JsonText();
        writer.write(value);
        return writer.text.toString();
    }

    private void write(JsonValue value) {
        if (value instanceof JsonObject object) {
            text.append('{');
            for (int i = 0; i < object.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                quote(object.key(i));
                text.append(':');
                write(object.value(i));
            }
            text.append('}');
        } else if (value instanceof JsonArray array) {
            text.append('[');
            List<JsonValue> values = array.values();
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                write(values.get(i));
            }
            text.append(']');
        } else if (value instanceof JsonString string) {
            quote(string.value());
        } else if (value instanceof JsonNumber number) {
            text.append(number.text());
        } else if (value instanceof JsonBool bool) {
            text.append(bool.value());
        } else {
            text.append("null");
        }
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                // Harmless in JSON, and yet not wanted where a document ends up in a page.
                case '<', '\u2028', '\u2029' -> escape(c);
                default -> {
                    if (c < 0x20) {
                        escape(c);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((c >> shift) & 0xf));
        }
    }
}
