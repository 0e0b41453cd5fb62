package org.moatmark.api.service;

import org.moatmark.api.store.HistoryShelf;
import org.moatmark.api.store.Page;
import org.moatmark.api.store.StoreFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail: what was done, by whom and why. Changes write their line in their own transaction ({@link Work}); what
 * changes nothing and is still worth knowing is counted here, once an hour for each caller and thing: results that were
 * read, and what was refused to somebody who is known.
 */
public final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final long HOUR_MS = 3_600_000;

    private final Desk desk;

    /**
     * Keeps the trail.
     *
     * @param desk where work begins
     */
    public Audit(Desk desk) {
        this.desk = desk;
    }

    /**
     * Counts something that changed nothing. A database that takes no writes keeps nobody from reading.
     *
     * @param caller who did it
     * @param deed what was done
     * @param subject id of the thing
     */
    public void count(Caller caller, String deed, String subject) {
        count(caller, caller.credential(), deed, subject);
    }

    /**
     * Counts something that a seat did, without saying which seat.
     *
     * @param seat who did it
     * @param deed what was done
     * @param subject id of the thing
     */
    public void countSeat(Caller.SeatHolder seat, String deed, String subject) {
        count(seat, "a seat", deed, subject);
    }

    private void count(Caller caller, String actor, String deed, String subject) {
        try {
            desk.write(work -> {
                work.shelves().enter(caller.hold());
                var line = new HistoryShelf.Line(work.now(), actor, deed, subject, null);
                work.shelves().history().count(caller.tenant(), line, work.now() / HOUR_MS * HOUR_MS);
                return line;
            });
        } catch (StoreFault notNow) {
            LOG.warn("A line of the audit trail could not be kept: {}.", notNow.kind());
        }
    }

    /**
     * What happened, oldest first.
     *
     * @param work the transaction
     * @param who an owner
     * @param subject id of the thing it happened to, or the empty string for all
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<HistoryShelf.Told> list(Work work, Caller.KeyHolder who, String subject, String after, int limit) {
        return work.shelves().history().list(who.tenant(), subject, after, limit);
    }
}
