package org.moatmark.core.report;

/**
 * Writes elements and escaped text, well-formed both as HTML and as XML. Nothing gets in as markup but what is given as
 * such by {@link #raw}.
 */
final class Markup {

    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; attributes are names and values in turn. */
    Markup open(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        return this;
    }

    /** Closes an element. */
    Markup close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element with text inside. */
    Markup leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** An element without anything inside. */
    Markup empty(String name, String... attributes) {
        tag(name, attributes);
        out.append(" />");
        return this;
    }

    /** Text, escaped. */
    Markup text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    /** Markup that was made with care elsewhere. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A new line in the source. */
    Markup line() {
        out.append('\n');
        return this;
    }

    private void tag(String name, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("Attributes of '" + name + "' are names and values in turn.");
        }
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
    }

    private void character(int one) {
        switch (one) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(inXml(one) ? one : REPLACEMENT);
        }
    }

    /** What XML 1.0 and HTML both allow in a text. */
    private static boolean inXml(int one) {
        return one == '\t'
                || one == '\n'
                || one >= 0x20 && one < 0x7F
                || one >= 0xA0 && one <= 0xD7FF
                || one >= 0xE000 && one <= 0xFFFD
                || one >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
