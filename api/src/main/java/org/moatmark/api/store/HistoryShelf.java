package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.number;
import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.History.HISTORY;
import static org.moatmark.api.store.db.tables.HistoryTally.HISTORY_TALLY;
import static org.moatmark.api.store.db.tables.Seat.SEAT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What was done, by whom and why; never what was answered. */
public final class HistoryShelf {

    /** Of a line that tells who sat on a seat. */
    public static final String HANDOVER = "hand seat over";

    /** Of a line that says up to when lines may go. */
    static final String FORGET = "forget old lines";

    private static final Phrase ADD = new Phrase(sql -> sql.insertInto(HISTORY)
            .set(HISTORY.TENANT_ID, text())
            .set(HISTORY.ID, text())
            .set(HISTORY.AT_MS, number())
            .set(HISTORY.ACTOR, text())
            .set(HISTORY.DEED, text())
            .set(HISTORY.SUBJECT, text())
            .set(HISTORY.REASON, text()));

    private final DSLContext sql;
    private final Talk talk;

    HistoryShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
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
        talk.say(ADD, tenant, Ids.next(), line.atMs(), line.actor(), line.deed(), line.subject(), line.reason());
    }

    /**
     * A line as it is told.
     *
     * @param id its id
     * @param line what happened
     * @param times how often, from then to the end of that hour
     */
    public record Told(String id, Line line, long times) {}

    /**
     * Adds a line, unless the same actor has done the same to the same thing since some time: then that is counted.
     *
     * @param tenant whose
     * @param line what happened
     * @param since epoch milliseconds
     */
    public void count(String tenant, Line line, long since) {
        Optional<String> before = sql.select(HISTORY.ID)
                .from(HISTORY)
                .where(
                        HISTORY.TENANT_ID.eq(tenant),
                        HISTORY.SUBJECT.eq(line.subject()),
                        HISTORY.ACTOR.eq(line.actor()),
                        HISTORY.DEED.eq(line.deed()),
                        HISTORY.AT_MS.ge(since))
                .orderBy(HISTORY.ID.desc())
                .limit(1)
                .fetchOptional(HISTORY.ID);
        if (before.isEmpty()) {
            add(tenant, line);
            return;
        }
        sql.insertInto(HISTORY_TALLY)
                .set(HISTORY_TALLY.TENANT_ID, tenant)
                .set(HISTORY_TALLY.LINE_ID, before.get())
                .set(HISTORY_TALLY.TIMES, 2L)
                .onConflict(HISTORY_TALLY.TENANT_ID, HISTORY_TALLY.LINE_ID)
                .doUpdate()
                .set(HISTORY_TALLY.TIMES, HISTORY_TALLY.TIMES.plus(1))
                .execute();
    }

    /**
     * What happened, oldest first.
     *
     * @param tenant whose
     * @param subject id of the thing it happened to, or the empty string for all
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Told> list(String tenant, String subject, String after, int limit) {
        return Page.of(
                sql.select()
                        .from(HISTORY)
                        .leftJoin(HISTORY_TALLY)
                        .on(HISTORY_TALLY.TENANT_ID.eq(HISTORY.TENANT_ID), HISTORY_TALLY.LINE_ID.eq(HISTORY.ID))
                        .where(
                                HISTORY.TENANT_ID.eq(tenant),
                                HISTORY.ID.gt(after),
                                subject.isEmpty() ? DSL.noCondition() : HISTORY.SUBJECT.eq(subject))
                        .orderBy(HISTORY.ID)
                        .limit(limit + 1)
                        .fetch(HistoryShelf::told),
                limit);
    }

    private static Told told(Record row) {
        Long times = row.get(HISTORY_TALLY.TIMES);
        return new Told(row.get(HISTORY.ID), line(row), times == null ? 1 : times);
    }

    /**
     * How many lines are older than some time and may go: those that tell who sat on a seat that is there stay.
     *
     * @param tenant whose
     * @param before epoch milliseconds
     * @return the number of lines
     */
    public int countOld(String tenant, long before) {
        return sql.fetchCount(HISTORY, old(tenant, before));
    }

    private Condition old(String tenant, long before) {
        return HISTORY.TENANT_ID
                .eq(tenant)
                .and(HISTORY.AT_MS.lt(before))
                .and(HISTORY.DEED
                        .ne(HANDOVER)
                        .or(DSL.notExists(sql.selectOne()
                                .from(SEAT)
                                .where(SEAT.TENANT_ID.eq(HISTORY.TENANT_ID), SEAT.ID.eq(HISTORY.SUBJECT)))));
    }

    /**
     * Drops the lines that are older than some time and may go. The database lets go of a line only where the history
     * itself says so: this adds that line first.
     *
     * @param tenant whose
     * @param before epoch milliseconds, at least 90 days ago
     * @param now the time
     */
    public void forgetOld(String tenant, long before, long now) {
        add(
                tenant,
                new Line(
                        now,
                        "program",
                        FORGET,
                        tenant,
                        Instant.ofEpochMilli(before).toString()));
        forget(tenant, old(tenant, before));
    }

    /** Drops all lines of a tenant that is being erased. */
    void forgetAll(String tenant) {
        forget(tenant, HISTORY.TENANT_ID.eq(tenant));
    }

    private void forget(String tenant, Condition which) {
        sql.deleteFrom(HISTORY_TALLY)
                .where(
                        HISTORY_TALLY.TENANT_ID.eq(tenant),
                        HISTORY_TALLY.LINE_ID.in(
                                sql.select(HISTORY.ID).from(HISTORY).where(which)))
                .execute();
        if (sql.dialect().family() == SQLDialect.POSTGRES) {
            // The program itself has no right to delete a line; this function has, and looks at the same rule.
            sql.fetch("select forget_history()");
        } else {
            sql.deleteFrom(HISTORY).where(which).execute();
        }
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
                .fetch(HistoryShelf::line);
    }

    private static Line line(Record row) {
        return new Line(
                row.get(HISTORY.AT_MS),
                row.get(HISTORY.ACTOR),
                row.get(HISTORY.DEED),
                row.get(HISTORY.SUBJECT),
                row.get(HISTORY.REASON));
    }
}
