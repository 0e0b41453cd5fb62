package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.http.Place;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Questionnaires;
import org.moatmark.api.service.Results;
import org.moatmark.api.store.Location;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;

/** The demo is sound, shows what a result has to show, and comes out of the product as it went in. */
class DemoTest {

    private static final Path FOLDER = Path.of("src/main/resources/demo");
    private static final List<String> BOTH = List.of("business-model-differentiation", "marketing-leadership-maturity");
    private static final Moatmark MOATMARK = Moatmark.shipped();

    @Test
    void the_demo_shows_every_part_of_a_result_that_fourteen_seats_can_show() throws Exception {
        Set<String> parts = new TreeSet<>();
        for (Wave wave : waves()) {
            JsonObject result =
                    object(JsonTree.parse(MOATMARK.write(MOATMARK.score(wave))).orThrow());
            result(result, parts);
        }

        // Missing are what only the short form and a lone respondent show: leftOut and level.capped.
        assertThat(String.join("\n", parts) + "\n").isEqualTo("""
                        agreement shared no
                        agreement shared partly
                        agreement shared yes
                        finding opportunity
                        finding risk
                        finding strength
                        gap of headquarters
                        gap of own
                        gap reading gap
                        gap reading split
                        gap reason below-detectable
                        gap reason too-few-people
                        index status full
                        index status provisional
                        item claimed above evidenced
                        item conflict
                        item state answered
                        item state dontKnow
                        item state excluded
                        item state notApplicable
                        item state notAsked
                        item state skipped
                        level.blocking need informants
                        level.blocking need level
                        level.blocking need node
                        level.progress
                        level.value 2.0
                        node flag below-parent
                        node flag capped-by-customers
                        node flag thin-side
                        node genba above headquarters
                        node headquarters 20 above genba
                        node reason not-applicable
                        node reason too-few-answers
                        node rule S6 arithmetic
                        node rule S6 minimum
                        node rule S7 arithmetic
                        node rule S7 balance
                        node rule S7 geometric
                        node rule S7 meanOfBest
                        node rule S7 reference
                        node status full
                        node status insufficient
                        node status notApplicable
                        node status provisional
                        node.blocking customersMean
                        node.blocking need node
                        node.blocking statement need answer
                        node.blocking statement need item
                        node.blocking statement need node
                        warning answer-excluded
                        warning other-not-evaluable
                        """);
    }

    @Test
    void every_kind_of_answer_is_there_in_both_languages() throws Exception {
        Set<String> parts = new TreeSet<>();
        Set<String> seats = new TreeSet<>();
        Set<String> units = new TreeSet<>();
        for (Wave wave : waves()) {
            assertThat(wave.respondents()).hasSize(14);
            for (Respondent respondent : wave.respondents()) {
                seats.add(respondent.seat().key());
                units.add(String.valueOf(respondent.seat().unit()));
                respondent.answers().values().forEach(answer -> answer(answer, parts));
            }
        }

        assertThat(seats).hasSize(14);
        assertThat(units).hasSize(5);
        assertThat(parts)
                .containsExactly(
                        "Answered", "DontKnow", "E0", "E1", "E2", "E3", "E4", "English", "Japanese", "NotApplicable");
    }

    @Test
    void the_product_gives_the_same_result_as_the_files(@TempDir Path folder) throws Exception {
        Clock closing = Clock.fixed(Instant.parse("2026-10-30T09:00:00Z"), ZoneOffset.UTC);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String key = "demo-owner-key-0123456789-0123456789";
        Settings settings = new Settings(
                new Place("127.0.0.1", 0, null, List.of()), new Location.File(folder.resolve("demo.db")), key, true);
        Questionnaires shipped = new Questionnaires(MOATMARK);
        Results files = new Results(shipped, new Assessments(shipped));
        try (Serve serve = Serve.start(
                settings,
                new Serve.Outside(closing, new Random(1), System::nanoTime, Running.WIDE),
                new PrintStream(out, true, StandardCharsets.UTF_8))) {
            JsonObject list = object(
                    JsonTree.parse(get(serve.url() + "/v1/assessments", key)).orThrow());
            String id = text(object(items(list, "items").get(0)), "id");
            for (String questionnaire : BOTH) {
                String stored = get(serve.url() + "/v1/assessments/" + id + "/results/" + questionnaire, key);

                assertThat(stored)
                        .isEqualTo(MOATMARK.write(files.score(MOATMARK, waves(), questionnaire, Resampling.DEFAULT)));
            }
        }
    }

    private static void result(JsonObject result, Set<String> parts) {
        JsonObject level = object(result.get("level"));
        part("level.value " + number(level, "value"), parts);
        part("level.progress", !(level.get("progress") instanceof JsonNull), parts);
        part("level.capped", !(level.get("capped") instanceof JsonNull), parts);
        items(level, "blocking").forEach(one -> needs("level.blocking", object(one), parts));
        for (JsonValue value : items(result, "nodes")) {
            JsonObject node = object(value);
            part("node status " + text(node, "status"), parts);
            part("node rule " + text(node, "rule"), parts);
            part("node reason " + text(node, "reason"), node.get("reason") != null, parts);
            items(node, "flags").forEach(flag -> part("node flag " + ((JsonString) flag).value(), parts));
            items(node, "blocking").forEach(one -> needs("node.blocking", object(one), parts));
            JsonObject sides = object(node.get("sides"));
            boolean both = sides.size() == 2;
            part("node headquarters 20 above genba", both && gap(sides) > 20, parts);
            part("node genba above headquarters", both && gap(sides) < 0, parts);
        }
        for (JsonValue value : items(result, "items")) {
            JsonObject item = object(value);
            part("item state " + text(item, "state"), parts);
            part("item conflict", !items(item, "conflict").isEmpty(), parts);
            boolean scored = item.get("claimed") instanceof JsonNumber;
            part("item claimed above evidenced", scored && number(item, "claimed") > number(item, "evidenced"), parts);
        }
        items(result, "agreement").forEach(one -> part("agreement shared " + text(object(one), "shared"), parts));
        for (JsonValue value : items(result, "gaps")) {
            JsonObject gap = object(value);
            JsonString between = (JsonString) items(gap, "between").iterator().next();
            part("gap of " + between.value(), parts);
            part("gap reading " + text(gap, "reading"), gap.get("reading") instanceof JsonString, parts);
            part("gap reason " + text(gap, "reason"), gap.get("reason") != null, parts);
        }
        items(result, "findings").forEach(one -> part("finding " + text(object(one), "tone"), parts));
        items(result, "warnings").forEach(one -> part("warning " + text(object(one), "code"), parts));
        part("index status " + text(object(result.get("index")), "status"), parts);
    }

    private static void needs(String where, JsonObject blocking, Set<String> parts) {
        boolean stated = blocking.get("statement") instanceof JsonObject;
        for (JsonValue value : items(blocking, "needs")) {
            JsonObject need = object(value);
            part(where + (stated ? " statement" : "") + " need " + need.key(0), parts);
            part(where + " customersMean", need.get("customersMean") != null, parts);
        }
    }

    private static void answer(Response answer, Set<String> parts) {
        parts.add(answer.getClass().getSimpleName());
        String note = answer.remarks().note();
        if (note != null) {
            parts.add(note.chars().anyMatch(c -> c > 0x3000) ? "Japanese" : "English");
        }
        if (answer instanceof Response.Answered answered) {
            parts.add(answered.bestGrade().name());
        }
    }

    private static List<Wave> waves() throws Exception {
        Checked<Wave> first = MOATMARK.readWave(Files.readAllBytes(FOLDER.resolve(BOTH.get(0) + ".json")));
        Checked<Wave> second = MOATMARK.readWave(Files.readAllBytes(FOLDER.resolve(BOTH.get(1) + ".json")));
        return List.of(first.orThrow(), second.orThrow());
    }

    private static String get(String url, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static void part(String part, Collection<String> parts) {
        parts.add(part);
    }

    private static void part(String part, boolean there, Collection<String> parts) {
        if (there) {
            parts.add(part);
        }
    }

    private static double gap(JsonObject sides) {
        return number(sides, "headquarters") - number(sides, "genba");
    }

    private static JsonObject object(Object value) {
        return (JsonObject) value;
    }

    private static List<JsonValue> items(JsonObject object, String key) {
        return object.get(key) instanceof JsonArray array ? array.values() : List.of();
    }

    private static double number(JsonObject object, String key) {
        return object.get(key) instanceof JsonNumber number ? number.value() : Double.NaN;
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text ? text.value() : "";
    }
}
