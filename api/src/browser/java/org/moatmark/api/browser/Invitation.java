package org.moatmark.api.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.moatmark.api.Running;

/** What an owner does so that somebody can answer: a company, an open assessment, a seat with its link. */
final class Invitation {

    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();
    private String company = "有間仙計器株式会社";
    private String department = "Corporate marketing";

    Invitation(String url) {
        this.url = url;
    }

    /** Names that somebody chose to do harm. */
    Invitation named(String name) {
        company = name;
        department = name;
        return this;
    }

    /** The token of a seat that is asked the short questionnaire as an executive. */
    String seat(String questionnaire) {
        String id = post("/v1/companies", object("name", company)).get("id").getAsString();
        JsonObject assessment = post(
                "/v1/assessments",
                "{\"company\":\"" + id + "\",\"name\":" + quoted(company) + ",\"questionnaires\":[\"" + questionnaire
                        + "\"]}");
        String path = "/v1/assessments/" + assessment.get("id").getAsString();
        post(path + "/open", "");
        return post(
                        path + "/seats",
                        "{\"key\":\"hq-1\",\"department\":" + quoted(department) + ",\"informants\":{\"" + questionnaire
                                + "\":\"executive\"}}")
                .get("token")
                .getAsString();
    }

    void publish(String questionnaire) {
        post("/v1/questionnaires", questionnaire);
    }

    /** The answers of a seat, as the server has them. */
    JsonObject answers(String token, String questionnaire) {
        return send(request("/v1/seat/answers/" + questionnaire, token).GET()).getAsJsonObject("answers");
    }

    private static String object(String key, String value) {
        return "{\"" + key + "\":" + quoted(value) + "}";
    }

    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }

    private JsonObject post(String path, String body) {
        HttpRequest.Builder request = request(path, Running.OWNER);
        return send(
                body.isEmpty()
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String credential) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + credential);
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new AssertionError(reply.statusCode() + " " + reply.body());
            }
            return JsonParser.parseString(reply.body()).getAsJsonObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(told);
        }
    }
}
