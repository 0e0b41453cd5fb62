package org.moatmark.core.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.core.psychometrics.Reweighting;
import org.moatmark.core.questionnaire.Version;

/** Brings new weights and a version into the tree of a questionnaire's file and leaves all else as its author wrote it. */
final class WeightWriter {

    private static final String WEIGHT = "weight";

    private final Map<String, Double> nodes = new HashMap<>();
    private final Map<String, Double> items = new HashMap<>();

    private WeightWriter(List<Reweighting.Change> changes) {
        for (Reweighting.Change change : changes) {
            (change.kind() == Reweighting.Kind.NODE ? nodes : items).put(change.key(), change.to());
        }
    }

    /** The document with the version and the weights that changed. */
    static JsonObject write(JsonObject document, Version version, List<Reweighting.Change> changes) {
        WeightWriter writer = new WeightWriter(changes);
        Map<String, JsonValue> members = document.toMap();
        members.put("version", new JsonString(version.toString()));
        members.computeIfPresent("tree", (name, tree) -> writer.all(tree, writer.nodes));
        return JsonObject.of(members);
    }

    private JsonValue all(JsonValue list, Map<String, Double> weights) {
        List<JsonValue> values = ((JsonArray) list).values();
        return new JsonArray(values.stream()
                .<JsonValue>map(value -> one((JsonObject) value, weights))
                .toList());
    }

    private JsonObject one(JsonObject thing, Map<String, Double> weights) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Double weight = thing.get("key") instanceof JsonString key ? weights.get(key.value()) : null;
        thing.toMap().forEach((name, value) -> {
            members.put(name, value);
            if (weight != null && "key".equals(name) && thing.get(WEIGHT) == null) {
                members.put(WEIGHT, JsonNumber.of(weight));
            }
        });
        if (weight != null) {
            members.put(WEIGHT, JsonNumber.of(weight));
        }
        members.computeIfPresent("nodes", (name, children) -> all(children, nodes));
        members.computeIfPresent("items", (name, children) -> all(children, items));
        return JsonObject.of(members);
    }
}
