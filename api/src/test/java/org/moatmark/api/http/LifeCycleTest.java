package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/**
 * Random walks through the life of an assessment, beside a model of thirty lines: whatever is tried in whatever order, the
 * program answers as the model says, and what it keeps is what the model keeps. {@code .ci/thorough} walks a thousand times.
 */
@Tag("once")
@ExtendWith(Served.class)
class LifeCycleTest {

    private static final int WALKS = Integer.getInteger("moatmark.walks", 80);
    private static final int STEPS = 25;
    private static final long SEED = 20261122;
    private static final List<String> ITEMS = List.of("M1.1b", "M1.1c", "M1.2b");

    private static String company;

    private final Http http;
    private final World world;

    LifeCycleTest(Http http, World world) {
        this.http = http;
        this.world = world;
    }

    @BeforeAll
    static void start(World world) {
        company = world.company();
    }

    /** What an assessment can be. */
    private enum Life {
        DRAFT,
        OPEN,
        CLOSED
    }

    /** What the model keeps of a seat. */
    private final class Chair {
        private final String id;
        private String token;
        private String oldToken = "";
        private boolean submitted;
        private long version;
        private final Map<String, Integer> answers = new TreeMap<>();

        Chair(String id, String token) {
            this.id = id;
            this.token = token;
        }
    }

    /** One walk: the real assessment and the model of it. */
    private final class Walk {
        private final SplittableRandom random;
        private final String path;
        private final List<String> trail = new ArrayList<>();
        private final List<Chair> chairs = new ArrayList<>();
        private Life life = Life.DRAFT;
        private int named;

        Walk(long seed) {
            this.random = new SplittableRandom(seed);
            trail.add("seed " + seed);
            path = "/v1/assessments/"
                    + world.ask("POST", "/v1/assessments")
                            .json("{\"company\":\"" + company + "\",\"name\":\"W\",\"questionnaires\":[\"" + World.MLM
                                    + "\"]}")
                            .send()
                            .text("id");
        }

        private void expect(int status, Http.Reply reply) {
            assertThat(reply.status()).as("%s: %s", trail, reply.body()).isEqualTo(status);
        }

        void step() {
            int what = random.nextInt(20);
            if (what < 2) {
                expect(
                        move("open", Life.DRAFT, Life.OPEN),
                        world.ask("POST", path + "/open").send());
            } else if (what < 4) {
                boolean rarely = random.nextInt(3) > 0;
                if (!rarely) {
                    expect(
                            move("close", Life.OPEN, Life.CLOSED),
                            world.ask("POST", path + "/close").send());
                }
            } else if (what == 4) {
                expect(
                        move("reopen", Life.CLOSED, Life.OPEN),
                        world.ask("POST", path + "/reopen")
                                .json("{\"reason\":\"w\"}")
                                .send());
            } else if (what < 8 || chairs.isEmpty()) {
                add();
            } else {
                seat(chairs.get(random.nextInt(chairs.size())), what);
            }
        }

        private int move(String word, Life from, Life to) {
            trail.add(word);
            boolean may = life == from;
            life = may ? to : life;
            return may ? 200 : 409;
        }

        private void add() {
            trail.add("add seat");
            Http.Reply reply = world.ask("POST", path + "/seats")
                    .json("{\"key\":\"s" + named++ + "\",\"department\":\"D\",\"informants\":{\"" + World.MLM
                            + "\":\"H\"}}")
                    .send();
            expect(life == Life.CLOSED ? 409 : 201, reply);
            if (reply.status() == 201) {
                chairs.add(new Chair(reply.text("id"), reply.text("token")));
            }
        }

        private void seat(Chair chair, int what) {
            if (what < 13) {
                answer(chair);
            } else if (what < 15) {
                submit(chair);
            } else if (what == 15) {
                handOver(chair);
            } else if (what == 16) {
                giveBack(chair);
            } else if (what == 17) {
                remove(chair);
            } else {
                read(chair);
            }
        }

        /** The status of a change by a seat. */
        private int mayAnswer(Chair chair) {
            return life == Life.OPEN && !chair.submitted ? 200 : 409;
        }

        private void answer(Chair chair) {
            String item = ITEMS.get(random.nextInt(ITEMS.size()));
            boolean clears = random.nextInt(5) == 0;
            boolean stale = random.nextInt(6) == 0;
            int value = 1 + random.nextInt(4);
            trail.add((clears ? "clear " : "answer ") + item + (stale ? " stale" : ""));
            Http.Reply reply = http.ask("PATCH", "/v1/seat/answers/" + World.MLM)
                    .bearer(chair.token)
                    .with("If-Match", ETags.of(stale ? chair.version + 7 : chair.version, "en"))
                    .patch("{\"answers\":{\"" + item + "\":" + (clears ? "null" : "{\"value\":" + value + "}") + "}}")
                    .send();
            int may = mayAnswer(chair);
            expect(may == 200 && stale ? 412 : may, reply);
            if (reply.status() == 200) {
                chair.version++;
                if (clears) {
                    chair.answers.remove(item);
                } else {
                    chair.answers.put(item, value);
                }
            }
        }

        private void submit(Chair chair) {
            trail.add("submit");
            Http.Reply reply =
                    http.ask("POST", "/v1/seat/submit").bearer(chair.token).send();
            if (chair.submitted) {
                expect(200, reply);
            } else if (life != Life.OPEN) {
                expect(409, reply);
            } else {
                expect(chair.answers.isEmpty() ? 422 : 200, reply);
                chair.submitted = !chair.answers.isEmpty();
            }
        }

        private void handOver(Chair chair) {
            trail.add("hand over");
            Http.Reply reply =
                    world.ask("POST", path + "/seats/" + chair.id + "/handover").send();
            expect(life == Life.CLOSED ? 409 : 200, reply);
            if (reply.status() == 200) {
                chair.oldToken = chair.token;
                chair.token = reply.text("token");
            }
        }

        private void giveBack(Chair chair) {
            trail.add("give back");
            Http.Reply reply = world.ask("PATCH", path + "/seats/" + chair.id)
                    .with("If-Match", "*")
                    .patch("{\"status\":\"open\"}")
                    .send();
            expect(life == Life.CLOSED ? 409 : 200, reply);
            chair.submitted = chair.submitted && life == Life.CLOSED;
        }

        private void remove(Chair chair) {
            trail.add("remove");
            Http.Reply reply = world.ask("DELETE", path + "/seats/" + chair.id)
                    .with("If-Match", "*")
                    .send();
            // An owner erases whatever the state of the assessment.
            expect(204, reply);
            if (reply.status() == 204) {
                chairs.remove(chair);
                expect(401, http.ask("GET", "/v1/seat").bearer(chair.token).send());
                expect(404, world.ask("GET", path + "/seats/" + chair.id).send());
            }
        }

        private void read(Chair chair) {
            trail.add("read");
            expect(200, world.ask("GET", path + "/results").send());
            check(chair);
        }

        /** What is kept of a seat is what the model keeps. */
        private void check(Chair chair) {
            Http.Reply sheet = http.ask("GET", "/v1/seat/answers/" + World.MLM)
                    .bearer(chair.token)
                    .send();
            expect(200, sheet);
            Map<String, String> kept = new TreeMap<>();
            for (Map.Entry<String, JsonValue> one :
                    Contract.object(sheet.json(), "answers").toMap().entrySet()) {
                kept.put(one.getKey(), JsonText.of(((JsonObject) one.getValue()).get("value")));
            }
            Map<String, String> wanted = new TreeMap<>();
            chair.answers.forEach((item, value) -> wanted.put(item, value.toString()));
            assertThat(kept).as("%s", trail).isEqualTo(wanted);
            assertThat(sheet.header("ETag")).as("%s", trail).isEqualTo(ETags.of(chair.version, "en"));
            Http.Reply seat = http.ask("GET", "/v1/seat").bearer(chair.token).send();
            assertThat(Contract.object(seat.json(), "seat").toMap().get("status"))
                    .as("%s", trail)
                    .hasToString(new JsonString(chair.submitted ? "submitted" : "open").toString());
            if (!chair.oldToken.isEmpty()) {
                expect(401, http.ask("GET", "/v1/seat").bearer(chair.oldToken).send());
            }
        }

        void checkAll() {
            chairs.forEach(this::check);
            Http.Reply whole = world.ask("GET", path).send();
            assertThat(whole.text("status")).as("%s", trail).isEqualToIgnoringCase(life.name());
        }
    }

    @Test
    void whatever_is_tried_in_whatever_order_is_answered_as_the_model_says() {
        int steps = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Walk one = new Walk(SEED + walk);
            for (int i = 0; i < STEPS; i++) {
                one.step();
                steps++;
            }
            one.checkAll();
        }
        assertThat(steps).isEqualTo(WALKS * STEPS);
    }

    @Test
    void a_closed_assessment_is_reopened_for_a_reason_that_the_trail_tells() {
        String id = world.open();
        world.step(id, "close");
        String path = "/v1/assessments/" + id + "/reopen";

        Http.Reply without = world.ask("POST", path).json("{}").send();
        Http.Reply blank = world.ask("POST", path).json("{\"reason\":\"\"}").send();
        Http.Reply reopened =
                world.ask("POST", path).json("{\"reason\":\"営業の二名が未回答\"}").send();

        assertThat(without.status()).isEqualTo(422);
        assertThat(blank.status()).isEqualTo(422);
        assertThat(reopened.text("status")).isEqualTo("open");
        assertThat(world.ask("GET", "/v1/audit?subject=" + id).send().body())
                .contains("\"deed\":\"reopen assessment\"", "\"reason\":\"営業の二名が未回答\"");
    }
}
