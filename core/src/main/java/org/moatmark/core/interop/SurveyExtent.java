package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** Keeps a survey of some megabytes from becoming a questionnaire of some gigabytes. */
final class SurveyExtent {

    /** Most items of a questionnaire. */
    static final int MOST_ITEMS = 500;

    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_TEXTS = 100_000;

    private SurveyExtent() {}

    /** What is too much of a survey; null if nothing is. */
    static @Nullable Issue of(JsonElement value, String path) {
        if (value instanceof JsonArray array) {
            if (array.size() > MOST_ELEMENTS) {
                return tooMany(path, array.size(), "elements", "要素", MOST_ELEMENTS);
            }
            for (int i = 0; i < array.size(); i++) {
                Issue found = of(array.get(i), path + "/" + i);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof JsonObject object) {
            for (String name : object.keySet()) {
                Issue found = of(
                        object.get(name), path + "/" + name.replace("~", "~0").replace("/", "~1"));
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
        DocumentTexts.each(document, (pointer, owner, part, text) -> texts.incrementAndGet());
        long all = (long) texts.get() * languages;
        return all > MOST_TEXTS ? tooMany("", all, "texts in all languages", "文（全言語の合計）", MOST_TEXTS) : null;
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
