package org.moatmark.api.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.SnapshotShelf.Sheet;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/**
 * Takes what a seat said out of every snapshot of its assessment. Where results are shown as they are, nothing of the seat
 * is left in the frozen answers nor in a document; of a release its statements go, and the means of crowds stay.
 */
final class SnapshotErasure {

    private SnapshotErasure() {}

    static void forget(Work work, String tenant, StoredSeat seat) {
        Page<StoredSnapshot> page;
        String after = "";
        do {
            page = work.shelves().snapshots().list(tenant, seat.assessment(), after, 50);
            for (StoredSnapshot snapshot : page.items()) {
                after = snapshot.id();
                forget(work, tenant, seat, snapshot);
            }
        } while (page.more());
    }

    private static void forget(Work work, String tenant, StoredSeat seat, StoredSnapshot snapshot) {
        JsonObject seats = (JsonObject) JsonTree.parse(snapshot.seats()).orThrow();
        if (!(seats.get(seat.id()) instanceof JsonString key)) {
            return;
        }
        List<Sheet> sheets = work.shelves().snapshots().sheets(tenant, snapshot.id());
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            if (!sheet.wave().equals(SnapshotSheets.BEFORE_THE_FIRST)) {
                boolean released = sheet.crowds() != null;
                String rest = released
                        ? ReleaseErasure.without(sheet.wave(), key.value())
                        : withoutRespondent(sheet.wave(), key.value());
                if (!rest.equals(sheet.wave())) {
                    work.shelves().snapshots().put(tenant, snapshot.id(), i, sheet.holding(rest));
                }
            }
        }
        // What one questionnaire gave is in what is said of the others, so that all documents are made anew.
        work.shelves().snapshots().dropResults(tenant, snapshot.id());
        Map<String, JsonValue> others = new LinkedHashMap<>(seats.toMap());
        others.remove(seat.id());
        work.shelves().snapshots().put(tenant, snapshot.without(CompactJson.of(JsonObject.of(others)), work.now()));
    }

    private static String withoutRespondent(String wave, String respondentKey) {
        Map<String, JsonValue> document =
                new LinkedHashMap<>(((JsonObject) JsonTree.parse(wave).orThrow()).toMap());
        JsonArray respondents = (JsonArray) Objects.requireNonNull(document.get("respondents"));
        List<JsonValue> rest = respondents.values().stream()
                .filter(one -> {
                    JsonObject seat = (JsonObject) Objects.requireNonNull(((JsonObject) one).get("seat"));
                    return !new JsonString(respondentKey).equals(seat.get("key"));
                })
                .toList();
        document.put("respondents", new JsonArray(rest));
        return CompactJson.of(JsonObject.of(document));
    }
}
