package org.moatmark.core.benchmark;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.scoring.Bounds;
import org.moatmark.core.scoring.ItemState;

/**
 * One item of a company that is to be placed.
 *
 * @param key key of the item
 * @param outsideView key of the item of the cases' questionnaire that measures the same from outside, or null
 * @param state what became of it
 * @param score its joined evidenced score, 0-100; null without one
 * @param interval between which numbers raters dispute it; null where they do not, and without a score
 */
public record SubjectItem(
        String key,
        @Nullable String outsideView,
        ItemState state,
        @Nullable Double score,
        @Nullable Bounds interval) implements Serializable {

    /** Refuses null where there must be something. */
    public SubjectItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(state, "state");
    }
}
