package org.moatmark.core.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a value out of a tree by the steps that lead to it: keys, and places in lists. */
final class Dig {

    private Dig() {}

    static @Nullable JsonValue at(JsonValue tree, Object... steps) {
        JsonValue at = tree;
        for (Object step : steps) {
            if (at instanceof JsonArray array) {
                at = array.values().get((Integer) step);
            } else {
                at = ((JsonObject) at).get((String) step);
            }
        }
        return at;
    }

    static String text(JsonValue tree, Object... steps) {
        return ((JsonString) at(tree, steps)).value();
    }

    static double number(JsonValue tree, Object... steps) {
        return ((JsonNumber) at(tree, steps)).value();
    }

    static List<JsonValue> list(JsonValue tree, Object... steps) {
        return ((JsonArray) at(tree, steps)).values();
    }

    /** The element of a list whose {@code key}, or other property, has this text. */
    static JsonValue where(String property, String text, JsonValue tree, Object... steps) {
        for (JsonValue one : list(tree, steps)) {
            if (text.equals(text(one, property))) {
                return one;
            }
        }
        throw new AssertionError("There is no " + property + " '" + text + "'.");
    }
}
