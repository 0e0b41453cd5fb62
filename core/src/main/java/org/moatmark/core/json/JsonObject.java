package org.moatmark.core.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object; its members keep the order of the document and every key occurs once.
 *
 * <p>Most objects of a wave have one or two members, so members lie in arrays and a look-up walks them; only an object
 * with more than {@value #WALK} members has a map beside.
 */
public final class JsonObject implements JsonValue {

    /** Up to so many members a look-up walks the keys. */
    static final int WALK = 12;

    private final String[] keys;
    private final JsonValue[] values;
    private final @Nullable Map<String, Integer> places;

    /** Takes the arrays as they are; the parser has made sure that no key occurs twice. */
    JsonObject(String[] keys, JsonValue[] values, @Nullable Map<String, Integer> places) {
        this.keys = keys;
        this.values = values;
        this.places = places;
    }

    /**
     * An object of these members.
     *
     * @param members the members in the order of the map
     * @return the object
     */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        String[] keys = members.keySet().toArray(new String[0]);
        JsonValue[] values = members.values().toArray(new JsonValue[0]);
        Map<String, Integer> places = keys.length > WALK ? new HashMap<>() : null;
        for (int i = 0; i < keys.length; i++) {
            Objects.requireNonNull(keys[i], "key");
            Objects.requireNonNull(values[i], "value");
            if (places != null) {
                places.put(keys[i], i);
            }
        }
        return new JsonObject(keys, values, places);
    }

    /**
     * The number of members.
     *
     * @return how many
     */
    public int size() {
        return keys.length;
    }

    /**
     * The key of a member.
     *
     * @param place its place, from 0
     * @return the key
     */
    public String key(int place) {
        return keys[place];
    }

    /**
     * The value of a member.
     *
     * @param place its place, from 0
     * @return the value
     */
    public JsonValue value(int place) {
        return values[place];
    }

    /**
     * The value of a member.
     *
     * @param key its key
     * @return the value, or null if there is no such member
     */
    public @Nullable JsonValue get(String key) {
        int place = placeOf(key);
        return place < 0 ? null : values[place];
    }

    /**
     * The place of a member.
     *
     * @param key its key
     * @return its place from 0, or -1 if there is no such member
     */
    public int placeOf(String key) {
        if (places != null) {
            Integer place = places.get(key);
            return place == null ? -1 : place;
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The members as a map.
     *
     * @return a new map in the order of the document
     */
    public Map<String, JsonValue> toMap() {
        Map<String, JsonValue> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return map;
    }

    /** Equal members in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && Arrays.equals(keys, that.keys) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
