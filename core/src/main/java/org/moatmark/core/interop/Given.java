package org.moatmark.core.interop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.issue.Words;

/**
 * The ids of one kind of things: each is given once, and references name one of them. An id counts as given also if its
 * row has faults; so a fault makes no second one where the thing is named.
 */
final class Given {

    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private boolean complete = true;

    /** Says that there are rows whose id cannot be read; then no reference is called unknown. */
    void incomplete() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    boolean contains(String id) {
        return rows.containsKey(id);
    }

    Set<String> all() {
        return rows.keySet();
    }

    /** Takes in the id of a row; notes if a row before has it. */
    void give(String id, CsvRow row, String column, CsvFaults faults) {
        Integer first = rows.putIfAbsent(id, row.number());
        if (first != null) {
            CsvMessages.notUnique(
                    "id-not-unique", new Words("'" + id + "'", "「" + id + "」"), first, row.at(column), faults);
        }
    }
}
