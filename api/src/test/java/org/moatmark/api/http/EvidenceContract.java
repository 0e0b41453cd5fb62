package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moatmark.api.Running;

/**
 * Who is shown what an answer rests on, in the report and its forms, in every mode, as things stand and as they were frozen;
 * whatever database is behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EvidenceContract {

    private static final int MANY = 5;
    private static final String FACT = "M1.1b";
    private static final String OPINION = "M1.5b";
    private static final String OF_THE_OFFICE = "M4b";

    /** Forms in which somebody reads a report. */
    private static final List<String> FORMS =
            List.of("/report.json", "/report.html?lang=en", "/report.html?lang=ja", "/report.md");

    private final World world;
    private final Http http;

    EvidenceContract(World world, Http http) {
        this.world = world;
        this.http = http;
    }

    private String opened(String mode) {
        String id = world.draft("{\"mode\":\"" + mode + "\"}");
        world.step(id, "open");
        return id;
    }

    /** An answer with evidence and a note, in words that are found nowhere else. */
    private static String answer(String item, int value, String who) {
        return "\"" + item + "\":{\"value\":" + value + ",\"note\":\"note-" + item + "-" + who
                + "\",\"evidence\":[{\"grade\":\"E2\",\"note\":\"proof-" + item + "-" + who
                + "\",\"link\":\"https://" + who + ".example/" + item + "\"}]}";
    }

    private void says(World.Seat seat, String answers) {
        World.expect(
                200,
                http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                        .bearer(seat.token())
                        .with("If-Match", "*")
                        .patch("{\"answers\":{" + answers + "}}")
                        .send());
    }

    private void submit(World.Seat seat) {
        World.expect(
                200, http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
    }

    /** Five of one kind and a chief executive, all of whom have answered and submitted. */
    private List<World.Seat> answered(String assessment) {
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            seats.add(world.seat(assessment, "person-" + i, "D", "H"));
        }
        seats.add(world.seat(assessment, "boss", "D", "C"));
        for (int i = 0; i < MANY; i++) {
            says(seats.get(i), answer(FACT, 40 + i, "p" + i) + "," + answer(OPINION, 2 + i % 3, "p" + i));
            submit(seats.get(i));
        }
        says(seats.get(MANY), answer(OF_THE_OFFICE, 4, "boss"));
        submit(seats.get(MANY));
        return seats;
    }

    private static String results(String assessment) {
        return "/v1/assessments/" + assessment + "/results/" + World.MLM;
    }

    /** What a credential reads of a report, in every form. */
    private Map<String, String> read(String results, String query, String credential) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String form : FORMS) {
            String more = query.isEmpty() ? "" : (form.contains("?") ? "&" : "?") + query;
            Http.Reply reply =
                    http.ask("GET", results + form + more).bearer(credential).send();
            World.expect(200, reply);
            read.put(form, reply.body().replaceAll("\\\\([-.])", "$1"));
        }
        return read;
    }

    private String granted(String scope, String assessment) {
        World.Key key = world.key(scope);
        world.grant(assessment, key);
        return key.secret();
    }

    /** Shows a snapshot to a link and to seats, and reads it from there. */
    private List<Map<String, String>> readFromOutside(String assessment, String snapshot, String seat) {
        World.expect(
                200,
                world.ask("PATCH", "/v1/assessments/" + assessment + "/snapshots/" + snapshot)
                        .with("If-Match", "*")
                        .patch("{\"shownToSeats\":true}")
                        .send());
        return List.of(
                read(
                        "/v1/shared/results/" + World.MLM,
                        "",
                        world.share(assessment, snapshot).token()),
                read("/v1/seat/shared/" + snapshot + "/results/" + World.MLM, "", seat));
    }

    private static void nothingIn(Map<String, String> read) {
        read.forEach((form, text) -> assertThat(text)
                .as(form)
                .doesNotContain("proof-", "note-M", ".example/", "\"grade\"", "\"bearing\"", "\"value\":4"));
    }

    @Test
    void of_an_attributed_assessment_owner_and_consultant_see_evidence_grade_and_note_and_nobody_else() {
        String id = opened("attributed");
        List<World.Seat> seats = answered(id);
        world.snapshot(id, "first");

        for (String key : List.of(Running.OWNER, granted("analyst", id))) {
            for (String query : List.of("", "snapshot=first")) {
                Map<String, String> read = read(results(id), query, key);
                read.forEach((form, text) -> assertThat(text)
                        .as(form + " " + query)
                        .contains(
                                "proof-M1.1b-p0",
                                "note-M1.1b-p0",
                                "https://p0.example/M1.1b",
                                "proof-M1.5b-p4",
                                "note-M1.5b-p4",
                                "proof-M4b-boss",
                                "note-M4b-boss"));
                assertThat(read.get("/report.json"))
                        .contains(
                                "\"value\":40,\"grade\":\"E2\",\"bearing\":\"carried\",\"cap\":75,\"evidence\":[{\"grade\":\"E2\","
                                        + "\"note\":\"proof-M1.1b-p0\"");
                assertThat(read.get("/report.html?lang=en"))
                        .contains("E2, a document", "points count (rule S2).")
                        .contains(
                                "<a href=\"https://p0.example/M1.1b\" rel=\"noopener noreferrer\" target=\"_blank\">");
                assertThat(read.get("/report.html?lang=ja")).contains("E2（文書）", "（規則S2）");
            }
        }
        String reader = granted("reader", id);
        nothingIn(read(results(id), "", reader));
        nothingIn(read(results(id), "snapshot=first", reader));
        readFromOutside(id, "first", seats.get(0).token()).forEach(EvidenceContract::nothingIn);
    }

    @Test
    void of_a_confidential_assessment_offices_and_facts_are_shown_with_evidence_and_never_with_a_note() {
        String id = opened("confidential");
        List<World.Seat> seats = answered(id);
        World.expect(200, world.ask("GET", results(id)).send());
        world.snapshot(id, "first");

        for (String key : List.of(Running.OWNER, granted("analyst", id))) {
            for (String query : List.of("", "snapshot=first")) {
                read(results(id), query, key)
                        .forEach((form, text) -> assertThat(text)
                                .as(form + " " + query)
                                .contains(
                                        "proof-M1.1b-p0",
                                        "https://p4.example/M1.1b",
                                        "proof-M4b-boss",
                                        "https://boss.example/M4b")
                                .doesNotContain("note-M", "M1.5b-p", "/M1.5b"));
            }
        }
        String reader = granted("reader", id);
        nothingIn(read(results(id), "", reader));
        nothingIn(read(results(id), "snapshot=first", reader));
        readFromOutside(id, "first", seats.get(0).token()).forEach(EvidenceContract::nothingIn);
    }

    @Test
    void of_a_class_nobody_is_shown_any() {
        String id = opened("classroom");
        answered(id);
        world.snapshot(id, "first");

        for (String key : List.of(Running.OWNER, granted("analyst", id), granted("reader", id))) {
            nothingIn(read(results(id), "", key));
            nothingIn(read(results(id), "snapshot=first", key));
        }
    }

    @Test
    void a_snapshot_shows_the_evidence_of_then() {
        String id = opened("attributed");
        World.Seat seat = world.seat(id, "one", "D", "H");
        says(seat, answer(FACT, 50, "wombat"));
        world.snapshot(id, "first");
        says(seat, answer(FACT, 50, "numbat"));

        Map<String, String> then = read(results(id), "snapshot=first", Running.OWNER);
        Map<String, String> now = read(results(id), "", Running.OWNER);

        then.forEach((form, text) ->
                assertThat(text).as(form).contains("proof-M1.1b-wombat").doesNotContain("numbat"));
        now.forEach((form, text) ->
                assertThat(text).as(form).contains("proof-M1.1b-numbat").doesNotContain("wombat"));
    }

    @Test
    void who_is_erased_takes_the_evidence_out_of_reports_and_snapshots() {
        for (String mode : List.of("attributed", "confidential")) {
            String id = opened(mode);
            List<World.Seat> seats = answered(id);
            World.expect(200, world.ask("GET", results(id)).send());
            world.snapshot(id, "first");

            World.expect(
                    204,
                    world.ask(
                                    "DELETE",
                                    "/v1/assessments/" + id + "/seats/"
                                            + seats.get(0).id())
                            .with("If-Match", "*")
                            .send());

            for (String query : List.of("", "snapshot=first")) {
                read(results(id), query, Running.OWNER)
                        .forEach((form, text) -> assertThat(text)
                                .as(mode + " " + form + " " + query)
                                .doesNotContain("proof-M1.1b-p0", "p0.example")
                                .contains("proof-M1.1b-p1"));
            }
        }
    }

    @Test
    void a_seat_is_told_that_its_evidence_is_shown_before_its_first_answer() {
        Map<String, String> told = new LinkedHashMap<>();
        for (String mode : List.of("attributed", "confidential")) {
            World.Seat seat = world.seat(opened(mode), "one", "D", "H");
            told.put(
                    mode,
                    http.ask("GET", "/v1/seat").bearer(seat.token()).send().body());
        }

        assertThat(told.get("attributed"))
                .contains("together with the name of your seat, your evidence and your notes", "根拠、メモ、回答枠の名前とともに");
        assertThat(told.get("confidential"))
                .contains(
                        "as statements of your office, with the evidence for them and without notes or times",
                        "根拠とともに役職としての表明として");
    }
}
