package org.moatmark.api.browser;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.World;

/** What owners do so that others can read a report: snapshots, links that show one, and a seat to which one is shown. */
final class Shown {

    static final String QUESTIONNAIRE = "marketing-leadership-maturity";
    private static final String SHORT = "outside-view";
    private static final int QUESTIONS = 29;

    private static final AtomicInteger SNAPSHOTS = new AtomicInteger();

    private final Api demo;
    private final Api owner;
    private @Nullable String demoAddress;
    private @Nullable String demoSnapshot;
    private @Nullable Link lasting;
    private @Nullable String seatToken;

    /** What the owner of the demo shows of that, and another owner of what somebody answered. */
    Shown(Api demo, Api owner) {
        this.demo = demo;
        this.owner = owner;
    }

    /** The address of the demo assessment. */
    String demo() {
        if (demoAddress == null) {
            demoAddress = "/v1/assessments/"
                    + demo.get("/v1/assessments")
                            .getAsJsonArray("items")
                            .get(0)
                            .getAsJsonObject()
                            .get("id")
                            .getAsString();
        }
        return demoAddress;
    }

    /** The report of the demo as a file. */
    String report() {
        return demo.text(demo() + "/results/" + QUESTIONNAIRE + "/report.html");
    }

    /** A link that shows a snapshot of the demo: its address, and its token. */
    record Link(String address, String token) {}

    /** A link that nobody revokes. */
    Link lasting() {
        if (lasting == null) {
            lasting = link();
        }
        return lasting;
    }

    Link link() {
        if (demoSnapshot == null) {
            demoSnapshot = snapshot(demo, demo());
        }
        JsonObject made = demo.post(demo() + "/shares", Map.of("snapshot", demoSnapshot, "label", "取締役会"));
        return new Link(
                demo() + "/shares/" + made.get("id").getAsString(),
                made.get("token").getAsString());
    }

    /** A link that was revoked. */
    Link revoked() {
        Link link = link();
        revoke(link);
        return link;
    }

    void revoke(Link link) {
        demo.delete(link.address());
    }

    private static String snapshot(Api owner, String assessment) {
        String name = "snapshot-" + SNAPSHOTS.incrementAndGet();
        owner.post(assessment + "/snapshots", Map.of("name", name, "title", "Autumn"));
        return name;
    }

    /** The token of a seat that has answered, and to which a snapshot is shown. */
    String seat() {
        if (seatToken == null) {
            seatToken = newSeat();
        }
        return seatToken;
    }

    private String newSeat() {
        Answered answered = answered(SHORT);
        owner.patch(
                answered.assessment() + "/snapshots/" + snapshot(owner, answered.assessment()),
                Map.of("shownToSeats", true));
        return answered.token();
    }

    /**
     * An assessment that is running and asks for version 1.0.0 of a questionnaire of which there is a newer one by now.
     *
     * @param questionnaire the id of it, which is new
     * @return the id of the assessment, of which one seat has answered
     */
    String outdated(String questionnaire) {
        owner.post("/v1/questionnaires", World.questionnaire(questionnaire, "1.0.0"));
        String assessment = answered(questionnaire).assessment();
        owner.post(
                "/v1/questionnaires",
                World.questionnaire(questionnaire, "1.1.0")
                        .replaceFirst("beats their best alternative", "is better than their best alternative")
                        .replaceFirst("\"core\": true", "\"core\": false"));
        return assessment.replace("/v1/assessments/", "");
    }

    private record Answered(String assessment, String token) {}

    /** A running assessment with the short questionnaire, or one like it, and a seat that has answered and submitted. */
    private Answered answered(String questionnaire) {
        String company = owner.id("/v1/companies", Map.of("name", "有間仙計器株式会社"));
        String assessment = "/v1/assessments/"
                + owner.id(
                        "/v1/assessments",
                        Map.of("company", company, "name", "Autumn", "questionnaires", List.of(questionnaire)));
        owner.post(assessment + "/open", "");
        String token = owner.post(
                        assessment + "/seats",
                        Map.of(
                                "key", "ceo-1",
                                "department", "Executive office",
                                "informants", Map.of(questionnaire, "executive")))
                .get("token")
                .getAsString();
        Map<String, Object> answers = new TreeMap<>();
        for (int i = 1; i <= QUESTIONS; i++) {
            answers.put(String.format("OV%02d", i), Map.of("value", 1 + i % 5));
        }
        owner.as(token).patch("/v1/seat/answers/" + questionnaire, Map.of("answers", answers));
        owner.as(token).post("/v1/seat/submit", "");
        return new Answered(assessment, token);
    }
}
