package org.moatmark.api.http;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/**
 * A closed JSON object, read property by property: what is asked for and not there, what is there and not asked for, and
 * what is of another kind is noted, and all of it is said at the end.
 */
final class Body {

    private static final int LONGEST_TIME = 40;

    private final JsonObject object;
    private final String path;
    private final List<Issue> issues;
    private final Map<String, List<String>> allowed;
    private final Set<String> asked = new HashSet<>();

    private Body(JsonObject object, String path, List<Issue> issues, Map<String, List<String>> allowed) {
        this.object = object;
        this.path = path;
        this.issues = issues;
        this.allowed = allowed;
    }

    /** Opens a document; it must be an object. */
    static Body of(JsonValue document) {
        if (document instanceof JsonObject object) {
            return new Body(object, "", new ArrayList<>(), new LinkedHashMap<>());
        }
        throw Halt.of(Slug.VALIDATION, List.of(BodyFaults.wrongType("", "an object", "オブジェクト")));
    }

    boolean has(String key) {
        asked.add(key);
        return object.get(key) != null;
    }

    /** Whether the property is there as {@code null}. */
    boolean isNull(String key) {
        asked.add(key);
        return object.get(key) instanceof JsonNull;
    }

    private String at(String key) {
        return path + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** A name, of one line and so many characters, that must be there; the empty string after a fault. */
    String text(String key, int longest) {
        JsonValue value = required(key);
        String text = value == null ? null : asText(value, at(key), longest, Texts::spoilsName);
        return text == null ? "" : text;
    }

    /** A text of so many characters, of one line or several, that must be there; the empty string after a fault. */
    String words(String key, int longest) {
        JsonValue value = required(key);
        String text = value == null ? null : asText(value, at(key), longest, Texts::spoilsWords);
        return text == null ? "" : text;
    }

    /** A name that may be missing or null; null also after a fault. */
    @Nullable
    String optionalText(String key, int longest) {
        asked.add(key);
        JsonValue value = object.get(key);
        return value == null || value instanceof JsonNull ? null : asText(value, at(key), longest, Texts::spoilsName);
    }

    /** A time of RFC 3339 that may be missing or null, as epoch milliseconds; null also after a fault. */
    @Nullable
    Long optionalTime(String key) {
        String text = optionalText(key, LONGEST_TIME);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException noTime) {
            fault(key, BodyFaults::time);
            return null;
        }
    }

    private @Nullable String asText(JsonValue value, String at, int longest, IntPredicate spoils) {
        if (!(value instanceof JsonString string)) {
            issues.add(BodyFaults.wrongType(at, "a text", "文字列"));
            return null;
        }
        String text = Normalizer.normalize(string.value(), Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (!Texts.isVisible(text)) {
            issues.add(BodyFaults.blank(at));
            return null;
        } else if (length > longest) {
            issues.add(BodyFaults.tooLong(at, length, longest));
            return null;
        } else if (text.codePoints().anyMatch(spoils)) {
            issues.add(BodyFaults.control(at));
            return null;
        }
        return text;
    }

    /** One of the given words, or null where it is missing, null or wrong. */
    @Nullable
    String optionalWord(String key, Collection<String> words) {
        asked.add(key);
        JsonValue value = object.get(key);
        return value == null || value instanceof JsonNull ? null : asWord(value, at(key), words);
    }

    /** A word that must be there; the first of the given words after a fault. */
    String word(String key, List<String> words) {
        JsonValue value = required(key);
        String word = value == null ? null : asWord(value, at(key), words);
        return word == null ? words.get(0) : word;
    }

    private @Nullable String asWord(JsonValue value, String at, Collection<String> words) {
        if (value instanceof JsonString string && words.contains(string.value())) {
            return string.value();
        }
        issues.add(BodyFaults.unknownWord(at, words));
        allowed.put(at, List.copyOf(words));
        return null;
    }

    /** The values of a list of 1 to so many; empty after a fault. */
    List<JsonValue> list(String key, int most) {
        JsonValue value = required(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            issues.add(BodyFaults.wrongType(at(key), "a list", "配列"));
            return List.of();
        }
        int size = array.values().size();
        if (size == 0 || size > most) {
            issues.add(BodyFaults.wrongCount(at(key), size, most));
            return List.of();
        }
        return array.values();
    }

    /** An object within; null after a fault. */
    @Nullable
    Body object(String key) {
        JsonValue value = required(key);
        return value == null ? null : open(value, at(key));
    }

    /** An object at a place of a list; null after a fault. */
    @Nullable
    Body open(String key, int place, JsonValue value) {
        return open(value, at(key) + "/" + place);
    }

    private @Nullable Body open(JsonValue value, String at) {
        if (value instanceof JsonObject inner) {
            return new Body(inner, at, issues, allowed);
        }
        issues.add(BodyFaults.wrongType(at, "an object", "オブジェクト"));
        return null;
    }

    /** A value of any kind; null where it is missing. */
    @Nullable
    JsonValue any(String key) {
        return required(key);
    }

    /** A whole number from one to another that must be there; null after a fault. */
    @Nullable
    Integer whole(String key, int low, int high) {
        JsonValue value = required(key);
        if (value == null) {
            return null;
        }
        boolean fits = value instanceof JsonNumber number
                && number.value() >= low
                && number.value() <= high
                && number.value() == (int) number.value();
        if (!fits) {
            issues.add(BodyFaults.notWhole(at(key), low, high));
            return null;
        }
        return (int) ((JsonNumber) value).value();
    }

    /** True or false, which must be there; null after a fault. */
    @Nullable
    Boolean truth(String key) {
        JsonValue value = required(key);
        if (value != null && !(value instanceof JsonBool)) {
            issues.add(BodyFaults.wrongType(at(key), "true or false", "true または false"));
        }
        return value instanceof JsonBool bool ? bool.value() : null;
    }

    /** Every member, none of which is known beforehand. */
    Map<String, JsonValue> members() {
        Map<String, JsonValue> members = object.toMap();
        asked.addAll(members.keySet());
        return members;
    }

    /** A text, or a list of 1 to so many texts, as a list. */
    List<String> texts(String key, int most, int longest) {
        if (object.get(key) instanceof JsonString) {
            return List.of(text(key, longest));
        }
        List<String> texts = new ArrayList<>();
        List<JsonValue> values = list(key, most);
        for (int i = 0; i < values.size(); i++) {
            String text = asText(values.get(i), at(key) + "/" + i, longest, Texts::spoilsName);
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    private @Nullable JsonValue required(String key) {
        asked.add(key);
        JsonValue value = object.get(key);
        if (value == null) {
            issues.add(BodyFaults.missing(at(key)));
        }
        return value;
    }

    /** Notes a fault of a property that the caller found. */
    void fault(String key, Function<String, Issue> fault) {
        issues.add(fault.apply(at(key)));
    }

    /** Notes every property that nobody asked for; done for every object that was opened. */
    void only() {
        for (int i = 0; i < object.size(); i++) {
            if (!asked.contains(object.key(i))) {
                issues.add(BodyFaults.unknown(at(object.key(i)), asked));
            }
        }
    }

    /** Ends the reading: says everything that was noted, if there is anything. */
    void done() {
        only();
        if (!issues.isEmpty()) {
            Halt halt = Halt.of(Problems.invalid(issues), issues);
            allowed.forEach(halt::allowing);
            throw halt;
        }
    }

    /** Runs a step with an inner object, if it is one. */
    static void with(@Nullable Body body, Consumer<Body> step) {
        if (body != null) {
            step.accept(body);
            body.only();
        }
    }
}
