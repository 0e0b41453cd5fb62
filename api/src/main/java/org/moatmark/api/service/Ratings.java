package org.moatmark.api.service;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.WaveJson;
import org.moatmark.core.questionnaire.Vignette;

/** What is to change in the ratings of vignettes of one sheet; empty is taken back. */
record Ratings(Map<String, Optional<Integer>> changed) {

    /** Reads the changes; what is wrong with them goes to the issues. */
    static Ratings of(Answers.Sheet before, Map<String, JsonValue> patch, List<Issue> issues) {
        Map<String, Optional<Integer>> changed = new LinkedHashMap<>();
        if (patch.isEmpty()) {
            return new Ratings(changed);
        }
        Set<String> notAsked = notAsked(before);
        patch.forEach((key, value) -> {
            String path = "/vignettes/" + key.replace("~", "~0").replace("/", "~1");
            if (notAsked.contains(key)) {
                issues.add(Faults.vignetteNotAsked(path, key));
            } else if (value instanceof JsonNull && isKnown(before, key)) {
                changed.put(key, Optional.empty());
            } else {
                Checked<Integer> read = WaveJson.readRating(value, before.questionnaire(), key, path);
                issues.addAll(read.issues());
                if (read instanceof Checked.Valid<Integer> valid) {
                    changed.put(key, Optional.of(valid.value()));
                }
            }
        });
        return new Ratings(changed);
    }

    private static Set<String> notAsked(Answers.Sheet sheet) {
        Set<String> asked = new HashSet<>();
        sheet.asked().forEach(item -> asked.add(item.key()));
        Set<String> others = new HashSet<>();
        for (Vignette vignette : sheet.questionnaire().vignettes()) {
            if (!asked.contains(vignette.item())) {
                others.add(vignette.key());
            }
        }
        return others;
    }

    private static boolean isKnown(Answers.Sheet sheet, String key) {
        return sheet.questionnaire().vignettes().stream()
                .anyMatch(vignette -> vignette.key().equals(key));
    }

    /** Writes the changes down. */
    void keep(Work work, String tenant, String seat, String questionnaire) {
        var shelf = work.shelves().vignettes();
        changed.forEach((vignette, rating) -> rating.ifPresentOrElse(
                point -> shelf.put(tenant, seat, questionnaire, vignette, point, work.now()),
                () -> shelf.clear(tenant, seat, questionnaire, vignette)));
    }

    /** The ratings of a sheet once these changes are made. */
    Map<String, Integer> after(Answers.Sheet before) {
        Map<String, Integer> ratings = new TreeMap<>(before.vignettes());
        changed.forEach((vignette, rating) ->
                rating.ifPresentOrElse(point -> ratings.put(vignette, point), () -> ratings.remove(vignette)));
        return ratings;
    }
}
