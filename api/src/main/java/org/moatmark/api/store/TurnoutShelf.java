package org.moatmark.api.store;

import static org.moatmark.api.store.db.tables.Turnout.TURNOUT;

import java.util.Optional;
import org.jooq.DSLContext;

/** How many of confidential assessments have submitted, as it is told for a day. */
public final class TurnoutShelf {

    private final DSLContext sql;

    TurnoutShelf(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What is told.
     *
     * @param dayMs the midnight up to which was counted
     * @param told numbers by department, as JSON
     */
    public record Told(long dayMs, String told) {}

    /**
     * What was told last.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @return the numbers, if any were told
     */
    public Optional<Told> last(String tenant, String assessment) {
        return sql.selectFrom(TURNOUT)
                .where(TURNOUT.TENANT_ID.eq(tenant), TURNOUT.ASSESSMENT_ID.eq(assessment))
                .fetchOptional(row -> new Told(row.get(TURNOUT.DAY_MS), row.get(TURNOUT.TOLD)));
    }

    /**
     * Keeps what is told for a day in place of what was told before.
     *
     * @param tenant whose
     * @param assessment of which assessment
     * @param told the numbers
     */
    public void put(String tenant, String assessment, Told told) {
        sql.insertInto(TURNOUT)
                .set(TURNOUT.TENANT_ID, tenant)
                .set(TURNOUT.ASSESSMENT_ID, assessment)
                .set(TURNOUT.DAY_MS, told.dayMs())
                .set(TURNOUT.TOLD, told.told())
                .onConflict(TURNOUT.TENANT_ID, TURNOUT.ASSESSMENT_ID)
                .doUpdate()
                .set(TURNOUT.DAY_MS, told.dayMs())
                .set(TURNOUT.TOLD, told.told())
                .execute();
    }
}
