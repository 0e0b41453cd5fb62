package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** Keeps a survey of some megabytes from becoming a questionnaire of some gigabytes. */
final class SurveyExtent {

    /** Most items of a questionnaire. */
    static final int MOST_ITEMS = 500;

    /** Most characters of all texts in all languages. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_MEMBERS = 200;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TEXTS = 100_000;
    private static final int MOST_OF_INFORMANTS = 5_000;

    private SurveyExtent() {}

    /** A value and where it is; the pointer is only written of what is too much. */
    private record Spot(@Nullable Spot above, String name) {

        String pointer() {
            return above == null
                    ? ""
                    : above.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
        }
    }

    /** What is too much of a survey; null if nothing is. */
    static @Nullable Issue of(JsonObject survey) {
        JsonElement informants = JsonPlain.objectIn(survey, SurveyJs.OURS).get("informants");
        if (informants != null && informants.toString().length() > MOST_OF_INFORMANTS) {
            // Every question says who is asked.
            return tooManyCharacters(informants.toString().length());
        }
        return of(survey, new Spot(null, ""));
    }

    private static @Nullable Issue of(JsonElement value, Spot spot) {
        if (value instanceof JsonArray array) {
            if (array.size() > MOST_ELEMENTS) {
                return tooMany(spot.pointer(), array.size(), "elements", "要素", MOST_ELEMENTS);
            }
            for (int i = 0; i < array.size(); i++) {
                Issue found = of(array.get(i), new Spot(spot, Integer.toString(i)));
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof JsonObject object) {
            if (object.size() > MOST_MEMBERS) {
                return tooMany(spot.pointer(), object.size(), "members", "項目", MOST_MEMBERS);
            }
            for (String name : object.keySet()) {
                if (name.length() > LONGEST_NAME) {
                    return tooMany(spot.pointer(), name.length(), "characters in a name", "名前の文字", LONGEST_NAME);
                }
                Issue found = of(object.get(name), new Spot(spot, name));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** What is too much of the texts of a questionnaire in all its languages; null if nothing is. */
    static @Nullable Issue texts(JsonObject document, int languages) {
        AtomicInteger texts = new AtomicInteger();
        AtomicLong characters = new AtomicLong();
        DocumentTexts.each(document, (pointer, owner, part, text) -> {
            texts.incrementAndGet();
            // A language that is lacking is given the text of another.
            characters.addAndGet((long) languages * characters(text) / Math.max(1, text.size()));
        });
        long all = (long) texts.get() * languages;
        if (all > MOST_TEXTS) {
            return tooMany("", all, "texts in all languages", "文（全言語の合計）", MOST_TEXTS);
        }
        return characters.get() > MOST_CHARACTERS ? tooManyCharacters(characters.get()) : null;
    }

    /** How many characters a text has in all its languages. */
    static long characters(JsonObject text) {
        return text.asMap().values().stream()
                .mapToLong(one -> one.isJsonPrimitive() ? one.getAsString().length() : 0)
                .sum();
    }

    static Issue tooManyCharacters(long count) {
        return tooMany("", count, "characters of text", "文字", MOST_CHARACTERS);
    }

    static Issue tooManyItems() {
        return tooMany("", MOST_ITEMS + 1, "questions", "設問", MOST_ITEMS);
    }

    private static Issue tooMany(String path, long count, String en, String ja, int most) {
        return new Issue(
                "too-many",
                path,
                new Words(
                        "The survey has " + count + " " + en + " here; at most " + most + " are taken.",
                        "ここに" + ja + "が" + count + "個あります。取り込めるのは" + most + "個までです。"),
                new Words("Take it apart into several surveys.", "いくつかのアンケートに分けてください。"));
    }
}
