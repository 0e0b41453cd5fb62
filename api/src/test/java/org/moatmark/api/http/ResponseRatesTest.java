package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/**
 * How many have submitted, what became of links, and reminders; and that nobody learns who in a confidential assessment. Long,
 * since everything is asked on both databases and before and after it could give somebody away.
 */
class ResponseRatesTest {

    private static final Turned DAYS = new Turned("2027-03-01T09:00:00Z");
    private static Running file;
    private static Running server;

    @BeforeAll
    static void start() {
        file = Running.start(Running.WIDE, DAYS, Running.OWNER);
        server = Running.on(Location.of(Postgres.newSchema()), DAYS);
    }

    @AfterAll
    static void stop() {
        file.close();
        server.close();
    }

    static Stream<World> everywhere() {
        return Stream.of(new World(file.port()), new World(server.port()));
    }

    private static String assessment(World world, String more) {
        Http.Reply made = world.ask("POST", "/v1/assessments")
                .json("{\"company\":\"" + world.company() + "\",\"name\":\"Spring\",\"questionnaires\":[\"" + World.MLM
                        + "\"]" + more + "}")
                .send();
        World.expect(201, made);
        return made.text("id");
    }

    private static final String CONFIDENTIAL = ",\"visibility\":{\"mode\":\"confidential\"}";

    private static List<World.Seat> seats(World world, String assessment, String department, int n) {
        List<World.Seat> seats = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            seats.add(world.seat(assessment, department + "-" + i, department));
        }
        return seats;
    }

    private static void submit(World world, World.Seat seat) {
        world.answer(seat.token());
        World.expect(
                200, world.ask("POST", "/v1/seat/submit").bearer(seat.token()).send());
    }

    private static String rates(World world, String assessment) {
        Http.Reply reply = world.ask("GET", "/v1/assessments/" + assessment + "/response-rates")
                .send();
        World.expect(200, reply);
        new Contract().check(operation("getResponseRates"), reply);
        return reply.body();
    }

    private static Contract.Operation operation(String id) {
        return new Contract()
                .operations().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** Everything that an owner can ask of an assessment and its seats. */
    private static String seen(World world, String assessment, List<World.Seat> seats) {
        StringBuilder all = new StringBuilder();
        String path = "/v1/assessments/" + assessment;
        List<String> asked = new ArrayList<>();
        List.of("", "/seats", "/invitations", "/reminders", "/response-rates").forEach(one -> asked.add(path + one));
        seats.forEach(seat -> asked.add(path + "/seats/" + seat.id()));
        asked.add("/v1/audit?limit=200");
        for (String one : asked) {
            Http.Reply reply = world.ask("GET", one).send();
            World.expect(200, reply);
            all.append(reply.header("ETag")).append(reply.body()).append('\n');
        }
        return all.toString();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void an_owner_who_sees_answers_sees_the_numbers_of_the_moment(World world) {
        String id = assessment(world, "");
        List<World.Seat> seats = seats(world, id, "Sales", 3);
        seats(world, id, "Board", 1);
        world.step(id, "open");
        submit(world, seats.get(0));

        assertThat(rates(world, id))
                .contains("\"whole\":{\"seats\":4,\"submitted\":1}")
                .contains("{\"department\":\"Board\",\"seats\":1,\"submitted\":0}")
                .contains("{\"department\":\"Sales\",\"seats\":3,\"submitted\":1}")
                .contains("\"exact\":true");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void nothing_that_an_owner_can_read_changes_when_somebody_submits_in_confidence(World world) {
        String id = assessment(world, CONFIDENTIAL);
        List<World.Seat> seats = seats(world, id, "Sales", 7);
        world.step(id, "open");
        String before = seen(world, id, seats);
        submit(world, seats.get(0));
        assertThat(seen(world, id, seats)).as("after the first").isEqualTo(before);
        for (World.Seat seat : seats.subList(1, 5)) {
            submit(world, seat);
        }

        assertThat(seen(world, id, seats)).isEqualTo(before).contains("\"submittedAtLeast\":0");

        DAYS.pass(Duration.ofDays(1));
        String next = rates(world, id);
        assertThat(next).contains("{\"department\":\"Sales\",\"seats\":7,\"submittedAtLeast\":5}");

        submit(world, seats.get(5));
        submit(world, seats.get(6));
        DAYS.pass(Duration.ofDays(1));
        assertThat(rates(world, id).replaceFirst("\"asOf\":\"[^\"]*\"", ""))
                .as("never that all of them have submitted")
                .isEqualTo(next.replaceFirst("\"asOf\":\"[^\"]*\"", ""));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void nobody_finds_out_who_has_submitted_by_giving_back_moving_or_removing(World world) {
        String id = assessment(world, CONFIDENTIAL);
        List<World.Seat> seats = seats(world, id, "Sales", 12);
        seats(world, id, "Works", 6);
        world.step(id, "open");
        for (World.Seat seat : seats.subList(0, 5)) {
            submit(world, seat);
        }
        DAYS.pass(Duration.ofDays(1));
        assertThat(rates(world, id)).contains("{\"department\":\"Sales\",\"seats\":12,\"submittedAtLeast\":5}");
        String path = "/v1/assessments/" + id + "/seats/";
        for (World.Seat seat : List.of(seats.get(0), seats.get(6))) {
            Http.Reply back = change(world, path + seat.id(), "{\"status\":\"open\"}");
            World.expect(200, back);
            assertThat(back.text("status")).isEqualTo("undisclosed");
            World.expect(409, change(world, path + seat.id(), "{\"department\":\"Works\"}"));
            World.expect(409, change(world, path + seat.id(), "{\"informants\":{\"" + World.MLM + "\":\"G\"}}"));
        }
        World.expect(
                204,
                world.ask("DELETE", path + seats.get(1).id())
                        .with("If-Match", "*")
                        .send());
        DAYS.pass(Duration.ofDays(1));
        assertThat(rates(world, id)).contains("{\"department\":\"Sales\",\"seats\":11,\"submittedAtLeast\":5}");
        assertThat(world.ask("GET", "/v1/audit?subject=" + seats.get(0).id())
                        .send()
                        .body()
                        .replace(seats.get(0).id(), ""))
                .as("the trail of one that had submitted and of one that had not")
                .hasSameSizeAs(
                        world.ask("GET", "/v1/audit?subject=" + seats.get(6).id())
                                .send()
                                .body()
                                .replace(seats.get(6).id(), ""));
    }

    private static Http.Reply change(World world, String path, String patch) {
        return world.ask("PATCH", path).with("If-Match", "*").patch(patch).send();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void a_small_department_is_not_told_and_not_to_be_got_by_subtraction(World world) {
        String id = assessment(world, CONFIDENTIAL);
        seats(world, id, "Finance", 2);
        seats(world, id, "Sales", 6);
        seats(world, id, "Works", 7);

        assertThat(rates(world, id))
                .contains(
                        "{\"department\":\"Finance\",\"seats\":2,\"suppressed\":true,\"reason\":\"fewer_than_k\"}",
                        "{\"department\":\"Sales\",\"seats\":6,\"suppressed\":true,\"reason\":\"fewer_than_k\"}",
                        "{\"department\":\"Works\",\"seats\":7,\"submittedAtLeast\":0}");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void an_owner_sees_how_far_each_link_is(World world) {
        String id = assessment(world, "");
        List<World.Seat> seats = seats(world, id, "Sales", 4);
        world.step(id, "open");
        Http.Reply noted = world.ask("POST", "/v1/assessments/" + id + "/invitations")
                .json("{\"seats\":[\"" + seats.get(1).id() + "\",\""
                        + seats.get(2).id() + "\",\"" + seats.get(3).id() + "\"]}")
                .send();
        World.expect(200, noted);
        assertThat(noted.body()).isEqualTo("{\"sent\":3}");
        World.expect(
                200,
                world.ask("POST", "/v1/seat/session")
                        .without("Authorization")
                        .json("{\"token\":\"" + seats.get(2).token() + "\"}")
                        .send());
        submit(world, seats.get(3));

        assertThat(states(world, id)).containsExactly("issued", "sent", "opened", "submitted");

        World.expect(
                200,
                world.ask(
                                "POST",
                                "/v1/assessments/" + id + "/seats/"
                                        + seats.get(2).id() + "/handover")
                        .send());
        assertThat(states(world, id))
                .as("a new link begins anew")
                .containsExactly("issued", "sent", "issued", "submitted");

        world.step(id, "close");
        DAYS.pass(Duration.ofDays(31));
        assertThat(states(world, id)).containsExactly("expired", "expired", "expired", "submitted");
        World.expect(
                422,
                world.ask("POST", "/v1/assessments/" + id + "/invitations")
                        .json("{\"seats\":[\"0198c1f2-7c1e-7a31-9a5e-0e2f5c3b1a77\"]}")
                        .send());
    }

    private static List<String> states(World world, String id) {
        Http.Reply list =
                world.ask("GET", "/v1/assessments/" + id + "/invitations").send();
        new Contract().check(operation("listInvitations"), list);
        List<String> states = new ArrayList<>();
        Matcher state = Pattern.compile("\"state\":\"(\\w+)\"").matcher(list.body());
        while (state.find()) {
            states.add(state.group(1));
        }
        return states;
    }

    @Test
    void a_reminder_that_goes_to_everybody_thanks_those_who_have_answered() {
        World world = new World(file.port(), file.tenant("Osaka"));
        String id = assessment(world, ",\"visibility\":{\"mode\":\"confidential\"}");
        seats(world, id, "Sales", 2);
        world.step(id, "open");

        assertThat(world.ask("GET", "/v1/assessments/" + id + "/reminders")
                        .send()
                        .body())
                .contains("Please take part: ")
                .contains("If you have answered already: thank you, there is nothing more to do.")
                .contains("既にご回答くださった方には、心よりお礼申し上げます。")
                .doesNotContain("still missing")
                .doesNotContain("still looking forward");
    }

    @Test
    void a_reminder_can_be_copied_in_both_languages() {
        World world = new World(file.port(), file.tenant("Tokyo"));
        World.expect(
                200,
                world.ask("PATCH", "/v1/tenant")
                        .with("If-Match", "\"v0-en\"")
                        .patch("{\"timeZone\":\"Asia/Tokyo\"}")
                        .send());
        String id = assessment(world, ",\"closesAt\":\"2027-03-31T14:59:00Z\"");
        List<World.Seat> seats = seats(world, id, "Sales", 2);
        world.step(id, "open");
        submit(world, seats.get(0));

        Http.Reply reminders =
                world.ask("GET", "/v1/assessments/" + id + "/reminders").send();
        new Contract().check(operation("listReminders"), reminders);
        assertThat(reminders.body())
                .contains("Sales-1")
                .doesNotContain("Sales-0")
                .contains("Answers are taken until Wednesday, 31 March 2027, 23:59 (Asia/Tokyo).")
                .contains("回答期限は2027年3月31日（水）23:59（Asia/Tokyo）です。")
                .contains("{link}")
                .contains("about ");
        assertThat(world.ask("GET", "/v1/assessments/" + id).send().text("closesAt"))
                .isEqualTo("2027-03-31T14:59:00.000Z");
        World.expect(200, change(world, "/v1/assessments/" + id, "{\"closesAt\":null}"));
        assertThat(world.ask("GET", "/v1/assessments/" + id + "/reminders")
                        .send()
                        .body())
                .doesNotContain("Answers are taken until");
    }

    @Test
    void a_tenant_keeps_its_own_settings() {
        World world = new World(file.port(), file.tenant("Settings"));
        Http.Reply before = world.ask("GET", "/v1/tenant").send();
        assertThat(before.body())
                .contains("\"name\":\"Settings\"", "\"timeZone\":\"UTC\"", "\"draftDays\":180,\"linkDays\":30");
        World.expect(200, change(world, "/v1/tenant", "{\"retention\":{\"answerDays\":365}}"));
        assertThat(world.ask("GET", "/v1/tenant").send().body())
                .contains("\"draftDays\":180,\"linkDays\":30,\"answerDays\":365,\"auditDays\":730");
        for (String wrong : List.of(
                "{\"timeZone\":\"Mars/Base\"}",
                "{\"retention\":{\"auditDays\":30}}",
                "{\"retention\":{\"days\":30}}",
                "{\"retention\":7}")) {
            World.expect(422, change(world, "/v1/tenant", wrong));
        }
    }
}
