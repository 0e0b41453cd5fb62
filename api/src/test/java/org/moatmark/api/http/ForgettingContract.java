package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.moatmark.core.json.JsonArray;

/** What is erased or removed is gone, and the history is only added to; whatever database is behind. */
abstract class ForgettingContract extends Keeping {

    @Test
    void nothing_of_somebody_who_was_erased_is_left_in_the_database() throws IOException, SQLException {
        String id = opened("");
        World.Seat seat = submitted(id, NAME, SAID);
        submitted(id, "other", "something else");
        world.snapshot(id, "first");
        world.step(id, "close");
        world.export();
        assertThat(ground().everything()).contains(SAID).contains(NAME).contains(PROOF);

        World.expect(204, erase(id, seat, ""));

        assertThat(ground().everything())
                .doesNotContain(SAID)
                .doesNotContain(NAME)
                .contains("something else");
        String path = "/v1/assessments/" + id + "/seats/" + seat.id();
        World.expect(404, world.ask("GET", path).send());
        World.expect(404, erase(id, seat, ""));
        World.expect(401, http.ask("GET", "/v1/seat").bearer(seat.token()).send());
        World.expect(
                401, http.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
        assertThat(world.ask("GET", "/v1/assessments/" + id + "/seats").send().body())
                .doesNotContain(seat.id());
        World.expect(
                200,
                world.ask("GET", "/v1/assessments/" + id + "/results/" + World.MLM)
                        .send());
        Http.Reply frozen = world.ask("GET", "/v1/assessments/" + id + "/results/" + World.MLM + "?snapshot=first")
                .send();
        World.expect(200, frozen);
        assertThat(frozen.body()).doesNotContain(NAME);
        assertThat(world.ask("GET", "/v1/audit").send().body()).contains("\"deed\":\"erase seat\"");
    }

    @Test
    void a_seat_erases_itself_and_may_have_the_release_withdrawn() throws IOException, SQLException {
        String id = opened(SECRET);
        World.Seat seat = null;
        for (int i = 0; i < 6; i++) {
            seat = submitted(id, NAME + i + "-", SAID + i + "-");
        }
        String results = "/v1/assessments/" + id + "/results/" + World.MLM;
        Http.Reply released = world.ask("GET", results).send();
        World.expect(
                400,
                http.ask("DELETE", "/v1/seat?release=keep").bearer(seat.token()).send());
        World.expect(
                204,
                http.ask("DELETE", "/v1/seat?release=withdraw")
                        .bearer(seat.token())
                        .send());

        assertThat(ground().everything())
                .doesNotContain(NAME + "5-")
                .doesNotContain(SAID + "5-")
                .contains(NAME + "4-");
        World.expect(401, http.ask("GET", "/v1/seat").bearer(seat.token()).send());
        Http.Reply after = world.ask("GET", results).send();
        assertThat(after.text("reason")).isEqualTo("fewer_than_k");
        assertThat(after.header("ETag")).isNotEqualTo(released.header("ETag"));
        world.step(id, "close");
        assertThat(world.ask("GET", results).send().body())
                .as("what was told once could be subtracted from what would be told now")
                .isEqualTo(after.body());
    }

    @Test
    void the_evidence_of_a_statement_goes_with_its_seat_out_of_release_and_snapshot() throws IOException, SQLException {
        String id = opened(SECRET);
        World.Seat seat = null;
        for (int i = 0; i < 6; i++) {
            seat = submitted(id, NAME + i + "-", SAID + i + "-");
        }
        String report = "/v1/assessments/" + id + "/results/" + World.MLM + "/report.json";
        assertThat(world.ask("GET", report).send().body()).contains(PROOF + " of " + SAID + "5-");
        world.snapshot(id, "first");

        World.expect(204, erase(id, seat, ""));

        for (String when : List.of("", "?snapshot=first")) {
            assertThat(world.ask("GET", report + when).send().body())
                    .doesNotContain(SAID + "5-")
                    .contains(PROOF + " of " + SAID + "4-");
        }
        assertThat(ground().everything()).doesNotContain(SAID + "5-").contains(SAID + "4-");
    }

    @Test
    void nothing_of_a_tenant_that_was_erased_is_left() throws IOException, SQLException {
        String owner = server.tenant("Gnu-tenant-4711");
        World mine = world;
        world = new World(server.port(), owner);
        String id = opened("");
        submitted(id, NAME, SAID);
        world.snapshot(id, "first");
        World.expect(202, world.ask("POST", "/v1/exports").json("{}").send());
        World.expect(428, world.ask("DELETE", "/v1/tenant").send());
        World.expect(
                412,
                world.ask("DELETE", "/v1/tenant").with("If-Match", "\"v7-en\"").send());
        World.expect(
                204,
                world.ask("DELETE", "/v1/tenant").with("If-Match", "\"v0-en\"").send());

        World.expect(401, world.ask("GET", "/v1/tenant").send());
        assertThat(ground().everything())
                .doesNotContain(SAID)
                .doesNotContain(NAME)
                .doesNotContain("Gnu-tenant-4711")
                .doesNotContain(id);
        World.expect(200, mine.ask("GET", "/v1/tenant").send());
        World.expect(200, mine.ask("GET", "/v1/audit").send());
    }

    private Map<String, String> removed(boolean dryRun) {
        Http.Reply reply = world.ask("POST", "/v1/retention")
                .json("{\"dryRun\":" + dryRun + "}")
                .send();
        World.expect(200, reply);
        Map<String, String> counts = new TreeMap<>();
        reply.json().toMap().forEach((name, count) -> counts.put(name, JsonText.of(count)));
        counts.remove("dryRun");
        return counts;
    }

    @Test
    void what_is_old_goes_when_it_is_told_to_and_is_said_before() throws IOException, SQLException {
        String idle = opened("");
        World.Seat draft = seat(idle, "idle");
        world.answer(draft.token());
        String id = opened("");
        World.Seat seat = submitted(id, NAME, SAID);
        World.expect(
                200,
                world.ask("POST", "/v1/assessments/" + id + "/seats/" + seat.id() + "/handover")
                        .send());
        world.snapshot(id, "first");
        world.step(id, "close");
        assertThat(String.join(" ", removed(true).values())).isEqualTo("0 0 0 0 0");

        clock.pass(Duration.ofDays(181));
        assertThat(removed(true))
                .containsEntry("drafts", "1")
                .containsEntry("links", "1")
                .containsEntry("answers", "0");
        assertThat(removed(true)).as("a dry run removes nothing").isEqualTo(removed(false));
        assertThat(String.join(" ", removed(true).values())).isEqualTo("0 0 0 0 0");

        clock.pass(Duration.ofDays(600));
        Map<String, String> planned = removed(true);
        assertThat(planned).containsEntry("answers", "1").containsEntry("snapshots", "1");
        assertThat(Integer.parseInt(planned.get("auditLines"))).isPositive();
        assertThat(removed(false)).isEqualTo(planned);
        assertThat(ground().everything()).doesNotContain(SAID);
        assertThat(String.join(" ", removed(true).values())).isEqualTo("0 0 0 0 0");
        Http.Reply holdings = world.ask("GET", "/v1/assessments/" + id + "/seats/" + seat.id() + "/history")
                .send();
        assertThat(((JsonArray) holdings.json().get("items")).values())
                .as("who sat on a seat is told as long as the seat is there")
                .hasSize(2);
        assertThat(world.ask("GET", "/v1/audit").send().body())
                .contains("remove what is old")
                .contains("answers 1, snapshots 1, auditLines " + planned.get("auditLines"))
                .contains("forget old lines")
                .doesNotContain("\"deed\":\"create assessment\"");
    }

    @Test
    void nobody_changes_or_drops_a_line_of_the_history_but_by_its_own_rule() throws SQLException {
        opened("");
        try (Connection connection = ground().asProgram();
                Statement statement = connection.createStatement()) {
            for (String attempt : List.of(
                    "DELETE FROM history",
                    "DELETE FROM history WHERE at_ms < 0 OR deed = 'open assessment'",
                    "UPDATE history SET deed = 'nothing'")) {
                Assertions.assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .isInstanceOf(SQLException.class);
            }
        }
        try (Connection connection = ground().asProgram();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM history WHERE deed = 'open assessment'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }
}
