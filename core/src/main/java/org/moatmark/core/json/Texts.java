package org.moatmark.core.json;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/** Reads text maps: the same languages everywhere, and words in each of them. */
final class Texts {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final Set<String> languages;
    private final Faults faults;

    /**
     * A reader for one questionnaire.
     *
     * @param languages the languages that every text has; empty if they could not be found
     * @param faults where faults go
     */
    Texts(Set<String> languages, Faults faults) {
        this.languages = languages;
        this.faults = faults;
    }

    /** A required text map; null after a fault. */
    @Nullable
    TextMap required(Fields fields, String name) {
        JsonValue value = fields.required(name);
        return value == null ? null : read(value, fields.at(name), fields.who());
    }

    /** An optional text map; null if absent or after a fault. */
    @Nullable
    TextMap optional(Fields fields, String name) {
        JsonValue value = fields.optional(name);
        return value == null ? null : read(value, fields.at(name), fields.who());
    }

    /** A text map; null after a fault. */
    @Nullable
    TextMap read(JsonValue value, Place at, Words who) {
        if (!(value instanceof JsonObject object)) {
            Values.wrongType(value, Kind.TEXT_MAP, at, who, faults);
            return null;
        }
        int before = faults.count();
        Map<String, String> byLanguage = new TreeMap<>();
        for (int i = 0; i < object.size(); i++) {
            String tag = object.key(i);
            Place place = at.at(tag);
            if (!languages.contains(tag)) {
                unexpected(tag, place, who);
                continue;
            }
            if (!TAG.matcher(tag).matches()) {
                noTag(tag, place, who);
            }
            String text = Values.text(object.value(i), place, who, faults);
            if (text != null) {
                byLanguage.put(tag, text);
            }
        }
        for (String tag : languages) {
            if (object.placeOf(tag) < 0) {
                missing(tag, at, who);
            }
        }
        if (byLanguage.isEmpty() && faults.noneSince(before)) {
            Values.wrongType(value, Kind.TEXT_MAP, at, who, faults);
        }
        return faults.noneSince(before) ? new TextMap(byLanguage) : null;
    }

    private void missing(String tag, Place at, Words who) {
        String shown = Shown.text(tag);
        String name = Shown.text(at.lastStep());
        faults.add(
                "missing-language",
                at.at(tag),
                who,
                "'" + name + "' has no text in language '" + shown + "', which the other texts have.",
                "「" + name + "」に、ほかの文にはある言語「" + shown + "」の文がありません。",
                "Add the text for '" + shown + "'; every text has the same languages.",
                "「" + shown + "」の文を追加してください。どの文にも同じ言語がそろっている必要があります。");
    }

    private void unexpected(String tag, Place place, Words who) {
        String shown = Shown.text(tag);
        String known = String.join(", ", languages);
        faults.add(
                "unknown-language",
                place,
                who,
                "language '" + shown + "' is not one of the questionnaire's languages.",
                "言語「" + shown + "」は、この質問票の言語に含まれません。",
                "Remove it, or add it to every text. The languages are: " + known + ".",
                "削除するか、すべての文に追加してください。質問票の言語：" + known);
    }

    private void noTag(String tag, Place place, Words who) {
        String shown = Shown.text(tag);
        faults.add(
                "unknown-language",
                place,
                who,
                "'" + shown + "' is not a language tag.",
                "「" + shown + "」は言語タグではありません。",
                "Write an ISO 639 code in small letters, such as en or ja.",
                "en や ja のような、小文字のISO 639コードを書いてください。");
    }
}
