package org.moatmark.api.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts of the owner's pages in one language. */
final class OwnersWords {

    private final JsonObject words;

    OwnersWords(String language) {
        try (InputStream in = OwnersWords.class.getResourceAsStream("/web/words/owner." + language + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There are no texts in '" + language + "'.");
            }
            words = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String say(String key) {
        return words.get(key).getAsString();
    }
}
