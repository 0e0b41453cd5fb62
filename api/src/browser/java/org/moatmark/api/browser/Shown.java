package org.moatmark.api.browser;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moatmark.api.Running;

/** What an owner does so that others can read a report: snapshots, links that show one, and seats to which one is shown. */
final class Shown {

    static final String QUESTIONNAIRE = "marketing-leadership-maturity";
    private static final String SHORT = "outside-view";
    private static final int QUESTIONS = 29;

    private final Api owner;
    private int snapshots;

    Shown(String url) {
        owner = new Api(url, Running.OWNER);
    }

    /** The address of the demo assessment. */
    String demo() {
        return "/v1/assessments/"
                + owner.get("/v1/assessments")
                        .getAsJsonArray("items")
                        .get(0)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString();
    }

    /** A link that shows a snapshot of the demo: its address, and its token. */
    record Link(String address, String token) {}

    Link link() {
        String assessment = demo();
        JsonObject made =
                owner.post(assessment + "/shares", Map.of("snapshot", snapshot(assessment, "Autumn"), "label", "取締役会"));
        return new Link(
                assessment + "/shares/" + made.get("id").getAsString(),
                made.get("token").getAsString());
    }

    /** A link that was revoked. */
    Link revoked() {
        Link link = link();
        revoke(link);
        return link;
    }

    void revoke(Link link) {
        owner.delete(link.address());
    }

    private String snapshot(String assessment, String title) {
        String name = "snapshot-" + ++snapshots;
        owner.post(assessment + "/snapshots", Map.of("name", name, "title", title));
        return name;
    }

    /** The token of a seat that has answered, and to which a snapshot is shown. */
    String seat() {
        String company = owner.id("/v1/companies", Map.of("name", "有間仙計器株式会社"));
        String assessment = "/v1/assessments/"
                + owner.id(
                        "/v1/assessments",
                        Map.of("company", company, "name", "Autumn", "questionnaires", List.of(SHORT)));
        owner.post(assessment + "/open", "");
        String token = owner.post(
                        assessment + "/seats",
                        Map.of(
                                "key", "ceo-1",
                                "department", "Executive office",
                                "informants", Map.of(SHORT, "executive")))
                .get("token")
                .getAsString();
        Map<String, Object> answers = new TreeMap<>();
        for (int i = 1; i <= QUESTIONS; i++) {
            answers.put(String.format("OV%02d", i), Map.of("value", 1 + i % 5));
        }
        owner.as(token).patch("/v1/seat/answers/" + SHORT, Map.of("answers", answers));
        owner.as(token).post("/v1/seat/submit", "");
        owner.patch(assessment + "/snapshots/" + snapshot(assessment, "Autumn"), Map.of("shownToSeats", true));
        return token;
    }
}
