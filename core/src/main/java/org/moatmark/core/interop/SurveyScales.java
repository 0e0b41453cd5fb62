package org.moatmark.core.interop;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The agreement scales of a survey, which has none: questions with the same choices share one. */
final class SurveyScales {

    private final Map<String, JsonObject> scales = new LinkedHashMap<>();
    private final Map<String, String> byLabels = new HashMap<>();
    private final Set<String> worded = new HashSet<>();
    private final SurveyKeys keys = new SurveyKeys();
    private final SurveyLosses losses;

    SurveyScales(JsonArray ours, SurveyLosses losses) {
        this.losses = losses;
        for (JsonElement element : ours) {
            if (element instanceof JsonObject scale) {
                String key = JsonPlain.word(scale.get("key"));
                scales.put(keys.of(key == null ? "" : key), scale.deepCopy());
            }
        }
    }

    JsonArray all() {
        JsonArray all = new JsonArray();
        scales.values().forEach(all::add);
        return all;
    }

    /** The key of a scale with these labels. */
    String of(JsonArray labels) {
        return byLabels.computeIfAbsent(labels.toString(), text -> {
            String key = keys.of("scale-" + labels.size());
            scales.put(key, scale(key, labels));
            return key;
        });
    }

    /** A scale of ours, in the words of the first question that uses it. */
    void word(String key, JsonArray labels, String question, String path) {
        boolean first = worded.add(key);
        JsonObject known = scales.get(key);
        if (first || known == null) {
            scales.put(key, scale(key, labels));
        } else if (!labels.equals(known.get("labels"))) {
            losses.otherLabels(question, key, path);
        }
    }

    private static JsonObject scale(String key, JsonArray labels) {
        JsonObject scale = new JsonObject();
        scale.addProperty("key", key);
        scale.addProperty("points", labels.size());
        scale.add("labels", labels);
        return scale;
    }
}
