package org.moatmark.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;

/** The documents of the shipped questionnaires, whole or in one language, made when first asked for. */
final class Library {

    private static final String FOLDER = "/org/moatmark/questionnaires/";

    private static final Version FIRST = new Version(1, 0, 0);

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();

    /** The document of a questionnaire; with a language, every text in that language only. */
    byte[] document(Questionnaire questionnaire, @Nullable String language) {
        String key = questionnaire.id() + " " + questionnaire.version() + " " + language;
        return documents.computeIfAbsent(key, none -> document(questionnaire, file(questionnaire), language));
    }

    /** A document that is at hand; with a language, every text in that language only. */
    static byte[] document(Questionnaire questionnaire, byte[] utf8, @Nullable String language) {
        JsonValue whole = JsonTree.parse(utf8).orThrow();
        Set<String> languages = questionnaire.title().languages();
        JsonValue document = language == null ? whole : only(whole, languages, language);
        return JsonText.of(document).getBytes(StandardCharsets.UTF_8);
    }

    /** Text maps are the objects whose keys are the languages of the questionnaire and whose values are texts. */
    private static JsonValue only(JsonValue value, Set<String> languages, String language) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.values().stream()
                    .map(one -> only(one, languages, language))
                    .toList());
        } else if (value instanceof JsonObject object) {
            boolean texts = isTextMap(object, languages);
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (int i = 0; i < object.size(); i++) {
                if (!texts || object.key(i).equals(language)) {
                    members.put(object.key(i), only(object.value(i), languages, language));
                }
            }
            return JsonObject.of(members);
        }
        return value;
    }

    private static boolean isTextMap(JsonObject object, Set<String> languages) {
        if (object.size() != languages.size()) {
            return false;
        }
        for (int i = 0; i < object.size(); i++) {
            if (!languages.contains(object.key(i)) || !(object.value(i) instanceof JsonString)) {
                return false;
            }
        }
        return true;
    }

    /** The first version of a questionnaire lies in a file without a version in its name. */
    private static byte[] file(Questionnaire questionnaire) {
        String version = questionnaire.version().equals(FIRST) ? "" : "-" + questionnaire.version();
        return resource(FOLDER + questionnaire.id() + version + ".json");
    }

    /** A file of the jar, which the program cannot do without. */
    static byte[] resource(String path) {
        try (InputStream in = Library.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + path + ".");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
