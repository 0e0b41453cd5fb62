package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.CanonicalJson;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Item;

/** What becomes of single answers that are changed: merged into what was there, and checked against the questionnaire. */
final class AnswerChanges {

    private AnswerChanges() {}

    /** The new text of each answer, empty where it is taken back; what cannot be an answer is among the issues. */
    static Map<String, String> of(Answers.Sheet before, Map<String, JsonValue> patch, List<Issue> issues) {
        Map<String, String> changed = new LinkedHashMap<>();
        patch.forEach((key, value) -> {
            String path = "/answers/" + key.replace("~", "~0").replace("/", "~1");
            if (!holds(before.asked(), key)) {
                boolean known = holds(before.questionnaire().items(), key);
                issues.add(known ? Faults.itemNotAsked(path, key) : Faults.unknownItem(path, key));
            } else if (value instanceof JsonNull) {
                changed.put(key, "");
            } else {
                JsonValue merged = MergePatch.answer(given(before, key), value);
                issues.addAll(WaveJson.readAnswer(merged, before.questionnaire(), key, path)
                        .issues());
                changed.put(key, CanonicalJson.of(merged));
            }
        });
        return changed;
    }

    private static boolean holds(List<Item> items, String key) {
        return items.stream().anyMatch(item -> item.key().equals(key));
    }

    private static @Nullable JsonValue given(Answers.Sheet before, String item) {
        String text = before.answers().get(item);
        return text == null ? null : JsonTree.parse(text).orThrow();
    }
}
