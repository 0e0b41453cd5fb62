package org.moatmark.core.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the languages of a questionnaire: those of most of its titles, texts and names. So one text that lacks a language
 * is one fault, wherever it stands; where two sets are equally frequent the first in the document counts, which is that
 * of the title.
 */
final class Languages {

    private static final Set<String> TEXT_MAPS =
            Set.of("title", "purpose", "question", "text", "help", "name", "definition", "statement", "message");

    private final Map<Set<String>, Integer> seen = new LinkedHashMap<>();

    private Languages() {}

    /** The languages of the document; empty if it has no text map that can be read. */
    static Set<String> of(JsonValue document) {
        Languages languages = new Languages();
        languages.look(document);
        Set<String> most = Set.of();
        int count = 0;
        for (Map.Entry<Set<String>, Integer> entry : languages.seen.entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        return most;
    }

    private void look(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.values().forEach(this::look);
        } else if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                JsonValue member = object.value(i);
                if (TEXT_MAPS.contains(object.key(i)) && member instanceof JsonObject text) {
                    count(text);
                } else {
                    look(member);
                }
            }
        }
    }

    private void count(JsonObject text) {
        Set<String> tags = new TreeSet<>();
        for (int i = 0; i < text.size(); i++) {
            tags.add(text.key(i));
        }
        if (!tags.isEmpty()) {
            seen.merge(tags, 1, Integer::sum);
        }
    }
}
