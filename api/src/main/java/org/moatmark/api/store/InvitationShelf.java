package org.moatmark.api.store;

import static org.moatmark.api.store.Phrase.text;
import static org.moatmark.api.store.db.tables.PlannedClose.PLANNED_CLOSE;
import static org.moatmark.api.store.db.tables.Seat.SEAT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What became of the links of seats, and when an assessment is planned to close. */
public final class InvitationShelf {

    private static final Phrase CLOSES = new Phrase(sql -> sql.select(PLANNED_CLOSE.CLOSES_MS)
            .from(PLANNED_CLOSE)
            .where(PLANNED_CLOSE.TENANT_ID.eq(text()), PLANNED_CLOSE.ASSESSMENT_ID.eq(text())));

    private final DSLContext sql;
    private final Talk talk;

    InvitationShelf(DSLContext sql, Talk talk) {
        this.sql = sql;
        this.talk = talk;
    }

    /**
     * The link of a seat.
     *
     * @param seat id of the seat
     * @param key what people call it
     * @param department name of the department, or null
     * @param issuedMs when the link was made
     * @param invitedMs when it was handed out, or null
     * @param openedMs when it was first opened, or null
     * @param submitted whether the answers are final
     */
    public record Invitation(
            String seat,
            String key,
            @Nullable String department,
            long issuedMs,
            @Nullable Long invitedMs,
            @Nullable Long openedMs,
            boolean submitted) {}

    /**
     * The links of an assessment in the order of its seats.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param after id after which the page starts, or the empty string
     * @param limit how many
     * @return a page
     */
    public Page<Invitation> list(String tenant, String assessment, String after, int limit) {
        return Page.of(
                sql.selectFrom(SEAT)
                        .where(SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment), SEAT.ID.gt(after))
                        .orderBy(SEAT.ID)
                        .limit(limit + 1)
                        .fetch(InvitationShelf::read),
                limit);
    }

    private static Invitation read(Record row) {
        Long handedOver = row.get(SEAT.HANDED_OVER_MS);
        return new Invitation(
                row.get(SEAT.ID),
                row.get(SEAT.LABEL),
                row.get(SEAT.DEPARTMENT),
                handedOver == null ? row.get(SEAT.CREATED_MS) : handedOver,
                row.get(SEAT.INVITED_MS),
                row.get(SEAT.OPENED_MS),
                "submitted".equals(row.get(SEAT.STATUS)));
    }

    /**
     * Notes that links were handed out.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param seats ids of the seats; those of other assessments are left alone
     * @param now the time
     * @return how many there were
     */
    public int handedOut(String tenant, String assessment, List<String> seats, long now) {
        return sql.update(SEAT)
                .set(SEAT.INVITED_MS, now)
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ASSESSMENT_ID.eq(assessment), SEAT.ID.in(seats))
                .execute();
    }

    /**
     * Notes that a link was opened, unless it was before.
     *
     * @param tenant whose
     * @param seat of which seat
     * @param now the time
     */
    public void opened(String tenant, String seat, long now) {
        sql.update(SEAT)
                .set(SEAT.OPENED_MS, now)
                .where(SEAT.TENANT_ID.eq(tenant), SEAT.ID.eq(seat), SEAT.OPENED_MS.isNull())
                .execute();
    }

    /**
     * When the seats of an assessment submitted first.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return the time by id of the seat; seats that never did are left out
     */
    public Map<String, Long> submissions(String tenant, String assessment) {
        return sql.select(SEAT.ID, SEAT.FIRST_SUBMITTED_MS)
                .from(SEAT)
                .where(
                        SEAT.TENANT_ID.eq(tenant),
                        SEAT.ASSESSMENT_ID.eq(assessment),
                        SEAT.FIRST_SUBMITTED_MS.isNotNull())
                .fetchMap(SEAT.ID, SEAT.FIRST_SUBMITTED_MS);
    }

    /**
     * When an assessment is planned to close.
     *
     * @param tenant whose
     * @param assessment which
     * @return epoch milliseconds, if it was said
     */
    public Optional<Long> closes(String tenant, String assessment) {
        return Optional.ofNullable(talk.ask(CLOSES, tenant, assessment).row())
                .map(row -> row.get(PLANNED_CLOSE.CLOSES_MS));
    }

    /**
     * When assessments are planned to close.
     *
     * @param tenant whose
     * @param assessments which
     * @return epoch milliseconds by id, of those of which it was said
     */
    public Map<String, Long> closes(String tenant, List<String> assessments) {
        return sql.select(PLANNED_CLOSE.ASSESSMENT_ID, PLANNED_CLOSE.CLOSES_MS)
                .from(PLANNED_CLOSE)
                .where(PLANNED_CLOSE.TENANT_ID.eq(tenant), PLANNED_CLOSE.ASSESSMENT_ID.in(assessments))
                .fetchMap(PLANNED_CLOSE.ASSESSMENT_ID, PLANNED_CLOSE.CLOSES_MS);
    }

    /**
     * Says when an assessment is planned to close.
     *
     * @param tenant whose
     * @param assessment which
     * @param closesMs epoch milliseconds, or null if that is open
     */
    public void plan(String tenant, String assessment, @Nullable Long closesMs) {
        sql.deleteFrom(PLANNED_CLOSE)
                .where(PLANNED_CLOSE.TENANT_ID.eq(tenant), PLANNED_CLOSE.ASSESSMENT_ID.eq(assessment))
                .execute();
        if (closesMs != null) {
            sql.insertInto(PLANNED_CLOSE)
                    .set(PLANNED_CLOSE.TENANT_ID, tenant)
                    .set(PLANNED_CLOSE.ASSESSMENT_ID, assessment)
                    .set(PLANNED_CLOSE.CLOSES_MS, closesMs)
                    .execute();
        }
    }
}
