package org.moatmark.core.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;
import org.moatmark.core.scoring.Bounds;

/** Builds an object member by member; what is null is written as null. */
final class ObjectBuilder {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    ObjectBuilder put(String key, @Nullable JsonValue value) {
        members.put(key, value == null ? JsonNull.NULL : value);
        return this;
    }

    ObjectBuilder put(String key, @Nullable String value) {
        return put(key, value == null ? null : new JsonString(value));
    }

    ObjectBuilder put(String key, @Nullable Double value) {
        return put(key, value == null ? null : JsonNumber.of(value));
    }

    ObjectBuilder put(String key, @Nullable Integer value) {
        return put(key, value == null ? null : whole(value));
    }

    ObjectBuilder put(String key, long value) {
        return put(key, whole(value));
    }

    ObjectBuilder put(String key, boolean value) {
        return put(key, value ? JsonBool.TRUE : JsonBool.FALSE);
    }

    ObjectBuilder put(String key, TextMap texts) {
        ObjectBuilder map = new ObjectBuilder();
        texts.byLanguage().forEach(map::put);
        return put(key, map.done());
    }

    ObjectBuilder put(String key, Words words) {
        return put(
                key,
                new ObjectBuilder().put("en", words.en()).put("ja", words.ja()).done());
    }

    ObjectBuilder put(String key, @Nullable Bounds bounds) {
        return put(
                key,
                bounds == null
                        ? null
                        : new ObjectBuilder()
                                .put("low", bounds.low())
                                .put("high", bounds.high())
                                .done());
    }

    <T> ObjectBuilder list(String key, Collection<T> values, Function<? super T, ? extends JsonValue> each) {
        return put(key, new JsonArray(values.stream().<JsonValue>map(each).toList()));
    }

    ObjectBuilder texts(String key, Collection<String> values) {
        return list(key, values, JsonString::new);
    }

    /** Puts all members into another object, after those that it has. */
    void into(ObjectBuilder other) {
        members.forEach(other::put);
    }

    JsonObject done() {
        return JsonObject.of(members);
    }

    private static JsonNumber whole(long value) {
        return new JsonNumber(Long.toString(value), value);
    }
}
