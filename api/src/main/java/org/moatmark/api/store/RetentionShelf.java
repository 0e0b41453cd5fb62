package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Assessment.ASSESSMENT;
import static org.moatmark.api.store.db.tables.Draft.DRAFT;
import static org.moatmark.api.store.db.tables.Replay.REPLAY;
import static org.moatmark.api.store.db.tables.Seat.SEAT;
import static org.moatmark.api.store.db.tables.SeatSession.SEAT_SESSION;
import static org.moatmark.api.store.db.tables.ShareSession.SHARE_SESSION;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What is kept longer than a tenant wants: found by its age. */
public final class RetentionShelf {

    /** Before the hash of a link that has ended; no credential has such a hash. */
    private static final String ENDED = "ended ";

    private final DSLContext sql;

    RetentionShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A seat that has answers.
     *
     * @param assessment id of its assessment
     * @param seat its id
     */
    public record Answered(String assessment, String seat) {}

    /**
     * Seats that began to answer, did not submit, and did nothing for long, in assessments that are not closed.
     *
     * @param tenant whose
     * @param before epoch milliseconds
     * @return the seats
     */
    public List<Answered> idleDrafts(String tenant, long before) {
        return answered(
                tenant,
                ASSESSMENT
                        .STATUS
                        .ne("closed")
                        .and(SEAT.STATUS.ne("submitted"))
                        .and(DSL.notExists(sql.selectOne()
                                .from(DRAFT)
                                .where(
                                        DRAFT.TENANT_ID.eq(SEAT.TENANT_ID),
                                        DRAFT.SEAT_ID.eq(SEAT.ID),
                                        DRAFT.CHANGED_MS.ge(before)))));
    }

    /**
     * Seats with answers to assessments that were closed long ago.
     *
     * @param tenant whose
     * @param before epoch milliseconds
     * @return the seats
     */
    public List<Answered> oldAnswers(String tenant, long before) {
        return answered(tenant, ASSESSMENT.STATUS.eq("closed").and(ASSESSMENT.CLOSED_MS.lt(before)));
    }

    private List<Answered> answered(String tenant, Condition which) {
        return sql.select(SEAT.ASSESSMENT_ID, SEAT.ID)
                .from(SEAT)
                .join(ASSESSMENT)
                .on(ASSESSMENT.TENANT_ID.eq(SEAT.TENANT_ID), ASSESSMENT.ID.eq(SEAT.ASSESSMENT_ID))
                .where(
                        SEAT.TENANT_ID.eq(tenant),
                        which,
                        DSL.exists(sql.selectOne()
                                .from(DRAFT)
                                .where(DRAFT.TENANT_ID.eq(SEAT.TENANT_ID), DRAFT.SEAT_ID.eq(SEAT.ID))))
                .orderBy(SEAT.ID)
                .fetch(row -> new Answered(row.value1(), row.value2()));
    }

    /**
     * How many links of assessments that were closed long ago still open something.
     *
     * @param tenant whose
     * @param before epoch milliseconds
     * @return the number of links
     */
    public int oldLinks(String tenant, long before) {
        return sql.fetchCount(SEAT, live(tenant, before));
    }

    private Condition live(String tenant, long before) {
        return SEAT.TENANT_ID
                .eq(tenant)
                .and(SEAT.TOKEN_HASH.notLike(ENDED + "%"))
                .and(SEAT.ASSESSMENT_ID.in(sql.select(ASSESSMENT.ID)
                        .from(ASSESSMENT)
                        .where(
                                ASSESSMENT.TENANT_ID.eq(tenant),
                                ASSESSMENT.STATUS.eq("closed"),
                                ASSESSMENT.CLOSED_MS.lt(before))));
    }

    /**
     * Ends the links of assessments that were closed long ago, with the cookies that they were traded for.
     *
     * @param tenant whose
     * @param before epoch milliseconds
     */
    public void endLinks(String tenant, long before) {
        List<String> seats =
                sql.select(SEAT.ID).from(SEAT).where(live(tenant, before)).fetch(SEAT.ID);
        for (String seat : seats) {
            sql.update(SEAT)
                    .set(SEAT.TOKEN_HASH, ENDED + seat)
                    .where(SEAT.TENANT_ID.eq(tenant), SEAT.ID.eq(seat))
                    .execute();
            sql.deleteFrom(SEAT_SESSION)
                    .where(SEAT_SESSION.TENANT_ID.eq(tenant), SEAT_SESSION.SEAT_ID.eq(seat))
                    .execute();
        }
    }

    /**
     * Drops what is of no use any more: cookies that have ended, and answers to requests that will not come again.
     *
     * @param tenant whose
     * @param now the time
     * @param dayAgo a day before
     */
    public void sweep(String tenant, long now, long dayAgo) {
        sql.deleteFrom(SEAT_SESSION)
                .where(SEAT_SESSION.TENANT_ID.eq(tenant), SEAT_SESSION.EXPIRES_MS.le(now))
                .execute();
        sql.deleteFrom(SHARE_SESSION)
                .where(SHARE_SESSION.TENANT_ID.eq(tenant), SHARE_SESSION.EXPIRES_MS.le(now))
                .execute();
        sql.deleteFrom(REPLAY)
                .where(REPLAY.TENANT_ID.eq(tenant), REPLAY.CREATED_MS.lt(dayAgo))
                .execute();
    }
}
