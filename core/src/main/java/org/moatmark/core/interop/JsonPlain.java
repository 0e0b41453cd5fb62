package org.moatmark.core.interop;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** JSON of others as a tree, without the places that the room {@code json} keeps. */
final class JsonPlain {

    private static final Gson PRETTY = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private JsonPlain() {}

    /** Reads an object; throws an IllegalArgumentException for anything else. */
    static JsonObject object(String what, String json) {
        try {
            JsonReader reader = new JsonReader(new StringReader(json));
            reader.setStrictness(Strictness.STRICT);
            if (JsonParser.parseReader(reader) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException notJson) {
            throw new IllegalArgumentException(what + " is not JSON.", notJson);
        }
        throw new IllegalArgumentException(what + " is not a JSON object.");
    }

    /** For people to read, ended by a line feed. */
    static String written(JsonObject object) {
        return PRETTY.toJson(object) + "\n";
    }

    /** A member that is an object; an empty one if there is none. */
    static JsonObject objectIn(JsonObject owner, String name) {
        return owner.get(name) instanceof JsonObject object ? object : new JsonObject();
    }

    /** A member that is a list; an empty one if there is none. */
    static JsonArray listIn(JsonObject owner, String name) {
        return owner.get(name) instanceof JsonArray array ? array : new JsonArray();
    }

    /** A text, a number or a truth as a text; null of anything else. */
    static @Nullable String word(@Nullable JsonElement value) {
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    /** A number; null of anything else. */
    static @Nullable Double number(@Nullable JsonElement value) {
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isNumber()
                ? (Double) value.getAsDouble()
                : null;
    }
}
