package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;

/** When the next release of an assessment is due. */
final class ReleaseTiming {

    /** One part in so many of those who are counted must be new, so that crowds grow with the assessment. */
    private static final int PART = 4;

    private ReleaseTiming() {}

    /** The seats that count, each with what would be another if its answers were. */
    static Map<StoredSeat, String> states(Work work, String tenant, StoredAssessment of, List<StoredSeat> seats) {
        Map<String, Map<String, Long>> versions = work.shelves().answers().versions(tenant, of.id());
        Map<StoredSeat, String> states = new LinkedHashMap<>();
        for (StoredSeat seat : seats) {
            Map<String, Long> own = versions.getOrDefault(seat.id(), Map.of());
            if (seat.submitted() || (of.status() == Status.CLOSED && !own.isEmpty())) {
                states.put(
                        seat,
                        seat.informants().keySet().stream()
                                .map(id -> Long.toString(own.getOrDefault(id, 0L)))
                                .collect(Collectors.joining(" ")));
            }
        }
        return states;
    }

    /** Whether so much is new since the last release, or the assessment was closed since. */
    static boolean isDue(StoredAssessment of, Terms terms, @Nullable Publication last, Map<StoredSeat, String> states) {
        if (states.isEmpty()) {
            return false;
        }
        if (of.status() == Status.CLOSED) {
            return last == null || !Objects.equals(last.closedMs(), of.closedMs());
        }
        JsonObject counted = last == null
                ? JsonObject.of(Map.of())
                : (JsonObject) JsonTree.parse(last.seats()).orThrow();
        long changed = states.entrySet().stream()
                .filter(one -> !new JsonString(one.getValue())
                        .equals(counted.get(one.getKey().id())))
                .count();
        return changed >= Math.max(terms.k(), (counted.size() + PART - 1) / PART);
    }
}
