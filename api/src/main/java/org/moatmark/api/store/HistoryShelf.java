package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.History.HISTORY;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What was done, by whom and why; never what was answered. */
public final class HistoryShelf {

    private final DSLContext sql;

    HistoryShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One line of the history.
     *
     * @param atMs when
     * @param actor id of the key or seat that did it
     * @param deed what was done, in the words of the program
     * @param subject id of what it was done to
     * @param reason why, or null
     */
    public record Line(
            long atMs,
            String actor,
            String deed,
            String subject,
            @Nullable String reason) {}

    /**
     * Adds a line.
     *
     * @param tenant whose
     * @param line what happened
     */
    public void add(String tenant, Line line) {
        sql.insertInto(HISTORY)
                .set(HISTORY.TENANT_ID, tenant)
                .set(HISTORY.ID, Ids.next())
                .set(HISTORY.AT_MS, line.atMs())
                .set(HISTORY.ACTOR, line.actor())
                .set(HISTORY.DEED, line.deed())
                .set(HISTORY.SUBJECT, line.subject())
                .set(HISTORY.REASON, line.reason())
                .execute();
    }

    /**
     * What happened to one thing.
     *
     * @param tenant whose
     * @param subject id of the thing
     * @return all lines, oldest first
     */
    public List<Line> of(String tenant, String subject) {
        return sql.selectFrom(HISTORY)
                .where(HISTORY.TENANT_ID.eq(tenant), HISTORY.SUBJECT.eq(subject))
                .orderBy(HISTORY.ID)
                .fetch(row -> new Line(
                        row.get(HISTORY.AT_MS),
                        row.get(HISTORY.ACTOR),
                        row.get(HISTORY.DEED),
                        row.get(HISTORY.SUBJECT),
                        row.get(HISTORY.REASON)));
    }
}
