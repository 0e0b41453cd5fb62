package org.moatmark.api.browser;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The interface, as somebody with a credential calls it to set the scene; whatever is refused fails the test. */
final class Api {

    static {
        // Nothing is sent over a connection that the server is about to close: what was posted could not be sent again.
        System.setProperty("jdk.httpclient.keepalive.timeout", "1");
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Gson GSON = new Gson();

    private final String url;
    private final String credential;

    Api(String url, String credential) {
        this.url = url;
        this.credential = credential;
    }

    /** The same for somebody else. */
    Api as(String other) {
        return new Api(url, other);
    }

    JsonObject get(String path) {
        return JsonParser.parseString(text(path)).getAsJsonObject();
    }

    /** An answer of whatever type. */
    String text(String path) {
        return taken(send("GET", path, "application/json", ""));
    }

    /** What is said of something that is refused. */
    JsonObject refused(String path) {
        return JsonParser.parseString(send("GET", path, "application/json", "").body())
                .getAsJsonObject();
    }

    JsonObject post(String path, Object body) {
        return object(send("POST", path, "application/json", body));
    }

    /** Makes something; gives back its id. */
    String id(String path, Object body) {
        return post(path, body).get("id").getAsString();
    }

    JsonObject patch(String path, Object body) {
        return object(send("PATCH", path, "application/merge-patch+json", body));
    }

    void delete(String path) {
        taken(send("DELETE", path, "", ""));
    }

    private HttpResponse<String> send(String method, String path, String type, Object body) {
        String text = body instanceof String written ? written : GSON.toJson(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + credential)
                .method(method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (!text.isEmpty()) {
            request.header("Content-Type", type);
        }
        if ("PATCH".equals(method) || "DELETE".equals(method)) {
            request.header("If-Match", "*");
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(told);
        }
    }

    private static JsonObject object(HttpResponse<String> reply) {
        return JsonParser.parseString(taken(reply)).getAsJsonObject();
    }

    private static String taken(HttpResponse<String> reply) {
        if (reply.statusCode() >= 300) {
            throw new AssertionError(
                    reply.request().method() + " " + reply.uri() + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply.body();
    }
}
