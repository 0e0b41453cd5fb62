package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;

/** Finds every text of a questionnaire's document: what is said in each of its languages. */
final class DocumentTexts {

    private static final Set<String> SINGLE = Set.of(
            "title", "purpose", "question", "text", "help", "name", "definition", "statement", "message", "unit");
    private static final Set<String> LISTED = Set.of("anchors", "labels");

    /** What is done with a text. */
    @FunctionalInterface
    interface Visitor {

        /**
         * A text was found.
         *
         * @param pointer its JSON Pointer
         * @param owner what it belongs to: the nearest key above it, or the empty text
         * @param part what it is there, such as {@code text} or {@code anchors 3}
         * @param languages the text in each language
         */
        void text(String pointer, String owner, String part, JsonObject languages);
    }

    private final Visitor visitor;

    private DocumentTexts(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Shows every text, in the order of the document. */
    static void each(JsonObject document, Visitor visitor) {
        new DocumentTexts(visitor).look(document, "", "");
    }

    private void look(JsonElement value, String pointer, String owner) {
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                look(array.get(i), pointer + "/" + i, owner);
            }
        } else if (value instanceof JsonObject object) {
            String here = owner(object, owner);
            for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                found(member.getKey(), member.getValue(), pointer + "/" + member.getKey(), here);
            }
        }
    }

    private void found(String name, JsonElement value, String pointer, String owner) {
        if (SINGLE.contains(name) && value instanceof JsonObject text) {
            visitor.text(pointer, owner, name, text);
        } else if (LISTED.contains(name) && value instanceof JsonArray list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof JsonObject text) {
                    visitor.text(pointer + "/" + i, owner, name + " " + (i + 1), text);
                }
            }
        } else {
            look(value, pointer, owner);
        }
    }

    /** A level has a number for a key, a gate that of its node, a vignette that of its item. */
    private static String owner(JsonObject object, String above) {
        for (String name : new String[] {"key", "node", "level"}) {
            if (object.has(name) && object.get(name).isJsonPrimitive()) {
                return object.get(name).getAsString();
            }
        }
        return above;
    }
}
