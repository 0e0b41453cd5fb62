package org.moatmark.api.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.questionnaire.TextMap;

/** Builds a JSON object member by member; what is null is left out. */
final class Members {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    Members put(String key, @Nullable JsonValue value) {
        if (value != null) {
            members.put(key, value);
        }
        return this;
    }

    Members put(String key, @Nullable String value) {
        return put(key, value == null ? null : new JsonString(value));
    }

    Members put(String key, long value) {
        return put(key, new JsonNumber(Long.toString(value), value));
    }

    Members put(String key, boolean value) {
        return put(key, value ? JsonBool.TRUE : JsonBool.FALSE);
    }

    Members put(String key, TextMap texts) {
        Members map = new Members();
        texts.byLanguage().forEach(map::put);
        return put(key, map.done());
    }

    /** A time in RFC 3339, UTC, to the millisecond. */
    Members time(String key, @Nullable Long epochMs) {
        return put(key, epochMs == null ? null : time(epochMs));
    }

    static String time(long epochMs) {
        return TIME.format(Instant.ofEpochMilli(epochMs));
    }

    <T> Members list(String key, List<T> values, Function<? super T, ? extends JsonValue> each) {
        return put(key, new JsonArray(values.stream().<JsonValue>map(each).toList()));
    }

    Members words(String key, List<String> values) {
        return list(key, values, JsonString::new);
    }

    /** Puts all members into another object, after those that it has. */
    Members into(Members other) {
        other.members.putAll(members);
        return other;
    }

    JsonObject done() {
        return JsonObject.of(members);
    }
}
