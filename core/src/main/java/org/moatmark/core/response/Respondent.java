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
 * @param vignettes by vignette key the point of the item's scale that the invented company was given, from 1, in the
 *     order given; in no score (rule S17)
 */
public record Respondent(Seat seat, Map<String, Response> answers, Map<String, Integer> vignettes)
        implements Serializable {

    /** Copies the maps in their order. */
    public Respondent {
        Objects.requireNonNull(seat, "seat");
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        vignettes = vignettes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(vignettes));
    }

    /**
     * A seat that rated no vignettes.
     *
     * @param seat the seat
     * @param answers response by item key, in the order given; an absent item is skipped
     */
    public Respondent(Seat seat, Map<String, Response> answers) {
        this(seat, answers, Map.of());
    }
}
