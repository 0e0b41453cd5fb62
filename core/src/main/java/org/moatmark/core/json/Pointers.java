package org.moatmark.core.json;

/** Steps of a JSON Pointer (RFC 6901). */
final class Pointers {

    private Pointers() {}

    /** Appends a slash and the step, with {@code ~} and {@code /} escaped. */
    static void append(StringBuilder pointer, String step) {
        pointer.append('/');
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (c == '~') {
                pointer.append("~0");
            } else if (c == '/') {
                pointer.append("~1");
            } else {
                pointer.append(c);
            }
        }
    }
}
