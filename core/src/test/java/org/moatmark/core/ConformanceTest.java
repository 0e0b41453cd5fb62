package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.moatmark.core.questionnaire.Catalogue;

/**
 * The conformance cases for scoring rules S1 to S12 in {@code reference/scoring}: small questionnaires that isolate one
 * rule each, waves for them, and what an independent scorer written from the same rules gives. Everything that a case
 * expects of respondents, index, level, nodes, items and findings agrees to 1e-9; texts and warnings are no part of it.
 */
class ConformanceTest {

    private static final double TOLERANCE = 1e-9;

    private static final Path FOLDER = Path.of("src/test/resources/reference/scoring");

    private static final List<String> COMPARED = List.of("respondents", "index", "level", "nodes", "items", "findings");

    private static Moatmark withTheirQuestionnaires() {
        Catalogue catalogue = Catalogue.EMPTY;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                catalogue = catalogue.with(
                        Moatmark.readQuestionnaire(Files.readString(file)).orThrow());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Moatmark.of(catalogue);
    }

    private static List<JsonObject> lines(String file) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
            return lines.map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_case_agrees() {
        Moatmark moatmark = withTheirQuestionnaires();
        List<JsonObject> waves = lines("waves.jsonl");
        List<JsonObject> expected = lines("expected.jsonl");
        assertThat(waves).hasSize(93);
        assertThat(expected).hasSameSizeAs(waves);
        return Stream.iterate(0, i -> i + 1).limit(waves.size()).map(i -> {
            String id = waves.get(i).get("id").getAsString();
            return DynamicTest.dynamicTest(id, () -> {
                assertThat(expected.get(i).get("id").getAsString()).isEqualTo(id);
                var wave =
                        moatmark.readWave(waves.get(i).get("wave").toString()).orThrow();
                String written = moatmark.write(moatmark.score(wave));
                JsonObject actual = JsonParser.parseString(written).getAsJsonObject();
                assertThat(differences(expected.get(i).getAsJsonObject("result"), actual))
                        .as("%s: path, expected, actual", id)
                        .isEmpty();
            });
        });
    }

    private static List<String> differences(JsonObject expected, JsonObject actual) {
        List<String> found = new ArrayList<>();
        assertThat(expected.keySet()).containsExactlyInAnyOrderElementsOf(COMPARED);
        for (String property : COMPARED) {
            JsonElement ours = actual.get(property);
            if (property.equals("findings")) {
                ours = keys(ours.getAsJsonArray());
            }
            compare("/" + property, expected.get(property), ours, found);
        }
        return found;
    }

    /** A case names findings by their keys alone. */
    private static JsonArray keys(JsonArray findings) {
        JsonArray keys = new JsonArray();
        findings.forEach(one -> keys.add(one.getAsJsonObject().get("key")));
        return keys;
    }

    /** Everything that {@code expected} has must be there; more may be there. */
    private static void compare(String path, JsonElement expected, JsonElement actual, List<String> found) {
        if (actual == null) {
            found.add(path + ": expected " + expected + ", is missing");
        } else if (expected.isJsonObject() && actual.isJsonObject()) {
            JsonObject ours = actual.getAsJsonObject();
            for (var property : expected.getAsJsonObject().entrySet()) {
                compare(path + "/" + property.getKey(), property.getValue(), ours.get(property.getKey()), found);
            }
            if (mapsKeysToValues(path)
                    && ours.size() != expected.getAsJsonObject().size()) {
                found.add(path + ": expected " + expected + ", is " + actual);
            }
        } else if (expected.isJsonArray() && actual.isJsonArray()) {
            JsonArray theirs = expected.getAsJsonArray();
            JsonArray ours = actual.getAsJsonArray();
            if (theirs.size() != ours.size()) {
                found.add(path + ": expected " + theirs.size() + " entries " + theirs + ", are " + ours.size() + " "
                        + ours);
                return;
            }
            for (int i = 0; i < theirs.size(); i++) {
                compare(path + "/" + name(theirs.get(i), i), theirs.get(i), ours.get(i), found);
            }
        } else if (!same(expected, actual)) {
            found.add(path + ": expected " + expected + ", is " + actual);
        }
    }

    /** Objects whose properties are data: one more would be one more side or kind of informant. */
    private static boolean mapsKeysToValues(String path) {
        return path.equals("/respondents") || path.endsWith("/sides");
    }

    /** Entries with a key are named by it, so that a difference reads well; order counts all the same. */
    private static String name(JsonElement entry, int place) {
        return entry.isJsonObject() && entry.getAsJsonObject().has("key")
                ? entry.getAsJsonObject().get("key").getAsString()
                : String.valueOf(place);
    }

    private static boolean same(JsonElement expected, JsonElement actual) {
        if (isNumber(expected) && isNumber(actual)) {
            return Math.abs(expected.getAsDouble() - actual.getAsDouble()) <= TOLERANCE;
        }
        return expected.equals(actual);
    }

    private static boolean isNumber(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
    }

    @Test
    void a_difference_is_found_and_named() {
        var expected = JsonParser.parseString("{\"nodes\":[{\"key\":\"A\",\"claimed\":1.0,\"sides\":{}}],\"x\":null}");
        var actual =
                JsonParser.parseString("{\"nodes\":[{\"key\":\"A\",\"claimed\":1.000000002,\"sides\":{\"genba\":1}}]}");
        List<String> found = new ArrayList<>();
        compare("", expected, actual, found);
        assertThat(found)
                .containsExactly(
                        "/nodes/A/claimed: expected 1.0, is 1.000000002",
                        "/nodes/A/sides: expected {}, is {\"genba\":1}",
                        "/x: expected null, is missing");
    }
}
