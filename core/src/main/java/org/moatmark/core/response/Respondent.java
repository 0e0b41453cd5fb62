package org.moatmark.core.response;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One seat and what came from it.
 *
 * @param seat the seat
 * @param answers response by item key, in the order given; an absent item is skipped
 */
public record Respondent(Seat seat, Map<String, Response> answers) implements Serializable {
    /** Copies the map in its order. */
    public Respondent {
        Objects.requireNonNull(seat, "seat");
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
