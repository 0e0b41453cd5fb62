package org.moatmark.api.store;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items what is on the page, in the order of the ids
 * @param more whether something follows
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, boolean more) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** A page of what was found when one more than the page holds was asked for. */
    static <T> Page<T> of(List<T> found, int limit) {
        return new Page<>(found.size() > limit ? found.subList(0, limit) : found, found.size() > limit);
    }
}
