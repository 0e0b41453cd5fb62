package org.moatmark.core.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;

/**
 * The keys of one kind of things in a questionnaire: each is given once, and references name one of them. A key counts
 * as given also if the thing itself has faults; so a fault makes no second one where the thing is named.
 */
final class Keys {

    /** Longest key, in characters. */
    static final int LONGEST = 64;

    private final String en;
    private final String ja;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private boolean incomplete;

    /**
     * No keys yet.
     *
     * @param en what the things are called in English, such as {@code item}
     * @param ja what they are called in Japanese
     */
    Keys(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    /** Keys that are known from elsewhere, in this order. */
    static Keys of(String en, String ja, Collection<String> known) {
        Keys keys = new Keys(en, ja);
        known.forEach(key -> keys.places.put(key, Place.ROOT));
        return keys;
    }

    /** Says that there are things whose key cannot be read; then no reference is called unknown. */
    void incomplete() {
        incomplete = true;
    }

    boolean contains(String key) {
        return places.containsKey(key);
    }

    Collection<String> all() {
        return places.keySet();
    }

    /** What one thing is called in messages. */
    Words named(String key) {
        return Said.named(en, ja, key);
    }

    /**
     * Reads the key of a thing and takes it in.
     *
     * @return the key, or null after a fault
     */
    @Nullable
    String give(Fields fields, Faults faults) {
        JsonValue value = fields.required("key");
        String key = value == null ? null : read(value, fields.at("key"), fields.who(), faults);
        if (key == null) {
            incomplete();
            return null;
        }
        Place first = places.putIfAbsent(key, fields.at("key"));
        if (first != null) {
            notUnique(key, first, fields, faults);
        }
        return key;
    }

    /** Notes that a key was given before. */
    static void notUnique(String key, Place first, Fields fields, Faults faults) {
        faults.add(
                "key-not-unique",
                fields.at("key"),
                fields.who(),
                "key '" + key + "' is used before, at " + first.pointer() + ".",
                "キー「" + key + "」は " + first.pointer() + " ですでに使われています。",
                "Give each its own key.",
                "それぞれに別のキーを付けてください。");
    }

    /** The place where a key was first given, or null. */
    @Nullable
    Place placeOf(String key) {
        return places.get(key);
    }

    /**
     * Reads a reference.
     *
     * @return the key, or null if it names nothing that is known
     */
    @Nullable
    String refer(JsonValue value, Place at, Words who, Faults faults) {
        String key = Values.text(value, at, who, faults);
        if (key == null) {
            return null;
        }
        if (places.containsKey(key)) {
            return key;
        }
        if (!incomplete) {
            unknown(key, at, who, faults);
        }
        return null;
    }

    private void unknown(String key, Place at, Words who, Faults faults) {
        if (faults.isFull()) {
            faults.onlyCount();
            return;
        }
        String shown = Shown.text(key);
        String nearest = Nearest.to(key, places.keySet());
        faults.add(
                "unknown-reference",
                at,
                who,
                "there is no " + en + " '" + shown + "'.",
                ja + "「" + shown + "」はありません。",
                nearest == null
                        ? "Write the key of " + Said.article(en) + " " + en + " of this questionnaire."
                        : "Did you mean '" + nearest + "'?",
                nearest == null ? "この質問票にある" + ja + "のキーを書いてください。" : "「" + nearest + "」ではありませんか。");
    }

    /** Reads a key: some characters, none of them a control character, no blank at either end. */
    static @Nullable String read(JsonValue value, Place at, Words who, Faults faults) {
        String key = Values.text(value, at, who, faults);
        if (key == null) {
            return null;
        }
        boolean sound = key.codePointCount(0, key.length()) <= LONGEST
                && key.strip().equals(key)
                && key.codePoints().noneMatch(Character::isISOControl);
        if (sound) {
            return key;
        }
        faults.add(
                "invalid-key",
                at,
                who,
                "key '" + Shown.text(key) + "' cannot be used.",
                "キー「" + Shown.text(key) + "」は使えません。",
                "Write at most " + LONGEST + " characters, without control characters and without blanks at the ends.",
                "制御文字や前後の空白を含まない、" + LONGEST + "文字以内のキーを書いてください。");
        return null;
    }
}
