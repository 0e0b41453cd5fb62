package org.moatmark.core.json;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;

/**
 * Reads single values of the kind that is expected. Where the value is of another kind the fault is noted and something
 * harmless comes back, so that the reader can go on; nothing is built from a part with a fault.
 */
final class Values {

    private Values() {}

    /** A text, possibly blank; null after a fault. */
    static @Nullable String anyText(JsonValue value, Place at, Words who, Faults faults) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        wrongType(value, Kind.TEXT, at, who, faults);
        return null;
    }

    /** A text that says something; null after a fault. */
    static @Nullable String text(JsonValue value, Place at, Words who, Faults faults) {
        String text = anyText(value, at, who, faults);
        if (text != null && text.isBlank()) {
            blank(at, who, faults);
            return null;
        }
        return text;
    }

    /** A text that says something in at most so many characters; null after a fault. */
    static @Nullable String text(JsonValue value, int longest, Place at, Words who, Faults faults) {
        String text = text(value, at, who, faults);
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            tooLong(text, longest, at, who, faults);
            return null;
        }
        return text;
    }

    /** A number; null after a fault. */
    static @Nullable Double number(JsonValue value, Place at, Words who, Faults faults) {
        if (value instanceof JsonNumber number) {
            return number.value();
        }
        wrongType(value, Kind.NUMBER, at, who, faults);
        return null;
    }

    /** A whole number, also if written as 3.0; null after a fault. */
    static @Nullable Integer whole(JsonValue value, Place at, Words who, Faults faults) {
        if (value instanceof JsonNumber number && number.value() == (int) number.value()) {
            return (int) number.value();
        }
        wrongType(value, Kind.WHOLE, at, who, faults);
        return null;
    }

    /** True or false; false after a fault. */
    static boolean bool(JsonValue value, Place at, Words who, Faults faults) {
        if (value instanceof JsonBool bool) {
            return bool.value();
        }
        wrongType(value, Kind.BOOL, at, who, faults);
        return false;
    }

    /** The values of a list; empty after a fault. */
    static List<JsonValue> list(JsonValue value, Place at, Words who, Faults faults) {
        if (value instanceof JsonArray array) {
            return array.values();
        }
        wrongType(value, Kind.LIST, at, who, faults);
        return List.of();
    }

    /** One of the given words; null after a fault. */
    static @Nullable String word(JsonValue value, Collection<String> words, Place at, Words who, Faults faults) {
        String word = anyText(value, at, who, faults);
        if (word != null && !words.contains(word)) {
            unknownWord(word, words, at, who, faults);
            return null;
        }
        return word;
    }

    static void wrongType(JsonValue value, Kind expected, Place at, Words who, Faults faults) {
        String shown = Shown.value(value);
        String step = Shown.text(at.lastStep());
        String name = step.isEmpty() ? "the document" : "'" + step + "'";
        String nameJa = step.isEmpty() ? "文書" : "「" + step + "」";
        faults.add(
                "wrong-type",
                at,
                who,
                name + " is " + shown + ", but " + expected.en + " is expected.",
                nameJa + "は " + shown + " ですが、" + expected.ja + "でなければなりません。",
                expected.hintEn,
                expected.hintJa);
    }

    static void blank(Place at, Words who, Faults faults) {
        String name = Shown.text(at.lastStep());
        faults.add(
                "blank-text",
                at,
                who,
                "'" + name + "' is empty, but words are expected.",
                "「" + name + "」が空です。",
                "Write the text, or leave the property out if it is optional.",
                "文を書いてください。省略できるプロパティであれば、プロパティごと削除しても構いません。");
    }

    static void tooLong(String text, int longest, Place at, Words who, Faults faults) {
        String name = Shown.text(at.lastStep());
        int length = text.codePointCount(0, text.length());
        faults.add(
                "text-too-long",
                at,
                who,
                "'" + name + "' has " + length + " characters, but at most " + longest + " are taken.",
                "「" + name + "」は" + length + "文字ですが、上限は" + longest + "文字です。",
                "Shorten the text.",
                "短くしてください。");
    }

    /** Notes that a word or key stands twice in one list. */
    static void listedTwice(String word, Place at, Words who, Faults faults) {
        String shown = Shown.text(word);
        faults.add(
                "listed-twice",
                at,
                who,
                "'" + shown + "' is listed more than once.",
                "「" + shown + "」が二回以上挙げられています。",
                "Keep it once.",
                "一つだけ残してください。");
    }

    static void unknownWord(String word, Collection<String> words, Place at, Words who, Faults faults) {
        if (faults.isFull()) {
            faults.onlyCount();
            return;
        }
        String name = Shown.text(at.lastStep());
        String shown = Shown.text(word);
        String list = String.join(", ", words);
        String nearest = Nearest.to(word, words);
        faults.add(
                "unknown-word",
                at,
                who,
                "'" + name + "' is \"" + shown + "\", which is not one of its words.",
                "「" + name + "」の値 \"" + shown + "\" は使えない語です。",
                (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + "Possible: " + list + ".",
                (nearest == null ? "" : "「" + nearest + "」ではありませんか。") + "使える語：" + list);
    }
}
