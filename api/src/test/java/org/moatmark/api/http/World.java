package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import org.moatmark.api.Running;

/** Things that tests need before they begin: a company, an assessment, a seat. */
public final class World {

    static final String MLM = "marketing-leadership-maturity";

    private final Http http;
    private final String owner;
    private int seats;

    public World(int port) {
        this(port, Running.OWNER);
    }

    /** The world of another tenant. */
    public World(int port, String owner) {
        this.http = new Http(port);
        this.owner = owner;
    }

    /** A seat with its token. */
    public record Seat(String id, String token) {}

    Http.Ask ask(String method, String path) {
        return http.ask(method, path).bearer(owner);
    }

    public String company() {
        return created(
                        "/v1/companies",
                        "{\"name\":\"Example KK\",\"country\":\"JP\",\"size\":\"large\",\"market\":\"b2b\"}")
                .text("id");
    }

    /** A questionnaire of one's own: the short shipped one under another id. */
    public static String questionnaire(String id, String version) {
        return new String(Library.resource("/org/moatmark/questionnaires/outside-view.json"), StandardCharsets.UTF_8)
                .replaceFirst("\"id\": \"outside-view\"", "\"id\": \"" + id + "\"")
                .replaceFirst("\"version\": \"[0-9.]+\"", "\"version\": \"" + version + "\"");
    }

    public String draft() {
        return created(
                        "/v1/assessments",
                        "{\"company\":\"" + company() + "\",\"name\":\"Autumn\",\"questionnaires\":[\"" + MLM + "\"]}")
                .text("id");
    }

    /** The same with a rule about who sees what, such as {@code {"mode":"confidential"}}. */
    public String draft(String visibility) {
        return created(
                        "/v1/assessments",
                        "{\"company\":\"" + company() + "\",\"name\":\"Autumn\",\"questionnaires\":[\"" + MLM
                                + "\"],\"visibility\":" + visibility + "}")
                .text("id");
    }

    public String open() {
        String id = draft();
        step(id, "open");
        return id;
    }

    public void step(String assessment, String step) {
        expect(200, ask("POST", "/v1/assessments/" + assessment + "/" + step).send());
    }

    public Seat seat(String assessment) {
        return seat(assessment, "seat-" + ++seats, "Marketing");
    }

    public Seat seat(String assessment, String key, String department) {
        return seat(assessment, key, department, "H");
    }

    /** A seat of somebody of a kind, such as {@code H} of the headquarters. */
    public Seat seat(String assessment, String key, String department, String kind) {
        Http.Reply seat = created(
                "/v1/assessments/" + assessment + "/seats",
                "{\"key\":\"" + key + "\",\"department\":\"" + department + "\",\"informants\":{\"" + MLM + "\":\""
                        + kind + "\"}}");
        return new Seat(seat.text("id"), seat.text("token"));
    }

    /** A snapshot of an assessment that has been opened; gives back its address. */
    public String snapshot(String assessment, String name) {
        created("/v1/assessments/" + assessment + "/snapshots", "{\"name\":\"" + name + "\"}");
        return "/v1/assessments/" + assessment + "/snapshots/" + name;
    }

    /** A link that shows a snapshot; gives back its address and token. */
    public Seat share(String assessment, String snapshot) {
        Http.Reply share = created(
                "/v1/assessments/" + assessment + "/shares", "{\"snapshot\":\"" + snapshot + "\",\"label\":\"Board\"}");
        return new Seat("/v1/assessments/" + assessment + "/shares/" + share.text("id"), share.text("token"));
    }

    /** Answers one item of a seat; gives back the tag of the answers. */
    public String answer(String token) {
        Http.Reply reply = http.ask("PATCH", "/v1/seat/answers/" + MLM)
                .bearer(token)
                .with("If-Match", "*")
                .patch("{\"answers\":{\"M1.1b\":{\"value\":50}}}")
                .send();
        expect(200, reply);
        return reply.header("ETag");
    }

    public String key() {
        return key("owner").id();
    }

    /** An export that is made. */
    public String export() {
        Http.Reply asked = ask("POST", "/v1/exports").json("{}").send();
        while (asked.status() == 503) {
            pause();
            asked = ask("POST", "/v1/exports").json("{}").send();
        }
        expect(202, asked);
        String id = asked.text("id");
        while (!"done".equals(ask("GET", "/v1/exports/" + id).send().text("status"))) {
            pause();
        }
        return id;
    }

    /** An export that waits behind others. */
    public String waiting() {
        String last = "";
        for (int i = 0; i < 6; i++) {
            Http.Reply asked = ask("POST", "/v1/exports").json("{}").send();
            last = asked.status() == 202 ? asked.text("id") : last;
        }
        return last;
    }

    static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException told) {
            throw new AssertionError(told);
        }
    }

    /** A key with its secret. */
    public record Key(String id, String secret) {}

    public Key key(String scope) {
        Http.Reply key = created("/v1/keys", "{\"label\":\"A key\",\"scope\":\"" + scope + "\"}");
        return new Key(key.text("id"), key.text("key"));
    }

    /** Lets a key act on an assessment. */
    public void grant(String assessment, Key key) {
        created("/v1/assessments/" + assessment + "/grants", "{\"key\":\"" + key.id() + "\"}");
    }

    private Http.Reply created(String path, String body) {
        Http.Reply reply = ask("POST", path).json(body).send();
        expect(201, reply);
        return reply;
    }

    static void expect(int status, Http.Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError("Expected " + status + ", got " + reply.status() + " " + reply.body());
        }
    }
}
