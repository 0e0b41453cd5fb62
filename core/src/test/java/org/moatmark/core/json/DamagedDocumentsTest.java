package org.moatmark.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.questionnaire.Catalogue;

/** Property: whatever is done to a document, the reader answers with issues that point into it, never with a crash. */
class DamagedDocumentsTest {

    private static final long SEED = 20261122L;
    private static final int ROUNDS = 1_500;

    private static final List<JsonValue> STRANGE = List.of(
            JsonNull.NULL,
            JsonBool.TRUE,
            JsonNumber.of(0),
            JsonNumber.of(-1),
            JsonNumber.of(2.5),
            JsonNumber.of(1e300),
            new JsonString(""),
            new JsonString("A"),
            new JsonString("a"),
            new JsonString("rubric"),
            new JsonString("balance"),
            new JsonArray(List.of()),
            new JsonArray(List.of(JsonNumber.of(1), JsonNumber.of(1))),
            JsonObject.of(Map.of()),
            JsonObject.of(Map.of("key", new JsonString("a"), "x/~", JsonNull.NULL)));

    @Test
    void questionnaires() {
        JsonValue sound = tree("/questionnaires/valid/base.json");
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            JsonValue damaged = sound;
            for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
                damaged = damage(damaged, random);
            }
            JsonValue tree = damaged;
            String json = CanonicalJson.of(tree);
            String message = "seed " + SEED + ", round " + i + ": " + json;
            List<Issue> issues = issues(() -> QuestionnaireJson.read(json), message);
            refused += issues.isEmpty() ? 0 : 1;
            assertThat(issues)
                    .as(message)
                    .allMatch(issue ->
                            pointsInto(issue.path(), JsonTree.parse(json).orThrow()));
            assertThat(issues).as(message).doesNotHaveDuplicates();
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void waves() {
        WaveReader reader = new WaveReader(
                Catalogue.EMPTY.with(QuestionnaireJson.read(Corpus.resource("/questionnaires/valid/base.json"))
                        .orThrow()));
        JsonValue sound = tree("/waves/valid/base.json");
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            JsonValue damaged = sound;
            for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
                damaged = damage(damaged, random);
            }
            JsonValue tree = damaged;
            String message = "seed " + SEED + ", round " + i + ": " + CanonicalJson.of(tree);
            List<Issue> issues = issues(() -> reader.read(tree), message);
            refused += issues.isEmpty() ? 0 : 1;
            assertThat(issues).as(message).allMatch(issue -> pointsInto(issue.path(), tree));
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    private static List<Issue> issues(Supplier<Checked<?>> read, String message) {
        try {
            return read.get().issues();
        } catch (RuntimeException crash) {
            throw new AssertionError(message, crash);
        }
    }

    /** The same tree with one value replaced, removed, doubled or renamed, somewhere. */
    private static JsonValue damage(JsonValue value, Random random) {
        if (value instanceof JsonObject object && object.size() > 0) {
            Map<String, JsonValue> members = object.toMap();
            String key = object.key(random.nextInt(object.size()));
            if (random.nextInt(6) > 0) {
                members.put(key, damage(members.get(key), random));
                return JsonObject.of(members);
            }
            return switch (random.nextInt(3)) {
                case 0 -> {
                    members.remove(key);
                    yield JsonObject.of(members);
                }
                case 1 -> JsonObject.of(renamed(members, key));
                default -> {
                    members.put(key, STRANGE.get(random.nextInt(STRANGE.size())));
                    yield JsonObject.of(members);
                }
            };
        } else if (value instanceof JsonArray array && !array.values().isEmpty()) {
            List<JsonValue> values = new ArrayList<>(array.values());
            int place = random.nextInt(values.size());
            switch (random.nextInt(8)) {
                case 0 -> values.remove(place);
                case 1 -> values.add(values.get(place));
                default -> values.set(place, damage(values.get(place), random));
            }
            return new JsonArray(values);
        }
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private static Map<String, JsonValue> renamed(Map<String, JsonValue> members, String key) {
        Map<String, JsonValue> renamed = new LinkedHashMap<>();
        members.forEach((name, member) -> renamed.put(name.equals(key) ? name + "x" : name, member));
        return renamed;
    }

    /** Whether all but the last step of a pointer lead somewhere. */
    private static boolean pointsInto(String pointer, JsonValue document) {
        if (pointer.isEmpty()) {
            return true;
        }
        String[] steps = pointer.substring(1).split("/", -1);
        JsonValue here = document;
        for (int i = 0; i < steps.length; i++) {
            String step = steps[i].replace("~1", "/").replace("~0", "~");
            if (here instanceof JsonObject object) {
                JsonValue next = object.get(step);
                if (next == null) {
                    return i == steps.length - 1;
                }
                here = next;
            } else if (here instanceof JsonArray array) {
                here = array.values().get(Integer.parseInt(step));
            } else {
                return false;
            }
        }
        return true;
    }

    private static JsonValue tree(String resource) {
        return JsonTree.parse(Corpus.resource(resource)).orThrow();
    }
}
