package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Meter.METER;

import org.jooq.DSLContext;

/** What is left of the limits that several processes count together. */
public final class MeterShelf {

    private final DSLContext sql;

    MeterShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How much was left, and when.
     *
     * @param leftMilli thousandths of what costs one
     * @param atMs the time
     */
    public record Level(long leftMilli, long atMs) {}

    /**
     * The level of somebody's meter; nobody else changes it until the transaction ends.
     *
     * @param name of which meter
     * @param whose hash of an address or an id
     * @param full the level where nothing was taken before
     * @return the level
     */
    public Level hold(String name, String whose, Level full) {
        // What is there stays as it is, but whoever comes at the same time waits.
        sql.insertInto(METER, METER.NAME, METER.WHOSE, METER.LEFT_MILLI, METER.AT_MS)
                .values(name, whose, full.leftMilli(), full.atMs())
                .onConflict(METER.NAME, METER.WHOSE)
                .doUpdate()
                .set(METER.AT_MS, METER.AT_MS)
                .execute();
        return sql.selectFrom(METER)
                .where(METER.NAME.eq(name), METER.WHOSE.eq(whose))
                .fetchSingle(row -> new Level(row.get(METER.LEFT_MILLI), row.get(METER.AT_MS)));
    }

    /**
     * Sets a level that is held.
     *
     * @param name of which meter
     * @param whose hash of an address or an id
     * @param level how much is left
     */
    public void set(String name, String whose, Level level) {
        sql.update(METER)
                .set(METER.LEFT_MILLI, level.leftMilli())
                .set(METER.AT_MS, level.atMs())
                .where(METER.NAME.eq(name), METER.WHOSE.eq(whose))
                .execute();
    }

    /**
     * Forgets meters that are full again.
     *
     * @param before the last time when one that is forgotten was used
     */
    public void forget(long before) {
        sql.deleteFrom(METER).where(METER.AT_MS.lt(before)).execute();
    }
}
