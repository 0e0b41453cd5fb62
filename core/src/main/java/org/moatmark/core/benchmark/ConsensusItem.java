package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;

/**
 * What the raters of a case company make of one item.
 *
 * @param key key of the item
 * @param state what became of it over all raters (rule S3)
 * @param score the mean of the ratings as a score, 0-100 (rule S4); null without one
 * @param ratings by rater, in alphabetical order, what each made of it
 * @param disputed whether two raters differ by more than one step
 * @param interval where the score lies as far as raters and blanks leave it open: of a disputed item from its lowest to
 *     its highest rating, of one that nobody judged 0-100, else the score itself; null where the item does not apply
 */
public record ConsensusItem(
        String key,
        ItemState state,
        @Nullable Double score,
        Map<String, CaseRating> ratings,
        boolean disputed,
        @Nullable Bounds interval)
        implements Serializable {

    /** Copies the map. */
    public ConsensusItem {
        ratings = Collections.unmodifiableMap(new TreeMap<>(ratings));
    }
}
