package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;

/** Puts issues in the order in which their places stand in the document; a missing member stands last in its object. */
final class DocumentOrder {

    private DocumentOrder() {}

    /** The issues in document order; issues of the same place keep their order. */
    static List<Issue> sorted(List<Issue> issues, @Nullable JsonValue document) {
        if (document == null || issues.size() < 2) {
            return List.copyOf(issues);
        }
        List<Placed> placed = new ArrayList<>();
        for (Issue issue : issues) {
            placed.add(new Placed(issue, steps(issue.path(), document)));
        }
        placed.sort(Comparator.comparing(Placed::steps, Arrays::compare));
        return placed.stream().map(Placed::issue).toList();
    }

    private record Placed(Issue issue, int[] steps) {}

    private static int[] steps(String pointer, JsonValue document) {
        if (pointer.isEmpty()) {
            return new int[0];
        }
        String[] names = pointer.substring(1).split("/", -1);
        int[] steps = new int[names.length];
        JsonValue here = document;
        for (int i = 0; i < names.length; i++) {
            String name = names[i].replace("~1", "/").replace("~0", "~");
            int step = -1;
            if (here instanceof JsonObject object) {
                step = object.placeOf(name);
                here = step < 0 ? JsonNull.NULL : object.value(step);
            } else if (here instanceof JsonArray array) {
                step = Integer.parseInt(name);
                here = step < array.values().size() ? array.values().get(step) : JsonNull.NULL;
            }
            steps[i] = step < 0 ? Integer.MAX_VALUE : step;
        }
        return steps;
    }
}
