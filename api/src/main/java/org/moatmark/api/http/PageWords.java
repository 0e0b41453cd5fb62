package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * What the pages say, in every language: one file of words for each area and language ({@code web/words/quick.ja.json}),
 * read by the templates here and, as a module, by the scripts in the browser.
 */
final class PageWords {

    /** In the order in which the switch shows them. */
    static final List<String> LANGUAGES = List.of("en", "ja");

    private final Map<String, JsonObject> words = new LinkedHashMap<>();
    private final List<String> areas = WebFiles.lines("/web/words/index.txt");

    PageWords() {
        for (String area : areas) {
            for (String language : LANGUAGES) {
                byte[] file = Library.resource("/web/words/" + area + "." + language + ".json");
                words.put(
                        area + "." + language, (JsonObject) JsonTree.parse(file).orThrow());
            }
        }
    }

    List<String> areas() {
        return areas;
    }

    /** The keys of an area in a language. */
    List<String> keys(String area, String language) {
        JsonObject object = area(area, language);
        return IntStream.range(0, object.size()).mapToObj(object::key).toList();
    }

    private JsonObject area(String area, String language) {
        JsonObject found = words.get(area + "." + language);
        if (found == null) {
            throw new IllegalArgumentException("There are no words of '" + area + "' in '" + language + "'.");
        }
        return found;
    }

    /** A text by its key, {@code area.key}. */
    String get(String key, String language) {
        int dot = key.indexOf('.');
        JsonValue text = dot < 0 ? null : area(key.substring(0, dot), language).get(key.substring(dot + 1));
        if (!(text instanceof JsonString string)) {
            throw new IllegalArgumentException("There is no text '" + key + "' in '" + language + "'.");
        }
        return string.value();
    }

    /** A text in which {@code {name}} stands for something. */
    String get(String key, String language, Map<String, String> given) {
        String text = get(key, language);
        for (var one : given.entrySet()) {
            text = text.replace("{" + one.getKey() + "}", one.getValue());
        }
        return text;
    }

    /** The name of the module that holds an area. */
    static String module(String area, String language) {
        return "words-" + area + "." + language + ".js";
    }

    /** That module. */
    byte[] script(String area, String language) {
        return ("export default " + JsonText.of(area(area, language)) + ";\n").getBytes(StandardCharsets.UTF_8);
    }
}
