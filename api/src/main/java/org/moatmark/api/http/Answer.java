package org.moatmark.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.json.JsonValue;

/**
 * What a handler answers.
 *
 * @param status the status
 * @param headers its headers, the content type among them
 * @param body the whole body; empty for none
 * @param stream writes the body piece by piece instead, or null
 */
record Answer(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Stream stream) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    static final String NDJSON = "application/x-ndjson";

    /** Writes a body piece by piece. */
    interface Stream {
        void writeTo(OutputStream out) throws IOException;
    }

    Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Answer json(int status, JsonValue value) {
        return text(status, JSON, JsonText.of(value));
    }

    static Answer text(int status, String type, String text) {
        return bytes(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body, null);
    }

    static Answer streamed(String type, Stream stream) {
        return new Answer(200, Map.of("Content-Type", type), new byte[0], stream);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], null);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, stream);
    }
}
