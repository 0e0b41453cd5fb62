package org.moatmark.core.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document as UTF-8, compact; numbers and escapes as RFC 8785 says. Keys stand in the order in which
 * they are given. Not safe for several threads.
 */
final class JsonOut {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable NumberMemo memo;
    private byte[] bytes = new byte[512];
    private int size;
    private boolean comma;

    JsonOut() {
        this.memo = null;
    }

    /** Takes raw numbers from a memory. */
    JsonOut(NumberMemo memo) {
        this.memo = memo;
    }

    JsonOut beginObject() {
        return open('{');
    }

    JsonOut endObject() {
        return close('}');
    }

    JsonOut beginArray() {
        return open('[');
    }

    JsonOut endArray() {
        return close(']');
    }

    /** The key of the next member. */
    JsonOut name(String key) {
        separate();
        quoted(key);
        put(':');
        comma = false;
        return this;
    }

    JsonOut value(String text) {
        separate();
        quoted(text);
        comma = true;
        return this;
    }

    JsonOut value(double number) {
        separate();
        room(NumberText.LONGEST);
        size = NumberText.write(number, bytes, size);
        comma = true;
        return this;
    }

    JsonOut value(boolean truth) {
        return word(truth ? "true" : "false");
    }

    JsonOut nullValue() {
        return word("null");
    }

    /** A value without members. */
    JsonOut scalar(JsonValue value) {
        if (value instanceof JsonString string) {
            return value(string.value());
        } else if (value instanceof JsonNumber number) {
            return value(number.value());
        }
        return value instanceof JsonBool bool ? value(bool.value()) : nullValue();
    }

    /** Bytes that are JSON already, with their own commas. */
    JsonOut raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    /** A number without a comma before it. */
    JsonOut rawNumber(double number) {
        room(NumberText.LONGEST);
        size = memo == null ? NumberText.write(number, bytes, size) : memo.write(number, bytes, size);
        return this;
    }

    /** A number, or {@code null}, without a comma before it. */
    JsonOut rawNumberOrNull(@Nullable Number number) {
        return number == null ? raw(NULL) : rawNumber(number.doubleValue());
    }

    /** A comma before every element of a list but the first. */
    JsonOut rawComma(int place) {
        if (place > 0) {
            put(',');
        }
        return this;
    }

    /** A text in quotes without a comma before it. */
    JsonOut rawText(String text) {
        quoted(text);
        return this;
    }

    /** Forgets the document, keeps the room. */
    JsonOut clear() {
        size = 0;
        comma = false;
        return this;
    }

    /** Hands the document over. */
    void writeTo(OutputStream target) throws IOException {
        target.write(bytes, 0, size);
    }

    /** How many bytes there are so far. */
    int size() {
        return size;
    }

    /** The bytes from a place on. */
    byte[] since(int from) {
        return Arrays.copyOfRange(bytes, from, size);
    }

    /** The document so far. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The document so far as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private JsonOut open(char bracket) {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonOut close(char bracket) {
        put(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            put(',');
        }
    }

    private JsonOut word(String ascii) {
        separate();
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        comma = true;
        return this;
    }

    private void quoted(String text) {
        // At most six bytes for one char: \\u001f.
        room(text.length() * 6 + 2);
        bytes[size++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                escape(c);
            } else if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isSurrogate(c)) {
                supplementary(text, i);
                i++;
            } else {
                bytes[size++] = (byte) (0xe0 | (c >> 12));
                bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        bytes[size++] = '"';
    }

    private void supplementary(String text, int at) {
        int c = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(c)) {
            throw new IllegalArgumentException("A text with half of a character (a lone surrogate) is not written.");
        }
        bytes[size++] = (byte) (0xf0 | (c >> 18));
        bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3f));
        bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }

    private void escape(char c) {
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = (byte) c;
            case '\b' -> bytes[size++] = 'b';
            case '\t' -> bytes[size++] = 't';
            case '\n' -> bytes[size++] = 'n';
            case '\f' -> bytes[size++] = 'f';
            case '\r' -> bytes[size++] = 'r';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[c >> 4];
                bytes[size++] = HEX[c & 0xf];
            }
        }
    }

    private void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            grow(more);
        }
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
}
