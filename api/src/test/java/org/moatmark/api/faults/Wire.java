package org.moatmark.api.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** Asks the program over loopback. */
final class Wire {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Duration patience;

    Wire(Duration patience) {
        this.patience = patience;
    }

    /** An answer. */
    record Reply(int status, String type, String etag, String retryAfter, String body) {

        /** A member of the body that is a text; empty if there is none. */
        String text(String key) {
            JsonValue value = json().get(key);
            return value instanceof JsonString text ? text.value() : "";
        }

        JsonObject json() {
            return (JsonObject) JsonTree.parse(body).orThrow();
        }

        boolean isProblem() {
            return "application/problem+json".equals(type);
        }
    }

    Reply get(String url, String credential) throws IOException, InterruptedException {
        return send("GET", url, credential, Map.of(), "");
    }

    /** @throws IOException if there was no answer, or none in time: nobody knows then what became of the request */
    Reply send(String method, String url, String credential, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return send(method, url, credential, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply send(String method, String url, String credential, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .method(
                        method,
                        "GET".equals(method)
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        headers.forEach(request::header);
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Retry-After").orElse(""),
                answer.body());
    }

    /** The status of an address that needs no credential; 0 if there is no answer. */
    int status(String url) throws InterruptedException {
        try {
            return get(url, "").status();
        } catch (IOException none) {
            return 0;
        }
    }
}
