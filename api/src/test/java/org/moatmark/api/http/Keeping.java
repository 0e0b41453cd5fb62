package org.moatmark.api.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.moatmark.api.Running;

/** What tests of keeping and forgetting begin with: seats that said what can be told from everything else. */
abstract class Keeping {

    static final String SAID = "Zebra-note-4711";
    static final String NAME = "Quagga-seat-4711";
    static final String PROOF = "Okapi-proof-4711";
    static final String SECRET = ",\"visibility\":{\"mode\":\"confidential\"}";

    final Turned clock = new Turned("2027-03-01T09:00:00Z");
    Running server;
    World world;
    Http http;

    /** Where everything is kept. */
    abstract Ground ground();

    @BeforeEach
    void start() {
        server = ground().run(clock);
        world = new World(server.port());
        http = new Http(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    String assessment(String more) {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Spring\",\"questionnaires\":[\"" + World.MLM
                        + "\"]" + more + "}")
                .send();
        World.expect(201, made);
        return made.text("id");
    }

    World.Seat seat(String assessment, String key) {
        Http.Reply seat = world.ask("POST", "/v1/assessments/" + assessment + "/seats")
                .with("Idempotency-Key", "\"" + key + "\"")
                .json("{\"key\":\"" + key + "\",\"department\":\"Sales\",\"informants\":{\"" + World.MLM + "\":\"H\"}}")
                .send();
        World.expect(201, seat);
        return new World.Seat(seat.text("id"), seat.text("token"));
    }

    /** A seat that has said something that can be told from everything else, and submitted it. */
    World.Seat submitted(String assessment, String key, String said) {
        World.Seat seat = seat(assessment, key);
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .with("If-Match", "*")
                        .patch("{\"answers\":{\"M1.1b\":{\"value\":50,\"note\":\"" + said
                                + "\",\"evidence\":[{\"grade\":\"E1\",\"note\":\"" + PROOF + " of " + said + "\"}]}}}")
                        .send());
        World.expect(
                200,
                http.ask("POST", "/v1/seat/submit")
                        .bearer(seat.token())
                        .with("Idempotency-Key", "\"submit-" + key + "\"")
                        .send());
        return seat;
    }

    String opened(String more) {
        String id = assessment(more);
        world.step(id, "open");
        return id;
    }

    Http.Reply erase(String assessment, World.Seat seat, String query) {
        return world.ask("DELETE", "/v1/assessments/" + assessment + "/seats/" + seat.id() + query)
                .with("If-Match", "*")
                .send();
    }
}
