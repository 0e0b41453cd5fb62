package org.moatmark.core.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;

/**
 * Reads JSON (RFC 8259) strictly: nothing but JSON, no key twice, no number that is not finite, no half characters.
 *
 * <p>A document that is not JSON gives one issue {@code malformed-json} with line and column. What is JSON and yet not
 * taken is listed completely, each with its pointer: {@code duplicate-key}, {@code nul-character},
 * {@code number-out-of-range} (a number that is not zero and yet too small for a double) and {@code text-too-long}. A
 * byte order mark is refused, as RFC 8259 lets no one write it.
 */
public final class JsonTree {

    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 32;

    /** Longest number, in characters. */
    public static final int MAX_NUMBER_LENGTH = 32;

    /** Longest string, in code points. */
    public static final int MAX_TEXT_LENGTH = 10_000;

    private JsonTree() {}

    /**
     * Reads a document.
     *
     * @param text the document
     * @return its tree, or what is wrong with it
     */
    public static Checked<JsonValue> parse(String text) {
        return checked(read(text));
    }

    /**
     * Reads a document.
     *
     * @param utf8 the document in UTF-8
     * @return its tree, or what is wrong with it
     */
    public static Checked<JsonValue> parse(byte[] utf8) {
        return checked(read(utf8));
    }

    /**
     * What a document holds together with what is wrong with it, so that a reader can go on and list its own findings.
     *
     * @param tree the tree, or null if the document is not JSON
     * @param issues what is wrong; without a tree exactly one issue
     */
    record Parsed(@Nullable JsonValue tree, List<Issue> issues) {}

    static Parsed read(String text) {
        return new TreeParser(text).parse();
    }

    static Parsed read(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        // Bytes that are no UTF-8 become this character; only where it occurs a closer look is needed.
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(utf8)) {
            int line = 1;
            int lineStart = 0;
            int bad = text.indexOf('\uFFFD');
            for (int i = 0; i < bad; i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            return new Parsed(null, List.of(JsonFaults.notUtf8(line, bad - lineStart + 1)));
        }
        return read(text);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private static Checked<JsonValue> checked(Parsed parsed) {
        JsonValue tree = parsed.tree();
        return tree != null && parsed.issues().isEmpty()
                ? new Checked.Valid<>(tree, List.of())
                : new Checked.Invalid<>(parsed.issues());
    }
}
