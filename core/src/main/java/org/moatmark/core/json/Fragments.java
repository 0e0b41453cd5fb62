package org.moatmark.core.json;

import java.util.IdentityHashMap;
import java.util.Map;
import org.moatmark.core.questionnaire.TextMap;

/** Texts that stand in every result of a questionnaire, written once. Not safe for several threads. */
final class Fragments {

    private final Map<Object, byte[]> written = new IdentityHashMap<>();

    byte[] text(TextMap text) {
        byte[] known = written.get(text);
        if (known == null) {
            JsonOut out = new JsonOut().beginObject();
            text.byLanguage().forEach((language, words) -> out.name(language).value(words));
            known = out.endObject().toBytes();
            written.put(text, known);
        }
        return known;
    }

    byte[] quoted(String text) {
        byte[] known = written.get(text);
        if (known == null) {
            known = new JsonOut().value(text).toBytes();
            written.put(text, known);
        }
        return known;
    }
}
