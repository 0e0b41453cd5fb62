package org.moatmark.api.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Sheet;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** Takes what a seat said out of the latest release of its assessment. */
final class ReleaseErasure {

    private ReleaseErasure() {}

    /**
     * Takes the statements of a seat that is removed out, and gives the release another number if there were any. What it
     * said as one of many stays in the crowds until the next release, since to take it out would show it.
     */
    static void forget(Work work, String tenant, StoredSeat seat) {
        boolean changed = false;
        for (String id : seat.informants().keySet()) {
            Optional<Sheet> kept = work.shelves().secrecy().sheet(tenant, seat.assessment(), id);
            if (kept.isPresent()) {
                String rest = without(kept.get().statements(), seat.id());
                changed |= !rest.equals(kept.get().statements());
                work.shelves()
                        .secrecy()
                        .put(
                                tenant,
                                seat.assessment(),
                                id,
                                new Sheet(rest, kept.get().crowds()));
            }
        }
        Optional<Publication> last = work.shelves().secrecy().latest(tenant, seat.assessment());
        if (changed && last.isPresent()) {
            Publication before = last.get();
            work.shelves()
                    .secrecy()
                    .put(
                            tenant,
                            seat.assessment(),
                            new Publication(before.number() + 1, before.madeMs(), before.closedMs(), before.seats()));
        }
    }

    /** Statements without what one respondent said; that it has a seat stays. */
    static String without(String statements, String respondentKey) {
        Map<String, JsonValue> wave =
                new LinkedHashMap<>(((JsonObject) JsonTree.parse(statements).orThrow()).toMap());
        List<JsonValue> respondents = new ArrayList<>();
        for (JsonValue one : ((JsonArray) Objects.requireNonNull(wave.get("respondents"))).values()) {
            Map<String, JsonValue> respondent = new LinkedHashMap<>(((JsonObject) one).toMap());
            JsonObject own = (JsonObject) Objects.requireNonNull(respondent.get("seat"));
            if (new JsonString(respondentKey).equals(own.get("key"))) {
                respondent.put("answers", JsonObject.of(Map.of()));
            }
            respondents.add(JsonObject.of(respondent));
        }
        wave.put("respondents", new JsonArray(respondents));
        return CompactJson.of(JsonObject.of(wave));
    }
}
