package org.moatmark.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Looks at the raw path of an address: one thing must have one address. */
final class CleanPath {

    private CleanPath() {}

    /** What a path is. */
    enum Verdict {
        /** As it should be. */
        CLEAN,
        /** A second name for something, such as one with {@code ;}. */
        ALIAS,
        /** Not well formed, or made to be taken for another. */
        BROKEN
    }

    static Verdict look(String path) {
        if ("*".equals(path)) {
            return Verdict.CLEAN;
        }
        byte[] decoded = new byte[path.length()];
        int size = 0;
        for (int i = 0; i < path.length(); i++) {
            int c = path.charAt(i);
            if (c == ';') {
                return Verdict.ALIAS;
            }
            if (c == '%') {
                c = escaped(path, i);
                // An escaped slash, backslash or percent sign is a slash to somebody further on.
                if (c == '/' || c == '\\' || c == '%' || c == ';') {
                    return Verdict.BROKEN;
                }
                i += 2;
            } else if (c == '\\' || c > 0x7e) {
                return Verdict.BROKEN;
            }
            if (c < 0x20 || c == 0x7f) {
                return Verdict.BROKEN;
            }
            decoded[size++] = (byte) c;
        }
        return segments(decoded, size);
    }

    /** The byte of an escape; -1 if it is none. */
    private static int escaped(String path, int at) {
        if (at + 2 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Verdict segments(byte[] decoded, int size) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(decoded, 0, size))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return Verdict.BROKEN;
        }
        for (String segment : text.substring(1).split("/", -1)) {
            if (".".equals(segment) || "..".equals(segment)) {
                return Verdict.BROKEN;
            }
        }
        return text.contains("//") ? Verdict.BROKEN : Verdict.CLEAN;
    }
}
