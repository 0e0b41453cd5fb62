package org.moatmark.core.json;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;

/** One JSON object while it is read: its members, its place, whose it is, and the collector of faults. */
final class Fields {

    private final JsonObject object;
    private final Place at;
    private final Words who;
    private final Faults faults;

    private Fields(JsonObject object, Place at, Words who, Faults faults) {
        this.object = object;
        this.at = at;
        this.who = who;
        this.faults = faults;
    }

    /** Opens an object; notes a fault and gives null if the value is none. */
    static @Nullable Fields open(JsonValue value, Place at, Words who, Faults faults) {
        if (value instanceof JsonObject object) {
            return new Fields(object, at, who, faults);
        }
        Values.wrongType(value, Kind.OBJECT, at, who, faults);
        return null;
    }

    /** The same object, whose owner is known better by now. */
    Fields of(Words owner) {
        return new Fields(object, at, owner, faults);
    }

    Place at() {
        return at;
    }

    Place at(String name) {
        return at.at(name);
    }

    Words who() {
        return who;
    }

    JsonObject object() {
        return object;
    }

    boolean has(String name) {
        return object.placeOf(name) >= 0;
    }

    /** Notes every member that is not among the known ones. */
    void only(Collection<String> known) {
        for (int i = 0; i < object.size(); i++) {
            String name = object.key(i);
            if (!known.contains(name)) {
                unknown(name, known);
            }
        }
    }

    private void unknown(String name, Collection<String> known) {
        if (faults.isFull()) {
            faults.onlyCount();
            return;
        }
        String shown = Shown.text(name);
        String list = String.join(", ", known);
        String nearest = Nearest.to(name, known);
        faults.add(
                "unknown-property",
                at.at(name),
                who,
                "property '" + shown + "' is not known.",
                "プロパティ「" + shown + "」は使えません。",
                (nearest == null ? "Remove it. " : "Did you mean '" + nearest + "'? ") + "Possible: " + list + ".",
                (nearest == null ? "削除してください。" : "「" + nearest + "」ではありませんか。") + "使えるプロパティ：" + list);
    }

    /** The value of a member, or null if it is absent. */
    @Nullable
    JsonValue optional(String name) {
        return object.get(name);
    }

    /** The value of a member; notes a fault and gives null if it is absent. */
    @Nullable
    JsonValue required(String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            faults.add(
                    "missing-property",
                    at.at(name),
                    who,
                    "property '" + name + "' is missing.",
                    "プロパティ「" + name + "」がありません。",
                    "Add '" + name + "'.",
                    "「" + name + "」を追加してください。");
        }
        return value;
    }

    /** A required text that says something; null after a fault. */
    @Nullable
    String text(String name) {
        JsonValue value = required(name);
        return value == null ? null : Values.text(value, at.at(name), who, faults);
    }

    /** An optional text that says something in at most so many characters; null if absent or after a fault. */
    @Nullable
    String optionalText(String name, int longest) {
        JsonValue value = optional(name);
        return value == null ? null : Values.text(value, longest, at.at(name), who, faults);
    }

    /** An optional text in at most so many characters that may be left empty; null if absent, empty or after a fault. */
    @Nullable
    String freeText(String name, int longest) {
        JsonValue value = optional(name);
        boolean empty = value instanceof JsonString string && string.value().isBlank();
        return value == null || empty ? null : Values.text(value, longest, at.at(name), who, faults);
    }

    /** A required word out of several; null after a fault. */
    @Nullable
    String word(String name, Collection<String> words) {
        JsonValue value = required(name);
        return value == null ? null : Values.word(value, words, at.at(name), who, faults);
    }

    /** An optional word out of several; null if absent or after a fault. */
    @Nullable
    String optionalWord(String name, Collection<String> words) {
        JsonValue value = optional(name);
        return value == null ? null : Values.word(value, words, at.at(name), who, faults);
    }

    /** A required number; null after a fault. */
    @Nullable
    Double number(String name) {
        JsonValue value = required(name);
        return value == null ? null : Values.number(value, at.at(name), who, faults);
    }

    /** An optional number; null if absent or after a fault. */
    @Nullable
    Double optionalNumber(String name) {
        JsonValue value = optional(name);
        return value == null ? null : Values.number(value, at.at(name), who, faults);
    }

    /** A required whole number; null after a fault. */
    @Nullable
    Integer whole(String name) {
        JsonValue value = required(name);
        return value == null ? null : Values.whole(value, at.at(name), who, faults);
    }

    /** An optional truth value, false if absent. */
    boolean flag(String name) {
        JsonValue value = optional(name);
        return value != null && Values.bool(value, at.at(name), who, faults);
    }

    /** A required list; empty after a fault. */
    List<JsonValue> list(String name) {
        JsonValue value = required(name);
        return value == null ? List.of() : Values.list(value, at.at(name), who, faults);
    }

    /** An optional list; empty if absent. */
    List<JsonValue> optionalList(String name) {
        JsonValue value = optional(name);
        return value == null ? List.of() : Values.list(value, at.at(name), who, faults);
    }

    /** Notes a number that is not in its range. */
    void outOfRange(String name, double value, String rangeEn, String rangeJa) {
        String shown = NumberText.of(value);
        faults.add(
                "out-of-range",
                at.at(name),
                who,
                "'" + name + "' is " + shown + ", but " + rangeEn + " is expected.",
                "「" + name + "」は " + shown + " ですが、" + rangeJa + "でなければなりません。",
                "Write " + rangeEn + ".",
                rangeJa + "を書いてください。");
    }
}
