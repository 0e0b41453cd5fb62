package org.moatmark.core.issue;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong, or worth knowing, in somebody's data: what, where, and what to do about it.
 *
 * @param code stable kebab-case code, made for programs
 * @param path JSON Pointer (RFC 6901) into the document that was read; the empty string is the whole document
 * @param message who has what, and what was expected
 * @param hint what to write instead
 */
public record Issue(String code, String path, Words message, Words hint) implements Serializable {

    /** Refuses a code that is not kebab-case and a path that is no JSON Pointer. */
    public Issue {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
        if (!isKebabCase(code)) {
            throw new IllegalArgumentException("Issue code '" + code + "' is not kebab-case.");
        }
        if (!path.isEmpty() && path.charAt(0) != '/') {
            throw new IllegalArgumentException("Issue path '" + path + "' is not a JSON Pointer.");
        }
    }

    private static boolean isKebabCase(String code) {
        boolean wordStarts = true;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '-') {
                if (wordStarts) {
                    return false;
                }
                wordStarts = true;
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                wordStarts = false;
            } else {
                return false;
            }
        }
        return !wordStarts;
    }
}
