package org.moatmark.core.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The canonical form of JSON (RFC 8785): no blanks, keys sorted by UTF-16 units, numbers as ECMAScript writes them. Two
 * documents that say the same have the same bytes, and so the same hash.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @param value any value
     * @return its canonical text
     * @throws IllegalArgumentException if a text holds half of a character
     */
    public static String of(JsonValue value) {
        JsonOut out = new JsonOut();
        write(value, out);
        return out.toString();
    }

    /**
     * The text of a number: the shortest digits that read back as the same number.
     *
     * @param value a finite number
     * @return its text
     * @throws IllegalArgumentException for NaN and infinities
     */
    public static String number(double value) {
        return NumberText.of(value);
    }

    /**
     * The SHA-256 of the canonical text in UTF-8; of a questionnaire's file it is the method hash.
     *
     * @param value any value
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public static String sha256(JsonValue value) {
        JsonOut out = new JsonOut();
        write(value, out);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.toBytes());
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }

    private static void write(JsonValue value, JsonOut out) {
        if (value instanceof JsonObject object) {
            String[] keys = new String[object.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = object.key(i);
            }
            Arrays.sort(keys);
            out.beginObject();
            for (String key : keys) {
                out.name(key);
                write(object.value(object.placeOf(key)), out);
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
