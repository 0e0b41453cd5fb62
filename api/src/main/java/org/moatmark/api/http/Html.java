package org.moatmark.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes HTML: whatever is given to it as text comes out as text. */
final class Html {

    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "link", "meta");

    private final StringBuilder out = new StringBuilder();

    /** A text as the content of an element or of an attribute in double quotes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * Attributes by name, in pairs: a null value leaves one out, an empty one is written without a value.
     */
    static Map<String, String> with(@Nullable String... pairs) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null) {
                attributes.put(String.valueOf(pairs[i]), value);
            }
        }
        return attributes;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    Html element(String name, String text) {
        return element(name, Map.of(), text);
    }

    Html element(String name, Map<String, String> attributes, String text) {
        return element(name, attributes, inner -> inner.text(text));
    }

    Html element(String name, Consumer<Html> content) {
        return element(name, Map.of(), content);
    }

    Html element(String name, Map<String, String> attributes, Consumer<Html> content) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            out.append(' ').append(key);
            if (!value.isEmpty()) {
                out.append("=\"").append(escape(value)).append('"');
            }
        });
        out.append('>');
        if (!EMPTY.contains(name)) {
            content.accept(this);
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** One element for each of a list. */
    <T> Html each(List<T> values, Consumer<T> write) {
        values.forEach(write);
        return this;
    }

    /** What is written already, such as a chart of ours: goes out as it is. */
    Html markup(String written) {
        out.append(written);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
