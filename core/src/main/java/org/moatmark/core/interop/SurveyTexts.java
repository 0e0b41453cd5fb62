package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a survey: one text for all, or one for each locale, of which the one named {@value #DEFAULT} is English unless
 * the survey names another language.
 */
final class SurveyTexts {

    /** The locale on which SurveyJS falls back. */
    static final String DEFAULT = "default";

    private static final int LONGEST_LOCALE = 35;

    private final String usual;
    private long joined;
    private final Set<String> languages = new TreeSet<>();

    SurveyTexts(JsonObject survey) {
        String locale = JsonPlain.word(survey.get("locale"));
        this.usual = locale == null || locale.isBlank() || locale.length() > LONGEST_LOCALE || names(survey, locale)
                ? "en"
                : locale;
    }

    /** Whether a text of the survey is written for a locale by its name. */
    private static boolean names(JsonElement value, String locale) {
        if (value instanceof JsonArray array) {
            return array.asList().stream().anyMatch(one -> names(one, locale));
        } else if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .filter(member -> !SurveyJs.OURS.equals(member.getKey()))
                    .anyMatch(member -> member.getKey().equals(locale) || names(member.getValue(), locale));
        }
        return false;
    }

    /** The languages that were found so far. */
    Set<String> languages() {
        return languages;
    }

    /** A text in its languages; null if there is none. */
    @Nullable
    JsonObject of(@Nullable JsonElement given) {
        JsonObject text = new JsonObject();
        if (given instanceof JsonObject localised) {
            for (Map.Entry<String, JsonElement> one : localised.entrySet()) {
                String word = JsonPlain.word(one.getValue());
                if (word != null && !word.isBlank()) {
                    text.addProperty(DEFAULT.equals(one.getKey()) ? usual : one.getKey(), word);
                }
            }
        } else {
            String word = JsonPlain.word(given);
            if (word != null && !word.isBlank()) {
                text.addProperty(usual, word);
            }
        }
        languages.addAll(text.keySet());
        return text.isEmpty() ? null : text;
    }

    /** A text in its languages, or where there is none a name in its stead. */
    JsonObject of(@Nullable JsonElement given, String name) {
        JsonObject text = of(given);
        return text != null ? text : plain(name);
    }

    /** Words that are the same in every language, such as a digit. */
    JsonObject plain(String words) {
        JsonObject text = new JsonObject();
        text.addProperty(usual, words.isBlank() ? "-" : words);
        languages.add(usual);
        return text;
    }

    /** Whether texts that are joined, as a title with each of its rows, became more than is taken. */
    boolean tooMany() {
        return joined > SurveyExtent.MOST_CHARACTERS;
    }

    /** Two texts in one, in the languages that either has; of too many the second alone. */
    JsonObject joined(JsonObject first, JsonObject second) {
        joined += SurveyExtent.characters(first) + SurveyExtent.characters(second);
        if (tooMany()) {
            return second;
        }
        Set<String> all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        JsonObject both = new JsonObject();
        all.forEach(language -> both.addProperty(language, in(first, language) + " – " + in(second, language)));
        return both;
    }

    /** Finds the languages of what came with a survey beside its own texts. */
    void find(JsonObject document) {
        DocumentTexts.each(document, (pointer, owner, part, text) -> languages.addAll(text.keySet()));
    }

    /** Gives every text of a questionnaire every language. */
    void complete(JsonObject document, SurveyLosses losses) {
        DocumentTexts.each(
                document,
                (pointer, owner, part, text) -> languages.forEach(language -> {
                    if (!text.has(language)) {
                        String stead = in(text, language);
                        text.addProperty(language, stead);
                        losses.untranslated((owner + " " + part).strip(), language, pointer);
                    }
                }));
    }

    private static String in(JsonObject text, String language) {
        JsonElement found = text.has(language) ? text.get(language) : text.get("en");
        if (found == null && !text.isEmpty()) {
            found = text.entrySet().iterator().next().getValue();
        }
        String word = JsonPlain.word(found);
        return word == null ? "-" : word;
    }
}
