package org.moatmark.core.maturity;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.psychometrics.VignetteRank;

/**
 * Where a respondent's rating of the company stands among the same respondent's ratings of invented companies (rule S17);
 * in no score.
 *
 * @param seat key of the seat
 * @param item key of the item
 * @param rating the rating of the company as given, from 1; null without one
 * @param vignettes the ratings of the vignettes as given, by their keys in the expected order, lowest first; those that
 *     were not rated are absent
 * @param rankC the rank on the C scale, an interval where vignettes tie or stand out of order
 * @param rankB the rank on the B scale
 * @param outOfOrder how many pairs of vignettes are rated against their expected order
 */
public record VignettePlace(
        String seat,
        String item,
        @Nullable Integer rating,
        Map<String, Integer> vignettes,
        VignetteRank rankC,
        VignetteRank rankB,
        int outOfOrder)
        implements Serializable {

    /** Copies the map in its order. */
    public VignettePlace {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(rankC, "rankC");
        Objects.requireNonNull(rankB, "rankB");
        vignettes = Collections.unmodifiableMap(new LinkedHashMap<>(vignettes));
    }
}
