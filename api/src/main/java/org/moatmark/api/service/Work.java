package org.moatmark.api.service;

import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Shelves;

/**
 * One piece of work: a transaction and the time at which it happens.
 *
 * @param shelves what is kept
 * @param now epoch milliseconds
 */
public record Work(Shelves shelves, long now) {

    /** Adds a line to the history. */
    void log(Caller who, String deed, String subject, @Nullable String reason) {
        shelves.history().add(who.tenant(), new HistoryShelf.Line(now, who.credential(), deed, subject, reason));
    }
}
